/**
 * Tiny roster models of every kind of term, and their optimum by plain enumeration.
 *
 * @module
 */

import { evaluate } from "../../src/roster/evaluate.ts";
import type { Cells, Limits, RosterModel, Term, Tour } from "../../src/roster/roster-model.ts";

/** A uniform number in [0, 1) from a seed: mulberry32. */
export function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A model of a few people and days with terms drawn at random, some of them hard. */
export function randomRoster(seed: number, size: { people: number; days: number; shifts: number }): RosterModel {
  const { people, days, shifts } = size;
  const random = uniforms(seed);
  const below = (count: number) => Math.floor(random() * count);
  const reason = { rule: "random", text: "drawn at random" };
  const all = (count: number) => Array.from({ length: count }, (_, index) => index);
  const some = (count: number) => all(count).filter(() => random() < 0.6);
  const symbols = () => [...some(shifts), ...(random() < 0.2 ? [-1] : [])];
  const price = () => (random() < 0.25 ? Number.POSITIVE_INFINITY : 1 + below(6));
  const limits = (most: number): Limits => {
    const min = below(most + 1);
    const sides = below(3);
    return {
      ...(sides === 1 ? {} : { min, costPerUnder: price() }),
      ...(sides === 0 ? {} : { max: min + below(most + 1 - min), costPerOver: price() }),
    };
  };
  const cells = (): Cells => ({ days: some(days), shifts: some(shifts), weight: 1 + below(3) });
  const terms: Term[] = [];
  for (let person = 0; person < people; person++) {
    for (let count = below(5); count > 0; count--) {
      const cost = random() < 0.15 ? Number.POSITIVE_INFINITY : below(9) - 3;
      terms.push({ kind: "cell", reason, person, day: below(days), shift: below(shifts + 1) - 1, cost });
    }
    for (let count = below(3); count > 0; count--) {
      const on = random() < 0.4 ? { days: some(days - 1) } : {};
      terms.push({ kind: "succession", reason, person, from: symbols(), to: symbols(), ...on, cost: price() });
    }
    for (let count = below(3); count > 0; count--) {
      const before = random() < 0.5 ? "unknown" : below(3);
      const of = random() < 0.3 ? [-1] : some(shifts);
      terms.push({ kind: "run", reason, person, shifts: of, limits: limits(3), before });
    }
    for (let count = below(3); count > 0; count--) {
      terms.push({ kind: "sum", reason, person, cells: [cells(), cells()], limits: limits(days) });
    }
    if (random() < 0.6) {
      const blocks = [[0, 1], days > 4 ? [2, 4] : [2], days > 5 ? [5] : []].filter((block) => block.length > 0);
      terms.push({ kind: "blocks", reason, person, blocks, shifts: some(shifts), limits: limits(2) });
    }
  }
  for (let count = 1 + below(3); count > 0; count--) {
    const parts = [
      { people: all(people), cells: cells() },
      { people: some(people), cells: cells() },
    ];
    terms.push({ kind: "cover", reason, parts, limits: limits(people * 2) });
  }
  return { people, days, shifts, terms };
}

/** All tours there are. */
export function allTours(days: number, shifts: number): Tour[] {
  const tours: Tour[] = [];
  const base = shifts + 1;
  for (let number = 0; number < base ** days; number++) {
    const tour = new Int16Array(days);
    for (let day = 0, rest = number; day < days; day++, rest = Math.floor(rest / base)) tour[day] = (rest % base) - 1;
    tours.push(tour);
  }
  return tours;
}

/** The least cost of any roster of two people; Infinity when every one breaks a hard rule. */
export function bestOfTwo(model: RosterModel): number {
  const tours = allTours(model.days, model.shifts);
  const idle = tours[0]!;
  const own = (person: number) => ({
    ...model,
    terms: model.terms.filter((term) => "person" in term && term.person === person),
  });
  const shared = { ...model, terms: model.terms.filter((term) => term.kind === "cover") };
  const possible = (person: number) =>
    tours
      .map((tour) => ({ tour, cost: evaluate(own(person), person === 0 ? [tour, idle] : [idle, tour]) }))
      .filter(({ cost }) => cost < Number.POSITIVE_INFINITY);
  const second = possible(1);
  let best = Number.POSITIVE_INFINITY;
  for (const a of possible(0)) {
    for (const b of second) best = Math.min(best, a.cost + b.cost + evaluate(shared, [a.tour, b.tour]));
  }
  return best;
}
