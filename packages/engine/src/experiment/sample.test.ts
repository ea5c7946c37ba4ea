import { describe, expect, it } from "vitest";
import type { Scenario } from "../scenario/schema.ts";
import { conduct } from "./conduct.ts";
import type { Task } from "./executor.ts";
import { sample } from "./sample.ts";

const quiet = { name: "quiet" } as Scenario;
const busy = { name: "busy" } as Scenario;

/** Stands for a simulation: waits go up and down by one around five, ten in the busy office; overtime is undefined. */
function run({ scenario, from, to, measures }: Task): Float64Array {
  const values: number[] = [];
  for (let replication = from; replication < to; replication++) {
    for (const measure of measures) {
      const wait = (scenario.name === "busy" ? 10 : 5) + (replication % 2 === 0 ? 1 : -1);
      values.push(measure === "wait" ? wait : Number.NaN);
    }
  }
  return Float64Array.from(values);
}

const options = { seed: 1, measures: ["overtime", "wait"] };

describe("sampling", () => {
  it("gives each scenario's values of a measure, by replication", () => {
    const samples = conduct(sample([quiet, busy], { ...options, replications: 4 }), run);
    expect([...samples.of(0, "wait")]).toEqual([6, 4, 6, 4]);
    expect([...samples.of(1, "wait")]).toEqual([11, 9, 11, 9]);
    expect([...samples.of(1, "overtime")]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });

  it("asks for replications in one go when their number is given", () => {
    const tasks: Task[] = [];
    conduct(sample([quiet], { ...options, replications: 1000 }), (task) => {
      tasks.push(task);
      return run(task);
    });
    expect(tasks.map(({ from, to }) => [from, to])).toEqual([[0, 1000]]);
  });

  it("goes on until the interval is narrow enough, and not one replication longer", () => {
    // With 99 replications the interval is 1.984 · 1.005 / √99 = ± 0.2004, with 100 it is ± 0.1994.
    const until = { measure: "wait", halfWidth: 0.2 };
    const samples = conduct(sample([quiet], { ...options, replications: 10_000, until }), run);
    expect(samples.precise).toBe(true);
    expect(samples.replications).toBe(100);
    expect(samples.of(0, "wait")).toHaveLength(100);
  });

  it("never judges fewer than ten replications", () => {
    const until = { measure: "wait", halfWidth: 100 };
    expect(conduct(sample([quiet], { ...options, replications: 1000, until }), run).replications).toBe(10);
  });

  it("stops at the limit, and says that it is not precise", () => {
    const until = { measure: "wait", halfWidth: 0.0001 };
    const samples = conduct(sample([quiet], { ...options, replications: 45, until }), run);
    expect([samples.replications, samples.precise]).toEqual([45, false]);
  });

  it("never becomes precise about what is undefined", () => {
    const until = { measure: "overtime", halfWidth: 1 };
    const samples = conduct(sample([quiet], { ...options, replications: 30, until }), run);
    expect([samples.replications, samples.precise]).toEqual([30, false]);
  });

  it("watches what it is told to: here a difference that never varies", () => {
    const until = { measure: "wait", halfWidth: 0.001 };
    const watched = ([first = 0, second = 0]: readonly number[]) => [second - first];
    const samples = conduct(sample([quiet, busy], { ...options, replications: 1000, until, watched }), run);
    expect([samples.replications, samples.precise]).toEqual([10, true]);
  });

  it.each([0, -1, 1.5, Number.NaN, Infinity])("needs a whole number of replications, not %d", (replications) => {
    expect(() => conduct(sample([quiet], { ...options, replications }), run)).toThrow(
      `replications must be a whole number from 1, got ${replications}`,
    );
  });

  it("needs ten replications at least to become precise", () => {
    const until = { measure: "wait", halfWidth: 1 };
    expect(() => conduct(sample([quiet], { ...options, replications: 9, until }), run)).toThrow(/from 10, got 9/);
  });
});
