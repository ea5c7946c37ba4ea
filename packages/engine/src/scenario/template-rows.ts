/**
 * The slots of a template's row, and the seats that it holds.
 *
 * @module
 */

import { clockTime } from "../time-of-day.ts";
import type { Held, TemplateRow, VisitTypeChoice } from "./schema.ts";
import { minutes, share } from "./units.ts";

/** Minutes after midnight at which the slots of a row begin: at given times, or evenly from … up to, but not at, …. */
export function clocksOf(row: TemplateRow): number[] {
  if ("at" in row) return [row.at].flat().map(clockTime);
  const [from, to] = [clockTime(row.from), clockTime(row.to)];
  const every = "every" in row ? minutes(row.every) : (to - from) / row.slots;
  // A hair less: rounding must not add a slot at the end.
  const slots = "slots" in row ? row.slots : Math.ceil((to - from) / every - 1e-9);
  return Array.from({ length: slots }, (_, slot) => from + slot * every);
}

/** Who comes to each slot of a row, in the order of its slots; undefined where whoever books there says it. */
export function choicesOf(row: TemplateRow): readonly (VisitTypeChoice | undefined)[] {
  const { visitType } = row;
  return Array.isArray(visitType) ? visitType : clocksOf(row).map(() => visitType);
}

/** Whether a choice has room for a visit type; where nothing is said, for all. */
export function isFor(choice: VisitTypeChoice | undefined, visitType: string): boolean {
  return choice === undefined || choice === visitType || (typeof choice === "object" && visitType in choice);
}

/** The purpose of seats that are kept for those who ask on the day itself. */
export const sameDay = "same day";

/** What a row holds, in the order of the file. */
export function holdsOf({ held }: TemplateRow): readonly Held[] {
  return held === undefined ? [] : [held].flat();
}

/** How many of a row's seats are held. */
export function heldSeats({ seats = "100 %" }: Held, all: number): number {
  return typeof seats === "number" ? seats : Math.round(all * share(seats));
}
