import { describe, expect, it } from "vitest";
import { expectedPresent, expectedTime } from "./little.ts";

describe("Little's law", () => {
  it("finds nine patients in an office to which twelve come an hour, and stay 45 minutes", () => {
    expect(expectedPresent({ arrivalRate: 12 / 60, time: 45 })).toBe(9);
    expect(expectedTime({ arrivalRate: 12 / 60, present: 9 })).toBe(45);
    expect(expectedPresent({ arrivalRate: 0, time: 45 })).toBe(0);
  });

  it("knows no negative times and no stays of patients who never come", () => {
    expect(() => expectedPresent({ arrivalRate: 1, time: -1 })).toThrow(
      "a time must be zero or more and finite, got -1",
    );
    expect(() => expectedPresent({ arrivalRate: NaN, time: 1 })).toThrow("an arrival rate must be zero or more");
    expect(() => expectedTime({ arrivalRate: 0, present: 1 })).toThrow(
      "an arrival rate must be positive and finite, got 0",
    );
    expect(() => expectedTime({ arrivalRate: 1, present: Infinity })).toThrow(RangeError);
  });
});
