/**
 * A linear programme that stays open, grows, and is solved again and again from where it was.
 *
 * Column generation and cutting planes live on it: add what the duals ask for, solve, read the duals.
 *
 * @module
 */

/** Opens relaxations. */
export interface RelaxationSolver {
  /**
   * Opens a linear programme with the rows given, whose columns may come later. It minimises.
   *
   * It holds memory of the solver until it is closed: `using` or `close()`.
   *
   * @throws {RangeError} when lists differ in length, an index is unknown, or a range is empty
   * @example
   * using relaxation = await highs.openRelaxation({ rows: { lower: [2], upper: [Infinity] } });
   * relaxation.addColumns({ costs: [3], lower: [0], upper: [9], starts: [0, 1], rows: [0], coefficients: [1] });
   * relaxation.solve().objective // 6
   */
  openRelaxation(start: { readonly rows: Ranges; readonly columns?: SparseColumns }): Promise<Relaxation>;
}

/** Where values may lie; infinite where nothing bounds them. */
export interface Ranges {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** Columns to add. Column `c` has the entries from `starts[c]` up to `starts[c + 1]`, no row twice. */
export interface SparseColumns extends Ranges {
  /** What one of each costs. */
  readonly costs: ArrayLike<number>;
  /** One more than columns. */
  readonly starts: ArrayLike<number>;
  /** Index of the row of each entry. */
  readonly rows: ArrayLike<number>;
  readonly coefficients: ArrayLike<number>;
}

/** Rows to add. Row `r` has the entries from `starts[r]` up to `starts[r + 1]`, no column twice. */
export interface SparseRows extends Ranges {
  /** One more than rows. */
  readonly starts: ArrayLike<number>;
  /** Index of the column of each entry. */
  readonly columns: ArrayLike<number>;
  readonly coefficients: ArrayLike<number>;
}

/** How far one solve may go. */
export interface RelaxationLimits {
  /** On the solver's own clock. */
  readonly seconds?: number;
  /** Iterations of the simplex method: the same answer on every machine. */
  readonly iterations?: number;
  /** Asked before the solve and during it; `true` ends it. */
  readonly cancelled?: () => boolean;
}

/** Where a column stands in the basis: at a bound, between its bounds, or free at zero. */
export type BasisPlace = "lower" | "basic" | "upper" | "zero";

/** What a solve of a relaxation returned. The arrays are the caller's. */
export interface RelaxationOutcome {
  /** `stopped`: at a limit, cancelled, or in numerical trouble; the values then are of no use. */
  readonly status: "optimal" | "infeasible" | "unbounded" | "stopped";
  /** At the optimum; NaN otherwise. */
  readonly objective: number;
  /** One for each column. */
  readonly columnValues: Float64Array;
  /** One for each row: by how much the objective grows when the binding side of the row moves up by one. */
  readonly rowDuals: Float64Array;
  /** One for each column: its cost less what the rows' duals pay for it. */
  readonly reducedCosts: Float64Array;
  /** One for each column. */
  readonly basis: readonly BasisPlace[];
  /** Iterations of the simplex method that it took. */
  readonly iterations: number;
}

/** An open linear programme that minimises. Columns and rows have indexes in the order in which they were added. */
export interface Relaxation {
  readonly columnCount: number;
  readonly rowCount: number;
  /** Adds columns and returns the index of the first. */
  addColumns(columns: SparseColumns): number;
  /** Adds rows over the columns there are and returns the index of the first. */
  addRows(rows: SparseRows): number;
  /** Moves the bounds of a column. */
  changeBounds(column: number, lower: number, upper: number): void;
  /** Sets the costs of these columns, which are in ascending order. */
  changeCosts(columns: ArrayLike<number>, costs: ArrayLike<number>): void;
  /** Moves the range of a row. */
  changeRowBounds(row: number, lower: number, upper: number): void;
  /** Takes these columns out, in ascending order; later ones move up to fill their places. */
  deleteColumns(columns: ArrayLike<number>): void;
  /** Takes these rows out, in ascending order; later ones move up to fill their places. */
  deleteRows(rows: ArrayLike<number>): void;
  /** Solves from the last basis on. */
  solve(limits?: RelaxationLimits): RelaxationOutcome;
  /** Gives the memory back. Whatever is called afterwards throws. */
  close(): void;
  [Symbol.dispose](): void;
}
