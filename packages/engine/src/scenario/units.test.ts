import { describe, expect, it } from "vitest";
import type { DistributionDocument, NumberDistributionDocument } from "./schema-distributions.ts";
import { distribution, minutes, money, ratePerMinute, share } from "./units.ts";

describe("quantities", () => {
  it("of time are minutes, whatever their unit", () => {
    const times = [
      "90 s",
      "1 second",
      "12 min",
      "1 minute",
      "1.5 h",
      "2 hours",
      "1 d",
      "2 days",
      "1 wk",
      ".5 weeks",
      "-3 min",
    ];
    expect(times.map(minutes)).toEqual([1.5, 1 / 60, 12, 1, 90, 120, 1440, 2880, 10_080, 5040, -3]);
  });

  it("of other kinds are read with their units", () => {
    expect(["40 per hour", "0.6/min", "12 per day"].map(ratePerMinute)).toEqual([40 / 60, 0.6, 12 / 1440]);
    expect(["35 %", "0.5%", "100 %"].map(share)).toEqual([0.35, 0.005, 1]);
    expect(["$21.50 per hour", "$ 9/h"].map(money)).toEqual([21.5, 9]);
  });

  it("without a unit are refused", () => {
    for (const text of ["12", "min", "", "12 parsecs", "1e9"]) expect(() => minutes(text)).toThrow(RangeError);
    expect(() => ratePerMinute("0.6")).toThrow("0.6");
    expect(() => share("0.6")).toThrow("such as 35 %");
  });
});

describe("a distribution", () => {
  it.each<[DistributionDocument | NumberDistributionDocument, mean: number]>([
    [{ exponential: { mean: "1 h" } }, 60],
    [{ exponential: { rate: "4 per hour" } }, 15],
    [{ gamma: { mean: "8 min", sd: "2 min" } }, 8],
    [{ gamma: { mean: "8 min", shape: 2 } }, 8],
    [{ gamma: { shape: 2, scale: "4 min" } }, 8],
    [{ erlang: { mean: "6 min", shape: 3 } }, 6],
    [{ weibull: { mean: "6 min", sd: "3 min" } }, 6],
    [{ normal: { mean: "16 min", sd: "2 min" } }, 16],
    [{ lognormal: { mean: "18 min", sd: "7 min" } }, 18],
    [{ triangular: { min: "2 min", mode: "3 min", max: "7 min" } }, 4],
    [{ uniform: { min: "-15 min", max: "10 min" } }, -2.5],
    [{ whole: { min: 1, max: 5 } }, 3],
    [{ beta: { min: "0 min", max: "10 min", mean: "4 min", sd: "1 min" } }, 4],
    [{ pert: { min: "0 min", mode: "5 min", max: "10 min" } }, 5],
    [{ constant: "2 h" }, 120],
    [{ empirical: { values: ["1 min", "3 min"] } }, 2],
    [{ empirical: { edges: ["0 min", "2 min", "4 min"], weights: [1, 1] } }, 2],
    [
      {
        mixture: [
          { share: "25 %", of: "4 min" },
          { share: "75 %", of: { constant: "8 min" } },
        ],
      },
      7,
    ],
    [{ shifted: { by: "5 min", of: { exponential: { mean: "1 min" } } } }, 6],
  ])("%j has the mean that its file says", (document, mean) => {
    expect(distribution(document).mean).toBeCloseTo(mean, 9);
  });

  it("whose parameters do not go together is refused", () => {
    expect(() => distribution({ triangular: { min: "3 min", mode: "1 min", max: "5 min" } })).toThrow(RangeError);
    expect(() => distribution({ gamma: { mean: "0 min", shape: 1 } })).toThrow(RangeError);
  });
});
