import fc from "fast-check";
import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { estimate, holdsZero, pairedDifference } from "./estimate.ts";

const values = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 50 });

describe("an estimate", () => {
  it("is the 90 per cent interval of Law's ten days of a bank", () => {
    // Law (2015), section 9.4.1: ten days with mean 2.03 and variance 0.31 give 2.03 ± 0.32.
    const delays = [1.53, 1.66, 1.24, 2.34, 2.0, 1.69, 2.69, 2.86, 1.7, 2.6];
    const { mean, sd, halfWidth, replications } = estimate(delays, { confidence: 0.9 });
    expect([mean.toFixed(2), (sd ** 2).toFixed(2), halfWidth.toFixed(2), replications]).toEqual([
      "2.03",
      "0.31",
      "0.32",
      10,
    ]);
  });

  it("is wider than a normal interval by what Student's t is, with one freedom less than days", () => {
    // t(0.975, 3) = 3.182446, sd = 0.816497, and the root of 4 is 2.
    const { mean, sd, halfWidth } = estimate([4, 6, 5, 5]);
    expect([mean, sd, halfWidth].map((value) => value.toFixed(6))).toEqual(["5.000000", "0.816497", "1.299228"]);
  });

  it("of one replication has no half-width to speak of", () => {
    expect(estimate([6.5])).toEqual({ mean: 6.5, sd: NaN, halfWidth: Infinity, confidence: 0.95, replications: 1 });
  });

  it("leaves the values as they were", () => {
    for (const values of [Float64Array.of(5, 1, 4), Float64Array.of(5, Number.NaN, 4)]) {
      const before = [...values];
      estimate(values);
      expect([...values]).toEqual(before);
    }
  });

  it("leaves out days on which the measure is undefined, and says how many", () => {
    expect(estimate([NaN, 4, 6, NaN, 5, 5])).toEqual({ ...estimate([4, 6, 5, 5]), missing: 2 });
    expect(estimate(Float64Array.of(4, 6, 5, 5))).not.toHaveProperty("missing");
    const nobodyCame = { mean: NaN, sd: NaN, halfWidth: Infinity, confidence: 0.95, replications: 0, missing: 2 };
    expect(estimate([NaN, NaN])).toEqual(nobodyCame);
  });

  it("becomes null in JSON where it is unknown", () => {
    expect(JSON.parse(JSON.stringify(estimate([6.5])))).toMatchObject({ sd: null, halfWidth: null });
  });

  it("covers the expected value in about 95 of 100 experiments", () => {
    const uniform = seedrandom("coverage");
    const covered = Array.from({ length: 4000 }, () => {
      const { mean, halfWidth } = estimate(Array.from({ length: 8 }, () => normal(uniform)));
      return Math.abs(mean) <= halfWidth;
    }).filter(Boolean).length;
    // Binomial with sd 0.0034: three of them.
    expect(Math.abs(covered / 4000 - 0.95)).toBeLessThan(0.0104);
  });

  it("refuses an empty experiment, an infinite measure and an impossible confidence", () => {
    expect(() => estimate([])).toThrow("an estimate needs at least one replication");
    expect(() => estimate([1, Infinity])).toThrow("got Infinity in replication 1");
    expect(() => estimate([1, 2], { confidence: 95 })).toThrow("such as 0.95, got 95");
    for (const confidence of [0, 1, NaN]) expect(() => estimate([1, 2], { confidence })).toThrow(RangeError);
  });
});

describe("a paired difference", () => {
  it("is the estimate of variant minus base, replication by replication", () => {
    fc.assert(
      fc.property(values, fc.double({ min: -100, max: 100, noNaN: true }), (base, change) => {
        const { mean, halfWidth } = pairedDifference(
          base.map((value) => value + change),
          base,
        );
        // The days differ, but they meet the same chance: the change shows with no uncertainty but rounding.
        expect(mean).toBeCloseTo(change, 6);
        expect(halfWidth).toBeLessThan(1e-6);
      }),
    );
  });

  it("changes its sign, and nothing else, when variant and base change places", () => {
    const [forth, back] = [pairedDifference([5, 7, 9], [4, 6, 7]), pairedDifference([4, 6, 7], [5, 7, 9])];
    expect(back).toEqual({ ...forth, mean: -forth.mean });
  });

  it("leaves out days on which either is undefined", () => {
    expect(pairedDifference([5, NaN, 7, 9], [4, 1, 6, NaN])).toMatchObject({ mean: 1, replications: 2, missing: 2 });
  });

  it("refuses days without partner", () => {
    expect(() => pairedDifference([1, 2], [1])).toThrow("as many replications of both, got 2 and 1");
  });
});

describe("no measurable difference", () => {
  it("is what holds when the interval holds zero, or nothing is known", () => {
    expect(holdsZero(estimate([1, -1, 2, -2]))).toBe(true);
    expect(holdsZero(estimate([1, 1.1, 0.9]))).toBe(false);
    expect(holdsZero(estimate([-1, -1, -1]))).toBe(false);
    expect(holdsZero(estimate([0, 0, 0]))).toBe(true);
    expect(holdsZero(estimate([7]))).toBe(true);
    expect(holdsZero(estimate([NaN]))).toBe(true);
  });
});

function normal(uniform: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
