/**
 * Times, texts and names as calendars hold them.
 *
 * @module
 */

import { clockText, DAY, dateAfter } from "../time-of-day.ts";

/** @throws {RangeError} when a stamp is no universal time */
export function checkStamp(stamp: string): void {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(stamp)) return;
  throw new RangeError(`“${stamp}” is no universal time; write it as 2026-11-25T08:00:00Z`);
}

/** A time on the wall. The library wants a universal time, and leaves the sign of it out where times float or have a zone. */
export function wallTime(date: string, minutes: number): string {
  return `${dateAfter(date, Math.floor(minutes / DAY))}T${clockText(minutes)}:00Z`;
}

/** Letters that no calendar may hold are left out; the library escapes the others. */
export function calendarText(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return value.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ").trim() || "shift";
}

/** A text where the library writes it as it stands. */
export function escapedText(value: string): string {
  return calendarText(value)
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", " ");
}

/** A name in letters and digits alone; different names stay different. */
export function spelled(name: string): string {
  return Array.from(name, (letter) =>
    /[A-Za-z0-9-]/.test(letter) ? letter : `_${letter.codePointAt(0)!.toString(16)}_`,
  ).join("");
}
