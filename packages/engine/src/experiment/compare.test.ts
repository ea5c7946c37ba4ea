import { describe, expect, it } from "vitest";
import { smallPractice } from "../../test/support/small-practice.ts";
import { parseScenario } from "../scenario/parse.ts";
import { pairedDifference } from "../statistics/estimate.ts";
import { compare, compareWith } from "./compare.ts";
import { runTask } from "./task.ts";

const practice = parseScenario(smallPractice);
const second = [{ path: ["staff", "physician", "count"], value: 2 }];
const renamed = [{ path: ["description"], value: "The same." }];
const options = { measures: ["arrivals", "wait.consult"], replications: 50, seed: 42 };

describe("comparing variants with a base", () => {
  const result = compare(practice, { "second physician": second, "the same": renamed }, options);

  it("pairs by replication: the same patients come, with the same luck", () => {
    const values = (count: number) =>
      runTask({
        ...{ seed: 42, measures: ["wait.consult"], from: 0, to: 50 },
        scenario: parseScenario(smallPractice.replace("count: 1", `count: ${count}`)),
      });
    const { measurable, ...difference } = result.variants["second physician"]!.measures["wait.consult"]!.difference;
    expect(difference).toEqual(pairedDifference(values(2), values(1)));
    expect(difference.mean).toBeLessThan(0);
    expect(measurable).toBe(true);
  });

  it("finds no difference where nothing that matters was changed", () => {
    for (const name of ["second physician", "the same"]) {
      const { difference } = result.variants[name]!.measures["arrivals"]!;
      expect([difference.mean, difference.halfWidth, difference.measurable]).toEqual([0, 0, false]);
    }
    expect(result.variants["the same"]!.measures["wait.consult"]!.difference.mean).toBe(0);
  });

  it("says what was really changed, computed from the two scenarios", () => {
    expect(result.variants["second physician"]!.changes).toEqual([
      { path: ["staff", "physician", "count"], from: 1, to: 2 },
    ]);
    const nothing = compare(practice, { "as it is": [{ ...second[0]!, value: 1 }] }, options);
    expect(nothing.variants["as it is"]!.changes).toEqual([]);
  });

  it("is the same wherever it runs", async () => {
    for (const workers of [1, 2, 4]) {
      const executor = { workers, run: async (task: Parameters<typeof runTask>[0]) => runTask(task) };
      const there = await compareWith(executor, practice, { "second physician": second, "the same": renamed }, options);
      expect(JSON.stringify(there)).toBe(JSON.stringify(result));
    }
  });

  it("goes on until every difference is as precise as wished", () => {
    const until = { measure: "wait.consult", halfWidth: 1.5 };
    const precise = compare(practice, { "second physician": second }, { ...options, replications: 5000, until });
    expect(precise.until).toEqual({ ...until, reached: true });
    expect(precise.variants["second physician"]!.measures["wait.consult"]!.difference.halfWidth).toBeLessThanOrEqual(
      1.5,
    );
  });

  it("refuses changes that do not fit, and a comparison with nothing", () => {
    expect(() => compare(practice, { odd: [{ path: ["staff", "physician", "count"], value: -1 }] }, options)).toThrow();
    expect(() => compare(practice, {}, options)).toThrow("a comparison needs at least one variant");
  });
});
