import type javascriptLpSolverModule from "javascript-lp-solver";
import type { Model, SolveResult } from "javascript-lp-solver";
import type { LinearModelData } from "../modelling/model-data.ts";
import { checkOptions, type Solver } from "../modelling/solver.ts";
import { trivialOutcome } from "../modelling/trivial.ts";
import { largestViolation } from "../modelling/violation.ts";
import { type Box, type BoxOutcome, branchAndBound } from "./branch-and-bound.ts";

type Simplex = typeof javascriptLpSolverModule.default;

/** Rows times columns of the tableau. A linear programme of this size takes a second or so, and cannot be stopped. */
const largestTableau = 200_000;

/** Small models end long before; one that does not has an endless tree, and needs another solver. */
const mostProgrammes = 10_000;

/** It rounds values to this; its own 1e-8 is too coarse beside coefficients of a thousand. */
const precision = 1e-10;

/** What its simplex method may break a constraint by, in parts of the largest term, before we call it trouble. */
const trustedViolation = 1e-6;

/**
 * javascript-lp-solver: plain JavaScript, for small models where loading WebAssembly takes longer than solving.
 *
 * Its simplex method solves the linear programmes; the integers are ours, by branch and bound. (Its own search answers
 * with the relaxation when its time is up, and does not look at the clock within a linear programme.) A unit of work is
 * one linear programme, and after 10,000 of them it stops. Limits and cancellation are looked at between two linear
 * programmes, which is why a model whose tableau (constraints and upper bounds, times variables) has more than 200,000
 * cells throws a `RangeError`. A limit in seconds needs a `clock`. It tells no duals.
 *
 * @example
 * const model = new LinearModel();
 * const balance = model.addVariable({ lower: -Infinity });
 * model.addConstraint(balance, { lower: -3.5 });
 * model.minimise(balance);
 * const outcome = await javascriptLpSolver.solve(model.data());
 * outcome.status === "optimal" && outcome.objective // -3.5
 */
export const javascriptLpSolver: Solver = {
  name: "javascript-lp-solver",
  async solve(model, options) {
    const checked = checkOptions(model, options);
    const cells = tableauCells(model);
    if (cells > largestTableau) {
      throw new RangeError(
        `javascript-lp-solver takes models of at most ${largestTableau} cells, got ${cells}; HiGHS takes larger ones`,
      );
    }
    const trivial = trivialOutcome(model);
    if (trivial !== undefined) return trivial;
    // Most programs that load the engine solve nothing: they are spared a module of this size.
    const { default: loaded } = await import("javascript-lp-solver");
    // Its declarations call the default export a namespace, which Node's ES modules do not.
    const simplex = loaded as unknown as Simplex;
    const solveBox = (here: LinearModelData, box: Box) => solveBoxWith(simplex, here, box);
    return branchAndBound(model, checked, { solveBox, workLimit: mostProgrammes });
  },
};

/** Rows times columns of the tableau that a model needs. */
export function tableauCells({ variables, constraints }: LinearModelData): number {
  const bounded = variables.upper.reduce((count, bound) => count + (bound === Infinity ? 0 : 1), 0);
  return variables.count * (constraints.count + bounded);
}

/**
 * How a variable is written in variables that are zero or more: `shift + direction * own`, less `opposite` when it is
 * free. One that has only one value is its shift.
 */
interface Substitute {
  readonly shift: number;
  readonly direction: 1 | -1 | 0;
  readonly free: boolean;
}

function solveBoxWith(simplex: Simplex, model: LinearModelData, box: Box): BoxOutcome {
  const substitutes = Array.from(box.lower, (lower, index) => substituteFor(lower, box.upper[index]!));
  const written = write(model, box, substitutes);
  if (written === "infeasible") return { status: "infeasible" };
  if (Object.keys(written.variables).length === 0) {
    return { status: "optimal", values: Float64Array.from(substitutes, ({ shift }) => shift) };
  }
  const result = simplex.Solve(written, precision) as SolveResult;
  if (result.feasible !== true) return { status: "infeasible" };
  if (result.bounded === false) return { status: "unbounded" };
  // Those that are zero are left out.
  const valueFor = (name: string) => Number(result[name] ?? 0);
  const values = Float64Array.from(substitutes, ({ shift, direction, free }, index) => {
    const value = shift + direction * valueFor(`v${index}`) - (free ? valueFor(`w${index}`) : 0);
    return Math.min(Math.max(value, box.lower[index]!), box.upper[index]!);
  });
  const relaxed = { ...model, variables: { ...model.variables, ...box, integer: new Uint8Array(values.length) } };
  return largestViolation(relaxed, values) <= trustedViolation ? { status: "optimal", values } : { status: "trouble" };
}

function substituteFor(lower: number, upper: number): Substitute {
  if (lower === upper) return { shift: lower, direction: 0, free: false };
  if (lower !== -Infinity) return { shift: lower, direction: 1, free: false };
  if (upper !== Infinity) return { shift: upper, direction: -1, free: false };
  return { shift: 0, direction: 1, free: true };
}

/** The model as it wants it: objects by name, each row and the objective in parts of its largest coefficient. */
function write(model: LinearModelData, box: Box, substitutes: readonly Substitute[]): Model | "infeasible" {
  const { constraints, objective } = model;
  const variables: Model["variables"] = {};
  const rows: Model["constraints"] = {};
  const enter = (index: number, row: string, coefficient: number) => {
    const { direction, free } = substitutes[index]!;
    if (coefficient === 0 || direction === 0) return;
    variables[`v${index}`]![row] = direction * coefficient;
    if (free) variables[`w${index}`]![row] = -coefficient;
  };

  const costScale = largestOf(objective.costs);
  substitutes.forEach(({ direction, free, shift }, index) => {
    if (direction === 0) return;
    variables[`v${index}`] = {};
    if (free) variables[`w${index}`] = {};
    enter(index, "cost", objective.costs[index]! / costScale);
    if (direction === 1 && box.upper[index]! !== Infinity) {
      rows[`u${index}`] = { max: box.upper[index]! - shift };
      variables[`v${index}`]![`u${index}`] = 1;
    }
  });

  for (let row = 0; row < constraints.count; row++) {
    const from = constraints.starts[row]!;
    const to = constraints.starts[row + 1]!;
    let fixed = 0;
    let scale = 0;
    for (let entry = from; entry < to; entry++) {
      const index = constraints.indices[entry]!;
      const coefficient = constraints.coefficients[entry]!;
      fixed += coefficient * substitutes[index]!.shift;
      if (substitutes[index]!.direction !== 0) scale = Math.max(scale, Math.abs(coefficient));
    }
    const lower = constraints.lower[row]! - fixed;
    const upper = constraints.upper[row]! - fixed;
    if (scale === 0) {
      // Nothing is left to vary in it.
      const slack = 1e-9 * Math.max(1, Math.abs(fixed));
      if (lower > slack || upper < -slack) return "infeasible";
      continue;
    }
    rows[`c${row}`] =
      lower === upper
        ? { equal: lower / scale }
        : {
            ...(lower === -Infinity ? {} : { min: lower / scale }),
            ...(upper === Infinity ? {} : { max: upper / scale }),
          };
    for (let entry = from; entry < to; entry++) {
      enter(constraints.indices[entry]!, `c${row}`, constraints.coefficients[entry]! / scale);
    }
  }
  return {
    optimize: "cost",
    opType: objective.sense === "minimise" ? "min" : "max",
    constraints: rows,
    variables,
  };
}

function largestOf(values: Float64Array): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
}
