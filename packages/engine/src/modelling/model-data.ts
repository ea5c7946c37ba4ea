/**
 * A linear model as plain data: what every solver reads, and what can be stored and sent to another thread.
 *
 * @module
 */

/** Variables, one column each. All arrays are in the order of the variables' indexes. */
export interface VariableColumns {
  readonly count: number;
  /** Least values; -Infinity where there is none. */
  readonly lower: Float64Array;
  /** Greatest values; Infinity where there is none. */
  readonly upper: Float64Array;
  /** 1 where only whole numbers will do, else 0. */
  readonly integer: Uint8Array;
  /** The names given, with holes where none was; {@link variableName} has one for each. */
  readonly names: readonly (string | undefined)[];
}

/** Constraints, one row each: `lower <= coefficients · values <= upper`. */
export interface ConstraintRows {
  readonly count: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The names given, with holes where none was; {@link constraintName} has one for each. */
  readonly names: readonly (string | undefined)[];
  /** Row `r` has the entries from `starts[r]` up to `starts[r + 1]`, so there is one start more than rows. */
  readonly starts: Int32Array;
  /** Index of the variable of each entry; none twice in a row. */
  readonly indices: Int32Array;
  readonly coefficients: Float64Array;
}

/** What is to be made small or large: `constant + costs · values`. */
export interface Objective {
  readonly sense: "minimise" | "maximise";
  readonly constant: number;
  readonly costs: Float64Array;
}

/** A linear model, built: {@link LinearModel.data} makes it, every {@link Solver} takes it. */
export interface LinearModelData {
  readonly variables: VariableColumns;
  readonly constraints: ConstraintRows;
  readonly objective: Objective;
}

/**
 * The name of a variable: its own, or `x` and its index.
 *
 * @example
 * const model = new LinearModel();
 * model.addVariable();
 * variableName(model.data(), 0) // "x0"
 */
export function variableName({ variables }: LinearModelData, index: number): string {
  return variables.names[index] ?? `x${index}`;
}

/**
 * The name of a constraint: its own, or `c` and its index.
 *
 * @example
 * const model = new LinearModel();
 * model.addConstraint(model.addVariable(), { name: "enough nurses", lower: 2 });
 * constraintName(model.data(), 0) // "enough nurses"
 */
export function constraintName({ constraints }: LinearModelData, index: number): string {
  return constraints.names[index] ?? `c${index}`;
}

/**
 * What a solution is worth: the objective, computed from the model.
 *
 * @example
 * const model = new LinearModel();
 * model.minimise(plus(times(3, model.addVariable()), 10));
 * objectiveAt(model.data(), [2]) // 16
 */
export function objectiveAt({ objective }: LinearModelData, solution: ArrayLike<number>): number {
  let total = objective.constant;
  // A cost of zero times an infinite value would be no number.
  objective.costs.forEach((cost, index) => {
    if (cost !== 0) total += cost * solution[index]!;
  });
  return total;
}

/** Whether any variable has to be whole. */
export function hasIntegers({ variables }: LinearModelData): boolean {
  return variables.integer.includes(1);
}

/** What no solution can be better than, by the bounds of the variables alone; infinite when they do not say. */
export function boundOfBounds({ variables, objective }: LinearModelData): number {
  const sign = objective.sense === "minimise" ? 1 : -1;
  let bound = objective.constant;
  objective.costs.forEach((cost, index) => {
    if (cost !== 0) bound += cost * (sign * cost > 0 ? variables.lower[index]! : variables.upper[index]!);
  });
  return bound;
}
