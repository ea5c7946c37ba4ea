import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { awkwardRosters } from "../../test/support/awkward-rosters.ts";
import type { RosterProblem } from "../roster/problem.ts";
import { rosterToICalendar } from "./roster-icalendar.ts";

const shifts = [
  {
    ...{ id: "early@desk", name: "early", from: 420, to: 930, workMinutes: 480, kinds: [] },
    parts: [
      { workplace: "phones", from: 690, to: 930 },
      { workplace: "desk, front", from: 420, to: 660 },
    ],
  },
  { id: "night", name: "night", from: 1320, to: 1800, workMinutes: 450, parts: [], kinds: [] },
  { id: "N2", name: "N2", workMinutes: 720, parts: [], kinds: [] },
];
const problem: RosterProblem = {
  ...{ name: "Autumn; 2026", start: "2026-10-24", days: 4, workplaces: [], shifts, uses: [], history: [] },
  people: ["MA-1", "Zoë"].map((id) => ({ id, role: "assistant", skills: new Map(), costPerHour: 31.25 })),
};
// In Europe, clocks go back in the night to Sunday, 25 October 2026; in America, in the night to 1 November.
const roster = { "MA-1": ["night", "early@desk", null, "N2"], Zoë: [null, "night", "night", null] };
const options = { person: "MA-1", stamp: "2026-10-01T08:00:00Z", state: "published" } as const;

const calendarOf = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventsOf = (text: string) =>
  calendarOf(text)
    .getAllSubcomponents("vevent")
    .map((event) => new ICAL.Event(event));

describe("the calendar of one person", () => {
  const events = eventsOf(rosterToICalendar(roster, problem, options));

  it("has an event for each shift, and none for a day off", () => {
    expect(events.map(({ summary }) => summary)).toEqual(["night", "early", "N2"]);
  });

  it("ends a night on the next day, at the time on the wall, whatever clocks do in between", () => {
    const [night, early] = events;
    expect([`${night?.startDate}`, `${night?.endDate}`]).toEqual(["2026-10-24T22:00:00", "2026-10-25T06:00:00"]);
    expect([`${early?.startDate}`, `${early?.endDate}`]).toEqual(["2026-10-25T07:00:00", "2026-10-25T15:30:00"]);
    expect(events.slice(0, 2).map(({ startDate }) => startDate.zone)).toEqual([
      ICAL.Timezone.localTimezone,
      ICAL.Timezone.localTimezone,
    ]);
  });

  it("is the same wherever it is written", () => {
    const before = process.env["TZ"];
    const written = ["UTC", "America/New_York", "Pacific/Kiritimati"].map((zone) => {
      process.env["TZ"] = zone;
      return rosterToICalendar(roster, problem, options);
    });
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
    expect(new Set(written).size).toBe(1);
  });

  it("says where the work is, and when the breaks are", () => {
    expect(events[1]?.location).toBe("desk, front, phones");
    expect(events[1]?.description).toBe(
      "07:00–11:00 desk, front\n11:30–15:30 phones\nBreak 11:00–11:30\n8 hours of work",
    );
    expect(events[0]?.description).toBe("Break 30 min\n7.5 hours of work");
  });

  it("lasts all day when nobody says from when to when", () => {
    expect([events[2]?.startDate.isDate, `${events[2]?.startDate}`]).toEqual([true, "2026-10-27"]);
  });

  it("keeps the UID of a person's day when the shift changes, so that the newer replaces the older", () => {
    const uids = (text: string) => eventsOf(text).map(({ uid }) => uid);
    const changed = { ...roster, "MA-1": ["early@desk", "night", null, "night"] };
    expect(uids(rosterToICalendar(changed, problem, { ...options, sequence: 1 }))).toEqual(
      events.map(({ uid }) => uid),
    );
    const everybody = [
      ...events.map(({ uid }) => uid),
      ...uids(rosterToICalendar(roster, problem, { ...options, person: "Zoë" })),
    ];
    expect(new Set(everybody).size).toBe(5);
  });

  it("has the stamp it is given, is tentative while a draft, and says nothing of costs", () => {
    const text = rosterToICalendar(roster, problem, { ...options, state: "draft", sequence: 3 });
    const [event] = calendarOf(text).getAllSubcomponents("vevent");
    expect(`${event?.getFirstPropertyValue("dtstamp")}`).toBe("2026-10-01T08:00:00Z");
    expect(event?.getFirstPropertyValue("status")).toBe("TENTATIVE");
    expect(event?.getFirstPropertyValue("sequence")).toBe(3);
    expect(text).not.toMatch(/\$|cost|31\.25/i);
  });

  it("can be read back, whatever people and shifts are called, with lines of at most 75 octets", () => {
    fc.assert(
      fc.property(awkwardRosters, ({ problem, roster }) => {
        for (const { id } of problem.people) {
          const text = rosterToICalendar(roster, problem, { ...options, person: id });
          expect(eventsOf(text)).toHaveLength(roster[id]!.filter((shift) => shift !== null).length);
          const lines = text.split("\r\n");
          expect(lines.pop()).toBe("");
          for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("refuses a stamp that is no universal time, and people who are not there", () => {
    expect(() => rosterToICalendar(roster, problem, { ...options, stamp: "2026-10-01 08:00" })).toThrow(RangeError);
    expect(() => rosterToICalendar(roster, problem, { ...options, person: "toString" })).toThrow(RangeError);
  });
});
