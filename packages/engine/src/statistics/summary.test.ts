import { describe, expect, it } from "vitest";
import { estimate } from "./estimate.ts";
import { summarise } from "./summary.ts";

describe("a summary of a measure over replications", () => {
  it("is its estimate with percentiles and range", () => {
    const waits = [9, 1, 2, 3, 4, 5, 6, 7, 8, 10, 0];
    const options = { confidence: 0.9 };
    expect(summarise(waits, options)).toEqual({ ...estimate(waits, options), p10: 1, p50: 5, p90: 9, min: 0, max: 10 });
  });

  it("leaves out days on which the measure is undefined", () => {
    expect(summarise([NaN, 4, 6, 5, 5])).toEqual({ ...summarise([4, 6, 5, 5]), missing: 1 });
  });

  it("is NaN throughout when nobody ever came", () => {
    const unknown = { p10: NaN, p50: NaN, p90: NaN, min: NaN, max: NaN };
    expect(summarise([NaN, NaN])).toEqual({ ...estimate([NaN, NaN]), ...unknown });
  });

  it("needs at least one replication", () => {
    expect(() => summarise([])).toThrow("an estimate needs at least one replication");
  });
});
