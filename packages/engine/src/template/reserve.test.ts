import { describe, expect, it } from "vitest";
import { slotsInReserve } from "./reserve.ts";

/** The quantile as one finds it by hand: probabilities added up until they are enough. */
function byAddingUp(mean: number, level: number): number {
  let probability = Math.exp(-mean);
  let sum = probability;
  let slots = 0;
  while (sum < level) {
    slots++;
    probability *= mean / slots;
    sum += probability;
  }
  return slots;
}

describe("the slots of a reserve", () => {
  it("are Poisson's quantile", () => {
    for (const mean of [0.1, 1, 3.7, 9, 20, 28, 70, 300]) {
      for (const level of [0.05, 0.5, 0.8, 0.9, 0.99]) {
        expect(slotsInReserve(mean, level), `${mean} at ${level}`).toBe(byAddingUp(mean, level));
      }
    }
  });

  it("are none when nobody asks, or nobody has to be served", () => {
    expect([slotsInReserve(0, 0.8), slotsInReserve(20, 0)]).toEqual([0, 0]);
  });

  it("refuse what is no mean, and a level that no number of slots reaches", () => {
    for (const mean of [-1, Number.NaN, Infinity]) expect(() => slotsInReserve(mean, 0.8)).toThrow(RangeError);
    for (const level of [-0.1, 1, Number.NaN]) expect(() => slotsInReserve(20, level)).toThrow(RangeError);
  });
});
