import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile, quantiles } from "./quantile.ts";

// No clock shows -0; 0 + -0 is 0.
const wait = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((minutes) => minutes + 0);
const waits = fc.array(wait, { minLength: 1, maxLength: 200 });
const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe("quantiles of waits", () => {
  it("interpolate between neighbours as R's type 7", () => {
    // R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(0, .1, .25, .5, .9, 1), type = 7)
    const sample = [3, 1, 4, 1, 5, 9, 2, 6];
    const found = quantiles(sample, [0, 0.1, 0.25, 0.5, 0.9, 1]);
    [1, 1, 1.75, 3.5, 6.9, 9].forEach((expected, index) => {
      expect(found[index]).toBeCloseTo(expected, 12);
    });
  });

  it("agree with sorting first", () => {
    fc.assert(
      fc.property(waits, fc.array(probability, { maxLength: 6 }), (sample, probabilities) => {
        const sorted = Float64Array.from(sample).sort();
        const expected = probabilities.map((p) => {
          const rank = (sorted.length - 1) * p;
          const [below, above] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!];
          return below + (rank - Math.floor(rank)) * (above - below);
        });
        expect(quantiles(sample, probabilities)).toEqual(expected);
        expect(quantiles(Float64Array.from(sample), probabilities)).toEqual(quantiles(sample, probabilities));
        expect(probabilities.map((p) => quantile(sample, p))).toEqual(expected);
      }),
    );
  });

  it("leave the waits in the order in which patients came", () => {
    const list = [5, 3, 9, 1];
    const columns = Float64Array.from(list);
    quantiles(list, [0.1, 0.9]);
    quantiles(columns, [0.1, 0.9]);
    expect(list).toEqual([5, 3, 9, 1]);
    expect([...columns]).toEqual([5, 3, 9, 1]);
  });

  it("of a day when nobody came are not defined", () => {
    expect(quantiles([], [0.1, 0.9])).toEqual([NaN, NaN]);
  });

  it("are quick for a million waits of which most are zero", () => {
    const sample = new Float64Array(1_000_000);
    for (let index = 0; index < sample.length; index += 3) sample[index] = (index * 7919) % 1_000_003;
    expect(quantile(sample, 0.5)).toBe(0);
    expect(quantile(sample, 1)).toBeGreaterThan(999_000);
  });

  it("refuse what is no probability and no wait", () => {
    expect(() => quantile([1], 1.5)).toThrow("a probability must lie between 0 and 1, got 1.5");
    expect(() => quantile([1], NaN)).toThrow(RangeError);
    expect(() => quantile([1, NaN], 0.5)).toThrow("a sample must hold finite numbers, got NaN at position 1");
    expect(() => quantile([Infinity], 0.5)).toThrow(RangeError);
  });
});
