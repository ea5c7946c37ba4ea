/**
 * Rosters too large for one integer programme, of people with too many sums to be priced: parts of some people and days
 * are solved by a programme of their own, while all else stays as it is, again and again.
 *
 * @module
 */

import type { Solver } from "../modelling/solver.ts";
import { compactModel } from "./compact.ts";
import { amountCovered, costOutsideLimits, evaluate } from "./evaluate.ts";
import type { CoverTerm, Limits, RosterModel, Term, Tour } from "./roster-model.ts";
import type { SharedIncumbent } from "./shared-incumbent.ts";
import { hardPriceOf, priced } from "./terms.ts";

/** What improving by parts needs. */
export interface PartsOptions {
  readonly solver: Solver;
  /** A uniform number in [0, 1). */
  readonly random: () => number;
  /** Seconds since any moment. */
  readonly clock: () => number;
  /** Seconds from now on. */
  readonly seconds: number;
  /** Units of the solver's work for each part, when work is what is limited, and how many parts. */
  readonly work?: { readonly each: number; readonly parts: number };
  readonly seed?: number;
  readonly cancelled?: () => boolean;
  readonly incumbent?: SharedIncumbent;
  /** Told of each better roster that keeps to everything. */
  readonly onBetter?: (cost: number) => void;
}

/** Some people and days: all days from `from` to before `to`. */
interface Part {
  readonly people: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Person-day-shifts of the first part, and of the smallest and the largest. */
const AREA = { first: 1_500, least: 300, most: 30_000 };

/** The part of all time, and the seconds, that one part may take at most. */
const SHARE_OF_PART = 0.1;
const SECONDS_OF_PART = 8;

/** Lengths of parts in days. */
const WEEK = 7;
const LENGTHS = [WEEK, 2 * WEEK, 4 * WEEK];

/** How often a part lies around cover that costs something. */
const SHARE_OF_TROUBLE = 0.7;

/**
 * Improves a roster by parts until time is up, or nothing has been gained for long.
 *
 * @param start tours of everybody; they need not keep to anything
 * @returns tours that cost no more than the start
 */
export async function improveInParts(
  roster: RosterModel,
  start: readonly Tour[],
  options: PartsOptions,
): Promise<readonly Tour[]> {
  const { clock, seconds, cancelled, incumbent, work } = options;
  const until = clock() + seconds;
  const search = new PartSearch(roster, start, options);
  let inVain = 0;
  for (let count = 0; count < (work?.parts ?? Infinity) && inVain < PATIENCE; count++) {
    if (clock() >= until || cancelled?.() === true) break;
    const other = incumbent?.read();
    if (other !== undefined && other.cost < search.cost - LEAST_GAIN) search.take(other.tours);
    const before = search.cost;
    await search.improve(Math.min(until - clock(), SHARE_OF_PART * seconds, SECONDS_OF_PART));
    inVain = search.cost < before ? 0 : inVain + 1;
  }
  return search.tours;
}

/** Parts in a row that may gain nothing before the search gives up. */
const PATIENCE = 300;

/** What an improvement is worth at least: more than rounding. */
const LEAST_GAIN = 1e-6;

class PartSearch {
  tours: readonly Tour[] = [];
  /** Infinity while something that must be kept is not. */
  cost = Infinity;
  readonly #roster: RosterModel;
  readonly #options: PartsOptions;
  readonly #hardPrice: number;
  readonly #personal: readonly (readonly Term[])[];
  readonly #cover: readonly { readonly term: CoverTerm; readonly days: readonly number[]; readonly people: number[] }[];
  #amounts = new Float64Array(0);
  #area = AREA.first;
  /** Where the next visit of everybody, week by week, begins, while something that must be kept is not. */
  #visit = { person: 0, day: 0 };

  constructor(roster: RosterModel, start: readonly Tour[], options: PartsOptions) {
    this.#roster = roster;
    this.#options = options;
    this.#hardPrice = hardPriceOf(roster);
    const personal: Term[][] = Array.from({ length: roster.people }, () => []);
    for (const term of roster.terms) if (term.kind !== "cover") personal[term.person]!.push(term);
    this.#personal = personal;
    this.#cover = roster.terms.flatMap((term) => {
      if (term.kind !== "cover") return [];
      const days = [...new Set(term.parts.flatMap(({ cells }) => cells.days))];
      return [{ term, days, people: [...new Set(term.parts.flatMap(({ people }) => people))] }];
    });
    this.take(start);
  }

  take(tours: readonly Tour[]): void {
    const { incumbent, onBetter } = this.#options;
    const cost = evaluate(this.#roster, tours);
    this.tours = tours;
    this.#amounts = Float64Array.from(this.#cover, ({ term }) => amountCovered(term, tours));
    if (!(cost < this.cost)) return;
    this.cost = cost;
    incumbent?.offer({ cost, tours });
    onBetter?.(cost);
  }

  /** Solves one part; how far it got decides how large the next one is. */
  async improve(seconds: number): Promise<void> {
    const { solver, seed, work, cancelled, clock } = this.#options;
    const part = this.cost === Infinity ? this.#next() : this.#pick();
    const sub = this.#restricted(part);
    const held = part.people.map((person) => this.tours[person]!);
    const isOpen = (_: number, day: number) => day >= part.from && day < part.to;
    const { model, toursOf, startOf } = compactModel(sub, { tours: held, isOpen });
    const outcome = await solver.solve(model, {
      limits: { ...(seconds < Infinity ? { seconds } : {}), ...(work === undefined ? {} : { work: work.each }) },
      relativeGap: 1e-4,
      start: startOf(held),
      clock,
      ...(seed === undefined ? {} : { seed }),
      ...(cancelled === undefined ? {} : { cancelled }),
    });
    const isDone = outcome.status === "optimal" || outcome.status === "infeasible";
    this.#area = Math.min(AREA.most, Math.max(AREA.least, this.#area * (isDone ? 1.15 : 0.7)));
    if (!("solution" in outcome)) return;
    const found = toursOf(outcome.solution);
    if (!(evaluate(sub, found) < evaluate(sub, held) - LEAST_GAIN)) return;
    const better = [...this.tours];
    part.people.forEach((person, index) => {
      better[person] = found[index]!;
    });
    this.take(better);
  }

  /** The roster of a part's people; what others do for the cover is taken as it is. */
  #restricted({ people, from, to }: Part): RosterModel {
    const indexOf = new Map(people.map((person, index) => [person, index]));
    const must = (term: Term) => (this.cost === Infinity ? priced(term, this.#hardPrice) : term);
    const own = people.flatMap((person, index) =>
      this.#personal[person]!.map((term) => must({ ...term, person: index } as Term)),
    );
    const cover = this.#cover.flatMap(({ term, days }, row): Term[] => {
      if (!days.some((day) => day >= from && day < to)) return [];
      const parts = term.parts.flatMap(({ people: all, cells }) => {
        const members = all.flatMap((person) => indexOf.get(person) ?? []);
        return members.length === 0 ? [] : [{ people: members, cells }];
      });
      if (parts.length === 0) return [];
      const held = people.map((person) => this.tours[person]!);
      const others = this.#amounts[row]! - amountCovered({ ...term, parts }, held);
      return [must({ ...term, parts, limits: lessen(term.limits, others) })];
    });
    return { ...this.#roster, people: people.length, terms: [...own, ...cover] };
  }

  /** The next people in a week, then the next week: what must be kept is mostly kept within one. */
  #next(): Part {
    const { people, days, shifts } = this.#roster;
    const { person, day: from } = this.#visit;
    const to = Math.min(days, from + WEEK);
    const count = Math.max(2, Math.round(this.#area / (WEEK * shifts)));
    const last = Math.min(people, person + count);
    const isLast = last === people;
    this.#visit = { person: isLast ? 0 : last, day: isLast ? to % days : from };
    return { people: Array.from({ length: last - person }, (_, index) => person + index), from, to };
  }

  /** People and days around cover that costs something, or anywhere. */
  #pick(): Part {
    const { random } = this.#options;
    const { days, shifts, people } = this.#roster;
    const length = Math.min(days, LENGTHS[Math.floor(random() * LENGTHS.length)]!);
    const count = Math.min(people, Math.max(2, Math.round(this.#area / (length * shifts))));
    const row = this.#troubled();
    const centre = row === undefined ? Math.floor(random() * days) : row.days[Math.floor(random() * row.days.length)]!;
    const from = Math.max(0, Math.min(days - length, centre - Math.floor(random() * length)));
    const chosen = new Set<number>();
    const able = row === undefined ? [] : shuffled(row.people, random);
    for (const person of able.slice(0, Math.ceil(0.7 * count))) chosen.add(person);
    for (const person of shuffled(
      this.tours.map((_, index) => index),
      random,
    )) {
      if (chosen.size < count) chosen.add(person);
    }
    return { people: [...chosen].sort((a, b) => a - b), from, to: from + length };
  }

  /** Cover that costs something, the dearer the likelier. */
  #troubled() {
    const { random } = this.#options;
    if (random() >= SHARE_OF_TROUBLE) return undefined;
    const costs = this.#cover.map(({ term }, row) =>
      Math.min(this.#hardPrice, costOutsideLimits(term.limits, this.#amounts[row]!)),
    );
    let at = random() * costs.reduce((sum, cost) => sum + cost, 0);
    return this.#cover.find((_, row) => {
      at -= costs[row]!;
      return costs[row]! > 0 && at <= 0;
    });
  }
}

/** Limits for what is left when others bring so much. */
function lessen({ min, max, ...costs }: Limits, amount: number): Limits {
  return {
    ...costs,
    ...(min === undefined ? {} : { min: min - amount }),
    ...(max === undefined ? {} : { max: max - amount }),
  };
}

/** In an order by chance (Fisher & Yates). */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other]!, all[last]!];
  }
  return all;
}
