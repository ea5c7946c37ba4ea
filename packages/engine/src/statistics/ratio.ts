import { type Estimate, type EstimateOptions, halfWidthOf, requireConfidence } from "./estimate.ts";
import type { Sample } from "./quantile.ts";

/**
 * Estimates a ratio of two expected values, such as the share of all calls that are answered in time, from sums per
 * replication: the days with many calls then count for more than those with few.
 *
 * The half-width comes from the delta method: it is that of the mean of above − ratio × below.
 *
 * @param above one sum for each replication
 * @param below the sum that it is a part of; all zero gives NaN
 * @throws {RangeError} when the numbers of replications differ or there are none, or the confidence is not between 0 and 1
 * @example
 * ratioEstimate([8, 18], [10, 20]).mean // 0.866…
 * @see Cochran (1977), Sampling Techniques, 3rd ed., section 2.11
 */
export function ratioEstimate(above: Sample, below: Sample, { confidence = 0.95 }: EstimateOptions = {}): Estimate {
  requireConfidence(confidence);
  const replications = above.length;
  if (replications === 0 || replications !== below.length) {
    throw new RangeError(
      `a ratio needs as many sums above as below, and at least one, got ${replications} and ${below.length}`,
    );
  }
  const sumOf = (values: Sample): number => Array.from(values).reduce((sum, value) => sum + value, 0);
  const sumBelow = sumOf(below);
  if (sumBelow === 0) return { mean: Number.NaN, sd: Number.NaN, halfWidth: Infinity, confidence, replications };
  const mean = sumOf(above) / sumBelow;
  const squares = Array.from(above, (value, index) => (value - mean * below[index]!) ** 2);
  const sd = Math.sqrt(sumOf(squares) / (replications - 1)) / (sumBelow / replications);
  return { mean, sd, halfWidth: halfWidthOf({ sd, replications, confidence }), confidence, replications };
}
