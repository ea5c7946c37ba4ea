import { describe, expect, it } from "vitest";
import { smallPractice } from "../../test/support/small-practice.ts";
import { parseScenario } from "../scenario/parse.ts";
import { replicate } from "./replicate.ts";
import { sweep, sweepWith } from "./sweep.ts";
import { runTask } from "./task.ts";

const practice = parseScenario(smallPractice);
const options = { measures: ["wait.consult"], replications: 20, seed: 7 };
const setting = (name: string, ...values: (number | string)[]) => ({
  name,
  changes: values.map((value) => ({ path: name.split("."), value })),
});
const physicians = setting("staff.physician.count", 1, 2);
const rates = setting("arrivals.walk-ins.poisson", "4 per hour", "5 per hour", "6 per hour");

describe("a sweep", () => {
  it("simulates every combination of values, the last setting changing fastest", () => {
    const result = sweep(practice, [physicians, rates], options);
    expect(result.settings).toEqual(["staff.physician.count", "arrivals.walk-ins.poisson"]);
    expect(result.points.map(({ values }) => values)).toEqual([
      [1, "4 per hour"],
      [1, "5 per hour"],
      [1, "6 per hour"],
      [2, "4 per hour"],
      [2, "5 per hour"],
      [2, "6 per hour"],
    ]);
    expect(result.points[1]!.changes).toEqual([]);
    expect(result.points[3]!.changes).toHaveLength(2);
  });

  it("gives at each point what a run of its own gives", () => {
    const { points } = sweep(practice, [rates], options);
    expect(points[1]!.measures).toEqual(replicate(practice, options).measures);
    const waits = points.map(({ measures }) => measures["wait.consult"]!.mean);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  });

  it("is the same wherever it runs", async () => {
    const here = JSON.stringify(sweep(practice, [rates], options));
    const executor = { workers: 3, run: async (task: Parameters<typeof runTask>[0]) => runTask(task) };
    expect(JSON.stringify(await sweepWith(executor, practice, [rates], options))).toBe(here);
  });
});
