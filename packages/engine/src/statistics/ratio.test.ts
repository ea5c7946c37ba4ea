import { describe, expect, it } from "vitest";
import { Streams } from "../random/streams.ts";
import { ratioEstimate } from "./ratio.ts";

describe("a ratio of sums", () => {
  it("is that of the totals, not the mean of the ratios", () => {
    expect(ratioEstimate([8, 18], [10, 20]).mean).toBeCloseTo(26 / 30, 12);
    expect(ratioEstimate([0, 9], [1, 9]).mean).toBeCloseTo(0.9, 12);
  });

  it("has an interval that holds the true ratio as often as it says", () => {
    const uniform = new Streams({ seed: "ratios" }).keyedUniform("calls");
    let held = 0;
    const experiments = 1000;
    for (let experiment = 0; experiment < experiments; experiment++) {
      // Calls of a day come in number from 1 to 20; each is answered in time with a chance of 0.7.
      const calls = Array.from({ length: 30 }, (_, day) => 1 + Math.floor(20 * uniform(experiment, day, 0)));
      const soon = calls.map((count, day) => {
        let answered = 0;
        for (let call = 1; call <= count; call++) if (uniform(experiment, day, call) < 0.7) answered++;
        return answered;
      });
      const { mean, halfWidth } = ratioEstimate(soon, calls);
      if (Math.abs(mean - 0.7) <= halfWidth) held++;
    }
    // 95 % of a thousand, within 3.5 standard deviations of it.
    expect(Math.abs(held - 950)).toBeLessThan(3.5 * Math.sqrt(experiments * 0.95 * 0.05));
  });

  it("is not known where there was nothing, nor how surely from one day", () => {
    expect(ratioEstimate([0, 0], [0, 0])).toMatchObject({ mean: Number.NaN, halfWidth: Infinity });
    expect(ratioEstimate([3], [4]).halfWidth).toBe(Infinity);
  });

  it("needs pairs", () => {
    expect(() => ratioEstimate([1], [1, 2])).toThrow("got 1 and 2");
    expect(() => ratioEstimate([], [])).toThrow(RangeError);
  });
});
