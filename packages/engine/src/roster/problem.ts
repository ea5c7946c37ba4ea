/**
 * A roster problem: who there is, which shifts there are, and what a roster must and should keep.
 *
 * Plain data with every name resolved; `planning` reads it from a file of the office's, `benchmark-text.ts` from the
 * text of the public benchmark. Days count from 0, the first of the horizon; days below 0 are those of the last roster.
 *
 * @module
 */

import { dateAfter, weekdayOf } from "../time-of-day.ts";

/** A piece of a shift at one workplace, in minutes after the midnight with which the day of the shift begins. */
export interface ShiftPart {
  readonly workplace: string;
  readonly from: number;
  /** More than 1440 when the part ends on the next day. */
  readonly to: number;
}

/** A working period of a day: when it is, where, and what is paid of it. */
export interface Shift {
  /** The name of the shift, with where and when its breaks are if there is a choice: `early@desk+phones`. */
  readonly id: string;
  /** The name of the shift without the choices. */
  readonly name: string;
  /** Minutes after midnight; undefined when only its length is known. */
  readonly from?: number;
  readonly to?: number;
  /** Minutes of work, breaks not counted. */
  readonly workMinutes: number;
  /** Where the work is done; breaks lie between the parts. */
  readonly parts: readonly ShiftPart[];
  /** Words that rules can speak of: `evening`. */
  readonly kinds: readonly string[];
}

/** One person who can be given shifts. */
export interface Person {
  readonly id: string;
  readonly role: string;
  /** What the person can do, and how well, from 1. */
  readonly skills: ReadonlyMap<string, number>;
  /** Dollars for an hour of work. */
  readonly costPerHour: number;
}

/** A place where work is done, and what one must be able to do to work there. */
export interface Workplace {
  readonly name: string;
  readonly skill?: string;
  /** At least this well; 1 when nothing is said. */
  readonly level: number;
  /** The role of a scenario that works here, for simulations with the roster. */
  readonly staffs?: string;
}

/** Shifts, and what people call them together: `evening`. */
export interface ShiftGroup {
  readonly name: string;
  /** Indexes of shifts. */
  readonly shifts: readonly number[];
}

/** One use of a rule: to whom it applies, and with which numbers. */
export interface RuleUse<Parameters = unknown> {
  /** Name of the rule. */
  readonly rule: string;
  /** Indexes of people. */
  readonly people: readonly number[];
  readonly parameters: Parameters;
}

/** All that a roster is made from. */
export interface RosterProblem {
  readonly name: string;
  /** Date of the first day: `2026-12-07`. */
  readonly start: string;
  /** How many days the roster covers. */
  readonly days: number;
  readonly workplaces: readonly Workplace[];
  readonly shifts: readonly Shift[];
  readonly people: readonly Person[];
  readonly uses: readonly RuleUse[];
  /** What each person worked on the days before the first, the latest last; indexes of shifts, -1 for a day off. */
  readonly history: readonly (readonly number[])[];
}

/**
 * Who works what: for each person a list with one shift's id, or null, for each day.
 *
 * @example
 * const roster: Roster = { "MA-1": ["early", "early", null] };
 */
export type Roster = Readonly<Record<string, readonly (string | null)[]>>;

/** A roster by index: for each person and day the shift, or null. */
export type Assignments = readonly (readonly (Shift | null)[])[];

/**
 * Turns a roster of names into one of shifts.
 *
 * @throws {RangeError} when a person is missing or unknown, a tour has another length, or a shift is unknown
 */
export function assignmentsOf(roster: Roster, problem: RosterProblem): Assignments {
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const known = new Set(problem.people.map(({ id }) => id));
  const stranger = Object.keys(roster).find((id) => !known.has(id));
  if (stranger !== undefined)
    throw new RangeError(`the roster has a line for “${stranger}”, who is not in the problem`);
  return problem.people.map(({ id }) => {
    const tour = Object.hasOwn(roster, id) ? roster[id]! : undefined;
    if (tour === undefined) throw new RangeError(`the roster has no line for ${id}`);
    if (tour.length !== problem.days) {
      throw new RangeError(`the roster has ${tour.length} days for ${id}, the problem ${problem.days}`);
    }
    return tour.map((name, day) => {
      if (name === null) return null;
      const shift = shifts.get(name);
      if (shift === undefined) throw new RangeError(`${id} has “${name}” on ${dayName(problem, day)}: no such shift`);
      return shift;
    });
  });
}

/** Turns tours of indexes, -1 for a day off, into a roster of names. */
export function rosterOf(tours: readonly ArrayLike<number>[], problem: RosterProblem): Roster {
  return Object.fromEntries(
    problem.people.map(({ id }, person) => [
      id,
      Array.from(tours[person]!, (shift) => (shift < 0 ? null : problem.shifts[shift]!.id)),
    ]),
  );
}

/** 0 for Monday … 6 for Sunday. */
export function weekday({ start }: Pick<RosterProblem, "start">, day: number): number {
  return (((weekdayOf(start) + day) % 7) + 7) % 7;
}

const dayWords = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A day as people say it: `Sat 2026-12-12`. */
export function dayName(problem: Pick<RosterProblem, "start">, day: number): string {
  return `${dayWords[weekday(problem, day)]} ${dateAfter(problem.start, day)}`;
}

/** All days, from 0. */
export function allDays({ days }: Pick<RosterProblem, "days">): number[] {
  return Array.from({ length: days }, (_, day) => day);
}

/** The days of the horizon by week from Monday to Sunday; the first and the last may be incomplete. */
export function weeks(problem: Pick<RosterProblem, "start" | "days">): number[][] {
  const found: number[][] = [];
  for (const day of allDays(problem)) {
    if (day === 0 || weekday(problem, day) === 0) found.push([]);
    found.at(-1)!.push(day);
  }
  return found;
}

/** The Saturdays and Sundays of the horizon, two by two; at its edges one may stand alone. */
export function weekends(problem: RosterProblem): number[][] {
  return weeks(problem)
    .map((days) => days.filter((day) => weekday(problem, day) >= 5))
    .filter((days) => days.length > 0);
}

/** The shift that a person worked on a day before the first; undefined when the last roster does not say. */
export function shiftBefore({ history, shifts }: RosterProblem, person: number, day: number): Shift | null | undefined {
  const tour = history[person] ?? [];
  const shift = tour[tour.length + day];
  return shift === undefined ? undefined : shift < 0 ? null : shifts[shift]!;
}
