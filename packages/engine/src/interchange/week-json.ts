/**
 * A week of templates as other programs get it.
 *
 * @module
 */

import type { SolvedWeek } from "../template/mix.ts";
import type { WeekProblem, WeekSlot } from "../template/week-problem.ts";
import { clockText, clockTime, weekdayNames } from "../time-of-day.ts";
import { engineVersion } from "../version.ts";

/** A day and a time as people write them. */
interface WhenJson {
  /** `Monday` */
  readonly weekday: string;
  /** `08:00` */
  readonly start: string;
}

/** A slot, in the words of the columns of `weekToCsv`. */
export interface WeekSlotJson extends WhenJson {
  readonly provider: string;
  readonly department: string;
  readonly minutes: number;
  readonly type: string;
  readonly maximumBookings: number;
  readonly releaseRule: string;
}

/** A week, and what it is worth. */
export interface WeekJson extends Omit<SolvedWeek, "slots" | "sessions" | "changes" | "missed"> {
  /** The version of the engine that wrote it. */
  readonly praxis: string;
  /** Name of the problem. */
  readonly problem: string;
  readonly zone: string;
  /** The first day on which the template is used. */
  readonly start: string;
  readonly slots: readonly WeekSlotJson[];
  readonly sessions: readonly (Omit<SolvedWeek["sessions"][number], "weekday" | "from" | "to"> &
    WhenJson & { readonly end: string })[];
  readonly changes: readonly (Omit<SolvedWeek["changes"][number], "weekday" | "start"> & WhenJson)[];
  readonly missed: readonly (Omit<SolvedWeek["missed"][number], "cost"> & {
    /** Dollars; null when it must not be. */
    readonly cost: number | null;
  })[];
}

/** Writes a week as plain data; `JSON.stringify` loses nothing of it. */
export function weekToJson(solved: SolvedWeek, { name, zone, start }: WeekProblem): WeekJson {
  return {
    praxis: engineVersion,
    problem: name,
    zone,
    ...solved,
    start,
    slots: solved.slots.map(({ weekday, start: begin, bookings, release, ...slot }) => ({
      ...slot,
      ...when(weekday, begin),
      maximumBookings: bookings,
      releaseRule: release,
    })),
    sessions: solved.sessions.map(({ weekday, from, to, ...session }) => ({
      ...session,
      ...when(weekday, from),
      end: clockText(to),
    })),
    changes: solved.changes.map(({ weekday, start: begin, ...change }) => ({ ...change, ...when(weekday, begin) })),
    missed: solved.missed.map((one) => ({ ...one, cost: Number.isFinite(one.cost) ? one.cost : null })),
  };
}

/** The slots of a week that `weekToJson` wrote. */
export function weekSlotsOf({ slots }: Pick<WeekJson, "slots">): WeekSlot[] {
  return slots.map(({ weekday, start, maximumBookings, releaseRule, ...slot }) => ({
    ...slot,
    weekday: (weekdayNames as readonly string[]).indexOf(weekday),
    start: clockTime(start),
    bookings: maximumBookings,
    release: releaseRule,
  }));
}

function when(weekday: number, minutes: number): WhenJson {
  return { weekday: weekdayNames[weekday]!, start: clockText(minutes) };
}
