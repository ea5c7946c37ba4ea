import { describe, expect, it } from "vitest";
import { runTask } from "../experiment/task.ts";
import { applyChanges } from "../scenario/changes.ts";
import { parseScenario } from "../scenario/parse.ts";
import type { Scenario } from "../scenario/schema.ts";
import { bestTemplate } from "../template/best-template.ts";
import { clockText } from "../time-of-day.ts";
import { improve } from "./improve.ts";
import { sequenceMoves } from "./sequence-moves.ts";
import { sessionMoves } from "./session-moves.ts";
import { sessionProblem } from "./session-problem.ts";
import { sessionsOf, timesChange } from "./sessions.ts";

const office = (appointments = "") =>
  parseScenario(`{ praxis: 1, name: A morning, calendar: { start: 2026-01-05 08:00, length: 4 h, ends: when empty },
    staff: { physician: { count: 2 } },
    visitTypes: { visit: { pathway: [
      { activity: vitals, takes: 6 min },
      { activity: consult, needs: { my: physician }, takes: { lognormal: { mean: 16 min, sd: 8 min } } }] } },
    templates: { day: [{ from: "08:00", to: "10:00", every: 20 min, provider: physician }, { at: "11:00" }] },
    arrivals: { booked: { visitType: visit, appointments: { template: day${appointments} } } } }`);
const wait = (scenario: Scenario) => runTask({ scenario, seed: 3, measures: ["wait", "throughput"], from: 0, to: 30 });

describe("sessions of a scenario", () => {
  it("are the rows of templates with three appointments or more", () => {
    const [session, ...others] = sessionsOf(office());
    expect(others).toEqual([]);
    expect(session).toMatchObject({ template: "day", row: 0, end: 600, times: [480, 500, 520, 540, 560, 580] });
  });

  it("keep every patient when the times are written one by one", () => {
    const scenario = office();
    const [session] = sessionsOf(scenario);
    const written = applyChanges(scenario, [timesChange(session!, session!.times)]);
    expect(wait(written)).toEqual(wait(scenario));
    expect(sessionsOf(written)[0]!.times).toEqual(session!.times);
  });

  it("are moved within opening hours alone, in order and on the grid, with as many appointments", () => {
    const moves = sessionMoves(office(), { seed: 1 });
    expect(moves.length).toBeGreaterThan(10);
    for (const { changes } of moves) {
      const { at } = changes[0]!.value as { readonly at: readonly string[] };
      expect(at).toHaveLength(6);
      expect([...at].sort()).toEqual(at);
      expect(at.filter((clock) => clock < "08:00" || Number(clock.slice(3)) % 5 !== 0)).toEqual([]);
    }
  });
});

/** A session of two long visits of any length, a quarter of checks, and short ones. */
const mixed = (visitType: string) =>
  parseScenario(`{ praxis: 1, name: A mixture, calendar: { start: 2026-01-05 08:00, length: 4 h, ends: when empty },
    staff: { physician: { count: 1 } },
    visitTypes: {
      long: { pathway: [{ activity: consult, needs: physician, takes: { lognormal: { mean: 30 min, sd: 25 min } } }] },
      check: { pathway: [{ activity: consult, needs: physician, takes: { lognormal: { mean: 15 min, sd: 5 min } } }] },
      short: { pathway: [{ activity: consult, needs: physician, takes: 10 min }] } },
    templates: { day: [{ from: "08:00", to: "10:00", every: 20 min, visitType: ${visitType} }] },
    arrivals: { booked: { appointments: { template: day } } } }`);

describe("sequences of a session's visit types", () => {
  const shares = "{ long: 25 %, check: 25 %, short: 50 % }";
  const moves = sequenceMoves(mixed(shares));
  const whoComes = (name: string, list = moves) => {
    const { changes } = list.find((move) => move.name.endsWith(name))!;
    return (changes[0]!.value as { readonly visitType: unknown }).visitType;
  };

  it("begin with who varies least, or with one of them, or end with one", () => {
    expect(moves.map(({ name }) => name.split(": ")[1])).toEqual([
      "short, then check, then long",
      ...["long first", "long last", "check first", "check last", "short first", "short last"],
    ]);
    expect(whoComes("short, then check, then long")).toEqual([
      ...["short", "short", "short", "check"],
      { check: "50 %", long: "50 %" },
      "long",
    ]);
    const others = { check: "33.33 %", short: "66.67 %" };
    expect(whoComes("long last")).toEqual([
      ...[others, others, others, others],
      { check: "16.67 %", short: "33.33 %", long: "50 %" },
      "long",
    ]);
  });

  it("keep as many of each type, in expectation, and all times", () => {
    for (const { changes } of moves) {
      const { at, visitType } = changes[0]!.value as { at: string[]; visitType: (string | Record<string, string>)[] };
      expect(at).toEqual(["08:00", "08:20", "08:40", "09:00", "09:20", "09:40"]);
      const count = (type: string) =>
        visitType.reduce((sum, one) => {
          return sum + (typeof one === "string" ? Number(one === type) : Number.parseFloat(one[type] ?? "0") / 100);
        }, 0);
      expect([count("long"), count("check"), count("short")].map((of) => of.toFixed(2))).toEqual([
        "1.50",
        "1.50",
        "3.00",
      ]);
    }
  });

  it("are written with the times that the session is given afterwards, and can be mixed again", () => {
    const list = "[long, short, short, check, short, long]";
    const again = sequenceMoves(mixed(list));
    const third = "33.33 %";
    expect(whoComes("all mixed", again)).toEqual({ long: third, short: "50 %", check: "16.67 %" });
    const [session] = sessionsOf(mixed(list));
    const { value } = timesChange(session!, [480, 490, 500, 520, 540, 570]);
    expect(value).toMatchObject({ visitType: ["long", "short", "short", "check", "short", "long"] });
  });

  it("are none where one type comes, or somebody else says who", () => {
    expect(sequenceMoves(mixed("long"))).toEqual([]);
    expect(sequenceMoves(office())).toEqual([]);
  });

  it("give each appointment its own law in the problem that is solved", () => {
    const scenario = mixed("[long, short, short, check, short, long]");
    const { problem } = sessionProblem(scenario, sessionsOf(scenario)[0]!, {
      ...{ costs: { idle: 1, overtime: 2 }, grid: 5, samples: 200, seed: 1 },
    })!;
    expect(problem.patients.map(({ service }) => Math.round(service.mean))).toEqual([30, 10, 10, 15, 10, 30]);
  });

  it("are kept by the planning loop when they help: where all come close together, who may take long comes last", () => {
    const list = "[long, long, short, short, short, short]";
    const crowded = applyChanges(mixed(list), [
      { path: ["templates", "day", 0, "every"], value: "10 min" },
      { path: ["templates", "day", 0, "to"], value: "09:00" },
    ]);
    const result = improve(crowded, { seed: 5, workLimit: 6000, replications: 100 });
    expect(result.steps[0]).toMatchObject({ move: "day, 08:00 to 08:50: short, then long", kept: true });
    const { wait, throughput } = result.claim!.variants["as planned"]!.measures;
    expect(throughput!.difference.mean).toBe(0);
    expect(wait!.difference.mean + wait!.difference.halfWidth).toBeLessThan(0);
  });
});

describe("the problem of a session", () => {
  const options = { costs: { idle: 1, overtime: 2 }, grid: 5, samples: 200, seed: 1 };
  const derived = (appointments = "", scenario = office(appointments)) =>
    sessionProblem(scenario, sessionsOf(scenario)[0]!, options)!;

  it("has the service law of the provider's own activity, and what comes before it as lead", () => {
    const { problem, start, lead } = derived();
    expect(problem.patients).toHaveLength(6);
    expect(problem.patients[0]).toMatchObject({ service: { mean: 16, sd: 8 }, show: 1, wait: 1 });
    expect([start, lead, problem.length, problem.latest]).toEqual([480, 6, 120, 100]);
  });

  it("counts who does not come by lead time, weighed by how often each lead time is", () => {
    const rules = ", booked: 90 %, cancellation: 10 %, leadTime: { uniform: { min: 0 d, max: 10 d } }";
    const { problem } = derived(`${rules}, noShow: [{ upTo: 5 d, share: 10 % }, { share: 30 % }]`);
    expect(problem.patients[0]!.show).toBeCloseTo(0.9 * 0.9 * 0.8, 10);
  });

  it("takes all people of a role for one who is as many times as fast where appointments are nobody's", () => {
    const pooled = applyChanges(office(), [{ path: ["templates", "day", 0, "provider"], value: null }]);
    expect(derived("", pooled).problem.patients[0]!.service).toMatchObject({ mean: 8, sd: 4 });
  });

  it("can be solved, and its answer be written back", () => {
    const { problem, start } = derived();
    const { times } = bestTemplate(problem);
    expect(times).toHaveLength(6);
    expect(clockText(start + times[0]!)).toBe("08:00");
  });
});
