/**
 * What the readers of a roster file share: the file, its horizon, and a place for complaints and warnings.
 *
 * @module
 */

import { weekday } from "../roster/problem.ts";
import { Complaints, type Keys } from "../scenario/complaints.ts";
import { namesWeekday } from "../scenario/days.ts";
import { pointerTo } from "../scenario/document.ts";
import type { IssueCode } from "../scenario/issue-codes.ts";
import type { IssueAt } from "../scenario/issues.ts";
import { dateAfter, daysBetween, isDate } from "../time-of-day.ts";
import type { RosterDocument } from "./roster-schema.ts";
import type { DaysDocument } from "./roster-schema-days.ts";

/** The days that a roster covers. */
export interface Horizon {
  readonly start: string;
  readonly days: number;
}

/** A roster file while it is read. */
export class RosterReading extends Complaints {
  readonly warnings: IssueAt[] = [];
  readonly document: RosterDocument;
  readonly horizon: Horizon;
  /** Days on which nobody works. */
  readonly closed: ReadonlySet<number>;

  constructor(document: RosterDocument, horizon: Horizon) {
    super();
    this.document = document;
    this.horizon = horizon;
    const closed = (document.closed ?? []).map((date, index) => this.dayOf(date, ["closed", index]));
    this.closed = new Set(closed.filter((day) => day !== undefined));
  }

  /** Writes down what is legal but strange. */
  warn(keys: Keys, code: IssueCode, message: string, hint: string): void {
    if (this.warnings.length < 1000) this.warnings.push({ code, path: pointerTo(keys), keys, message, hint });
  }

  /** All days, from 0. */
  get allDays(): number[] {
    return Array.from({ length: this.horizon.days }, (_, day) => day);
  }

  /** The day of a date; undefined, with a complaint, when the calendar or the roster does not have it. */
  dayOf(date: string, keys: Keys): number | undefined {
    return this.#daysBetween(date, date, keys)[0];
  }

  /** The days from one date to another, as far as they are in the horizon; complains when none of them is. */
  daysFrom({ from, to = from }: { readonly from: string; readonly to?: string }, keys: Keys): number[] {
    if (isDate(from) && isDate(to) && daysBetween(from, to) < 0) {
      this.complain(keys, "ends-before", `${to} is before ${from}`, "let it end on a later day");
      return [];
    }
    return this.#daysBetween(from, to, keys);
  }

  /** The days that words and dates name, in their order. */
  daysOn(on: DaysDocument, keys: Keys): number[] {
    const several = Array.isArray(on);
    const found = new Set<number>();
    for (const [index, one] of (several ? on : [on]).entries()) {
      const own = several ? [...keys, index] : keys;
      for (const day of this.#daysOfOne(one, own)) found.add(day);
    }
    return [...found].sort((a, b) => a - b);
  }

  #daysOfOne(one: Exclude<DaysDocument, readonly unknown[]>, keys: Keys): number[] {
    if (typeof one === "object") return this.daysFrom(one, keys);
    if (/^\d/.test(one)) return this.#daysBetween(one, one, keys);
    return this.allDays.filter((day) => namesWeekday(one, weekday(this.horizon, day)));
  }

  #daysBetween(from: string, to: string, keys: Keys): number[] {
    const { start, days } = this.horizon;
    for (const date of [from, to]) {
      if (isDate(date)) continue;
      this.complain(keys, "not-a-date", `there is no day ${date}`, "write a date such as 2026-01-19");
      return [];
    }
    const first = daysBetween(start, from);
    const last = daysBetween(start, to);
    if (last < 0 || first >= days) {
      const what = from === to ? `${from} is` : `${from} to ${to} are`;
      const hint = `write dates from ${start} to ${dateAfter(start, days - 1)}`;
      this.complain(keys, "outside-horizon", `${what} not among the days of the roster`, hint);
      return [];
    }
    const begin = Math.max(0, first);
    return Array.from({ length: Math.min(days - 1, last) - begin + 1 }, (_, index) => begin + index);
  }
}

/** Complains when a least number is above the greatest. */
export function checkLimits(
  reading: Complaints,
  { atLeast, atMost }: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined },
  keys: Keys,
): void {
  if (atLeast === undefined || atMost === undefined || atLeast <= atMost) return;
  const message = `at least ${atLeast} and at most ${atMost} cannot both be`;
  reading.complain([...keys, "atLeast"], "least-above-most", message, "let atLeast be atMost or less");
}
