/**
 * How much cheaper than a template another can be in truth, where a certificate speaks of samples alone.
 *
 * The best cost on samples lies below the true best on average, for a template is fitted to their luck. So as many
 * problems of other luck are solved, and on each the template is compared with what is best there: the mean difference
 * is no less than what the template costs too much, and its interval says how sure that is.
 *
 * @see Mak, Morton & Wood (1999), Monte Carlo bounding techniques for determining solution quality in stochastic
 * programs, Operations Research Letters 24, section 3
 * @module
 */

import { estimate } from "../statistics/estimate.ts";
import type { SolvedSession } from "./answer.ts";
import { expectedCost } from "./cost.ts";
import type { SessionProblem } from "./problem.ts";
import type { Work } from "./work.ts";

/** No problem needs more samples than this: fewer only make the bound a little lower. */
const MOST_SAMPLES = 1_000;

/** Of the bound, which is one-sided. */
export const BOUND_CONFIDENCE = 0.95;

/** How problems of other luck are solved. */
export interface TruthOptions {
  readonly work: Work;
  readonly seed: number | string;
  /** How many. */
  readonly batches: number;
  /** Solves one of them, with its bound. */
  readonly solve: (problem: SessionProblem) => SolvedSession | Promise<SolvedSession>;
}

/**
 * With `BOUND_CONFIDENCE`, no allowed template costs less than the found one by more than this; Infinity where there
 * are fewer than two of them, one has no bound, or the work ended before all were solved.
 */
export async function mostTooDear(
  problem: SessionProblem,
  { times, order }: SolvedSession,
  { work, seed, batches, solve }: TruthOptions,
): Promise<number> {
  if (problem.evaluation.kind === "exact") return 0;
  if (batches < 2) return Infinity;
  const count = Math.min(problem.evaluation.count, MOST_SAMPLES);
  const gaps: number[] = [];
  for (let batch = 0; batch < batches; batch++) {
    const samples = { count, seed: `batch ${batch} of ${seed}` };
    const { bound } = await solve({ ...problem, evaluation: { kind: "samples", ...samples } });
    if (work.isOver() || bound === -Infinity) return Infinity;
    gaps.push(Math.max(0, expectedCost(problem, times, { order, samples }).cost - bound));
  }
  // Both ends of an interval at 90 % leave 5 % above it.
  const { mean, halfWidth } = estimate(gaps, { confidence: 2 * BOUND_CONFIDENCE - 1 });
  return mean + halfWidth;
}
