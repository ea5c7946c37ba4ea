/**
 * The best template of a line whose slots are unevenly spaced.
 *
 * On an even grid that holds all slots, the cost is L-natural-convex, also when each appointment may be in a part of the
 * grid only: there a descent by sets is sure of its end. So branches are cut off by bounds: an appointment that the descent
 * puts between two slots goes to the one before or earlier in one branch, to the one after or later in the other.
 *
 * @see Land & Doig (1960), An automatic method of solving discrete programming problems, Econometrica 28(3)
 * @module
 */

import type { AllowedTimes, Range } from "./allowed-times.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Line } from "./line.ts";
import { descendBySets, type SetDescent } from "./set-descent.ts";
import { inOrder } from "./sketch.ts";
import type { Work } from "./work.ts";

/** A line on slots, and the best template that is known of it. */
export interface UnevenSlots {
  readonly line: Line;
  readonly allowed: AllowedTimes;
  readonly evaluation: Evaluation;
  readonly best: Pick<SetDescent, "times" | "cost">;
}

/** Parts of all templates that are looked into, at most; far more than were ever needed. */
const MOST_PARTS = 20_000;

/** Gains below this share of the cost are rounding. */
const GAIN = 1e-9;

/** Some of all templates: for each item from which place of the grid to which. */
interface Part {
  readonly ranges: readonly Range[];
  readonly start: readonly number[];
  /** None of them costs less. */
  readonly bound: number;
}

/** The best template on uneven slots, with a bound: equal to its cost, but for rounding, when the search has come to its end. */
export function bestOnUnevenSlots({ line, allowed, evaluation, best: first }: UnevenSlots, work: Work): SetDescent {
  const grid = gridOf(allowed.minutes);
  if (grid === undefined) return { ...first, bound: -Infinity };
  const fixed = line.items.map(({ at }) => at);
  const slots = allowed.minutes.map((minute) => Math.round((minute - grid.from) / grid.step));
  const minutes = Array.from({ length: slots.at(-1)! + 1 }, (_, place) => grid.from + place * grid.step);
  const placeOf = (minute: number) =>
    Math.min(minutes.length - 1, Math.max(0, Math.round((minute - grid.from) / grid.step)));
  const all = allowed.ranges.map(({ from, to }) => ({ from: slots[from] ?? 0, to: slots[to] ?? 0 }));
  let best = first;
  /** No template of the parts that are done with costs less. */
  let known = Infinity;
  const open: Part[] = [{ ranges: all, start: first.times.map(placeOf), bound: -Infinity }];
  const isWorth = ({ bound }: Pick<Part, "bound">) => bound < best.cost - GAIN * (1 + Math.abs(best.cost));
  for (let parts = 0; open.length > 0 && parts < MOST_PARTS && !work.isOver(); parts++) {
    const part = takeLeast(open);
    if (!isWorth(part)) {
      known = Math.min(known, part.bound);
      continue;
    }
    const problem = { evaluation, allowed: minutes, ranges: part.ranges, start: part.start, fixed };
    const descent = descendBySets(problem, work);
    const bound = Math.max(part.bound, descent.bound);
    const start = descent.times.map(placeOf);
    const astray = farthestFromSlots(start, slots, fixed);
    if (astray === undefined) {
      const times = inOrder(descent.times);
      evaluation.place(times);
      if (evaluation.cost < best.cost) best = { times, cost: evaluation.cost };
      known = Math.min(known, bound);
      continue;
    }
    for (const ranges of split(part.ranges, astray, fixed)) {
      if (ranges.some(({ from, to }, item) => fixed[item] === undefined && from > to)) continue;
      open.push({ ranges, start: start.map((place, item) => within(place, ranges[item]!)), bound });
    }
  }
  return { ...best, bound: open.reduce((least, { bound }) => Math.min(least, bound), Math.min(known, best.cost)) };
}

/** Minutes this near to a grid are on it. */
const ROUNDING = 1e-6;

/** Steps of a grid are multiples of this part of a minute. */
const FINEST = 60;

/** The coarsest grid that holds all minutes; undefined when there is none of whole seconds. */
function gridOf(minutes: readonly number[]): { readonly from: number; readonly step: number } | undefined {
  const from = minutes[0]!;
  const seconds = minutes.map((minute) => (minute - from) * FINEST);
  if (seconds.some((second) => Math.abs(second - Math.round(second)) > ROUNDING * FINEST)) return undefined;
  const step = seconds.reduce((divisor, second) => greatestDivisor(divisor, Math.round(second)), 0);
  return { from, step: Math.max(1, step) / FINEST };
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}

/** Takes out the part whose bound is least. */
function takeLeast(open: Part[]): Part {
  let least = 0;
  for (const [index, { bound }] of open.entries()) if (bound < open[least]!.bound) least = index;
  const part = open[least]!;
  const last = open.pop()!;
  if (least < open.length) open[least] = last;
  return part;
}

/** An item between two slots, and the slots. */
interface Astray {
  readonly item: number;
  readonly before: number;
  readonly after: number;
}

/** The item that is farthest from any slot; undefined when all are on one. */
function farthestFromSlots(
  places: readonly number[],
  slots: readonly number[],
  fixed: readonly (number | undefined)[],
): Astray | undefined {
  let astray: Astray | undefined;
  let farthest = 0;
  for (const [item, place] of places.entries()) {
    if (fixed[item] !== undefined) continue;
    const next = slots.findIndex((slot) => slot >= place);
    const [before, after] = [slots[next - 1] ?? place, slots[next] ?? place];
    const distance = Math.min(place - before, after - place);
    if (after === place || distance <= farthest) continue;
    farthest = distance;
    astray = { item, before, after };
  }
  return astray;
}

/** Before or after: whoever is seen earlier comes no later, and who is seen later no earlier. */
function split(ranges: readonly Range[], { item, before, after }: Astray, fixed: readonly (number | undefined)[]) {
  const earlier = ranges.map(({ from, to }, other) => ({
    from,
    to: other <= item && fixed[other] === undefined ? Math.min(to, before) : to,
  }));
  const later = ranges.map(({ from, to }, other) => ({
    from: other >= item && fixed[other] === undefined ? Math.max(from, after) : from,
    to,
  }));
  return [earlier, later];
}

function within(place: number, { from, to }: Range): number {
  return Math.min(Math.max(place, from), to);
}
