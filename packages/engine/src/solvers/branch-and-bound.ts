/**
 * Integers by branch and bound, over any solver of linear programmes.
 *
 * @see Land & Doig (1960), An automatic method of solving discrete programming problems, Econometrica 28
 * @module
 */

import { hasIntegers, type LinearModelData, objectiveAt } from "../modelling/model-data.ts";
import { feasibilityTolerance, Search, wholeBounds, wholeValues } from "../modelling/search.ts";
import type { CheckedOptions, Outcome } from "../modelling/solver.ts";
import { largestViolation } from "../modelling/violation.ts";

/** Bounds for every variable. */
export interface Box {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** What a linear programme came to; `trouble` when the numbers that came back break the constraints. */
export type BoxOutcome =
  | { readonly status: "optimal"; readonly values: Float64Array }
  | { readonly status: "infeasible" | "unbounded" | "trouble" };

/** Solves a model within a box, without asking for whole numbers. */
export type SolveBox = (model: LinearModelData, box: Box) => BoxOutcome;

/** A part of the box in which nothing is cheaper than its bound. */
interface Node {
  readonly box: Box;
  readonly cost: number;
}

/** A value this near to a whole number is one. */
const wholeTolerance = 1e-6;

/**
 * The best whole solution, as far as the limits of the options allow.
 *
 * From a node it goes on to the nearer child; where that way ends, to the open node with the best bound. A unit of work
 * is one linear programme, and `workLimit` the most of them.
 */
export function branchAndBound(
  model: LinearModelData,
  options: CheckedOptions,
  { solveBox, workLimit }: { readonly solveBox: SolveBox; readonly workLimit: number },
): Outcome {
  const search = new Search(model, options, workLimit);
  const root: Node = { box: wholeBounds(model), cost: -Infinity };
  const open: Node[] = [];
  /** Of the nodes that were given up, since nothing in them is better by more than the gap. */
  let passed = Infinity;
  let trouble = false;
  let node: Node | undefined = root;

  for (; node !== undefined; node = takeBest(open)) {
    let here: Node | undefined = node;
    while (here !== undefined) {
      const boundNow = leastCost([here, ...open], passed);
      const reason = search.stop();
      if (reason !== undefined) return search.stopped(boundNow, reason);
      if (isEmpty(here.box)) break;

      const relaxed = solveBox(model, here.box);
      if (relaxed.status === "unbounded") {
        return hasIntegers(model) ? unboundedOrInfeasible(model, options, { solveBox, workLimit }) : relaxedAsOutcome;
      }
      if (relaxed.status === "trouble") {
        trouble = true;
        passed = Math.min(passed, here.cost);
      }
      if (relaxed.status !== "optimal") break;

      const cost = Math.max(here.cost, search.costOf(objectiveAt(model, relaxed.values)));
      const split = mostFractional(model, relaxed.values);
      if (split === undefined) {
        const solution = wholeSolution(model, here.box, relaxed.values, solveBox);
        if (solution === undefined) trouble = true;
        else search.offer(solution, leastCost(open, Math.min(passed, cost)));
        passed = Math.min(passed, cost);
        break;
      }
      if (cost >= search.cost - allowance(search.cost, options)) {
        passed = Math.min(passed, cost);
        break;
      }
      const [near, far] = children(here.box, split, relaxed.values[split]!);
      open.push({ box: far, cost });
      here = { box: near, cost };
    }
  }
  return trouble ? search.stopped(passed, "numerical trouble") : search.finished(passed);
}

const relaxedAsOutcome: Outcome = { status: "unbounded" };

/** Without anything to gain a model cannot be unbounded: if it has any solution, the costs were what had no end. */
function unboundedOrInfeasible(
  model: LinearModelData,
  { onProgress: _, ...options }: CheckedOptions,
  how: { readonly solveBox: SolveBox; readonly workLimit: number },
): Outcome {
  const free = { ...model.objective, costs: new Float64Array(model.variables.count) };
  const outcome = branchAndBound({ ...model, objective: free }, options, how);
  if (outcome.status === "optimal" || outcome.status === "feasible") return { status: "unbounded" };
  return outcome.status === "unknown" ? { status: "unknown", reason: outcome.reason } : outcome;
}

/** By how much a solution has to be better, so that it is worth looking for. */
function allowance(cost: number, { relativeGap }: CheckedOptions): number {
  return Number.isFinite(cost) ? Math.max(1e-9, relativeGap * Math.abs(cost)) : 0;
}

function isEmpty({ lower, upper }: Box): boolean {
  return lower.some((least, index) => least > upper[index]!);
}

function leastCost(nodes: readonly Node[], otherwise: number): number {
  return nodes.reduce((least, { cost }) => Math.min(least, cost), otherwise);
}

/** Takes the node with the best bound out of the list; of equals the latest, which is the deepest. */
function takeBest(open: Node[]): Node | undefined {
  let best = open.length - 1;
  for (let at = best - 1; at >= 0; at--) if (open[at]!.cost < open[best]!.cost) best = at;
  return best < 0 ? undefined : open.splice(best, 1)[0];
}

function mostFractional({ variables }: LinearModelData, values: Float64Array): number | undefined {
  let found: number | undefined;
  let worst = wholeTolerance;
  values.forEach((value, index) => {
    const distance = variables.integer[index] === 1 ? Math.abs(value - Math.round(value)) : 0;
    if (distance > worst) {
      worst = distance;
      found = index;
    }
  });
  return found;
}

/** The box below a fraction and the box above it, the nearer first. */
function children(box: Box, index: number, value: number): [near: Box, far: Box] {
  const below = { lower: box.lower, upper: box.upper.with(index, Math.floor(value)) };
  const above = { lower: box.lower.with(index, Math.ceil(value)), upper: box.upper };
  return value - Math.floor(value) <= 0.5 ? [below, above] : [above, below];
}

/** The values with their integers whole to the last bit, the others fitted to them if need be. */
function wholeSolution(
  model: LinearModelData,
  box: Box,
  values: Float64Array,
  solveBox: SolveBox,
): Float64Array | undefined {
  const rounded = wholeValues(model, values);
  if (largestViolation(model, rounded) <= feasibilityTolerance) return rounded;
  const isWhole = (index: number) => model.variables.integer[index] === 1;
  const fixed = {
    lower: box.lower.map((least, index) => (isWhole(index) ? rounded[index]! : least)),
    upper: box.upper.map((most, index) => (isWhole(index) ? rounded[index]! : most)),
  };
  const fitted = solveBox(model, fixed);
  return fitted.status === "optimal" ? wholeValues(model, fitted.values) : undefined;
}
