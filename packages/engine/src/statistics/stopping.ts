import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { type Estimate, halfWidthOf, requireConfidence } from "./estimate.ts";
import { Tally } from "./tally.ts";

/**
 * How many replications give an interval of the wished half-width, judged from a pilot.
 *
 * Assumes that the standard deviation stays as the pilot found it; never fewer replications than the pilot had.
 * Replications that give no value come on top.
 *
 * @param pilot.sd and what else an estimate knows, from at least two replications, best ten or more
 * @param wish.halfWidth in the unit of the measure
 * @throws {RangeError} when the pilot has fewer than two replications, or the half-width is not positive
 * @example
 * const pilot = { sd: 0.556, replications: 10, confidence: 0.9 };
 * replicationsNeeded(pilot, { halfWidth: 0.25 }) // 16
 * @see Law (2015), Simulation Modeling and Analysis, 5th ed., section 9.4.1
 */
export function replicationsNeeded(
  { sd, replications, confidence }: Pick<Estimate, "sd" | "replications" | "confidence">,
  { halfWidth }: { readonly halfWidth: number },
): number {
  requireHalfWidth(halfWidth);
  if (!(replications >= 2)) throw new RangeError(`a pilot needs at least two replications, got ${replications}`);
  // Student's t lies above the normal distribution, so the normal answer may be a few too low, and is never too high.
  const z = normalQuantile((1 + confidence) / 2, 0, 1);
  let needed = Math.max(replications, Math.ceil(((z * sd) / halfWidth) ** 2));
  while (halfWidthOf({ sd, replications: needed, confidence }) > halfWidth) needed++;
  return needed;
}

/** What a stopping rule says: go on, precise enough, or stop although it is not. */
export type StoppingVerdict = "go on" | "precise enough" | "at the limit";

/** When to stop. */
export interface StoppingOptions {
  /** The half-width wished, in the unit of the measure. */
  readonly halfWidth: number;
  /** Level of the interval, between 0 and 1; 0.95 unless given. */
  readonly confidence?: number;
  /** Fewer values than this are never enough; 10 unless given, at least 2. */
  readonly minReplications?: number;
  /** No replication follows this one; 10,000 unless given. */
  readonly maxReplications?: number;
}

/**
 * Says, replication by replication, whether a measure is known precisely enough.
 *
 * Feed it in the order of the replications and ask after each, then the answer depends on their values alone,
 * not on who computed them. NaN (undefined in a replication) counts towards the maximum, not towards the minimum.
 *
 * @example
 * const rule = new StoppingRule({ halfWidth: 0.5, minReplications: 3 });
 * for (const wait of [6.4, 6.6, 6.5]) rule.add(wait);
 * rule.verdict // "precise enough"
 * @see Law (2015), Simulation Modeling and Analysis, 5th ed., section 9.4.1
 */
export class StoppingRule {
  readonly #options: Required<StoppingOptions>;
  readonly #tally = new Tally();
  #replications = 0;

  /**
   * @throws {RangeError} when the half-width is not positive, the confidence not between 0 and 1, or the minimum and
   * maximum are not whole numbers with 2 ≤ minimum ≤ maximum
   */
  constructor({ halfWidth, confidence = 0.95, minReplications = 10, maxReplications = 10_000 }: StoppingOptions) {
    requireHalfWidth(halfWidth);
    requireConfidence(confidence);
    if (!(Number.isInteger(minReplications) && minReplications >= 2)) {
      throw new RangeError(`the minimum of replications must be a whole number from 2, got ${minReplications}`);
    }
    if (!(Number.isInteger(maxReplications) && maxReplications >= minReplications)) {
      throw new RangeError(
        `the maximum of replications must be a whole number from ${minReplications}, the minimum, got ${maxReplications}`,
      );
    }
    this.#options = { halfWidth, confidence, minReplications, maxReplications };
  }

  /** How many replications were added. */
  get replications(): number {
    return this.#replications;
  }

  /** The half-width reached so far; Infinity for fewer than two values. */
  get halfWidth(): number {
    const { count, sd } = this.#tally;
    return halfWidthOf({ sd, replications: count, confidence: this.#options.confidence });
  }

  /** Whether to go on, judged from all values added so far. */
  get verdict(): StoppingVerdict {
    const { halfWidth, minReplications, maxReplications } = this.#options;
    if (this.#tally.count >= minReplications && this.halfWidth <= halfWidth) return "precise enough";
    return this.#replications >= maxReplications ? "at the limit" : "go on";
  }

  /**
   * Adds the value of the next replication; NaN when it has none.
   *
   * @throws {RangeError} when the value is infinite
   */
  add(value: number): void {
    if (!Number.isNaN(value)) this.#tally.add(value);
    this.#replications++;
  }
}

function requireHalfWidth(halfWidth: number): void {
  if (!(halfWidth > 0)) throw new RangeError(`a wished half-width must be positive, got ${halfWidth}`);
}
