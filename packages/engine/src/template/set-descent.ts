/**
 * Steepest descent over moves of whole sets of appointments, up to a certificate.
 *
 * On an even grid the expected cost is L-natural-convex in the appointments: where no set can be moved a step later or
 * earlier with profit, no other template is better. Which set is best to move is a submodular question.
 *
 * @see Murota (2003), Discrete Convex Analysis, section 10.3; Begen & Queyranne (2011), Appointment scheduling with
 * discrete random durations, Mathematics of Operations Research 36(2)
 * @module
 */

import type { Evaluation } from "./evaluation.ts";
import { leastSet, type SetFunction } from "./minimum-norm.ts";
import type { Work } from "./work.ts";

/** Where appointments may be, and where they are to begin with. */
export interface SetDescentProblem {
  readonly evaluation: Evaluation;
  /** Minutes at which appointments may be, rising. */
  readonly allowed: readonly number[];
  /** The places among `allowed` where each item may be; items of one place cannot move. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  /** The place of each item among `allowed`; of an item that is fixed elsewhere, any. */
  readonly start: readonly number[];
  /** Minutes of items that are not among `allowed`: breaks. */
  readonly fixed: readonly (number | undefined)[];
}

/** Where a descent ended. */
export interface SetDescent {
  /** Minutes of all items. */
  readonly times: readonly number[];
  readonly cost: number;
  /** On an even grid no template costs less; -Infinity while not known. */
  readonly bound: number;
}

/** Chains that are looked at for one move; far more than were ever needed. */
const MOST_CHAINS = 2000;

/** Costs this near to each other, as a share of them, are the same. */
const SAME = 1e-10;

/** Moves sets of appointments one step later or earlier as long as that pays. */
export function descendBySets(problem: SetDescentProblem, work: Work): SetDescent {
  const { evaluation, allowed, ranges, fixed } = problem;
  const places = [...problem.start];
  const minuteOf = (item: number) => fixed[item] ?? allowed[places[item]!]!;
  evaluation.place(places.map((_, item) => minuteOf(item)));
  let cost = evaluation.cost;
  const known = { later: Number.NEGATIVE_INFINITY, earlier: Number.NEGATIVE_INFINITY };
  let direction: "later" | "earlier" = "later";
  for (let settled = 0; settled < 2 && !work.isOver(); ) {
    const by = direction === "later" ? 1 : -1;
    const movable = places.flatMap((place, item) => {
      const { from, to } = ranges[item]!;
      return fixed[item] === undefined && place + by >= from && place + by <= to ? [item] : [];
    });
    evaluation.mark();
    const setFunction: SetFunction = {
      size: movable.length,
      chain(order, values) {
        evaluation.rollback();
        order.forEach((element, step) => {
          const item = movable[element]!;
          evaluation.move(item, allowed[places[item]! + by]!);
          values[step] = evaluation.cost - cost;
        });
        work.did(order.length);
      },
    };
    const tolerance = SAME * (1 + Math.abs(cost));
    const least = leastSet(setFunction, { tolerance, mostChains: MOST_CHAINS, stopped: () => work.isOver() });
    evaluation.rollback();
    if (least.value < -tolerance) {
      const items = least.set.map((element) => movable[element]!);
      const moved = moveWhileItPays(problem, places, { items, by, cost, work });
      if (moved < cost) {
        cost = moved;
        settled = 0;
        continue;
      }
    }
    known[direction] = least.bound;
    settled++;
    direction = direction === "later" ? "earlier" : "later";
  }
  const times = places.map((_, item) => minuteOf(item));
  return { times, cost, bound: boundOf(problem, places, { cost, known }) };
}

/** Moves a set by a step, and again as long as the cost falls; returns the cost. */
function moveWhileItPays(
  { evaluation, allowed, ranges }: SetDescentProblem,
  places: number[],
  move: { readonly items: readonly number[]; readonly by: number; readonly cost: number; readonly work: Work },
): number {
  let { cost } = move;
  while (!move.work.isOver()) {
    const canMove = move.items.every((item) => {
      const place = places[item]! + move.by;
      return place >= ranges[item]!.from && place <= ranges[item]!.to;
    });
    if (!canMove) return cost;
    evaluation.mark();
    for (const item of move.items) evaluation.move(item, allowed[places[item]! + move.by]!);
    move.work.did(move.items.length);
    if (!(evaluation.cost < cost - SAME * (1 + Math.abs(cost)))) {
      evaluation.rollback();
      return cost;
    }
    cost = evaluation.cost;
    for (const item of move.items) places[item]! += move.by;
  }
  return cost;
}

/**
 * Any other template is reached by sets that move later, one within the other, and sets that move earlier, and each such
 * step gains no more at the end than it would gain here.
 */
function boundOf(
  { ranges, fixed }: SetDescentProblem,
  places: readonly number[],
  { cost, known }: { readonly cost: number; readonly known: { readonly later: number; readonly earlier: number } },
): number {
  let later = 0;
  let earlier = 0;
  places.forEach((place, item) => {
    if (fixed[item] !== undefined) return;
    later = Math.max(later, ranges[item]!.to - place);
    earlier = Math.max(earlier, place - ranges[item]!.from);
  });
  const gain = (bound: number, steps: number) => (steps === 0 ? 0 : bound * steps);
  return cost + gain(known.later, later) + gain(known.earlier, earlier);
}
