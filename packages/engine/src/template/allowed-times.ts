/**
 * When appointments may be given, with the provider's breaks in mind.
 *
 * @module
 */

import type { Line } from "./line.ts";
import type { SessionProblem } from "./problem.ts";

/** Where the items of a line may be. */
export interface AllowedTimes {
  /** Minutes, rising. */
  readonly minutes: readonly number[];
  /** For each item the first and last place among the minutes; there is none when `from` is above `to`. */
  readonly ranges: readonly Range[];
  /** Whether the minutes are evenly spaced, so that a descent by sets is sure of its end. */
  readonly isEven: boolean;
}

/** From one place or minute to another, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Distances below this are rounding. */
const ROUNDING = 1e-9;

/** The minutes that a problem's grid or slots allow, and where among them each item of a line may be. */
export function allowedTimes(problem: SessionProblem, line: Line): AllowedTimes {
  const minutes = minutesAllowed(problem);
  const step = (minutes[1] ?? 0) - (minutes[0] ?? 0);
  const isEven = minutes.every((minute, place) => Math.abs(minute - minutes[0]! - place * step) < ROUNDING);
  const placeFrom = (minute: number) => minutes.filter((allowed) => allowed < minute - ROUNDING).length;
  const ranges = rangesOfItems(problem, line).map(({ from, to }) => ({
    from: placeFrom(from),
    to: placeFrom(to + 2 * ROUNDING) - 1,
  }));
  return { minutes, ranges, isEven };
}

/** The minutes between which each item of a line may be: behind the breaks before it, before the next. */
export function rangesOfItems(problem: SessionProblem, { items }: Line): Range[] {
  const { breaks } = problem;
  const last = latestMinute(problem);
  let seen = 0;
  return items.map(({ at }) => {
    if (at !== undefined) {
      seen++;
      return { from: at, to: at };
    }
    const before = breaks[seen - 1];
    const after = breaks[seen];
    return {
      from: before === undefined ? 0 : before.start + before.length,
      // A millionth of a minute before the break, where appointments may be at any moment.
      to: after === undefined ? last : Math.min(last, after.start - 1e-6),
    };
  });
}

/** The minutes of a grid or of slots, breaks and all; whole minutes where appointments may be at any moment. */
export function minutesAllowed(problem: SessionProblem): number[] {
  const { times } = problem;
  const last = latestMinute(problem);
  if (times.kind === "slots") return times.starts.filter((start) => start <= last + ROUNDING);
  const step = times.kind === "grid" ? times.minutes : 1;
  return Array.from({ length: Math.floor((last + ROUNDING) / step) + 1 }, (_, place) => place * step);
}

/** The last minute of an appointment: within the session, unless the problem says another. */
function latestMinute({ times, length, latest }: SessionProblem): number {
  if (latest !== undefined) return latest;
  return times.kind === "grid" ? (Math.ceil(length / times.minutes - ROUNDING) - 1) * times.minutes : length;
}
