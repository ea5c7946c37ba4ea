/**
 * What every solver of linear models does, whoever wrote it.
 *
 * @module
 */

import type { LinearModelData } from "./model-data.ts";

/** Finds the values of a model's variables that make its objective best. */
export interface Solver {
  /** As it is known: `HiGHS`. */
  readonly name: string;
  /**
   * Solves a model, or gets as far as the limits allow. Whatever the world says is an outcome, never an error.
   *
   * The promise is there for what has to be loaded: the work itself blocks its thread.
   *
   * @throws {RangeError} when an option makes no sense, or the model is larger than the solver takes
   */
  solve(model: LinearModelData, options?: SolveOptions): Promise<Outcome>;
}

/** How far to go, and who listens. */
export interface SolveOptions {
  readonly limits?: SolveLimits;
  /** A solution counts as optimal when its gap is no greater; 1e-6 by default. */
  readonly relativeGap?: number;
  /** Of choices that a solver makes by chance: a whole number from 0 to 2,147,483,647, 0 by default. */
  readonly seed?: number;
  /** Seconds from any start. Needed when `limits.seconds` is given, except by solvers that have a clock of their own. */
  readonly clock?: () => number;
  /** Asked now and then; `true` ends the solve. It may read a `SharedArrayBuffer` that another thread writes. */
  readonly cancelled?: () => boolean;
  /** Told of each better solution, and of better bounds as the solver pleases. */
  readonly onProgress?: (progress: SolveProgress) => void;
  /** Values to begin with, one for each variable. They need not be feasible; a solver may do nothing with them. */
  readonly start?: ArrayLike<number>;
}

/** When to stop at the latest. Without limits a solve goes on to the end. */
export interface SolveLimits {
  /** Seconds on the clock. How far a solver gets in them depends on the machine and its other business. */
  readonly seconds?: number;
  /** Units of the solver's own, which each documents. The answer is the same, to the last bit, on every machine. */
  readonly work?: number;
}

/** How far a solve has come. */
export interface SolveProgress {
  /** Of the best solution so far, if there is one. */
  readonly objective?: number;
  /** The values of the best solution, when it is new and the solver tells; the array is the caller's. */
  readonly solution?: Float64Array;
  /** What no solution can be better than, if anything is known. */
  readonly bound?: number;
  /** As in {@link Outcome}. */
  readonly gap: number;
  /** Since the solve began, when there is a clock. */
  readonly seconds?: number;
}

/** Why a solve ended before its end. */
export type StopReason = "time limit" | "work limit" | "cancelled" | "numerical trouble";

/** What a linear model without integers says about its constraints, at the optimum. */
export interface Duals {
  /** For each constraint: by how much the objective changes when its binding side moves up by one. */
  readonly constraints: Float64Array;
  /** For each variable: by how much the objective changes when its binding bound moves up by one. */
  readonly reducedCosts: Float64Array;
}

/** A solution and what it is worth. */
export interface Solved {
  /** One value for each variable, by index. Integer variables are whole to the last bit. */
  readonly solution: Float64Array;
  readonly objective: number;
  /** What no solution can be better than: below the objective when minimising, above when maximising. */
  readonly bound: number;
  /** The distance from bound to objective over the size of the objective; Infinity when nothing is known. */
  readonly gap: number;
}

/** What a solve returned. */
export type Outcome =
  | (Solved & {
      /** Nothing is better by more than the gap asked for. */
      readonly status: "optimal";
      /** Of models without integers, by solvers that know them. */
      readonly duals?: Duals;
    })
  | (Solved & {
      /** The constraints are kept, but something may be better. */
      readonly status: "feasible";
      readonly reason: StopReason;
    })
  | { readonly status: "infeasible" }
  | { readonly status: "unbounded" }
  | {
      /** Neither a solution nor the proof that there is none. */
      readonly status: "unknown";
      readonly reason: StopReason;
      readonly bound?: number;
    };

/** Distances below this are rounding, however small the objective. */
const roundingError = 1e-9;

/**
 * The distance from a bound to an objective, over the size of the objective.
 *
 * Zero when they differ by rounding only; Infinity when the objective is zero and the bound is not, or when one of
 * them is not known.
 *
 * @example
 * gapBetween(110, 100) // 0.0909…
 */
export function gapBetween(objective: number | undefined, bound: number | undefined): number {
  if (objective === undefined || bound === undefined) return Infinity;
  const distance = Math.abs(objective - bound);
  return distance <= roundingError ? 0 : distance / Math.abs(objective);
}

/** The options of a solve with their defaults, checked. Every solver begins with it. */
export interface CheckedOptions extends SolveOptions {
  readonly limits: SolveLimits;
  readonly relativeGap: number;
  readonly seed: number;
}

/** Fills in what is absent, and throws a `RangeError` at what makes no sense. */
export function checkOptions(model: LinearModelData, options: SolveOptions = {}): CheckedOptions {
  const { limits = {}, relativeGap = 1e-6, seed = 0, start } = options;
  const { seconds, work } = limits;
  if (seconds !== undefined && !(seconds >= 0)) {
    throw new RangeError(`a time limit must be zero or more seconds, got ${seconds}`);
  }
  if (work !== undefined && !(Number.isSafeInteger(work) && work >= 0)) {
    throw new RangeError(`a work limit must be a whole number of units, zero or more, got ${work}`);
  }
  if (!(relativeGap >= 0)) throw new RangeError(`a relative gap must be zero or more, got ${relativeGap}`);
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= 0x7fffffff)) {
    throw new RangeError(`a seed must be a whole number from 0 to 2147483647, got ${seed}`);
  }
  if (start !== undefined && start.length !== model.variables.count) {
    throw new RangeError(`a start needs ${model.variables.count} values, one for each variable, got ${start.length}`);
  }
  if (start !== undefined) {
    const wrong = Array.from(start).find((value) => !Number.isFinite(value));
    if (wrong !== undefined) throw new RangeError(`a start must be finite numbers, got ${wrong}`);
  }
  return { ...options, limits, relativeGap, seed };
}
