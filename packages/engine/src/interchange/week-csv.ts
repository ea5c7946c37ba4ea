/**
 * The slots of a week as a table, in the columns that record systems import.
 *
 * @module
 */

import { stringify } from "csv-stringify/browser/esm/sync";
import type { WeekSlot } from "../template/week-problem.ts";
import { clockText, weekdayNames } from "../time-of-day.ts";
import { guarded, marked } from "./spreadsheet.ts";

/** Columns of the table. */
const columns = [
  "provider",
  "department",
  "weekday",
  "start",
  "minutes",
  "type",
  "maximum bookings",
  "release rule",
] as const;

/**
 * Writes the slots of a week as a table, a slot a line: provider, department, weekday, start, minutes, type, maximum
 * bookings, release rule. `weekFromCsv` reads it back.
 *
 * @example
 * const slot = { provider: "Dr-A", department: "", weekday: 0, start: 480, minutes: 20, type: "visit", bookings: 1, release: "" };
 * weekToCsv([slot]).split("\r\n")[1] // "Dr-A,,Monday,08:00,20,visit,1,"
 */
export function weekToCsv(slots: readonly WeekSlot[]): string {
  const lines = slots.map(({ provider, department, weekday, start, minutes, type, bookings, release }) => [
    guarded(provider),
    guarded(department),
    weekdayNames[weekday]!,
    clockText(start),
    String(minutes),
    guarded(type),
    String(bookings),
    guarded(release),
  ]);
  const options = { record_delimiter: "windows", quoted_match: /[;\t\r\n]|^\s|\s$/ } as const;
  return marked(stringify([columns, ...lines], options));
}
