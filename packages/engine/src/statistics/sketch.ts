import { DDSketch } from "@datadog/sketches-js";
import { requireProbability } from "./quantile.ts";

/** Magnitudes below this count as zero: a nanominute is rounding, not a wait. */
const SMALLEST = 1e-9;

/** Magnitudes above this are refused. Both limits together bound the memory. */
const LARGEST = 1e15;

/** A part of a sketch as plain data: how many values fell into each bin, from bin number `first` on. */
export interface SketchBins {
  readonly first: number;
  readonly counts: readonly number[];
}

/** A sketch as plain data: it can be stored, sent to another thread, and restored. */
export interface QuantileSketchState {
  readonly relativeAccuracy: number;
  /** Smallest and largest value; 0 when nothing was counted. */
  readonly min: number;
  readonly max: number;
  readonly zeros: number;
  readonly positive: SketchBins;
  readonly negative: SketchBins;
}

/**
 * Quantiles of more observations than one would keep.
 *
 * Observations are counted in bins whose width grows with their value, so a quantile is off by at most the
 * relative accuracy: of 20 minutes at 0.5 %, by 6 seconds. Between observations of different sign the error is
 * relative to the larger of the two. The smallest and the largest value are exact. Memory does not grow with the
 * number of observations: 1,400 bins hold everything from a second to two weeks, and 5,600 of either
 * sign hold all that is accepted. Merging in any order gives the same sketch.
 *
 * @example
 * const waits = new QuantileSketch();
 * for (let minute = 1; minute <= 1000; minute++) waits.add(minute);
 * Math.abs(waits.quantile(0.9) - 900.1) < 0.005 * 900.1 // true
 * @see Masson, Rim & Lee (2019), DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees,
 * Proceedings of the VLDB Endowment 12(12)
 */
export class QuantileSketch {
  readonly relativeAccuracy: number;
  readonly #sketch: DDSketch;

  /** @throws {RangeError} when the relative accuracy lies outside 0.001 to 0.1 */
  constructor({ relativeAccuracy = 0.005 }: { readonly relativeAccuracy?: number } = {}) {
    if (!(relativeAccuracy >= 0.001 && relativeAccuracy <= 0.1)) {
      throw new RangeError(`the relative accuracy of a sketch must lie between 0.001 and 0.1, got ${relativeAccuracy}`);
    }
    this.relativeAccuracy = relativeAccuracy;
    this.#sketch = new DDSketch({ relativeAccuracy });
  }

  /** How many values were added. */
  get count(): number {
    return this.#sketch.count;
  }

  /**
   * Counts a value. Magnitudes below 1e-9 count as zero.
   *
   * @throws {RangeError} when the value is not a number, or its magnitude is above 1e15
   */
  add(value: number): void {
    const magnitude = Math.abs(value);
    if (!(magnitude <= LARGEST)) throw new RangeError(`a sketch takes numbers up to ±${LARGEST}, got ${value}`);
    this.#sketch.accept(magnitude < SMALLEST ? 0 : value);
  }

  /**
   * Estimates the quantile (type 7) of all values added.
   *
   * @param probability from 0 to 1
   * @returns NaN when nothing was added
   * @throws {RangeError} when the probability is outside 0 to 1
   */
  quantile(probability: number): number {
    requireProbability(probability);
    if (this.count === 0) return Number.NaN;
    const rank = (this.count - 1) * probability;
    const below = this.#valueAt(Math.floor(rank));
    const above = this.#valueAt(Math.ceil(rank));
    return below + (rank - Math.floor(rank)) * (above - below);
  }

  /**
   * Counts everything that another sketch has counted; the other stays as it is.
   *
   * @throws {RangeError} when the relative accuracies differ
   */
  merge(other: QuantileSketch): void {
    if (other.relativeAccuracy !== this.relativeAccuracy) {
      const both = `${this.relativeAccuracy} and ${other.relativeAccuracy}`;
      throw new RangeError(`sketches to be merged must have the same relative accuracy, got ${both}`);
    }
    this.#count(other.save());
  }

  /** The sketch as plain data. */
  save(): QuantileSketchState {
    const { min, max, zeroCount, store, negativeStore, count } = this.#sketch;
    return {
      relativeAccuracy: this.relativeAccuracy,
      min: count === 0 ? 0 : min,
      max: count === 0 ? 0 : max,
      zeros: zeroCount,
      positive: binsOf(store),
      negative: binsOf(negativeStore),
    };
  }

  /**
   * A sketch that continues where a saved one stood.
   *
   * @throws {RangeError} when the relative accuracy lies outside 0.001 to 0.1
   */
  static restore(state: QuantileSketchState): QuantileSketch {
    const sketch = new QuantileSketch(state);
    sketch.#count(state);
    return sketch;
  }

  /**
   * Adds the counts of a state, bin by bin. The merge of the library itself would forget negative values
   * (DataDog/sketches-js, issue 22) and go astray at bin 0.
   */
  #count({ min, max, zeros, positive, negative }: QuantileSketchState): void {
    const sketch = this.#sketch;
    addBins(sketch.store, positive);
    addBins(sketch.negativeStore, negative);
    sketch.zeroCount += zeros;
    const before = sketch.count;
    sketch.count = sketch.store.count + sketch.negativeStore.count + sketch.zeroCount;
    if (sketch.count === before) return;
    sketch.min = Math.min(sketch.min, min);
    sketch.max = Math.max(sketch.max, max);
  }

  /** About the value that has `rank` smaller ones before it. */
  #valueAt(rank: number): number {
    const { min, max, count, zeroCount, store, negativeStore, mapping } = this.#sketch;
    if (rank === 0) return min;
    if (rank === count - 1) return max;
    if (rank < negativeStore.count) {
      return Math.max(min, -mapping.value(negativeStore.keyAtRank(negativeStore.count - 1 - rank)));
    }
    const positiveRank = rank - negativeStore.count - zeroCount;
    return positiveRank < 0 ? 0 : Math.min(max, mapping.value(store.keyAtRank(positiveRank)));
  }
}

type Store = DDSketch["store"];

function binsOf({ bins, offset, minKey, maxKey, count }: Store): SketchBins {
  return count === 0
    ? { first: 0, counts: [] }
    : { first: minKey, counts: bins.slice(minKey - offset, maxKey - offset + 1) };
}

function addBins(store: Store, { first, counts }: SketchBins): void {
  counts.forEach((count, index) => {
    if (count > 0) store.add(first + index, count);
  });
}
