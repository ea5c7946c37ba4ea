/**
 * The people of a role of a scenario, as a roster needs to know them.
 *
 * @module
 */

import { StaffPlan } from "../clinic/staffing.ts";
import { Days, type Span } from "../scenario/days.ts";
import type { Scenario, StaffRole } from "../scenario/schema.ts";
import { DAY } from "../time-of-day.ts";

/** Minutes that a person may work at a stretch. */
const LONGEST_SHIFT = 16 * 60;

/** The people of a role. */
export interface Crew {
  readonly role: string;
  readonly spec: StaffRole;
  /** Short for the role, in the ids of its people and shifts. */
  readonly short: string;
  /** The hours of each person, in minutes after midnight; nobody is there twice a day. */
  readonly hours: readonly Span[];
  readonly presentAt: (clock: number) => number;
}

/** The people of a role, or why there is no roster for them. */
export function crewOf({ calendar, shifts = {} }: Scenario, role: string, spec: StaffRole): Crew | string {
  const run = new Days(calendar);
  // From midnight on: people may come before the run begins.
  const days = new Days({ ...calendar, start: dateOf(calendar), length: `${run.count} d` });
  const { count = 1, shift } = spec;
  const plan = new StaffPlan({ count, shift }, days, shifts);
  const day = Array.from({ length: days.count }, (_, index) => index).find((index) => days.opensOn(index)) ?? 0;
  const midnight = days.midnight(day);
  const hours = Array.from({ length: Math.max(count, plan.most) }, (_, person) => {
    const span = plan.spansOfPerson(person).find(({ from }) => days.dayAt(from) === day);
    return span && { from: span.from - midnight, to: Math.min(DAY, span.to - midnight) };
  }).filter((span) => span !== undefined);
  if (hours.length === 0) return "nobody works in this role";
  const presentAt = (clock: number) => plan.levelAt(midnight + clock);
  const short = shortOf(role);
  if (hours.every(({ from, to }) => to - from <= LONGEST_SHIFT)) return { role, spec, short, hours, presentAt };
  // Whoever has no hours is there while the run lasts.
  const from = run.startClock;
  const to = from + run.length;
  if (shift !== undefined || to > DAY || run.length > LONGEST_SHIFT) {
    return "its people are there around the clock; give the role a shift that one person can work";
  }
  return { role, spec, short, hours: hours.map(() => ({ from, to })), presentAt };
}

/** "MA" of "medical assistant", "REC" of "receptionist". */
function shortOf(role: string): string {
  const words = role.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const letters =
    words.length > 1 ? words.map((word) => [...word][0]).join("") : [...(words[0] ?? role)].slice(0, 3).join("");
  return letters.toUpperCase();
}

/** The date on which a run begins. */
export function dateOf({ start = "2026-01-05" }: Scenario["calendar"]): string {
  return start.slice(0, 10);
}
