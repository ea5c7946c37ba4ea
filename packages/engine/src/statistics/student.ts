import studentQuantileOf from "@stdlib/stats-base-dists-t-quantile";
import { requireProbability } from "./quantile.ts";

/**
 * Quantile of Student's t distribution.
 *
 * @throws {RangeError} when the probability is outside 0 to 1, or there is not at least one degree of freedom
 * @example
 * studentQuantile(0.975, 3) // 3.18244…
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  requireProbability(probability);
  if (!(degreesOfFreedom >= 1)) {
    throw new RangeError(`Student's t needs at least one degree of freedom, got ${degreesOfFreedom}`);
  }
  return studentQuantileOf(probability, degreesOfFreedom);
}
