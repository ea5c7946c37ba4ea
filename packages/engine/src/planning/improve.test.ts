import { describe, expect, it } from "vitest";
import { compare } from "../experiment/compare.ts";
import { runTask } from "../experiment/task.ts";
import { applyChanges } from "../scenario/changes.ts";
import { parseScenario } from "../scenario/parse.ts";
import { goalsOf } from "./goals.ts";
import { improve, improveWith } from "./improve.ts";
import { movesOf } from "./moves.ts";

/** Everybody is asked to come at eight: a plan that nobody could fail to better. */
const crowd =
  parseScenario(`{ praxis: 1, name: A crowd at eight, calendar: { start: 2026-01-05 08:00, length: 4 h, ends: when empty },
  staff: { physician: { count: 1, costPerHour: $120 per hour } },
  visitTypes: { visit: { pathway: [
    { activity: consult, needs: physician, takes: { lognormal: { mean: 12 min, sd: 4 min } } }] } },
  templates: { day: [{ from: "08:00", to: "10:00", every: 5 min, seats: 1 }] },
  arrivals: { booked: { visitType: visit, appointments: { template: day, booked: 50 % } } } }`);
const options = { seed: 5, workLimit: 6000, replications: 60 };

describe("improving an office", () => {
  const result = improve(crowd, options);

  it("finds what helps, and claims it on replications that it has not seen: those of compare at the same seed", () => {
    const { claim, changes } = result;
    const wait = claim!.variants["as planned"]!.measures["wait"]!;
    expect(wait.difference.mean + wait.difference.halfWidth).toBeLessThan(0);
    expect(claim).toEqual(compare(crowd, { "as planned": changes }, { seed: 5, replications: 60 }));
  });

  it("keeps only steps whose gain is clear of zero, and breaks no rail measurably", () => {
    expect(result.steps.some(({ kept }) => kept)).toBe(true);
    for (const { kept, reason } of result.steps) expect(kept).toBe(reason === undefined);
    const { measures } = result.claim!.variants["as planned"]!;
    expect(measures["throughput"]!.difference.mean).toBe(0);
  });

  it("leaves what gains less than a change costs", () => {
    const dear = improve(crowd, { ...options, pricePerChange: 0.9 });
    expect(dear).toMatchObject({ ended: "nothing helps", changes: [] });
    expect(dear.steps.map(({ reason }) => reason)).toContain("gains less than a change costs");
    const cheap = improve(crowd, { ...options, pricePerChange: 0.001 });
    expect(cheap.changes).not.toEqual([]);
  });

  it("is the same wherever it runs", async () => {
    for (const workers of [2, 4]) {
      const executor = { workers, run: async (task: Parameters<typeof runTask>[0]) => runTask(task) };
      expect(JSON.stringify(await improveWith(executor, crowd, options))).toBe(JSON.stringify(result));
    }
  });

  it("ends with the best so far when it is cancelled or the budget is spent, and with nothing when there is none", () => {
    expect(improve(crowd, { ...options, workLimit: 1 })).toMatchObject({ ended: "budget", changes: [], steps: [] });
    let asked = 0;
    const early = improve(crowd, { ...options, cancelled: () => asked++ > 12 });
    expect(early.ended).toBe("cancelled");
    expect(early.searched).toBeLessThan(result.searched);
  });

  it("says what is missing in an office in which nothing can be planned", () => {
    const calls = parseScenario(`{ praxis: 1, name: Calls, calendar: { length: 1 d }, staff: { agent: { count: 1 } },
      tasks: { call: { pathway: [{ activity: answer, needs: agent, takes: 5 min }] } },
      arrivals: { calls: { task: call, poisson: 5 per hour } } }`);
    expect(() => improve(calls, options)).toThrow(/no appointment templates.*no visits whose waits/);
  });
});

describe("moves", () => {
  it("leave payroll as it is: as many people for as long", () => {
    const shifts = parseScenario(`{ praxis: 1, name: Shifts, calendar: { start: 2026-01-05 08:00, length: 9 h },
      staff: { nurse: { count: 3, shift: "08:00-17:00", breaks: [{ at: "12:00", lasts: 30 min }] } },
      visitTypes: { visit: { pathway: [{ activity: care, needs: nurse, takes: 10 min }] } },
      arrivals: { patients: { visitType: visit, poisson: 6 per hour } } }`);
    const moves = movesOf(shifts, { seed: 1 });
    expect(moves.map(({ name }) => name)).toContain("nurse: breaks in two turns");
    const later = moves.find(({ name }) => name === "nurse: 1 of 3 start 30 min later")!;
    expect(later.scenario.staff!["nurse"]!.shift).toEqual([
      { from: "08:00", to: "17:00", count: 2 },
      { from: "08:30", to: "17:30", count: 1 },
    ]);
  });

  it("keep one of a role back for patients while paperwork waits", () => {
    const changed = applyChanges(crowd, [
      { path: ["staff", "physician", "count"], value: 2 },
      { path: ["tasks"], value: { note: { pathway: [{ activity: "note", needs: "physician", takes: "20 min" }] } } },
    ]);
    const move = movesOf(changed, { seed: 1 }).find(({ about }) => about === "when note is done")!;
    expect(move.scenario.tasks!["note"]!.pathway[0]).toEqual({ waitUntil: { free: "physician", atLeast: 2 } });
  });

  it("are judged by waits, overtime or the last departure, and by all that must not suffer", () => {
    const { less, rails } = goalsOf(crowd);
    expect(less).toEqual(["wait", "lastDeparture"]);
    expect(rails).toContainEqual({ measure: "throughput", worse: "less" });
    expect(rails).toContainEqual({ measure: "staffCost", worse: "more" });
  });
});
