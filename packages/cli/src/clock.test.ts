import { describe, expect, it } from "vitest";
import { clockOf, clockWithSecondsOf, minuteOfClock } from "./clock.ts";

const monday = { calendar: { start: "2026-01-05 08:00", length: "9 h" } };
const midnight = { calendar: { length: "3 d" } };

describe("the office's clock", () => {
  it("shows the minute that is nearest", () => {
    expect([0, 29.6, 569.4].map(clockOf(monday))).toEqual(["08:00", "08:30", "17:29"]);
  });

  it("counts days from the first", () => {
    expect([0, 1440, 3000.2].map(clockOf(midnight))).toEqual(["00:00", "day 2, 00:00", "day 3, 02:00"]);
    expect(clockOf(monday)(17 * 60)).toBe("day 2, 01:00");
  });

  it("shows seconds that have passed, in traces", () => {
    expect([0, 29.999, 30.5].map(clockWithSecondsOf(monday))).toEqual(["08:00:00", "08:29:59", "08:30:30"]);
  });

  it("is read backwards: the first such time from a minute on", () => {
    expect(minuteOfClock("09:30", monday, 0)).toBe(90);
    expect(minuteOfClock("08:00", monday, 0)).toBe(0);
    expect(minuteOfClock("07:00", monday, 0)).toBe(23 * 60);
    expect(minuteOfClock("09:30", monday, 1440)).toBe(1530);
    expect(["9", "25:00", "noon", ""].map((text) => minuteOfClock(text, monday, 0))).toEqual(Array(4).fill(undefined));
  });
});
