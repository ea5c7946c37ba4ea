import { definedValues, type Estimate, type EstimateOptions, estimate } from "./estimate.ts";
import { quantiles, type Sample } from "./quantile.ts";

/** An estimate, and how a measure spreads from one replication to the next: good days and bad days. */
export interface Summary extends Estimate {
  /** One replication in ten is lower. */
  readonly p10: number;
  readonly p50: number;
  /** One replication in ten is higher. */
  readonly p90: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Summarises one number per replication: the estimate of its expected value, and its percentiles and range.
 *
 * Replications without a value (NaN) are left out, as in `estimate`; when all are, everything is NaN.
 *
 * @throws {RangeError} as `estimate` does
 * @example
 * summarise([4, 6, 5, 5]) // { mean: 5, replications: 4, p10: 4.3, p50: 5, p90: 5.7, min: 4, max: 6, … }
 */
export function summarise(values: Sample, options: EstimateOptions = {}): Summary {
  const about = estimate(values, options);
  const [p10, p50, p90, min, max] = quantiles(definedValues(values), [0.1, 0.5, 0.9, 0, 1]);
  return { ...about, p10: p10!, p50: p50!, p90: p90!, min: min!, max: max! };
}
