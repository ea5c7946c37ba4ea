import { hasIntegers, type LinearModelData } from "../modelling/model-data.ts";
import type { Solver } from "../modelling/solver.ts";
import { highs } from "./highs.ts";
import { javascriptLpSolver, tableauCells } from "./javascript-lp-solver.ts";

/**
 * Up to here javascript-lp-solver answered within a few milliseconds, where HiGHS took 180 for its first answer, most
 * of them to load. (Two shared cores, Node 20: 2.4 ms at 23,000 cells; 0.4 ms at 6,000.)
 */
const smallTableau = 6_000;

/** More integers than these may make a long search, and HiGHS has the cuts that shorten it. */
const fewIntegers = 20;

/**
 * The solver that answers soonest, by the size of the model: javascript-lp-solver for small ones, HiGHS for the others.
 *
 * Small is a tableau (constraints and upper bounds, times variables) of at most 6,000 cells, with at most 20 integers.
 * The choice depends on the model alone, so that the same model is always solved by the same solver; who wants duals
 * asks HiGHS.
 *
 * @example
 * const model = new LinearModel();
 * model.minimise(model.addVariable({ lower: 2 }));
 * solverFor(model.data()).name // "javascript-lp-solver"
 */
export function solverFor(model: LinearModelData): Solver {
  const integers = hasIntegers(model) ? model.variables.integer.reduce((count, whole) => count + whole, 0) : 0;
  return tableauCells(model) <= smallTableau && integers <= fewIntegers ? javascriptLpSolver : highs;
}
