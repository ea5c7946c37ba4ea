import { mean as meanOf, sampleVariance } from "simple-statistics";
import type { Sample } from "./quantile.ts";
import { studentQuantile } from "./student.ts";

/** An expected value, and how surely it is known. In JSON, what is NaN or infinite becomes null. */
export interface Estimate {
  /** Mean over replications; NaN when the measure was undefined in all of them. */
  readonly mean: number;
  /** Standard deviation between replications; NaN for fewer than two. */
  readonly sd: number;
  /** The expected value lies within mean ± halfWidth with this confidence; Infinity for fewer than two replications. */
  readonly halfWidth: number;
  readonly confidence: number;
  /** How many replications the mean is taken over. */
  readonly replications: number;
  /** How many more gave no value (NaN), and are left out; absent when there are none. */
  readonly missing?: number;
}

/** How an estimate is made. */
export interface EstimateOptions {
  /** Level of the interval, between 0 and 1; 0.95 unless given. */
  readonly confidence?: number;
}

/**
 * Estimates an expected value from one number per replication.
 *
 * NaN says that a measure is undefined in a replication (the mean wait on a day when nobody came). Such
 * replications are left out and counted as missing; the estimate is then about the others.
 *
 * @param values one result per replication, independent and identically distributed
 * @throws {RangeError} when `values` is empty or holds an infinite one, or the confidence is not between 0 and 1
 * @example
 * estimate([4, 6, 5, 5]) // { mean: 5, sd: 0.816…, halfWidth: 1.299…, confidence: 0.95, replications: 4 }
 * estimate([4, NaN, 6]) // { mean: 5, sd: 1.414…, replications: 2, missing: 1, … }
 * @see Law (2015), Simulation Modeling and Analysis, 5th ed., section 4.5
 */
export function estimate(values: Sample, { confidence = 0.95 }: EstimateOptions = {}): Estimate {
  requireConfidence(confidence);
  if (values.length === 0) throw new RangeError("an estimate needs at least one replication");
  const defined = definedValues(values);
  const n = defined.length;
  const missing = values.length - n;
  // Declared for plain arrays alone, but all that is done is to read one value after the other.
  const mean = n === 0 ? Number.NaN : meanOf(defined as number[]);
  const sd = n < 2 ? Number.NaN : Math.sqrt(sampleVariance(defined as number[]));
  const halfWidth = halfWidthOf({ sd, replications: n, confidence });
  return { mean, sd, halfWidth, confidence, replications: n, ...(missing > 0 && { missing }) };
}

/**
 * Estimates how much a measure of one variant exceeds that of another, replication by replication.
 *
 * Under common random numbers the two values of a replication met the same chance, so their difference varies
 * less than they do. A replication in which either is NaN counts as missing.
 *
 * @throws {RangeError} when the numbers of replications differ, and as `estimate` does
 * @example
 * pairedDifference([5, 7, 9], [4, 6, 7]) // { mean: 1.333…, sd: 0.577…, halfWidth: 1.434…, replications: 3, … }
 * @see Law (2015), Simulation Modeling and Analysis, 5th ed., section 10.2.1
 */
export function pairedDifference(variant: Sample, base: Sample, options: EstimateOptions = {}): Estimate {
  if (variant.length !== base.length) {
    throw new RangeError(`pairs need as many replications of both, got ${variant.length} and ${base.length}`);
  }
  return estimate(
    Float64Array.from(variant, (value, replication) => value - base[replication]!),
    options,
  );
}

/**
 * Whether the interval of an estimate holds zero: for a difference, “no measurable difference”.
 *
 * @example
 * holdsZero(pairedDifference([5, 7, 9], [4, 6, 7])) // true
 */
export function holdsZero({ mean, halfWidth }: Estimate): boolean {
  return !(Math.abs(mean) > halfWidth);
}

/** Half-width of a Student interval for a mean; Infinity for fewer than two replications. */
export function halfWidthOf({
  sd,
  replications,
  confidence,
}: Pick<Estimate, "sd" | "replications" | "confidence">): number {
  if (replications < 2) return Infinity;
  return (studentQuantile((1 + confidence) / 2, replications - 1) * sd) / Math.sqrt(replications);
}

/** The values that are not NaN: the very list, if all are. */
export function definedValues(values: Sample): Sample {
  let missing = 0;
  for (let replication = 0; replication < values.length; replication++) {
    const value = values[replication]!;
    if (Math.abs(value) === Infinity) {
      throw new RangeError(
        `a measure must be finite, or NaN where undefined, got ${value} in replication ${replication}`,
      );
    }
    if (Number.isNaN(value)) missing++;
  }
  return missing === 0 ? values : Float64Array.from(values).filter((value) => !Number.isNaN(value));
}

/** @throws {RangeError} when a confidence is not between 0 and 1 */
export function requireConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`a confidence must lie between 0 and 1, such as 0.95, got ${confidence}`);
  }
}
