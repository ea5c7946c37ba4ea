/**
 * Finds tours for a roster problem in terms, by the road that fits its size.
 *
 * @module
 */

import { gapBetween, type SolveLimits, type SolveProgress, type Solver, type StopReason } from "../modelling/solver.ts";
import { compactModel } from "./compact.ts";
import type { RosterModel, Tour } from "./roster-model.ts";

/** What a solve of a roster needs and may use. */
export interface SolveRosterOptions {
  /** Solves linear and integer programmes. */
  readonly solver: Solver;
  readonly limits?: SolveLimits;
  /** A solution counts as optimal when its gap is no greater; 1e-6 by default. */
  readonly relativeGap?: number;
  readonly seed?: number;
  /** Seconds from any start. */
  readonly clock?: () => number;
  /** Asked now and then; `true` ends the solve with the best answer so far. */
  readonly cancelled?: () => boolean;
  readonly onProgress?: (progress: SolveProgress) => void;
}

/** Tours for all people, or why there are none. */
export type ToursOutcome =
  | {
      readonly status: "optimal" | "feasible";
      readonly tours: readonly Tour[];
      readonly cost: number;
      readonly bound: number;
      readonly gap: number;
      readonly reason?: StopReason;
    }
  | { readonly status: "infeasible" }
  | { readonly status: "unknown"; readonly reason: StopReason; readonly bound?: number };

/**
 * Finds the cheapest tours that keep to all hard terms.
 *
 * @param start tours to begin with; they need not keep to anything
 */
export async function solveModel(
  roster: RosterModel,
  { start, ...options }: SolveRosterOptions & { readonly start?: readonly ArrayLike<number>[] },
): Promise<ToursOutcome> {
  const { model, toursOf, startOf } = compactModel(roster);
  const { solver, ...given } = options;
  const outcome = await solver.solve(model, { ...given, ...(start === undefined ? {} : { start: startOf(start) }) });
  switch (outcome.status) {
    case "optimal":
    case "feasible": {
      const { status, objective: cost, bound } = outcome;
      const gap = gapBetween(cost, bound);
      return {
        status,
        tours: toursOf(outcome.solution),
        cost,
        bound,
        gap,
        ...("reason" in outcome ? { reason: outcome.reason } : {}),
      };
    }
    case "infeasible":
      return outcome;
    case "unknown":
      return outcome;
    case "unbounded":
      throw new Error("a roster's cost cannot fall without end; a term must be wrong");
  }
}
