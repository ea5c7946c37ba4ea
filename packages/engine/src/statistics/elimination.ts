/**
 * Which of several systems is best: a race in which whoever is surely behind falls out.
 *
 * @module
 */

import { PairedTallies } from "./paired-tallies.ts";

/** What a race is told. */
export interface EliminationOptions {
  /** How many systems race. */
  readonly systems: number;
  /** Which is best: the one with the smallest or the largest mean. */
  readonly best: "smallest" | "largest";
  /** The smallest difference that matters: whoever is less than this behind the best may be chosen as well. */
  readonly indifference: number;
  /** Probability of choosing the best, when it is ahead by the indifference or more. */
  readonly confidence: number;
  /** Rows after which the first system may fall out, from which variances are estimated; 20 unless given. */
  readonly firstRows?: number;
}

/**
 * Chooses the best of several systems by the procedure KN of Kim and Nelson.
 *
 * Systems are observed side by side, row by row. As soon as the mean of one is behind that of another by more than chance
 * could explain, it falls out, and is observed no longer. The last one left is the best with the confidence promised,
 * if it is ahead by the indifference or more, and otherwise one that is so near to the best. Observations of a system are
 * independent and normal (means over a day are nearly so); those of a row may depend on each other, as
 * under common random numbers: what counts is the variance of differences.
 *
 * @example
 * const race = new Elimination({ systems: 2, best: "smallest", indifference: 1, confidence: 0.95, firstRows: 3 });
 * for (const row of [[5, 14], [7, 16], [9, 17]]) race.add(row);
 * race.left // [0]
 * @see Kim & Nelson (2001), A fully sequential procedure for indifference-zone selection in simulation, ACM TOMACS
 *   11(3), 251–273; section 3, with Bonferroni's inequality for dependent systems
 */
export class Elimination {
  readonly tallies: PairedTallies;
  readonly #options: Required<EliminationOptions>;
  /** The factor h² of the procedure. */
  readonly #factor: number;
  /** For every two systems the variance of their difference in the first rows. */
  readonly #variances: Float64Array;
  #left: number[];
  #rows = 0;

  /** @throws {RangeError} when there are fewer than two systems, or a number is out of range */
  constructor({ firstRows = 20, ...options }: EliminationOptions) {
    const { systems, indifference, confidence } = options;
    if (!(Number.isInteger(systems) && systems >= 2))
      throw new RangeError(`a race needs two systems or more, got ${systems}`);
    if (!(indifference > 0 && indifference < Infinity)) {
      throw new RangeError(`the indifference must be a positive number, got ${indifference}`);
    }
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new RangeError(`the confidence of a choice must lie between 0.5 and 1, got ${confidence}`);
    }
    if (!(Number.isInteger(firstRows) && firstRows >= 2)) {
      throw new RangeError(`the first rows must be a whole number from 2, got ${firstRows}`);
    }
    this.#options = { ...options, firstRows };
    this.tallies = new PairedTallies(systems);
    this.#left = Array.from({ length: systems }, (_, index) => index);
    this.#variances = new Float64Array(systems * systems);
    const error = (1 - confidence) / (systems - 1);
    this.#factor = ((2 * error) ** (-2 / (firstRows - 1)) - 1) * (firstRows - 1);
  }

  /** The systems that are still in the race, in ascending order; one of them once it is decided. */
  get left(): readonly number[] {
    return this.#left;
  }

  /** How many rows were added. */
  get rows(): number {
    return this.#rows;
  }

  /** Whether one alone is left. */
  get decided(): boolean {
    return this.#left.length === 1;
  }

  /** Adds the observations of a row, one for each system; only those of systems still in the race are looked at. */
  add(values: ArrayLike<number>): void {
    this.tallies.add(values, this.#left);
    this.#rows++;
    if (this.#rows < this.#options.firstRows) return;
    if (this.#rows === this.#options.firstRows) this.#keepVariances();
    this.#left = this.#left.filter((system) => !this.#left.some((other) => this.#isBeaten(system, other)));
  }

  #keepVariances(): void {
    const { systems } = this.#options;
    for (const one of this.#left) {
      for (const other of this.#left) {
        if (one !== other) this.#variances[one * systems + other] = this.tallies.difference(one, other).variance;
      }
    }
  }

  /** Whether a system is behind another by more than their triangular continuation region allows. */
  #isBeaten(system: number, other: number): boolean {
    if (system === other) return false;
    const { systems, indifference, best } = this.#options;
    const { mean } = this.tallies.difference(other, system);
    const ahead = best === "largest" ? mean : -mean;
    const variance = this.#variances[system * systems + other]!;
    const reach = (this.#factor * variance) / (2 * indifference * this.#rows) - indifference / 2;
    // At the end of the region whoever is ahead wins; of two that are exactly level, the first.
    return reach > 0 ? ahead > reach : ahead > 0 || (ahead === 0 && other < system);
  }
}
