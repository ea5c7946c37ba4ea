/**
 * Who is there when: shifts, rosters, absences, holidays and sickness as capacity over time.
 *
 * @module
 */

import type { CapacityChanges } from "../kernel/pathway-model.ts";
import type { Shift } from "../scenario/schema.ts";
import { clockTime } from "../time-of-day.ts";
import { DAY, type Days, hoursOn, type Span, spanBetween, spansOf } from "./days.ts";

/** So many people from … to …, of one day's plan. */
interface Level extends Span {
  readonly day: number;
  readonly count: number;
}

/** Whose plan it is. */
export interface PlanOptions {
  /** How many alike. */
  readonly count: number;
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
  /** Whether one of the people is ill on a day, in the present replication. */
  isIll(person: number, day: number): boolean;
}

/** The plan of people who work alike, or of one person: how many are there at each minute of a run. */
export class StaffPlan {
  /** Units at minute 0, when nobody is ill. */
  readonly initial: number;
  readonly #levels: readonly Level[];
  readonly #illness: Illness | undefined;
  /** Nobody counts twice, where two spans overlap. */
  readonly #most: number;
  readonly #events: readonly { readonly time: number; readonly level: number; readonly sign: 1 | -1 }[];
  readonly #days: ReadonlySet<number> | undefined;
  /** The replication for which times and capacities hold. */
  #replication = -1;
  #times: number[] = [];
  #capacities: number[] = [];

  constructor(options: PlanOptions, days: Days, shifts: Readonly<Record<string, Shift>>) {
    this.#illness = options.illness;
    this.#levels = levelsOf(options, days, shifts);
    this.#most = Array.isArray(options.shift) && typeof options.shift[0] === "object" ? Infinity : options.count;
    if (alwaysThere(options, days)) {
      this.initial = options.count;
      this.#events = [];
      this.#days = undefined;
      return;
    }
    this.#days = new Set(this.#levels.map(({ day }) => day));
    this.#events = eventsOf(this.#levels);
    this.#walk((_, { count }) => count);
    this.initial = this.#times[0] === 0 ? this.#capacities[0]! : 0;
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

  /** Whether a shift is planned that begins on a day, whoever may fall ill. */
  plannedOn(day: number): boolean {
    return this.#days === undefined || this.#days.has(day);
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
    this.#walk((_, { day, count }) => {
      let there = count;
      for (let person = 0; person < count; person++) if (illness.isIll(person, day)) there--;
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
      const next = Math.min(sum, this.#most);
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
    if (days.isClosed(day) || options.absent?.has(day)) continue;
    const midnight = days.midnight(day);
    for (const { from, to, count } of hoursOfDay(options, day, days, shifts)) {
      if (midnight + to <= 0 || midnight + from >= days.latest) continue;
      levels.push({ day, from: Math.max(0, midnight + from), to: midnight + to, count });
    }
  }
  return levels;
}

function hoursOfDay(
  { count, shift, roster }: PlanOptions,
  day: number,
  days: Days,
  shifts: Readonly<Record<string, Shift>>,
): (Span & { readonly count: number })[] {
  const weekday = days.weekday(day);
  const whole = (spans: readonly Span[]) => spans.map((span) => ({ ...span, count }));
  if (roster !== undefined) {
    const today = day < 0 ? null : roster[day % roster.length];
    return today === null || today === undefined ? [] : hoursOfShift(today, weekday, count, shifts);
  }
  if (shift !== undefined) return hoursOfShift(shift, weekday, count, shifts);
  return whole(days.hasOpening ? days.openingOn(weekday) : [{ from: 0, to: DAY }]);
}

function hoursOfShift(
  shift: Shift,
  weekday: number,
  count: number,
  shifts: Readonly<Record<string, Shift>>,
): (Span & { readonly count: number })[] {
  if (typeof shift === "string") {
    const named = shifts[shift];
    if (named !== undefined) return hoursOfShift(named, weekday, count, shifts);
    return spansOf(shift).map((span) => ({ ...span, count }));
  }
  if (Array.isArray(shift)) {
    return (shift as readonly (string | { from: string; to: string; count: number })[]).flatMap((part) => {
      if (typeof part === "string") return hoursOfShift(part, weekday, count, shifts);
      return [{ ...spanBetween(clockTime(part.from), clockTime(part.to)), count: part.count }];
    });
  }
  const today = hoursOn(shift as Readonly<Record<string, string>>, weekday);
  return today === undefined || today === null ? [] : hoursOfShift(today, weekday, count, shifts);
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
