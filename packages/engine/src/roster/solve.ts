/**
 * From a roster problem to a roster with a proof of how good it is, or to the reason why there is none.
 *
 * @module
 */

import { gapBetween, type StopReason } from "../modelling/solver.ts";
import { type Conflict, conflictOf } from "./conflict.ts";
import type { DayWindow } from "./fit-within.ts";
import { judge, type Score } from "./judge.ts";
import { modelOf } from "./model-of.ts";
import { type Roster, type RosterProblem, rosterOf } from "./problem.ts";
import type { Match } from "./rule.ts";
import type { SharedIncumbent } from "./shared-incumbent.ts";
import { type SolveRosterOptions, solveModel } from "./solve-model.ts";
import { toursFrom } from "./tours.ts";

/** A roster and what it is worth. */
export interface SolvedRoster {
  /** Whether nothing cheaper exists, or it is only the best that was found. */
  readonly status: "optimal" | "feasible";
  readonly roster: Roster;
  /** Dollars, of everything that has a price. */
  readonly cost: number;
  /** Dollars; no roster that keeps to everything costs less. */
  readonly bound: number;
  /** The distance from bound to cost, over the cost. */
  readonly gap: number;
  /** Cover that is missing, at the price that the problem names. */
  readonly unfilled: readonly Match[];
  /** What each rule says of the roster. */
  readonly scores: readonly Score[];
  /** Why the solve ended before its end. */
  readonly reason?: StopReason;
}

/** What came of solving a roster problem. */
export type RosterOutcome =
  | SolvedRoster
  | ({ readonly status: "infeasible" } & Conflict)
  | { readonly status: "unknown"; readonly reason: StopReason; readonly bound?: number };

/**
 * Finds the cheapest roster that keeps to every rule without a price.
 *
 * What it returns has been judged by the rules themselves: a solver that says otherwise is a fault of ours, and throws.
 *
 * @param options.start a roster to begin with, which need not keep to anything
 * @param options.openFirst days to which the start has to be fitted before anything else is looked at
 */
export async function solveRoster(
  problem: RosterProblem,
  { start, ...options }: SolveRosterOptions & { readonly start?: Roster; readonly openFirst?: DayWindow },
): Promise<RosterOutcome> {
  const began = options.clock?.() ?? 0;
  const model = modelOf(problem);
  const outcome = await solveModel(model, {
    ...options,
    ...(start === undefined ? {} : { start: toursFrom(start, problem) }),
  });
  if (outcome.status === "unknown") return outcome;
  if (outcome.status === "infeasible") {
    return { status: "infeasible", ...(await conflictOf(model, timeLeft(options, began))) };
  }
  const { tours, bound, gap, status } = outcome;
  const solved = judged(rosterOf(tours, problem), problem, outcome.cost);
  return { status, ...solved, bound, gap, ...(outcome.reason === undefined ? {} : { reason: outcome.reason }) };
}

/**
 * The best that threads have left behind which had to be ended: what {@link solveRoster} would have said.
 *
 * @param incumbent that the threads shared
 */
export function bestSoFar(problem: RosterProblem, incumbent: SharedIncumbent): RosterOutcome {
  const best = incumbent.read();
  if (best === undefined) return { status: "unknown", reason: "time limit" };
  const { cost, ...solved } = judged(rosterOf(best.tours, problem), problem, best.cost);
  const bound = Math.min(cost, incumbent.bound);
  return { status: "feasible", ...solved, cost, bound, gap: gapBetween(cost, bound), reason: "time limit" };
}

/** The options with what is left of their time, for who has to be told why. */
function timeLeft(options: SolveRosterOptions, began: number): SolveRosterOptions {
  const { limits, clock } = options;
  if (limits?.seconds === undefined || clock === undefined) return options;
  return { ...options, limits: { ...limits, seconds: Math.max(1, limits.seconds - (clock() - began)) } };
}

/** Dollars by which the judge and the solver may differ: what adding up leaves behind. */
const roundingDollars = 1e-4;

/** A roster with what the rules say of it. */
function judged(roster: Roster, problem: RosterProblem, claimed?: number) {
  const { keepsAll, cost, scores } = judge(roster, problem);
  if (
    claimed !== undefined &&
    (!keepsAll || Math.abs(cost - claimed) > roundingDollars * Math.max(1, Math.abs(cost)))
  ) {
    const broken = scores.flatMap(({ matches }) => matches).find((match) => match.cost === Infinity);
    throw new Error(
      `the solver claims a roster of $${claimed}, the rules judge it to cost $${cost}${broken === undefined ? "" : `, and ${broken.text}`}`,
    );
  }
  return { roster, cost, unfilled: unfilledOf(scores), scores };
}

/** Cover that is missing. */
function unfilledOf(scores: readonly Score[]): Match[] {
  return scores.flatMap(({ rule, matches }) =>
    rule === "cover" ? matches.filter(({ missing = 0 }) => missing > 0) : [],
  );
}
