/**
 * Days and shifts in the words of a roster that is handed out.
 *
 * @module
 */

import type { RosterProblem, Shift } from "../roster/problem.ts";
import { clockText, DAY, dateAfter, weekdayOf } from "../time-of-day.ts";

const dayWords = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A day of the horizon as its parts: `{ weekday: "Sat", date: "2026-12-12", isWeekend: true }`. */
export function dayOf({ start }: RosterProblem, day: number) {
  const date = dateAfter(start, day);
  const index = weekdayOf(date);
  return { day, date, weekday: dayWords[index]!, isMonday: index === 0, isWeekend: index >= 5 };
}

/** All days of the horizon. */
export function daysOf(problem: RosterProblem) {
  return Array.from({ length: problem.days }, (_, day) => dayOf(problem, day));
}

/** A span of a shift: `22:00–06:00`. */
export function span(from: number, to: number): string {
  return `${clockText(from)}–${clockText(to)}`;
}

/** When a shift is: `22:00–06:00 next day`; its length when nobody says when. */
export function timesOf({ from, to, workMinutes }: Shift): string {
  if (from === undefined || to === undefined) return `${hours(workMinutes)} h`;
  return `${span(from, to)}${to > DAY ? " next day" : ""}`;
}

/** Minutes as hours, to hundredths. */
export function hours(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100);
}

/** Where the work of a shift is done, each place once. */
export function workplacesOf({ parts }: Shift): string[] {
  return [...new Set(inOrder(parts).map(({ workplace }) => workplace))];
}

/** The breaks of a shift as spans; their length when nobody says when they are. */
export function breaksOf({ from, to, workMinutes, parts }: Shift): string[] {
  if (parts.length === 0) {
    const rest = from === undefined || to === undefined ? 0 : to - from - workMinutes;
    return rest > 0 ? [`${rest} min`] : [];
  }
  const ordered = inOrder(parts);
  let end = from ?? ordered[0]!.from;
  const found: string[] = [];
  for (const part of ordered) {
    if (part.from > end) found.push(span(end, part.from));
    end = Math.max(end, part.to);
  }
  if (to !== undefined && to > end) found.push(span(end, to));
  return found;
}

/** The parts of a shift from the first to the last. */
export function inOrder(parts: Shift["parts"]): Shift["parts"] {
  return parts.toSorted((a, b) => a.from - b.from);
}
