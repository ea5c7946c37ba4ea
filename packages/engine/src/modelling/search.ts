/**
 * What every search of our own needs: limits, the best so far, and telling about it.
 *
 * @module
 */

import { type LinearModelData, objectiveAt } from "./model-data.ts";
import { type CheckedOptions, gapBetween, type Outcome, type Solved, type StopReason } from "./solver.ts";
import { largestViolation } from "./violation.ts";

/** By how much a solution may break a constraint, in parts of its largest term. */
export const feasibilityTolerance = 1e-7;

/** A search of a solver of our own: counts its work, asks whether to go on, and keeps the best solution. */
export class Search {
  readonly #model: LinearModelData;
  readonly #options: CheckedOptions;
  readonly #workLimit: number;
  readonly #began: number;
  /** Minus one when maximising, so that less is always better. */
  readonly #sign: 1 | -1;
  #work = 0;
  #best: { solution: Float64Array; cost: number } | undefined;

  /** @param workLimit where the search ends when the options say nothing of work */
  constructor(model: LinearModelData, options: CheckedOptions, workLimit: number) {
    if (options.limits.seconds !== undefined && options.clock === undefined) {
      throw new RangeError(`a limit of ${options.limits.seconds} seconds needs a clock in the options`);
    }
    this.#model = model;
    this.#options = options;
    this.#workLimit = Math.min(options.limits.work ?? workLimit, workLimit);
    this.#began = options.clock?.() ?? 0;
    this.#sign = model.objective.sense === "minimise" ? 1 : -1;
    if (options.start !== undefined) this.#begin(options.start);
  }

  /** What the best solution costs, in terms of minimising; Infinity before there is one. */
  get cost(): number {
    return this.#best?.cost ?? Infinity;
  }

  /** Objective and cost are each other's, but for the sign. */
  costOf(objective: number): number {
    return this.#sign * objective;
  }

  /** Why the search has to stop now, if it has to; counts a unit of work when not. */
  stop(): StopReason | undefined {
    const { cancelled, limits, clock } = this.#options;
    if (cancelled?.() === true) return "cancelled";
    if (limits.seconds !== undefined && clock !== undefined && clock() - this.#began >= limits.seconds) {
      return "time limit";
    }
    if (this.#work >= this.#workLimit) return "work limit";
    this.#work++;
    return undefined;
  }

  /** Keeps a solution if it is better than what there is. `boundCost` is what nothing can be cheaper than. */
  offer(solution: Float64Array, boundCost: number): void {
    const cost = this.costOf(objectiveAt(this.#model, solution));
    if (!(cost < this.cost)) return;
    this.#best = { solution, cost };
    this.tell(boundCost);
  }

  /** Tells how far the search has come. */
  tell(boundCost: number): void {
    const { onProgress, clock } = this.#options;
    if (onProgress === undefined) return;
    const objective = this.#best && this.#sign * this.#best.cost;
    const bound = Number.isFinite(boundCost) ? this.#sign * Math.min(boundCost, this.cost) : undefined;
    onProgress({
      ...(objective === undefined ? {} : { objective }),
      ...(bound === undefined ? {} : { bound }),
      gap: gapBetween(objective, bound),
      ...(clock === undefined ? {} : { seconds: clock() - this.#began }),
    });
  }

  /** The outcome of a search that ended by itself, with nothing left that is cheaper than `boundCost`. */
  finished(boundCost: number): Outcome {
    const solved = this.#solved(boundCost);
    if (solved === undefined) return { status: "infeasible" };
    return { status: "optimal", ...solved };
  }

  /** The outcome of a search that was stopped. */
  stopped(boundCost: number, reason: StopReason): Outcome {
    const solved = this.#solved(boundCost);
    if (solved !== undefined) return { status: "feasible", ...solved, reason };
    return { status: "unknown", reason, ...(Number.isFinite(boundCost) ? { bound: this.#sign * boundCost } : {}) };
  }

  #solved(boundCost: number): Solved | undefined {
    if (this.#best === undefined) return undefined;
    const objective = this.#sign * this.#best.cost;
    const bound = this.#sign * Math.min(boundCost, this.#best.cost);
    return { solution: this.#best.solution, objective, bound, gap: gapBetween(objective, bound) };
  }

  #begin(start: ArrayLike<number>): void {
    const values = Float64Array.from(start);
    if (largestViolation(this.#model, values) <= feasibilityTolerance)
      this.offer(wholeValues(this.#model, values), -Infinity);
  }
}

/** The values, with integers whole to the last bit, and no minus zeros. */
export function wholeValues({ variables }: LinearModelData, values: Float64Array): Float64Array {
  // Adding zero makes zero of minus zero.
  return values.map((value, index) => (variables.integer[index] === 1 ? Math.round(value) : value) + 0);
}

/** The bounds of the variables, moved to whole numbers where only those will do. */
export function wholeBounds({ variables }: LinearModelData): { lower: Float64Array; upper: Float64Array } {
  const whole = (index: number) => variables.integer[index] === 1;
  return {
    lower: variables.lower.map((value, index) => (whole(index) ? Math.ceil(value - 1e-9) + 0 : value)),
    upper: variables.upper.map((value, index) => (whole(index) ? Math.floor(value + 1e-9) + 0 : value)),
  };
}
