/**
 * The days of a run: which weekday each of them is, when it is open, and which minutes it covers.
 *
 * Day 0 is the one in which the run starts. Minutes count from the start of the run.
 *
 * @module
 */

import { clockTime, DAY, daysBetween, weekdayOf } from "../time-of-day.ts";
import type { Calendar, HoursByDay } from "./schema.ts";
import { minutes } from "./units.ts";

/** Minutes from … to …; the end is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How many days longer than its length a run may last that ends when everybody has left. */
const graceDays = 7;

import { weekdays } from "./schema-resources.ts";

/** The calendar of a run. */
export class Days {
  /** Minutes after midnight at which the run starts. */
  readonly startClock: number;
  /** Minutes after which nobody comes any more. */
  readonly length: number;
  /** Days that begin before the length is over. */
  readonly count: number;
  /** Days that begin before the run ends at the latest. */
  readonly countInAll: number;
  /** Whether hours of opening are given. */
  readonly hasOpening: boolean;
  readonly #startDate: string;
  readonly #firstWeekday: number;
  readonly #closed: ReadonlySet<number>;
  readonly #opening: readonly (readonly Span[])[];

  constructor(calendar: Calendar) {
    const [date = "2026-01-05", clock = "00:00"] = (calendar.start ?? "").split(/[ T]+/).filter((part) => part !== "");
    this.#startDate = date;
    this.startClock = clockTime(clock);
    this.length = minutes(calendar.length);
    this.count = this.dayAt(this.length - 1e-9) + 1;
    this.countInAll = this.count + (calendar.ends === "when empty" ? graceDays : 0);
    this.#firstWeekday = weekdayOf(date);
    this.#closed = new Set((calendar.closed ?? []).map((closed) => this.dayOf(closed)));
    this.hasOpening = calendar.opening !== undefined;
    const { opening } = calendar;
    this.#opening = weekdays.map((_, weekday) => {
      return opening === undefined ? [{ from: 0, to: DAY }] : spansOf(hoursOn(opening, weekday));
    });
  }

  /** The latest minute at which the run may end. */
  get latest(): number {
    return this.length + (this.countInAll - this.count) * DAY;
  }

  /** The minute in which a day begins; before the start of the run for day 0, unless it starts at midnight. */
  midnight(day: number): number {
    return day * DAY - this.startClock;
  }

  /** The day to which a minute belongs. */
  dayAt(minute: number): number {
    return Math.floor((minute + this.startClock) / DAY);
  }

  /** The day of a date such as "2026-01-19"; negative before the start. */
  dayOf(date: string): number {
    return daysBetween(this.#startDate, date);
  }

  /** 0 for Monday … 6 for Sunday. */
  weekday(day: number): number {
    return (((this.#firstWeekday + day) % 7) + 7) % 7;
  }

  /** Whether there are any holidays. */
  get hasHolidays(): boolean {
    return this.#closed.size > 0;
  }

  /** Whether a day is a holiday. */
  isClosed(day: number): boolean {
    return this.#closed.has(day);
  }

  /** Hours of opening on a weekday, in minutes after midnight; the entire day when nothing is said. */
  openingOn(weekday: number): readonly Span[] {
    return this.#opening[weekday]!;
  }

  /** Hours of opening of a day, in minutes since the start of the run; none on a holiday. */
  hoursOf(day: number): Span[] {
    const midnight = this.midnight(day);
    const spans = this.isClosed(day) ? [] : this.openingOn(this.weekday(day));
    return spans.map(({ from, to }) => ({ from: midnight + from, to: midnight + to }));
  }

  /** Whether the office opens on a day at all. */
  opensOn(day: number): boolean {
    return !this.isClosed(day) && this.openingOn(this.weekday(day)).length > 0;
  }

  /** The next minute, or this one, at which it is so many minutes after midnight. */
  nextClock(now: number, clock: number): number {
    const today = this.midnight(this.dayAt(now)) + clock;
    return today >= now ? today : today + DAY;
  }
}

/** Whether words like "weekdays", "saturday" or a list of them name a weekday. */
export function namesWeekday(words: string | readonly string[], weekday: number): boolean {
  if (typeof words !== "string") return words.some((word) => namesWeekday(word, weekday));
  switch (words) {
    case "every day":
      return true;
    case "weekdays":
      return weekday < 5;
    case "weekend":
      return weekday >= 5;
    default:
      return weekdays[weekday] === words;
  }
}

/**
 * What is said about a weekday where hours are given for all days alike, or by days. A day's own name comes before
 * "weekdays" and "weekend".
 */
export function hoursOn<Hours extends string | readonly unknown[]>(
  hours: HoursByDay<Hours>,
  weekday: number,
): Hours | undefined {
  if (typeof hours === "string" || Array.isArray(hours)) return hours as Hours;
  const byDay = hours as Readonly<Record<string, Hours>>;
  const group = weekday < 5 ? "weekdays" : "weekend";
  return byDay[weekdays[weekday]!] ?? byDay[group] ?? byDay["every day"];
}

/** Reads "08:00-17:00", or a list of such; one that ends before it begins passes midnight. */
export function spansOf(hours: string | readonly string[] | undefined | null): Span[] {
  if (hours === undefined || hours === null) return [];
  if (typeof hours !== "string") return hours.flatMap(spansOf).sort((a, b) => a.from - b.from);
  const [from = "", to = ""] = hours.split(/[-–]/);
  return [spanBetween(clockTime(from.trim()), clockTime(to.trim()))];
}

/** From one clock time to the next other. */
export function spanBetween(from: number, to: number): Span {
  return { from, to: to > from ? to : to + DAY };
}
