/**
 * The slots of a week as a calendar: each an event that recurs every week.
 *
 * @module
 */

import ical, { ICalCalendarMethod, ICalEventRepeatingFreq } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import type { WeekProblem, WeekSlot } from "../template/week-problem.ts";
import { calendarText, checkStamp, escapedText, spelled, wallTime } from "./icalendar-words.ts";
import { firstDate } from "./week-dates.ts";

/** Whose calendar it is, and when it was written. */
export interface WeekICalendarOptions {
  /** Id of a provider; everybody's slots when absent. */
  readonly provider?: string;
  /** When the calendar is written, in universal time: `2026-11-25T08:00:00Z`. */
  readonly stamp: string;
}

/**
 * Writes the slots of a week as an iCalendar (RFC 5545). Every event begins in the first week and recurs weekly, at the
 * same time of the clock in the practice's time zone, which the calendar brings along.
 *
 * @throws {RangeError} when the provider has no slot, or the stamp is no universal time
 * @example
 * const slot = { provider: "Dr-A", department: "", weekday: 1, start: 480, minutes: 20, type: "visit", bookings: 1, release: "" };
 * const problem = { name: "Practice", zone: "America/Chicago", start: "2026-12-07" };
 * const calendar = weekToICalendar([slot], problem, { stamp: "2026-11-25T08:00:00Z" });
 * calendar.includes("DTSTART;TZID=America/Chicago:20261208T080000\r\n") // true
 */
export function weekToICalendar(
  slots: readonly WeekSlot[],
  { name, zone, start }: Pick<WeekProblem, "name" | "zone" | "start">,
  { provider, stamp }: WeekICalendarOptions,
): string {
  checkStamp(stamp);
  const own = provider === undefined ? slots : slots.filter((slot) => slot.provider === provider);
  if (own.length === 0) throw new RangeError(`there is no slot of ${provider ?? "anybody"}`);
  const [block, line] = tzlib_get_ical_block(zone) as [string, string];
  // Zones have old names, too; the calendar has to use the one that its own block has.
  const timezone = line.replace("TZID=", "");
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    name: escapedText(provider === undefined ? name : `${name}: ${provider}`),
    prodId: "//Praxis//Week//EN",
    timezone: { name: timezone, generator: () => block },
  });
  for (const slot of own) {
    const date = firstDate(start, slot.weekday);
    calendar.createEvent({
      id: `${slot.weekday}.${slot.start}.${spelled(slot.type)}.${spelled(slot.provider)}@${spelled(name)}.praxis`,
      stamp,
      summary: calendarText(summaryOf(slot, provider)),
      description: calendarText(descriptionOf(slot)),
      start: wallTime(date, slot.start),
      end: wallTime(date, slot.start + slot.minutes),
      timezone,
      repeating: { freq: ICalEventRepeatingFreq.WEEKLY },
    });
  }
  // In a calendar with a time zone the library writes stamps without the sign of universal time, which they need.
  return `${calendar.toString().replace(/^(DTSTAMP:\d{8}T\d{6})\r?$/gm, "$1Z\r")}\r\n`;
}

function summaryOf({ provider, type, bookings }: WeekSlot, whose: string | undefined): string {
  const what = bookings === 1 ? type : `${bookings} × ${type}`;
  return whose === undefined ? `${provider}: ${what}` : what;
}

function descriptionOf({ bookings, release, department }: WeekSlot): string {
  return [
    `${bookings} ${bookings === 1 ? "booking" : "bookings"}`,
    ...(department === "" ? [] : [department]),
    ...(release === "" ? [] : [`released ${release}`]),
  ].join("\n");
}
