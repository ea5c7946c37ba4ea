import { describe, expect, it } from "vitest";
import { Days, hoursOn, namesWeekday, spansOf } from "./days.ts";

const week = new Days({
  start: "2026-01-05 08:00",
  length: "7 d",
  opening: { weekdays: "08:00-17:00", friday: ["08:00-12:00", "13:00-15:00"], saturday: "09:00-12:00" },
  closed: ["2026-01-07"],
});

describe("the days of a run", () => {
  it("begin with the one in which the run starts, whatever the clock says", () => {
    expect(week.midnight(0)).toBe(-480);
    expect(week.dayAt(0)).toBe(0);
    expect(week.dayAt(960)).toBe(1);
    expect(week.dayAt(959.9)).toBe(0);
  });

  it("end with the one in which the run ends: seven days from eight o'clock touch eight days", () => {
    expect(week.count).toBe(8);
    expect(new Days({ start: "2026-01-05", length: "7 d" }).count).toBe(7);
  });

  it("are longer by a grace where the run goes on until everybody has left", () => {
    const days = new Days({ start: "2026-01-05", length: "9 h", ends: "when empty" });
    expect(days.count).toBe(1);
    expect(days.latest).toBe(540 + 7 * 1440);
  });

  it("know their weekdays, also across a leap day", () => {
    expect(week.weekday(0)).toBe(0);
    expect(week.weekday(-1)).toBe(6);
    const leap = new Days({ start: "2028-02-28", length: "3 d" });
    expect(leap.dayOf("2028-03-01")).toBe(2);
    expect(leap.weekday(2)).toBe(2);
  });

  it("open at the hours of their weekday, and not at all on holidays", () => {
    expect(week.hoursOf(0)).toEqual([{ from: 0, to: 540 }]);
    expect(week.hoursOf(2)).toEqual([]);
    expect(week.opensOn(2)).toBe(false);
    expect(week.hoursOf(4).map(({ from, to }) => to - from)).toEqual([240, 120]);
    expect(week.opensOn(5)).toBe(true);
    expect(week.opensOn(6)).toBe(false);
  });

  it("have a next time of the clock, which may be this very minute", () => {
    expect(week.nextClock(0, 8 * 60)).toBe(0);
    expect(week.nextClock(1, 8 * 60)).toBe(1440);
    expect(week.nextClock(1, 15 * 60)).toBe(420);
  });
});

describe("hours", () => {
  it("may be given for a day, for the weekdays, for the weekend; the day itself comes first", () => {
    const hours = { weekdays: "08:00-17:00", wednesday: "08:00-12:00" };
    expect(hoursOn(hours, 2)).toBe("08:00-12:00");
    expect(hoursOn(hours, 3)).toBe("08:00-17:00");
    expect(hoursOn(hours, 6)).toBeUndefined();
    expect(hoursOn("08:00-17:00", 6)).toBe("08:00-17:00");
  });

  it("pass midnight when they end before they begin", () => {
    expect(spansOf("22:00-06:00")).toEqual([{ from: 1320, to: 1800 }]);
  });

  it("are named by words for days", () => {
    expect(namesWeekday("weekdays", 4)).toBe(true);
    expect(namesWeekday("weekend", 4)).toBe(false);
    expect(namesWeekday(["monday", "saturday"], 5)).toBe(true);
  });
});
