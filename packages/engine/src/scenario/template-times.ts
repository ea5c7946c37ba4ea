/**
 * The times at which the slots of a template's row begin.
 *
 * @module
 */

import { clockTime } from "../time-of-day.ts";
import type { TemplateRow } from "./schema.ts";
import { minutes } from "./units.ts";

/** When the slots of a row begin, in minutes after midnight: at given times, or evenly from … up to, but not at, …. */
export function clocksOf(row: TemplateRow): number[] {
  if ("at" in row) return [row.at].flat().map(clockTime);
  const [from, to] = [clockTime(row.from), clockTime(row.to)];
  const every = "every" in row ? minutes(row.every) : (to - from) / row.slots;
  // A hair less: rounding must not add a slot at the end.
  const slots = "slots" in row ? row.slots : Math.ceil((to - from) / every - 1e-9);
  return Array.from({ length: slots }, (_, slot) => from + slot * every);
}
