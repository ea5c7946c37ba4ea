/**
 * The exact price of a template in whole minutes.
 *
 * The law of the minute at which each patient is done follows from the one before: wait for the appointment, then add
 * the service. Nothing is sampled.
 *
 * @module
 */

import type { SessionFigures } from "./answer.ts";
import type { FullEvaluation } from "./evaluation.ts";
import { endCost, type Line } from "./line.ts";
import { inWholeMinutes, type MinuteLaw, meanOf, trimmed, withNoShow } from "./whole-minutes.ts";

const atOnce: MinuteLaw = { first: 0, shares: Float64Array.of(1) };

/** Prices templates whose appointments are on whole minutes. */
export class MinuteEvaluation implements FullEvaluation {
  readonly #line: Line;
  readonly #services: readonly MinuteLaw[];
  readonly #lateness: readonly (MinuteLaw | undefined)[];
  readonly #busy: number;
  #times: number[];
  /** Laws of the minutes at which each item is done. */
  #done: MinuteLaw[];
  /** Cost of the wait of each item. */
  #waitCosts: number[];
  #marked: { times: number[]; done: MinuteLaw[]; waitCosts: number[] };

  /** @throws {RangeError} when a law is too wide to be counted in minutes */
  constructor(line: Line) {
    this.#line = line;
    const known = new Map<unknown, MinuteLaw>();
    const lawOf = (law: Line["items"][number]["service"]) => {
      const found = known.get(law) ?? inWholeMinutes(law);
      known.set(law, found);
      return found;
    };
    this.#services = line.items.map(({ service, show }) => withNoShow(lawOf(service), show));
    this.#lateness = line.items.map(({ punctuality }) => (punctuality === undefined ? undefined : lawOf(punctuality)));
    this.#busy =
      this.#services.reduce((sum, law) => sum + meanOf(law), 0) +
      (line.counting.idle === "last patient" ? 0 : line.breakAfterAll);
    this.#times = [];
    this.#done = [];
    this.#waitCosts = [];
    this.#marked = { times: [], done: [], waitCosts: [] };
  }

  get cost(): number {
    const waits = this.#waitCosts.reduce((sum, cost) => sum + cost, 0);
    return (
      waits + expectation(this.#done.at(-1)!, (end) => endCost(this.#line, end)) - this.#line.costs.idle * this.#busy
    );
  }

  /** @throws {RangeError} when a time is not a whole minute */
  place(times: ArrayLike<number>): void {
    this.#times = Array.from(times);
    this.#reckonFrom(0);
  }

  move(item: number, time: number): void {
    this.#times[item] = time;
    this.#reckonFrom(item);
  }

  mark(): void {
    this.#marked = { times: [...this.#times], done: [...this.#done], waitCosts: [...this.#waitCosts] };
  }

  rollback(): void {
    const { times, done, waitCosts } = this.#marked;
    this.#times = [...times];
    this.#done = [...done];
    this.#waitCosts = [...waitCosts];
  }

  figures(): SessionFigures {
    const { items, length, counting } = this.#line;
    const end = this.#done.at(-1)!;
    const wait = this.waits().reduce((sum, wait, item) => sum + items[item]!.share * wait, 0);
    const overtime = expectation(end, (minute) => Math.max(0, minute - length));
    const presence = counting.idle === "last patient" ? meanOf(end) : length + overtime;
    return { cost: this.cost, wait, idle: presence - this.#busy, overtime };
  }

  waits(): number[] {
    return this.#times.map((_, item) => this.#waitOf(item));
  }

  #reckonFrom(first: number): void {
    for (let item = first; item < this.#times.length; item++) {
      const time = this.#times[item]!;
      if (!Number.isInteger(time)) {
        throw new RangeError(`an exact price needs appointments on whole minutes, got ${time}`);
      }
      this.#waitCosts[item] = this.#line.items[item]!.weight * this.#waitOf(item);
      const lateness = this.#lateness[item];
      const before = this.#done[item - 1] ?? atOnce;
      const started = lateness === undefined ? notBefore(before, time) : laterOf(before, lateness, time);
      this.#done[item] = added(started, this.#services[item]!);
    }
  }

  #waitOf(item: number): number {
    const time = this.#times[item]!;
    const before = this.#done[item - 1] ?? atOnce;
    const lateness = this.#lateness[item];
    if (lateness === undefined) return beyond(before, time);
    let wait = 0;
    lateness.shares.forEach((share, index) => {
      wait += share * beyond(before, time + Math.max(0, lateness.first + index));
    });
    return wait;
  }
}

function expectation({ first, shares }: MinuteLaw, value: (minute: number) => number): number {
  let sum = 0;
  for (let index = 0; index < shares.length; index++) sum += shares[index]! * value(first + index);
  return sum;
}

/** How far a law lies beyond a minute, on average. */
function beyond({ first, shares }: MinuteLaw, minute: number): number {
  let sum = 0;
  for (let index = Math.max(0, minute + 1 - first); index < shares.length; index++) {
    sum += shares[index]! * (first + index - minute);
  }
  return sum;
}

/** The law of the later of a random minute and a given one. */
function notBefore(law: MinuteLaw, minute: number): MinuteLaw {
  const early = minute - law.first;
  if (early <= 0) return law;
  if (early >= law.shares.length) return { first: minute, shares: Float64Array.of(sumOf(law.shares)) };
  const shares = law.shares.slice(early);
  for (let index = 0; index < early; index++) shares[0]! += law.shares[index]!;
  return { first: minute, shares };
}

/** The law of the later of two independent random minutes, the second moved by some minutes. */
function laterOf(one: MinuteLaw, other: MinuteLaw, by: number): MinuteLaw {
  const otherFirst = other.first + by;
  const first = Math.max(one.first, otherFirst);
  const last = Math.max(one.first + one.shares.length, otherFirst + other.shares.length) - 1;
  const shares = new Float64Array(last - first + 1);
  const reachedBy = ({ shares }: MinuteLaw, from: number, until: number) => {
    let sum = 0;
    for (let index = 0; index < shares.length && from + index < until; index++) sum += shares[index]!;
    return sum;
  };
  let oneReached = reachedBy(one, one.first, first);
  let otherReached = reachedBy(other, otherFirst, first);
  let below = 0;
  for (let minute = first; minute <= last; minute++) {
    oneReached += one.shares[minute - one.first] ?? 0;
    otherReached += other.shares[minute - otherFirst] ?? 0;
    shares[minute - first] = oneReached * otherReached - below;
    below = oneReached * otherReached;
  }
  return { first, shares };
}

/** The law of the sum of two independent random numbers of minutes. */
function added(one: MinuteLaw, other: MinuteLaw): MinuteLaw {
  const few = other.shares;
  const shares = new Float64Array(one.shares.length + few.length - 1);
  for (let index = 0; index < one.shares.length; index++) {
    const share = one.shares[index]!;
    if (share === 0) continue;
    for (let more = 0; more < few.length; more++) shares[index + more]! += share * few[more]!;
  }
  return trimmed({ first: one.first + other.first, shares });
}

function sumOf(shares: Float64Array): number {
  let sum = 0;
  for (const share of shares) sum += share;
  return sum;
}
