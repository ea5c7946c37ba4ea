import type { Difference } from "../scenario/changes.ts";
import {
  definedValues,
  type Estimate,
  type EstimateOptions,
  estimate,
  holdsZero,
  pairedDifference,
} from "../statistics/estimate.ts";
import { quantiles } from "../statistics/quantile.ts";
import type { Seed } from "./executor.ts";
import type { PrecisionReached } from "./sample.ts";

/** What is known of one measure: the interval of its expected value, and how replications spread. */
export interface MeasureEstimate extends Estimate {
  /** A tenth of the replications lie below. NaN, as all that follows, when the measure was never defined. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly min: number;
  readonly max: number;
  /** "min", "clock" (minutes since the start of the run), "share" (from 0 to 1), "$", "d", or what is counted. */
  readonly unit: string;
}

/** A difference, paired by replication: variant minus base. */
export interface DifferenceEstimate extends Estimate {
  /** False when the interval holds zero, or nothing could be paired: there is no measurable difference. */
  readonly measurable: boolean;
}

/** What every result carries: numbers depend on these, and on the changes. */
export interface ResultHeader {
  /** Name of the scenario. */
  readonly scenario: string;
  readonly seed: Seed;
  readonly engineVersion: string;
  readonly replications: number;
}

/** Estimates by the name of their measure. */
export type MeasureEstimates = Readonly<Record<string, MeasureEstimate>>;

/** What `replicate` returns. */
export interface Replications extends ResultHeader {
  readonly measures: MeasureEstimates;
  /** What became of a wish for precision, if there was one. */
  readonly until?: PrecisionReached;
}

/** A measure of a variant, and how it differs from the base. */
export interface VariantMeasure extends MeasureEstimate {
  readonly difference: DifferenceEstimate;
}

/** One variant beside the base. */
export interface VariantResult {
  /** What really differs from the base, computed from the two scenarios. */
  readonly changes: readonly Difference[];
  readonly measures: Readonly<Record<string, VariantMeasure>>;
}

/** What `compare` returns. */
export interface Comparison extends ResultHeader {
  /** The base. */
  readonly measures: MeasureEstimates;
  readonly variants: Readonly<Record<string, VariantResult>>;
  /** What became of a wish for precision of every difference, if there was one. */
  readonly until?: PrecisionReached;
}

/** One combination of values. */
export interface SweepPoint {
  /** One value for each setting of the sweep, as it stands in the scenario file. */
  readonly values: readonly unknown[];
  /** What really differs from the base. */
  readonly changes: readonly Difference[];
  readonly measures: MeasureEstimates;
}

/** What `sweep` returns. */
export interface Sweep extends ResultHeader {
  /** Names of the settings. */
  readonly settings: readonly string[];
  readonly points: readonly SweepPoint[];
}

/** Estimates a measure from its value in each replication. */
export function measureEstimate(
  values: Float64Array,
  { unit, ...options }: EstimateOptions & { readonly unit: string },
): MeasureEstimate {
  const [p10, p50, p90, min, max] = quantiles(definedValues(values), [0.1, 0.5, 0.9, 0, 1]) as Five;
  return { ...estimate(values, options), p10, p50, p90, min, max, unit };
}

type Five = [number, number, number, number, number];

/** Estimates what a variant has more than its base. */
export function differenceEstimate(
  variant: Float64Array,
  base: Float64Array,
  options: EstimateOptions,
): DifferenceEstimate {
  const difference = pairedDifference(variant, base, options);
  return { ...difference, measurable: difference.replications > 1 && !holdsZero(difference) };
}
