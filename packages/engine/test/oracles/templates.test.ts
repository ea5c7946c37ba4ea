/** Templates against published optima, the closed form of two patients, and brute force over tiny sessions. */

import { bestTemplate, costGradient, expectedCost, exponential } from "@praxis/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { references, session } from "../support/sessions.ts";
import { costByCourses, everyTemplate, tinySessions } from "../support/tiny-sessions.ts";

describe.each(Object.entries(references))("%s", (_, { problem, times, cost }) => {
  it("costs what is known", () => {
    expect(Math.abs(expectedCost(problem, times).cost - cost)).toBeLessThan(1e-6);
  });

  it("is solved, and certified", () => {
    const answer = bestTemplate(problem);
    expect(answer).toMatchObject({ status: "optimal", certified: true, times });
    expect(Math.abs(answer.objective - cost)).toBeLessThan(1e-6);
    expect(answer.objective - answer.bound).toBeLessThan(1e-6);
  });
});

describe("tiny sessions", () => {
  it("cost exactly what every course of the day adds up to", () => {
    fc.assert(
      fc.property(tinySessions, fc.nat(), (problem, choice) => {
        const templates = everyTemplate(problem);
        const times = templates[choice % templates.length]!;
        const exact = { ...problem, evaluation: { kind: "exact" } as const };
        expect(expectedCost(exact, times).cost).toBeCloseTo(costByCourses(problem, times), 9);
      }),
      { numRuns: 200 },
    );
  });

  it("are solved as brute force does, and certified", () => {
    fc.assert(
      fc.property(tinySessions, (problem) => {
        const least = Math.min(...everyTemplate(problem).map((times) => expectedCost(problem, times).cost));
        const answer = bestTemplate(problem);
        expect(answer.objective).toBeCloseTo(least, 9);
        expect(expectedCost(problem, answer.times).cost).toBeCloseTo(least, 9);
        expect(answer.certified).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the gradient", () => {
  const exact = session({ patients: 4, service: exponential({ mean: 12 }), show: 0.9, length: 45 });
  const sampled = { ...exact, evaluation: { kind: "samples", count: 500, seed: 1 } } as const;
  it.each([
    ["for exponential services", exact],
    ["over samples", sampled],
  ])("is the slope of the cost, %s", (_, problem) => {
    const times = [0, 9.87, 24.13, 37.01];
    const step = 1e-5;
    costGradient(problem, times).forEach((slope, patient) => {
      const moved = (by: number) => times.map((time, index) => (index === patient ? Math.max(0, time + by) : time));
      const costs = [expectedCost(problem, moved(step)).cost, expectedCost(problem, moved(-step)).cost];
      expect(slope).toBeCloseTo((costs[0]! - costs[1]!) / (patient === 0 ? step : 2 * step), 5);
    });
  });
});

describe("two patients with exponential services", () => {
  it.each([
    [0.5, 1],
    [0.2, 0.9],
    [0.7, 0.8],
    [0.9, 1],
    [0.3, 0.5],
  ])("idle weight %d, show probability %d: the second comes when the closed form says", (w, s) => {
    const service = exponential({ mean: 1 });
    const costs = { idle: w, overtime: 0 };
    const answer = bestTemplate(
      session({ patients: 2, service, show: s, wait: 1 - w, length: 20, times: { kind: "any" }, costs }),
    );
    const known = Math.max(0, -Math.log(w / (s * (w + (1 - w) * s))));
    expect(Math.abs(answer.times[1]! - answer.times[0]! - known)).toBeLessThan(1e-9);
    expect(answer.certified).toBe(true);
  });
});
