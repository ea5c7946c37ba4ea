/**
 * The slots of a week on dates, and at instants of the practice's time zone.
 *
 * @module
 */

import { tzlib_get_offset } from "timezones-ical-library";
import { clockText, clockTime, DAY, dateAfter, daysBetween, isDate, weekdayOf } from "../time-of-day.ts";

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

/** A moment on the clock of the practice. */
export interface LocalTime {
  readonly date: string;
  /** Minutes after midnight; seconds are left out. */
  readonly minutes: number;
}

const firstDay = "1970-01-01";

/**
 * Reads instants, as RFC 3339 writes them, on the clock of a time zone; undefined when a text is none.
 *
 * @example
 * localTimesIn("America/Chicago")("2026-12-07T14:00:00Z") // { date: "2026-12-07", minutes: 480 }
 */
export function localTimesIn(zone: string): (instant: string) => LocalTime | undefined {
  const offsets = new Map<string, number>();
  /** Minutes by which the clock of the zone is ahead, when it shows this. */
  const offsetAt = (local: number) => {
    const { date, minutes } = timeOf(local);
    // Clocks change at full quarters of an hour.
    const key = `${date} ${clockText(minutes - (minutes % 15))}`;
    const known = offsets.get(key) ?? signedMinutes(tzlib_get_offset(zone, date, key.slice(11)));
    offsets.set(key, known);
    return known;
  };
  return (instant) => {
    const universal = universalMinutes(instant);
    if (universal === undefined) return undefined;
    // No clock changes twice in two days. What it shows twice is looked up as it was before.
    const [before, after] = [offsetAt(universal - DAY), offsetAt(universal + DAY)];
    const local = universal + (offsetAt(universal + before) === before ? before : after);
    return timeOf(local);
  };
}

function timeOf(total: number): LocalTime {
  const days = Math.floor(total / DAY);
  return { date: dateAfter(firstDay, days), minutes: total - days * DAY };
}

/** Minutes since the first of January 1970, universal time. */
function universalMinutes(instant: string): number | undefined {
  const [, date = "", clock = "", offset = ""] =
    /^(\d{4}-\d\d-\d\d)[Tt]((?:[01]\d|2[0-3]):[0-5]\d):[0-6]\d(?:\.\d+)?([Zz]|[+-]\d\d:[0-5]\d)$/.exec(instant) ?? [];
  if (!isDate(date)) return undefined;
  return DAY * daysBetween(firstDay, date) + clockTime(clock) - signedMinutes(offset);
}

/** +05:30 and +0530 as minutes; Z is none. */
function signedMinutes(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  return hours === undefined ? 0 : (sign === "-" ? -1 : 1) * (60 * Number(hours) + Number(minutes));
}
