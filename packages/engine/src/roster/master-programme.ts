/**
 * What column generation asks of a linear programming solver, which is handed in.
 *
 * @module
 */

/** Columns to add to a programme, as compressed sparse columns. */
export interface NewColumns {
  readonly costs: Float64Array;
  readonly lowers: Float64Array;
  readonly uppers: Float64Array;
  /** Entries of column j: `starts[j] .. starts[j + 1]`. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** When to stop early. */
export interface ProgrammeLimits {
  readonly seconds?: number;
  readonly iterations?: number;
}

/** What a linear programme's solve found. */
export interface Relaxed {
  readonly status: "optimal" | "infeasible" | "stopped";
  readonly objective: number;
  readonly values: Float64Array;
  readonly duals: Float64Array;
  readonly iterations: number;
}

/** A linear programme that stays open: columns come, bounds change, and it is solved again from where it stood. */
export interface OpenProgramme {
  addColumns(columns: NewColumns): void;
  changeBounds(column: number, lower: number, upper: number): void;
  solve(limits: ProgrammeLimits): Relaxed;
  close(): void;
}

/** Opens linear programmes that minimise: rows first, columns later. */
export interface RelaxationSolver {
  open(rowLowers: Float64Array, rowUppers: Float64Array): OpenProgramme;
}

/** Solves a small integer programme in zeros and ones, better than `cutoff`; undefined when it finds no better one. */
export type IntegerSolver = (question: {
  readonly rowLowers: Float64Array;
  readonly rowUppers: Float64Array;
  readonly columns: NewColumns;
  /** 1: the column is whole. */
  readonly integral: Uint8Array;
  readonly cutoff: number;
  readonly nodes: number;
  readonly seconds?: number;
}) => { readonly values: Float64Array; readonly bound: number; readonly work: number } | undefined;
