import { describe, expect, it } from "vitest";
import { smallPractice } from "../../test/support/small-practice.ts";
import { parseScenario } from "../scenario/parse.ts";
import { estimate } from "../statistics/estimate.ts";
import { engineVersion } from "../version.ts";
import type { Executor, Progress } from "./executor.ts";
import { replicate, replicateWith } from "./replicate.ts";
import { runTask } from "./task.ts";

const practice = parseScenario(smallPractice);
const measures = ["arrivals", "wait.consult", "utilisation.physician"];
const options = { measures, replications: 60, seed: "spring" };

/** Runs tasks here, but gives their answers in an order of its own. */
function executor(workers: number): Executor {
  return {
    workers,
    async run(task) {
      const values = runTask(structuredClone(task));
      for (let turn = (task.from * 7) % 5; turn > 0; turn--) await Promise.resolve();
      return values;
    },
  };
}

describe("replicating a scenario", () => {
  it("estimates what was asked for, and says what the numbers rest on", () => {
    const result = replicate(practice, { ...options, confidence: 0.9 });
    expect(result).toMatchObject({ scenario: "Small practice", seed: "spring", engineVersion, replications: 60 });
    expect(Object.keys(result.measures)).toEqual(measures);
    const { p10, p50, p90, min, max, unit, ...interval } = result.measures["wait.consult"]!;
    const values = runTask({ ...options, scenario: practice, measures: ["wait.consult"], from: 0, to: 60 });
    expect(interval).toEqual(estimate(values, { confidence: 0.9 }));
    expect(unit).toBe("min");
    expect([p10, p50, p90]).toEqual([p10, p50, p90].toSorted((a, b) => a - b));
    expect([min, max]).toEqual([Math.min(...values), Math.max(...values)]);
  });

  it("finds five patients an hour, and a physician who is busy while they are there", () => {
    const { arrivals, "utilisation.physician": utilisation } = replicate(practice, {
      ...options,
      replications: 400,
    }).measures;
    expect(Math.abs(arrivals!.mean - 20)).toBeLessThan((3.5 * Math.sqrt(20)) / 20);
    expect(arrivals!.halfWidth).toBeLessThan(0.6);
    expect(utilisation!.min).toBeGreaterThan(0);
    expect(utilisation!.max).toBeLessThanOrEqual(1);
  });

  it("gives the same with 1, 2 and 4 workers as in this thread, to the last digit", async () => {
    const here = JSON.stringify(replicate(practice, options));
    for (const workers of [1, 2, 4]) {
      expect(JSON.stringify(await replicateWith(executor(workers), practice, options))).toBe(here);
    }
  });

  it("goes on until it is as precise as wished, the same wherever it runs", async () => {
    const until = { measure: "wait.consult", halfWidth: 1 };
    const wish = { ...options, replications: 5000, until };
    const result = replicate(practice, wish);
    expect(result.until).toEqual({ ...until, reached: true });
    expect(result.measures["wait.consult"]!.halfWidth).toBeLessThanOrEqual(1);
    expect(result.replications).toBeLessThan(5000);
    const shorter = replicate(practice, { ...options, replications: result.replications - 1 });
    expect(shorter.measures["wait.consult"]!.halfWidth).toBeGreaterThan(1);
    expect(await replicateWith(executor(3), practice, wish)).toEqual(result);
  });

  it("has other luck with another seed, and the same with the same", () => {
    const { seed: _, ...others } = options;
    const [one, two, again] = ["spring", "summer", "spring"].map((seed) => replicate(practice, { ...others, seed }));
    expect(again).toEqual(one);
    expect(two!.measures["wait.consult"]!.mean).not.toBe(one!.measures["wait.consult"]!.mean);
  });

  it("tells how far it is, and can be stopped", async () => {
    const heard: Progress[] = [];
    await replicateWith(executor(2), practice, { ...options, progress: (progress) => heard.push(progress) });
    expect(heard.at(-1)).toEqual({ done: 60, total: 60 });
    const signal = AbortSignal.abort(new Error("closed for today"));
    await expect(replicateWith(executor(2), practice, { ...options, signal })).rejects.toThrow("closed for today");
  });

  it("looks at everything that can happen when no measures are named", () => {
    const { measures } = replicate(practice, { replications: 2, seed: 1 });
    expect(Object.keys(measures)).toContain("timeInOffice.p90");
  });

  it("names the nearest measure for one that is unknown", () => {
    expect(() => replicate(practice, { ...options, measures: ["wait.consul"] })).toThrow(
      "“wait.consul” is no measure of Small practice; did you mean “wait.consult”?",
    );
  });
});
