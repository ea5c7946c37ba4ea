/**
 * Wait against idle time against overtime: the best templates from patients' time dear to the provider's time dear, so
 * that nobody has to name a weight before seeing what it buys.
 *
 * @module
 */

import type { FrontierPoint } from "./answer.ts";
import type { FreshPrices } from "./fresh-prices.ts";
import type { SessionProblem } from "./problem.ts";
import { searchTemplate } from "./search.ts";
import type { Work } from "./work.ts";

/** How far the provider's minutes become cheaper and dearer. */
const SPREAD = 16;

/** What a frontier is drawn with. */
export interface FrontierOptions {
  readonly prices: FreshPrices;
  /** How many weights are looked at. */
  readonly weights: number;
  readonly work: Work;
  /** The best template under the problem's own weights. */
  readonly start: readonly number[];
}

/**
 * The best templates while the costs of idle time and overtime go from a sixteenth of the problem's to sixteen times
 * them; each template once. It ends early when the work is over.
 */
export function drawFrontier(problem: SessionProblem, options: FrontierOptions): FrontierPoint[] {
  const { prices, weights, work } = options;
  const points: FrontierPoint[] = [];
  let { start } = options;
  for (let index = 0; index < weights && !work.isOver(); index++) {
    const factor = weights === 1 ? 1 : SPREAD ** ((2 * index) / (weights - 1) - 1);
    const { idle, overtime } = problem.costs;
    const costs = { idle: factor * idle, overtime: factor * overtime };
    const { times } = searchTemplate({ ...problem, costs }, { work, start });
    if (work.isOver()) break;
    start = times;
    if (points.at(-1)?.times.join() === times.join()) continue;
    points.push({ ...prices.price(times).figures, providerFactor: factor, times });
  }
  return points;
}
