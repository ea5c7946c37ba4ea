/** A tally as plain data: it can be stored, sent to another thread, and restored. */
export interface TallyState {
  readonly count: number;
  readonly sum: number;
  /** Sum of the squared deviations from the mean. */
  readonly squares: number;
  /** Smallest and largest value; 0 when nothing was counted. */
  readonly min: number;
  readonly max: number;
}

/**
 * Count, mean, variance and range of observations, one at a time, without keeping them.
 *
 * What is undefined for want of observations (the mean of none, the variance of one) is NaN.
 *
 * @example
 * const waits = new Tally();
 * for (const wait of [4, 6, 5, 5]) waits.add(wait);
 * waits.mean // 5
 * waits.sd // 0.816…
 * @see Welford (1962), Note on a method for calculating corrected sums of squares and products, Technometrics 4(3)
 */
export class Tally {
  #count = 0;
  #sum = 0;
  #squares = 0;
  #min = Infinity;
  #max = -Infinity;

  /** How many values were added. */
  get count(): number {
    return this.#count;
  }

  /** Sum of the values; 0 when there are none. */
  get sum(): number {
    return this.#sum;
  }

  /** Mean of the values. */
  get mean(): number {
    return this.#sum / this.#count;
  }

  /** Sample variance (divisor n - 1); NaN for fewer than two values. */
  get variance(): number {
    return this.#count < 2 ? Number.NaN : this.#squares / (this.#count - 1);
  }

  /** Sample standard deviation; NaN for fewer than two values. */
  get sd(): number {
    return Math.sqrt(this.variance);
  }

  /** Smallest value. */
  get min(): number {
    return this.#count === 0 ? Number.NaN : this.#min;
  }

  /** Largest value. */
  get max(): number {
    return this.#count === 0 ? Number.NaN : this.#max;
  }

  /**
   * Counts a value.
   *
   * @throws {RangeError} when the value is not finite
   */
  add(value: number): void {
    if (!Number.isFinite(value)) {
      throw new RangeError(`a tally takes finite numbers, got ${value}; leave out what is undefined`);
    }
    const before = this.#count === 0 ? value : this.#sum / this.#count;
    this.#count++;
    this.#sum += value;
    this.#squares += (value - before) * (value - this.#sum / this.#count);
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
  }

  /**
   * Counts everything that another tally has counted; the other stays as it is.
   *
   * @example
   * const monday = new Tally();
   * const tuesday = new Tally();
   * monday.add(3);
   * tuesday.add(5);
   * monday.merge(tuesday);
   * monday.save() // { count: 2, sum: 8, squares: 2, min: 3, max: 5 }
   * @see Chan, Golub & LeVeque (1983), Algorithms for computing the sample variance, The American Statistician 37(3)
   */
  merge(other: Tally): void {
    if (other.#count === 0) return;
    if (this.#count > 0) {
      const apart = other.mean - this.mean;
      this.#squares += (apart * apart * this.#count * other.#count) / (this.#count + other.#count);
    }
    this.#squares += other.#squares;
    this.#count += other.#count;
    this.#sum += other.#sum;
    this.#min = Math.min(this.#min, other.#min);
    this.#max = Math.max(this.#max, other.#max);
  }

  /** The tally as plain data. */
  save(): TallyState {
    const [min, max] = this.#count === 0 ? [0, 0] : [this.#min, this.#max];
    return { count: this.#count, sum: this.#sum, squares: this.#squares, min, max };
  }

  /** A tally that continues where a saved one stood. */
  static restore(state: TallyState): Tally {
    const tally = new Tally();
    if (state.count === 0) return tally;
    tally.#count = state.count;
    tally.#sum = state.sum;
    tally.#squares = state.squares;
    tally.#min = state.min;
    tally.#max = state.max;
    return tally;
  }
}
