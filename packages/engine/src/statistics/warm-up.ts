import { mean } from "simple-statistics";
import type { Sample } from "./quantile.ts";
import { Tally } from "./tally.ts";

/** So few batches at the end are alike by chance, and would pass for a steady state. */
const FEWEST_BATCHES_LEFT = 5;

/** Where the transient of a run ends, or that the run is too short to tell. */
export type WarmUp =
  | {
      readonly status: "found";
      /** How many batches, and so how many observations, to leave out. */
      readonly batches: number;
      readonly observations: number;
      /** Mean of the batches that are kept. */
      readonly mean: number;
    }
  | { readonly status: "run longer" };

/** How the end of the warm-up is looked for. */
export interface WarmUpOptions {
  /** Observations per batch; 5 unless given. */
  readonly batchSize?: number;
}

/**
 * Finds where the transient of a run ends: the MSER-5 rule.
 *
 * Of all places where the run could be cut, it takes the one after which the mean is known best, that is, where
 * the squared standard error of the remaining batch means is smallest. A cut in the second half of the run says
 * that the run has not settled, and of fewer than ten batches nothing is said. An incomplete batch at the end is
 * left out.
 *
 * @param observations in the order of time; for several replications, their mean at each position
 * @throws {RangeError} when the batch size is not a whole number from 1, or an observation is not finite
 * @example
 * const filling = Array.from({ length: 200 }, (_, hour) => (hour < 40 ? hour : 40 + (hour % 3)));
 * findWarmUp(filling) // { status: "found", batches: 8, observations: 40, mean: 41 }
 * findWarmUp(filling.slice(0, 40)) // { status: "run longer" }
 * @see White (1997), An effective truncation heuristic for bias reduction in simulation output, Simulation 69(6)
 * @see Hoad, Robinson & Davies (2010), Automating warm-up length estimation, Journal of the ORS 61(9), for the guards
 */
export function findWarmUp(observations: Sample, { batchSize = 5 }: WarmUpOptions = {}): WarmUp {
  if (!(Number.isInteger(batchSize) && batchSize >= 1)) {
    throw new RangeError(`a batch must hold a whole number of observations, at least 1, got ${batchSize}`);
  }
  const batches = batchMeans(observations, batchSize);
  // Of fewer batches, those that must be left reach into the first half, and the guard would not see them.
  if (batches.length < 2 * FEWEST_BATCHES_LEFT) return { status: "run longer" };
  const best = bestCut(batches);
  if (best.cut >= batches.length / 2) return { status: "run longer" };
  return { status: "found", batches: best.cut, observations: best.cut * batchSize, mean: best.mean };
}

function batchMeans(observations: Sample, batchSize: number): number[] {
  const count = Math.floor(observations.length / batchSize);
  return Array.from({ length: count }, (_, batch) =>
    mean(Array.from(observations.slice(batch * batchSize, (batch + 1) * batchSize))),
  );
}

/** The cut with the smallest squared standard error behind it; of equals the earliest. */
function bestCut(batches: readonly number[]): { cut: number; mean: number } {
  // From the end to the start, so that one tally sees every remainder once.
  const rest = new Tally();
  let best = { cut: batches.length, mean: Number.NaN, error: Infinity };
  for (let cut = batches.length - 1; cut >= 0; cut--) {
    rest.add(batches[cut]!);
    if (rest.count < FEWEST_BATCHES_LEFT) continue;
    const error = rest.save().squares / rest.count ** 2;
    if (error <= best.error) best = { cut, mean: rest.mean, error };
  }
  return best;
}
