/**
 * What templates cost where nobody has looked: exactly, or on samples that no search has seen.
 *
 * All templates meet the same samples, so that the loss of one against another is a difference of pairs.
 *
 * @module
 */

import { pairedDifference } from "../statistics/estimate.ts";
import type { Alternative, SessionCost } from "./answer.ts";
import { estimatedFigures, expectedCost, lineOfTemplate } from "./cost.ts";
import { timesOfItems } from "./line.ts";
import type { SessionProblem } from "./problem.ts";
import { figuresOfSamples } from "./sample-evaluation.ts";
import { drawSamples, type SampleOptions, type Samples } from "./samples.ts";

/** A template with its price, which can be compared with others of the same problem. */
export interface Priced {
  readonly times: readonly number[];
  readonly figures: SessionCost;
  /** Cost in each sample; absent when the price is exact. */
  readonly costs?: Float64Array;
}

/** Prices templates of one problem, whose patients are seen as listed. */
export class FreshPrices {
  readonly #problem: SessionProblem;
  readonly #fresh: SampleOptions;
  /** Samples by the places of breaks, which depend on the template. */
  readonly #drawn = new Map<string, Samples>();

  constructor(problem: SessionProblem, fresh: SampleOptions) {
    this.#problem = problem;
    this.#fresh = fresh;
  }

  /** Prices a template. */
  price(times: readonly number[]): Priced {
    const problem = this.#problem;
    if (problem.evaluation.kind === "exact") return { times, figures: expectedCost(problem, times) };
    const line = lineOfTemplate(problem, times);
    const key = line.items.map(({ patient }) => patient ?? "break").join();
    const samples = this.#drawn.get(key) ?? drawSamples(line, this.#fresh);
    this.#drawn.set(key, samples);
    const rows = figuresOfSamples(line, samples, timesOfItems(line, times));
    return { times, figures: estimatedFigures(problem, rows), costs: rows.cost };
  }
}

/** How much more a template costs than another. */
export function lossAgainst(best: Priced, other: Priced): Pick<Alternative, "loss" | "lossHalfWidth"> {
  if (best.costs === undefined || other.costs === undefined) return { loss: other.figures.cost - best.figures.cost };
  const { mean, halfWidth } = pairedDifference(other.costs, best.costs);
  return { loss: mean, lossHalfWidth: halfWidth };
}
