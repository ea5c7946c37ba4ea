/**
 * Mends tours in moments: of all changes of one person's day, the one that saves most, again and again.
 *
 * It needs no solver, so that there is an answer before a solver has been loaded, and it is a start for better ones.
 *
 * @module
 */

import { amountCovered, costOutsideLimits, termCost } from "./evaluate.ts";
import type { DayWindow } from "./fit-within.ts";
import { type CoverTerm, off, type RosterModel, type Term, type Tour } from "./roster-model.ts";
import { priced } from "./terms.ts";

/** Dollars for what must be kept and is not: more than all prices of a roster together. */
const HARD_PRICE = 1e9;

/** What a change must save: more than rounding. */
const LEAST_GAIN = 1e-6;

/** A day of a person, and what it would hold. */
interface Change {
  readonly person: number;
  readonly day: number;
  readonly shift: number;
}

/**
 * Changes days of people while that makes the roster cheaper.
 *
 * @param tours they may break anything; they are left as they are
 * @param options.open days that may change
 * @param options.isOver asked before each look for a change
 */
export function mend(
  roster: RosterModel,
  tours: readonly Tour[],
  { open, isOver }: { readonly open: DayWindow; readonly isOver: () => boolean },
): Tour[] {
  const mender = new Mender(roster, tours, open);
  while (!isOver()) {
    const change = mender.best();
    if (change === undefined) break;
    mender.make(change);
  }
  return mender.tours;
}

/** A cover term and how much of it there is. */
interface Covered {
  readonly term: CoverTerm;
  amount: number;
}

class Mender {
  readonly tours: Tour[];
  readonly #roster: RosterModel;
  readonly #open: DayWindow;
  /** What each person's day costs with each shift, at `(person * days + day) * (shifts + 1) + shift + 1`. */
  readonly #cells: Float64Array;
  /** All else that a person's tour alone decides. */
  readonly #personal: Term[][];
  /** The cover that each open day is part of. */
  readonly #covered = new Map<number, Covered[]>();

  constructor(roster: RosterModel, tours: readonly Tour[], open: DayWindow) {
    const { people, days, shifts } = roster;
    this.#roster = roster;
    this.#open = open;
    this.tours = tours.map((tour) => Int16Array.from(tour));
    this.#cells = new Float64Array(people * days * (shifts + 1));
    this.#personal = Array.from({ length: people }, () => []);
    for (const term of roster.terms) {
      if (term.kind === "cell") this.#cells[this.#cellOf(term)]! += Math.min(term.cost, HARD_PRICE);
      else if (term.kind === "cover") this.#watch(term);
      else this.#personal[term.person]!.push(priced(term, HARD_PRICE));
    }
  }

  /** The change that saves most; undefined when none saves anything. */
  best(): Change | undefined {
    let best: Change | undefined;
    let most = LEAST_GAIN;
    for (const change of this.#changes()) {
      const gain = this.#gainOf(change);
      if (gain > most) [best, most] = [change, gain];
    }
    return best;
  }

  make(change: Change): void {
    for (const covered of this.#coveredOn(change.day)) covered.amount += this.#more(covered.term, change);
    this.tours[change.person]![change.day] = change.shift;
  }

  /** All that is allowed. */
  *#changes(): Generator<Change> {
    for (let person = 0; person < this.#roster.people; person++) {
      for (let day = this.#open.from; day <= this.#open.to; day++) {
        const now = this.tours[person]![day]!;
        for (let shift = off; shift < this.#roster.shifts; shift++) {
          const change = { person, day, shift };
          if (shift !== now && this.#cells[this.#cellOf(change)]! < HARD_PRICE) yield change;
        }
      }
    }
  }

  #gainOf(change: Change): number {
    const { person, day, shift } = change;
    const tour = this.tours[person]!;
    const now = tour[day]!;
    let gain = this.#cells[this.#cellOf({ person, day, shift: now })]! - this.#cells[this.#cellOf(change)]!;
    for (const { term, amount } of this.#coveredOn(day)) {
      const more = this.#more(term, change);
      if (more !== 0) gain += costOutsideLimits(term.limits, amount) - costOutsideLimits(term.limits, amount + more);
    }
    gain += this.#personalCost(person);
    tour[day] = shift;
    gain -= this.#personalCost(person);
    tour[day] = now;
    return gain;
  }

  #personalCost(person: number): number {
    return this.#personal[person]!.reduce((sum, term) => sum + termCost(term, this.tours, this.#roster.days), 0);
  }

  /** By how much a change adds to cover. */
  #more({ parts }: CoverTerm, { person, day, shift }: Change): number {
    const now = this.tours[person]![day]!;
    let more = 0;
    for (const { people, cells } of parts) {
      const change = (cells.shifts.includes(shift) ? 1 : 0) - (cells.shifts.includes(now) ? 1 : 0);
      if (change !== 0 && cells.days.includes(day) && people.includes(person)) more += change * cells.weight;
    }
    return more;
  }

  #watch(term: CoverTerm): void {
    const days = new Set(term.parts.flatMap(({ cells }) => cells.days));
    let covered: Covered | undefined;
    for (const day of days) {
      if (day < this.#open.from || day > this.#open.to) continue;
      covered ??= { term: priced(term, HARD_PRICE) as CoverTerm, amount: amountCovered(term, this.tours) };
      this.#covered.set(day, [...this.#coveredOn(day), covered]);
    }
  }

  #coveredOn(day: number): Covered[] {
    return this.#covered.get(day) ?? [];
  }

  #cellOf({ person, day, shift }: Change): number {
    const { days, shifts } = this.#roster;
    return (person * days + day) * (shifts + 1) + shift + 1;
  }
}
