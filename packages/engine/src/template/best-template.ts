/**
 * The best template of a session, with a certificate.
 *
 * @module
 */

import { placesToTry } from "./allowed-times.ts";
import type { SolvedSession } from "./answer.ts";
import { bestForLine } from "./best-for-line.ts";
import { lineOf, timesOfItems } from "./line.ts";
import type { BestTemplateOptions } from "./options.ts";
import { ordersOf } from "./order.ts";
import type { SessionProblem } from "./problem.ts";
import type { SetDescent } from "./set-descent.ts";
import { Work } from "./work.ts";

/** Bounds that are this near to the cost, as a share of it, are the cost but for rounding. */
const CERTIFIED = 1e-7;

/**
 * Finds the times of appointments that cost least, and nothing else: it can be called thousands of times.
 *
 * Appointments on a grid get a certificate. Where the order is free and too many orders exist, it holds for the order
 * that was found.
 *
 * @throws {RangeError} when the problem makes no sense, saying all that is wrong, or when all minutes lie in breaks
 * @example
 * bestTemplate(problem).times // [0, 0, 10, 20, 35, 45, 60, 70, 85, 95, 105, 115]
 */
export function bestTemplate(problem: SessionProblem, options: BestTemplateOptions = {}): SolvedSession {
  const work = new Work(options);
  const { orders, areAll } = ordersOf(problem, work);
  let best: (SetDescent & { readonly order: readonly number[] }) | undefined;
  let bound = Infinity;
  for (const order of orders) {
    const found = bestInOrder(problem, order, { start: options.start, work });
    bound = Math.min(bound, found.bound);
    if (best === undefined || found.cost < best.cost) best = { ...found, order };
  }
  const { times, cost, order } = best!;
  const certified = cost - bound <= CERTIFIED * (1 + Math.abs(cost));
  return {
    status: certified && areAll ? "optimal" : "feasible",
    ...(work.reason !== undefined && { reason: work.reason }),
    certified,
    times,
    order,
    objective: cost,
    bound: Math.min(bound, cost),
    work: work.done,
  };
}

/** The best template of an order: of all places that breaks may have in it. */
function bestInOrder(
  problem: SessionProblem,
  order: readonly number[],
  { start, work }: { readonly start: readonly number[] | undefined; readonly work: Work },
): SetDescent {
  let best: SetDescent | undefined;
  let bound = Infinity;
  for (const places of placesToTry(problem.breaks.length, order.length)) {
    const line = lineOf(problem, order, places);
    const found = bestForLine(problem, line, { work, start: start && timesOfItems(line, start) });
    if (found === undefined) continue;
    bound = Math.min(bound, found.bound);
    const times = found.times.filter((_, item) => line.items[item]!.patient !== undefined);
    if (best === undefined || found.cost < best.cost) best = { ...found, times };
  }
  if (best === undefined) throw new RangeError("no appointment can be given: all allowed minutes lie in breaks");
  return { ...best, bound };
}
