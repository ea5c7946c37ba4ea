import { describe, expect, it } from "vitest";
import { parseScenario } from "../scenario/parse.ts";
import { intervalCover } from "./interval-cover.ts";

const centre =
  parseScenario(`{ praxis: 1, name: Calls, calendar: { start: 2026-01-05 08:00, length: 4 h, ends: when empty, opening: "08:00-12:00" },
  staff: { agent: { count: 1 }, physician: { count: 1 } },
  visitTypes: { visit: { pathway: [{ activity: consult, needs: { my: physician }, takes: 10 min }] } },
  tasks: { call: { pathway: [{ activity: answer, needs: agent, takes: { exponential: { mean: 5 min } } }] } },
  arrivals: { calls: { task: call, hourly: { from: "08:00", rates: [60 per hour, 60 per hour, 12 per hour, 12 per hour] } } },
  serviceLevels: { answer: 1 min } }`);
const options = { role: "agent", seed: 1, every: 60, share: 0.8, within: 1 };

describe("cover by interval", () => {
  const cover = intervalCover(centre, options);

  it("finds the work that is offered, and follows its peaks", () => {
    const offered = cover.intervals.map((interval) => interval.offered);
    // Sixty calls an hour of 5 minutes are 5 erlangs; the first hour begins empty.
    expect(offered[1]).toBeGreaterThan(4.5);
    expect(offered[1]).toBeLessThan(5.5);
    expect(offered[3]).toBeGreaterThan(0.8);
    expect(offered[3]).toBeLessThan(1.2);
    const people = cover.intervals.map((interval) => interval.people);
    expect(people[1]).toBeGreaterThan(5);
    expect(people[3]).toBeLessThan(people[1]!);
  });

  it("reaches its share in the simulation wherever somebody asks, with fewer people for a lower one", () => {
    expect(cover.met).toBe(true);
    for (const { reached } of cover.intervals) expect(reached >= 0.8 || Number.isNaN(reached)).toBe(true);
    const sum = (share: number) =>
      intervalCover(centre, { ...options, share }).intervals.reduce((total, { people }) => total + people, 0);
    expect(sum(0.5)).toBeLessThan(sum(0.95));
  });

  it("says that the share is not reached when there are not people enough", () => {
    expect(intervalCover(centre, { ...options, most: 3 }).met).toBe(false);
  });

  it("asks for no more people where rooms are what is missing", () => {
    const clinic = parseScenario(`{ praxis: 1, name: One room, calendar: { start: 2026-01-05 08:00, length: 4 h },
      staff: { nurse: { count: 1 } }, rooms: { room: { count: 1 } },
      visitTypes: { visit: { pathway: [{ activity: care, needs: [nurse, room], takes: { exponential: { mean: 10 min } } }] } },
      arrivals: { walk-ins: { visitType: visit, poisson: 5 per hour } } }`);
    const { intervals, met } = intervalCover(clinic, { ...options, role: "nurse" });
    expect(met).toBe(true);
    expect(intervals.some(({ heldUp }) => heldUp)).toBe(true);
    for (const { people } of intervals) expect(people).toBeLessThan(8);
  });

  it("refuses roles that nobody has, and those of whom patients have their own", () => {
    expect(() => intervalCover(centre, { ...options, role: "nurse" })).toThrow(/known: agent, physician/);
    expect(() => intervalCover(centre, { ...options, role: "physician" })).toThrow(/of their own/);
  });
});
