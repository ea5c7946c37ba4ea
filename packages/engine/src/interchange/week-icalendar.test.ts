import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { WeekSlot } from "../template/week-problem.ts";
import { weekToICalendar } from "./week-icalendar.ts";

const stamp = "2026-10-20T08:00:00Z";
const problem = { name: "Practice; north, side", zone: "America/Chicago", start: "2026-10-28" };

const slot: WeekSlot = {
  provider: "Dr-A",
  department: "family medicine",
  weekday: 2,
  start: 480,
  minutes: 20,
  type: "visit, short",
  bookings: 2,
  release: "1 d before: any",
};

function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return { events: calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event)) };
}

describe("a week as a calendar", () => {
  it("has an event for each slot that recurs every week, at the same time of the clock", () => {
    const { events } = parsed(weekToICalendar([slot, { ...slot, weekday: 1 }], problem, { stamp }));
    expect(events).toHaveLength(2);
    const times = events[0]!.iterator();
    const instants = Array.from({ length: 3 }, () => times.next().toJSDate().toISOString());
    // Clocks go back on the first of November: eight o'clock comes an hour later in universal time.
    expect(instants).toEqual(["2026-10-28T13:00:00.000Z", "2026-11-04T14:00:00.000Z", "2026-11-11T14:00:00.000Z"]);
    expect(events[1]!.startDate.toString()).toBe("2026-11-03T08:00:00");
    expect(events[0]!.duration.toSeconds()).toBe(1200);
  });

  it("says whose slot it is, what it is for and how many can be booked", () => {
    const text = weekToICalendar([slot], problem, { stamp });
    const { events } = parsed(text);
    expect(events[0]!.summary).toBe("Dr-A: 2 × visit, short");
    expect(events[0]!.description).toBe("2 bookings\nfamily medicine\nreleased 1 d before: any");
    expect(text).toContain("\r\nNAME:Practice\\; north\\, side\r\n");
  });

  it("is one provider's when that is asked for, and refuses who has no slot", () => {
    const other = { ...slot, provider: "Dr-B" };
    const { events } = parsed(weekToICalendar([slot, other], problem, { stamp, provider: "Dr-B" }));
    expect(events.map(({ summary }) => summary)).toEqual(["2 × visit, short"]);
    expect(() => weekToICalendar([slot], problem, { stamp, provider: "Dr-X" })).toThrow(RangeError);
  });

  it("stamps its events in universal time, and keeps their ids", () => {
    const text = weekToICalendar([slot], problem, { stamp });
    expect(text).toContain("\r\nDTSTAMP:20261020T080000Z\r\n");
    const uid = /\r\nUID:(\S+)/.exec(text)![1];
    expect(weekToICalendar([{ ...slot, bookings: 1 }], problem, { stamp: "2026-11-01T08:00:00Z" })).toContain(uid);
    expect(() => weekToICalendar([slot], problem, { stamp: "yesterday" })).toThrow(RangeError);
  });

  it("knows zones by their old names, too", () => {
    const { events } = parsed(weekToICalendar([slot], { ...problem, zone: "US/Central" }, { stamp }));
    expect(events[0]!.startDate.toJSDate().toISOString()).toBe("2026-10-28T13:00:00.000Z");
  });
});
