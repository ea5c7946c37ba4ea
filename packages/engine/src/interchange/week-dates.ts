/**
 * The slots of a week on dates, and at instants of the practice's time zone.
 *
 * @module
 */

import { tzlib_get_offset } from "timezones-ical-library";
import { clockText, DAY, dateAfter, weekdayOf } from "../time-of-day.ts";

/** The first date on or after another that is such a weekday. */
export function firstDate(start: string, weekday: number): string {
  return dateAfter(start, (((weekday - weekdayOf(start)) % 7) + 7) % 7);
}

/** Writes times of day as instants of a time zone: `2026-12-07T08:00:00-06:00`. */
export function instantsIn(zone: string): (date: string, minutes: number) => string {
  const known = new Map<string, string>();
  return (date, minutes) => {
    const day = dateAfter(date, Math.floor(minutes / DAY));
    const clock = clockText(minutes);
    const key = `${day}T${clock}`;
    // A week has few different times, and looking an offset up takes a while.
    const offset = known.get(key) ?? tzlib_get_offset(zone, day, clock).replace(/(\d\d)$/, ":$1");
    known.set(key, offset);
    return `${key}:00${offset}`;
  };
}
