/**
 * Who is there when: shifts, rosters, absences, holidays and sickness as capacity over time.
 *
 * @module
 */

import type { CapacityChanges } from "../kernel/pathway-model.ts";
import { type Days, hoursOn, type Span, spanBetween, spansOf } from "../scenario/days.ts";
import type { Shift, ShiftLevel } from "../scenario/schema.ts";
import { clockTime } from "../time-of-day.ts";

/** So many people from … to …. */
interface Hours extends Span {
  readonly count: number;
  /** Whether it is one level of a list, where those of the same time add up. */
  readonly listed: boolean;
}

/** Hours of one day's plan, in minutes of the run. */
interface Level extends Hours {
  readonly day: number;
}

/** Whose plan it is. */
export interface PlanOptions {
  /** How many alike; where the shift lists levels, these say how many. */
  readonly count: number;
  /**
   * Only one person of a role: the one with this number, from 0. Where the shift lists levels, who is there when more
   * are than this number.
   */
  readonly person?: number | undefined;
  readonly shift?: Shift | undefined;
  /** One shift a day, from day 0 on and over again; null: free. */
  readonly roster?: readonly (string | null)[] | undefined;
  /** Days away. */
  readonly absent?: ReadonlySet<number> | undefined;
  /** Who is ill on which day; undefined when nobody ever is. */
  readonly illness?: Illness | undefined;
}

/** Sickness differs between replications. */
export interface Illness {
  /** The present replication. */
  replication(): number;
  /** Whether the person of a role with a number is ill on a day, in the present replication. */
  isIll(person: number, day: number): boolean;
}

/** The plan of people who work alike, or of one person: how many are there at each minute of a run. */
export class StaffPlan {
  /** Units at minute 0, when nobody is ill. */
  readonly initial: number;
  /** Most units at once, when nobody is ill. */
  readonly most: number;
  readonly #levels: readonly Level[];
  readonly #illness: Illness | undefined;
  /** Number of the first person in the role. */
  readonly #first: number;
  /** How many of those listed are not of this plan. */
  readonly #before: number;
  /** Nobody counts twice where two spans overlap. */
  readonly #bound: number;
  readonly #events: readonly { readonly time: number; readonly level: number; readonly sign: 1 | -1 }[];
  readonly #days: ReadonlySet<number> | undefined;
  /** Whether a shift is planned on a day after the last of the run. */
  readonly #plannedLater: (day: number) => boolean;
  /** The replication for which times and capacities hold. */
  #replication = -1;
  #times: number[] = [];
  #capacities: number[] = [];

  constructor(options: PlanOptions, days: Days, shifts: Readonly<Record<string, Shift>>) {
    this.#illness = options.illness;
    this.#plannedLater = (day) => day >= days.countInAll && hoursOfDay(options, day, days, shifts).length > 0;
    this.#levels = levelsOf(options, days, shifts);
    const listed = this.#levels.some((level) => level.listed);
    this.#first = options.person ?? 0;
    this.#before = listed ? this.#first : 0;
    this.#bound = !listed ? options.count : options.person === undefined ? Infinity : 1;
    if (alwaysThere(options, days)) {
      this.initial = options.count;
      this.most = options.count;
      this.#events = [];
      this.#days = undefined;
      return;
    }
    this.#days = new Set(this.#levels.map(({ day }) => day));
    this.#events = eventsOf(this.#levels);
    this.#walk((_, { count }) => count);
    this.initial = this.#capacities[0]!;
    this.most = listed ? Math.max(1, ...this.#capacities) : options.count;
  }

  /** The changes of capacity in the present replication: the same every time, unless people fall ill. */
  changes(): CapacityChanges {
    this.#bringUpToDate();
    return { times: this.#times, capacities: this.#capacities };
  }

  /** Whether the plan differs between replications. */
  get differs(): boolean {
    return this.#illness !== undefined;
  }

  /** Units that are there at a minute of the present replication. */
  levelAt(minute: number): number {
    if (this.#days === undefined) return this.initial;
    this.#bringUpToDate();
    const index = lastAtOrBefore(this.#times, minute);
    return index < 0 ? 0 : this.#capacities[index]!;
  }

  /** Whether anybody is there at some minute from … to …, in the present replication. */
  worksBetween(from: number, to: number): boolean {
    if (this.levelAt(from) > 0) return true;
    let index = lastAtOrBefore(this.#times, from) + 1;
    for (; index < this.#times.length && this.#times[index]! < to; index++) {
      if (this.#capacities[index]! > 0) return true;
    }
    return false;
  }

  /** Whether a shift is planned that begins on a day, whoever may fall ill; days after the run can be asked for too. */
  plannedOn(day: number): boolean {
    return this.#days === undefined || this.#days.has(day) || this.#plannedLater(day);
  }

  /**
   * The spans in which more than `person` people are there, in the present replication: the working hours of that one
   * of them, counted from 0.
   */
  spansOfPerson(person: number): Span[] {
    if (this.#days === undefined) return person < this.initial ? [{ from: 0, to: Infinity }] : [];
    this.#bringUpToDate();
    const spans: Span[] = [];
    let from = Number.NaN;
    for (const [index, time] of this.#times.entries()) {
      const there = this.#capacities[index]! > person;
      if (there && Number.isNaN(from)) from = time;
      if (!there && !Number.isNaN(from)) {
        spans.push({ from, to: time });
        from = Number.NaN;
      }
    }
    if (!Number.isNaN(from)) spans.push({ from, to: Infinity });
    return spans;
  }

  #bringUpToDate(): void {
    const illness = this.#illness;
    if (illness === undefined || this.#replication === illness.replication()) return;
    this.#replication = illness.replication();
    this.#walk((_, { day, count, listed }) => {
      const first = listed ? 0 : this.#first;
      let there = count;
      for (let person = first; person < first + count; person++) if (illness.isIll(person, day)) there--;
      return there;
    });
  }

  /** Walks through the beginnings and ends of all spans, and notes how many are there after each minute. */
  #walk(thereOf: (index: number, level: Level) => number): void {
    const there = this.#levels.map((level, index) => thereOf(index, level));
    this.#times = [];
    this.#capacities = [];
    let sum = 0;
    let capacity = Number.NaN;
    for (const [index, { time, level, sign }] of this.#events.entries()) {
      sum += sign * there[level]!;
      if (this.#events[index + 1]?.time === time) continue;
      const next = Math.max(0, Math.min(sum - this.#before, this.#bound));
      if (next === capacity) continue;
      capacity = next;
      this.#times.push(time);
      this.#capacities.push(capacity);
    }
    // A plan that begins later begins with nobody.
    if (this.#times[0] !== 0) {
      this.#times.unshift(0);
      this.#capacities.unshift(0);
    }
  }
}

/** Whether nothing ever changes: no hours, no holidays, nobody away or ill. */
function alwaysThere({ shift, roster, absent, illness }: PlanOptions, days: Days): boolean {
  const free = (absent?.size ?? 0) > 0 || illness !== undefined || days.hasHolidays;
  return shift === undefined && roster === undefined && !days.hasOpening && !free;
}

/** All spans of the plan, from the day before the start (a night shift may reach into it) to the latest end. */
function levelsOf(options: PlanOptions, days: Days, shifts: Readonly<Record<string, Shift>>): Level[] {
  const levels: Level[] = [];
  for (let day = -1; day < days.countInAll; day++) {
    const midnight = days.midnight(day);
    for (const hours of hoursOfDay(options, day, days, shifts)) {
      const [from, to] = [midnight + hours.from, midnight + hours.to];
      if (to > 0 && from < days.latest) levels.push({ ...hours, day, from: Math.max(0, from), to });
    }
  }
  return levels;
}

/** The hours of one day: none on holidays and days away. */
function hoursOfDay(
  { count, shift, roster, absent }: PlanOptions,
  day: number,
  days: Days,
  shifts: Readonly<Record<string, Shift>>,
): Hours[] {
  if (days.isClosed(day) || absent?.has(day)) return [];
  const weekday = days.weekday(day);
  if (roster !== undefined) return hoursOfShift(day < 0 ? null : roster[day % roster.length], weekday, count, shifts);
  if (shift !== undefined) return hoursOfShift(shift, weekday, count, shifts);
  return days.openingOn(weekday).map((span) => ({ ...span, count, listed: false }));
}

/** The hours of a shift on a weekday: a span or several, a named shift, levels, or any of these by days. */
function hoursOfShift(
  shift: Shift | ShiftLevel | null | undefined,
  weekday: number,
  count: number,
  shifts: Readonly<Record<string, Shift>>,
): Hours[] {
  if (shift === null || shift === undefined) return [];
  if (typeof shift === "string") {
    const named = shifts[shift];
    if (named !== undefined) return hoursOfShift(named, weekday, count, shifts);
    return spansOf(shift).map((span) => ({ ...span, count, listed: false }));
  }
  if (isList(shift)) return shift.flatMap((part) => hoursOfShift(part, weekday, count, shifts));
  if (isLevel(shift))
    return [{ ...spanBetween(clockTime(shift.from), clockTime(shift.to)), count: shift.count, listed: true }];
  return hoursOfShift(hoursOn(shift, weekday), weekday, count, shifts);
}

function isList(shift: Shift | ShiftLevel): shift is Extract<Shift, readonly unknown[]> {
  return Array.isArray(shift);
}

function isLevel(shift: Exclude<Shift, readonly unknown[]> | ShiftLevel): shift is ShiftLevel {
  return typeof shift === "object" && "from" in shift && "count" in shift;
}

function eventsOf(levels: readonly Level[]): { time: number; level: number; sign: 1 | -1 }[] {
  const events = levels.flatMap(({ from, to }, level) => [
    { time: from, level, sign: 1 as const },
    { time: to, level, sign: -1 as const },
  ]);
  return events.sort((a, b) => a.time - b.time);
}

/** Index of the last time that is not after a minute, or −1. */
function lastAtOrBefore(times: readonly number[], minute: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= minute) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
