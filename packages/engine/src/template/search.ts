/**
 * Looks for the best template of a problem: of all orders that are worth a look, and of all places of its breaks.
 *
 * @module
 */

import type { SolvedSession } from "./answer.ts";
import { bestAtAnyMoment } from "./any-moment.ts";
import { bestForLine } from "./best-for-line.ts";
import { lineOf, timesOfItems } from "./line.ts";
import { ordersOf } from "./order.ts";
import { placesToTry } from "./places-of-breaks.ts";
import type { SessionProblem } from "./problem.ts";
import type { SetDescent } from "./set-descent.ts";
import type { Work } from "./work.ts";

/** Bounds that are this near to the cost, as a share of it, are the cost but for rounding. */
const CERTIFIED = 1e-7;

/** How a search begins. */
export interface SearchOptions {
  readonly work: Work;
  /** Minutes of the patients in their order. */
  readonly start?: readonly number[] | undefined;
}

/** @throws {RangeError} when the problem makes no sense, or when all minutes lie in breaks */
export function searchTemplate(problem: SessionProblem, { work, start }: SearchOptions): SolvedSession {
  const { orders, areAll } = ordersOf(problem, work);
  let best: (SetDescent & { readonly order: readonly number[] }) | undefined;
  let bound = Infinity;
  for (const order of orders) {
    const found = bestInOrder(problem, order, { start, work });
    bound = Math.min(bound, found.bound);
    if (best === undefined || found.cost < best.cost) best = { ...found, order };
  }
  const { times, cost, order } = best!;
  return {
    ...standing({ cost, bound, areAll }),
    ...(work.reason !== undefined && { reason: work.reason }),
    times,
    order,
    objective: cost,
    bound: Math.min(bound, cost),
    work: work.done,
  };
}

/** Status and certificate of a cost and a bound. */
export function standing({ cost, bound, areAll }: { cost: number; bound: number; areAll: boolean }, gap = CERTIFIED) {
  const certified = cost - bound <= gap * (1 + Math.abs(cost));
  return { status: certified && areAll ? "optimal" : "feasible", certified } as const;
}

/** The best template of an order: of all places that breaks may have in it. */
function bestInOrder(problem: SessionProblem, order: readonly number[], { start, work }: SearchOptions): SetDescent {
  const bestOf = problem.times.kind === "any" ? bestAtAnyMoment : bestForLine;
  let best: SetDescent | undefined;
  const { places: ways, areAll } = placesToTry(problem, order);
  let bound = areAll ? Infinity : -Infinity;
  for (const places of ways) {
    if (best !== undefined && work.isOver()) return { ...best, bound: -Infinity };
    const line = lineOf(problem, order, places);
    const found = bestOf(problem, line, { work, start: start && timesOfItems(line, start) });
    if (found === undefined) continue;
    bound = Math.min(bound, found.bound);
    const times = found.times.filter((_, item) => line.items[item]!.patient !== undefined);
    if (best === undefined || found.cost < best.cost) best = { ...found, times };
  }
  if (best === undefined) throw new RangeError("no appointment can be given: all allowed minutes lie in breaks");
  return { ...best, bound };
}
