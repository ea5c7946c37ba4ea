import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockTime, dateAfter, daysBetween, isDate, weekdayOf } from "./time-of-day.ts";

describe("times of day", () => {
  it("are minutes after midnight, up to the end of the day", () => {
    expect(["00:00", "8:05", "12:30", "24:00"].map(clockTime)).toEqual([0, 485, 750, 1440]);
  });

  it("that no clock shows are refused", () => {
    for (const time of ["24:01", "12:60", "noon", "8", "-1:00", ""]) expect(() => clockTime(time)).toThrow(RangeError);
  });
});

describe("dates", () => {
  it("are days apart as the calendar of the platform has them", () => {
    const day = fc.date({ min: new Date("1600-01-01"), max: new Date("2999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [a.toISOString().slice(0, 10), b.toISOString().slice(0, 10)];
        expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
        expect(dateAfter(from, daysBetween(from, to))).toBe(to);
        expect(weekdayOf(from)).toBe((new Date(from).getUTCDay() + 6) % 7);
      }),
    );
  });

  it("that no calendar has are refused", () => {
    const dates = ["2026-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-1-5", "tomorrow"];
    expect(dates.filter(isDate)).toEqual([]);
    for (const date of dates) expect(() => daysBetween(date, "2026-01-01")).toThrow(RangeError);
    expect(isDate("2024-02-29")).toBe(true);
    expect(isDate("2000-02-29")).toBe(true);
  });
});
