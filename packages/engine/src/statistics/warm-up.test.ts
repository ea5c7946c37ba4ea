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
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 150 }), (hours) => {
        const batches = Array.from({ length: Math.floor(hours.length / 5) }, (_, batch) =>
          meanOf(hours.slice(5 * batch, 5 * batch + 5)),
        );
        const errors = batches.slice(0, Math.max(0, batches.length - 4)).map((_, cut) => {
          const rest = batches.slice(cut);
          return rest.reduce((sum, batch) => sum + (batch - meanOf(rest)) ** 2, 0) / rest.length ** 2;
        });
        const found = findWarmUp(hours);
        const least = Math.min(...errors);
        if (found.status === "found") {
          expect(found.batches).toBeLessThan(batches.length / 2);
          expect(errors[found.batches]! - least).toBeLessThan(1e-9);
          expect(found.mean).toBeCloseTo(meanOf(batches.slice(found.batches)), 9);
        } else {
          expect(errors.slice(0, Math.ceil(batches.length / 2)).every((error) => error > least - 1e-9)).toBe(true);
        }
      }),
    );
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
