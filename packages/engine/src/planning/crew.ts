/**
 * The people of a role of a scenario, as a roster needs to know them.
 *
 * @module
 */

import { StaffPlan } from "../clinic/staffing.ts";
import { Days, type Span } from "../scenario/days.ts";
import type { Scenario, StaffRole } from "../scenario/schema.ts";
import { distribution, minutes } from "../scenario/units.ts";
import { clockTime, DAY } from "../time-of-day.ts";

const DAYS_OF_A_WEEK = 7;

/** Minutes that a person may work at a stretch. */
const LONGEST_SHIFT = 16 * 60;

/** A break of so many minutes, at one of some times after midnight. */
interface DayBreak {
  readonly at: readonly number[];
  readonly lasts: number;
}

/** The people of a role. */
export interface Crew {
  readonly role: string;
  readonly spec: StaffRole;
  /** Breaks at times of the day, and gaps between the hours of those who come twice. */
  readonly breaks: readonly DayBreak[];
  /** Short for the role, in the ids of its people and shifts. */
  readonly short: string;
  /** The hours of each person, in minutes after midnight; nobody is there twice a day. */
  readonly hours: readonly Span[];
  readonly presentAt: (clock: number) => number;
}

/** The people of a role, or why there is no roster for them. */
export function crewOf({ calendar, shifts = {} }: Scenario, role: string, spec: StaffRole): Crew | string {
  const run = new Days(calendar);
  // From midnight on, for people may come before the run begins; and over a week, whose second day has a night before it.
  const days = new Days({ ...calendar, start: dateOf(calendar), length: `${run.count + DAYS_OF_A_WEEK} d` });
  const { count = 1, shift } = spec;
  const plan = new StaffPlan({ count, shift }, days, shifts);
  const day =
    Array.from({ length: days.count }, (_, index) => index).find((index) => index > 0 && days.opensOn(index)) ?? 1;
  const midnight = days.midnight(day);
  const people = Array.from({ length: Math.max(count, plan.most) }, (_, person) => plan.spansOfPerson(person));
  const spans = people
    .map((all) => all.filter(({ from, to }) => days.dayAt(from) === day || to === Infinity))
    .filter((ofDay) => ofDay.length > 0);
  const hours = spans.map((ofDay) => ({ from: ofDay[0]!.from - midnight, to: ofDay.at(-1)!.to - midnight }));
  if (hours.length === 0) return "nobody works in this role";
  const presentAt = (clock: number) => plan.levelAt(midnight + clock);
  const short = shortOf(role);
  const breaks = [...breaksOf(spec), ...gapsOf(spans[0] ?? [], midnight)];
  if (hours.every(({ from, to }) => to - from <= LONGEST_SHIFT)) return { role, spec, breaks, short, hours, presentAt };
  // Whoever has no hours is there while the run lasts.
  const from = run.startClock;
  const to = from + run.length;
  if (shift !== undefined || to > DAY || run.length > LONGEST_SHIFT) {
    return "its people are there around the clock; give the role a shift that one person can work";
  }
  return { role, spec, breaks, short, hours: hours.map(() => ({ from, to })), presentAt };
}

/** Breaks at times of the day; those that come again and again are no one's to plan. */
function breaksOf({ breaks = [] }: StaffRole): DayBreak[] {
  return breaks.flatMap((rest) => {
    if (!("at" in rest)) return [];
    const { lasts } = rest;
    const mean = typeof lasts === "string" ? minutes(lasts) : distribution(lasts).mean;
    return [{ at: [rest.at].flat().map(clockTime), lasts: Math.max(1, Math.round(mean)) }];
  });
}

/** The gaps between the spans of a day, as breaks. */
function gapsOf(ofDay: readonly Span[], midnight: number): DayBreak[] {
  return ofDay.slice(1).map(({ from }, index) => {
    const { to } = ofDay[index]!;
    return { at: [to - midnight], lasts: from - to };
  });
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
