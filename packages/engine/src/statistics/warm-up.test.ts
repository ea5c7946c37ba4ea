import fc from "fast-check";
import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { findWarmUp } from "./warm-up.ts";

describe("the warm-up of a run", () => {
  it("is nothing for an office that is steady from the first minute", () => {
    expect(findWarmUp(Array.from({ length: 100 }, () => 7))).toEqual({
      status: "found",
      batches: 0,
      observations: 0,
      mean: 7,
    });
  });

  it("ends with the batch in which the queue has stopped growing", () => {
    const queue = Array.from({ length: 300 }, (_, hour) => Math.min(hour, 62) + (hour % 2));
    expect(findWarmUp(queue)).toMatchObject({ status: "found", batches: 13, observations: 65 });
  });

  it("takes away most of the bias of an office that opens empty", () => {
    const uniform = seedrandom("warm-up");
    // Level 10, approached from zero: the first hours are far below.
    const hours = Array.from({ length: 2000 }, (_, hour) => 10 * (1 - Math.exp(-hour / 60)) + uniform() - 0.5);
    const found = findWarmUp(hours);
    if (found.status !== "found") expect.fail("the run was long enough");
    expect(found.observations).toBeGreaterThan(120);
    expect(found.observations).toBeLessThan(500);
    expect(Math.abs(found.mean - 10)).toBeLessThan(0.03);
    expect(Math.abs(hours.reduce((sum, level) => sum + level, 0) / hours.length - 10)).toBeGreaterThan(0.25);
  });

  it("is the cut with the smallest squared standard error, tried one by one", () => {
    const hours = fc
      .tuple(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }), fc.integer({ min: 0, max: 20 }))
      .map(([transient, level]) => [
        ...transient,
        ...Array.from({ length: 60 }, (_, hour) => level + ((7 * hour) % 5)),
      ]);
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 8 }), (hours, batchSize) => {
        const batches = Array.from({ length: Math.floor(hours.length / batchSize) }, (_, batch) =>
          meanOf(hours.slice(batchSize * batch, batchSize * (batch + 1))),
        );
        const errors = batches.slice(0, -4).map((_, cut) => {
          const rest = batches.slice(cut);
          return rest.reduce((sum, batch) => sum + (batch - meanOf(rest)) ** 2, 0) / rest.length ** 2;
        });
        const found = findWarmUp(hours, { batchSize });
        const half = Math.ceil(batches.length / 2);
        const [leastEarly, leastLate] = [Math.min(...errors.slice(0, half)), Math.min(...errors.slice(half))];
        if (found.status === "found") {
          expect(found.batches).toBeLessThan(half);
          expect(found.observations).toBe(found.batches * batchSize);
          expect(errors[found.batches]).toBeLessThan(Math.min(leastEarly, leastLate) + 1e-9);
          expect(found.mean).toBeCloseTo(meanOf(batches.slice(found.batches)), 9);
        } else if (batches.length >= 10) {
          expect(leastLate).toBeLessThan(leastEarly + 1e-9);
        }
      }),
    );
  });

  it("must end before the middle of the run, and leave at least five batches of ten", () => {
    const run = (transient: number, steady: number) =>
      findWarmUp([...Array.from({ length: transient }, (_, hour) => 100 - hour), ...Array(steady).fill(0)], {
        batchSize: 1,
      });
    expect(run(10, 10)).toEqual({ status: "run longer" });
    expect(run(10, 11)).toEqual({ status: "found", batches: 10, observations: 10, mean: 0 });
    expect(run(4, 6)).toEqual({ status: "found", batches: 4, observations: 4, mean: 0 });
    expect(run(4, 5)).toEqual({ status: "run longer" });
    // Five steady batches behind six that are not: the cut lies past the middle.
    expect(findWarmUp([9, 8, 9, 8, 9, 8, 0, 0, 0, 0, 0], { batchSize: 1 })).toEqual({ status: "run longer" });
  });

  it("cannot be told from a queue that grows to the end, nor from a few hours", () => {
    expect(findWarmUp(Array.from({ length: 500 }, (_, hour) => hour))).toEqual({ status: "run longer" });
    expect(findWarmUp([1, 2, 3])).toEqual({ status: "run longer" });
    expect(findWarmUp([])).toEqual({ status: "run longer" });
  });

  it("may be looked for in batches of another size, or in typed columns", () => {
    const queue = Float64Array.from({ length: 300 }, (_, hour) => Math.min(hour, 62));
    expect(findWarmUp(queue, { batchSize: 1 })).toEqual({ status: "found", batches: 62, observations: 62, mean: 62 });
    expect(() => findWarmUp(queue, { batchSize: 0 })).toThrow("a whole number of observations, at least 1, got 0");
    expect(() => findWarmUp([...queue, NaN, 1, 1, 1, 1])).toThrow(RangeError);
  });
});

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
