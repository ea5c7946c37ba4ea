import { describe, expect, it } from "vitest";
import { differenceInWords, estimateInWords, formatEstimate, formatShare, formatValue } from "./text.ts";

const estimate = { mean: 6.489, sd: 4.99, halfWidth: 0.987, confidence: 0.95, replications: 100 };
const difference = { ...estimate, mean: -4.24, halfWidth: 0.69, measurable: true };

describe("an estimate in words", () => {
  it("carries its interval, its confidence and its replications", () => {
    expect(estimateInWords(estimate, "min")).toBe("6.5 ± 1.0 minutes (95 %, 100 replications)");
  });

  it("says how often the measure was undefined", () => {
    const text = estimateInWords({ ...estimate, replications: 1997, missing: 3 }, "patients");
    expect(text).toBe("6.5 ± 1.0 patients (95 %, 1,997 replications, undefined in 3 more)");
    const never = {
      mean: Number.NaN,
      sd: Number.NaN,
      halfWidth: Infinity,
      confidence: 0.95,
      replications: 0,
      missing: 1,
    };
    expect(estimateInWords(never, "min")).toBe("undefined in 1 replication");
  });

  it("claims no interval from a single replication", () => {
    const single = { ...estimate, sd: Number.NaN, halfWidth: Infinity, replications: 1 };
    expect(estimateInWords(single, "min")).toBe("6.49 minutes (no interval, 1 replication)");
  });

  it("shows a time of day on the clock, its half-width in minutes", () => {
    const clock = (minute: number) =>
      `${8 + Math.floor(minute / 60)}:${String(Math.round(minute % 60)).padStart(2, "0")}`;
    expect(formatEstimate({ mean: 563, halfWidth: 4.4 }, "clock", { clock })).toBe("17:23 ± 4 minutes");
    expect(formatEstimate({ mean: 563, halfWidth: Infinity }, "clock", { clock })).toBe("17:23");
    expect(formatValue(600, "clock", { clock, like: estimate })).toBe("18:00");
    expect(formatEstimate({ mean: 563, halfWidth: 4.4 }, "clock")).toBe("563 ± 4 minutes");
  });

  it("shows long times in days", () => {
    expect(formatEstimate({ mean: 10_584, halfWidth: 45 }, "min")).toBe("7.350 ± 0.031 days");
    expect(formatValue(1440, "min", { brief: true, like: { mean: 10_584, halfWidth: 450 } })).toBe("1.00 d");
  });

  it("shows what is the same in every replication as exact", () => {
    expect(formatEstimate({ mean: 4, halfWidth: 0 }, "units")).toBe("4 ± 0 units");
  });

  it("shows what was never defined as a dash", () => {
    expect(formatEstimate({ mean: Number.NaN, halfWidth: Infinity }, "min")).toBe("–");
    expect(formatValue(Number.NaN, "min", { like: estimate })).toBe("–");
  });
});

describe("a difference in words", () => {
  it("says less and more only when the interval leaves zero out", () => {
    expect(differenceInWords(difference, "min")).toBe("4.2 ± 0.7 minutes less");
    expect(differenceInWords({ ...difference, mean: 4.24 }, "min", { brief: true })).toBe("4.2 ± 0.7 min more");
    const close = { ...difference, mean: -0.2, measurable: false };
    expect(differenceInWords(close, "min")).toBe("no measurable difference (−0.2 ± 0.7 minutes)");
  });

  it("speaks of percentage points, money, and earlier or later", () => {
    expect(differenceInWords({ ...difference, mean: 0.0312, halfWidth: 0.0052 }, "share")).toBe(
      "3.1 ± 0.5 percentage points more",
    );
    expect(differenceInWords({ ...difference, mean: -1234, halfWidth: 56 }, "$")).toBe("$1,230 ± 60 less");
    expect(differenceInWords({ ...difference, mean: -12, halfWidth: 100, measurable: false }, "$")).toBe(
      "no measurable difference (−$10 ± 100)",
    );
    expect(differenceInWords(difference, "clock")).toBe("4.2 ± 0.7 minutes earlier");
  });

  it("tells exactly the same from too close to tell", () => {
    const same = { ...difference, mean: 0, sd: 0, halfWidth: 0, measurable: false };
    expect(differenceInWords(same, "patients")).toBe("no difference in any replication");
    const one = { ...difference, halfWidth: Infinity, sd: Number.NaN, replications: 1, measurable: false };
    expect(differenceInWords(one, "min")).toBe("−4.24 minutes in a single replication");
    expect(differenceInWords({ ...one, mean: Number.NaN, replications: 0, missing: 5 }, "min")).toBe(
      "nothing to compare",
    );
  });
});

it("a share is shown in per cent, without digits that say nothing", () => {
  expect([0.95, 0.975, 0.9, 0.999].map(formatShare)).toEqual(["95 %", "97.5 %", "90 %", "99.9 %"]);
});
