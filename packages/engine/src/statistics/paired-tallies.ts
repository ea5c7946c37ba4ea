/**
 * Means and variances of several columns of numbers, and of the differences of every two of them, row by row.
 *
 * Nothing is kept of the rows: memory grows with the square of the columns alone.
 *
 * @example
 * const tallies = new PairedTallies(2);
 * for (const row of [[5, 4], [7, 6], [9, 7]]) tallies.add(row, [0, 1]);
 * tallies.difference(0, 1) // { mean: 1.333…, variance: 0.333…, count: 3 }
 */
export class PairedTallies {
  readonly #columns: number;
  /** For each column how many values, their mean, and the sum of their squared deviations from it. */
  readonly #counts: Float64Array;
  readonly #means: Float64Array;
  readonly #squares: Float64Array;
  /** The same for the difference of every two columns, the first minus the second; only where the first stands before. */
  readonly #pairCounts: Float64Array;
  readonly #pairMeans: Float64Array;
  readonly #pairSquares: Float64Array;

  constructor(columns: number) {
    this.#columns = columns;
    [this.#counts, this.#means, this.#squares] = threeOf(columns);
    [this.#pairCounts, this.#pairMeans, this.#pairSquares] = threeOf(columns * columns);
  }

  /**
   * Adds a row.
   *
   * @param values one for each column
   * @param present the columns that have a value in this row, in ascending order
   */
  add(values: ArrayLike<number>, present: readonly number[]): void {
    present.forEach((column, place) => {
      const value = values[column]!;
      count(value, column, this.#counts, this.#means, this.#squares);
      for (let other = place + 1; other < present.length; other++) {
        const pair = column * this.#columns + present[other]!;
        count(value - values[present[other]!]!, pair, this.#pairCounts, this.#pairMeans, this.#pairSquares);
      }
    });
  }

  /** What is known of one column. The variance of fewer than two values is NaN, as the mean of none. */
  of(column: number): Moments {
    return momentsAt(column, this.#counts, this.#means, this.#squares);
  }

  /** What is known of one column minus another, from the rows in which both had a value. */
  difference(column: number, other: number): Moments {
    const swapped = column > other;
    const pair = swapped ? other * this.#columns + column : column * this.#columns + other;
    const { mean, ...rest } = momentsAt(pair, this.#pairCounts, this.#pairMeans, this.#pairSquares);
    return { mean: swapped ? 0 - mean : mean, ...rest };
  }
}

/** Mean, sample variance and number of some values. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly count: number;
}

function threeOf(length: number): [Float64Array, Float64Array, Float64Array] {
  return [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
}

/** Welford's method, as in `Tally`. */
function count(value: number, at: number, counts: Float64Array, means: Float64Array, squares: Float64Array): void {
  const before = means[at]!;
  const number = counts[at]! + 1;
  const mean = before + (value - before) / number;
  counts[at] = number;
  means[at] = mean;
  squares[at] = squares[at]! + (value - before) * (value - mean);
}

function momentsAt(at: number, counts: Float64Array, means: Float64Array, squares: Float64Array): Moments {
  const number = counts[at]!;
  return {
    mean: number === 0 ? Number.NaN : means[at]!,
    variance: number < 2 ? Number.NaN : squares[at]! / (number - 1),
    count: number,
  };
}
