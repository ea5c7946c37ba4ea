/**
 * "Why not MA-3 on Tuesday?": solves again with that fixed, and shows what it would cost, and which rules pay.
 *
 * @module
 */

import type { Conflict } from "./conflict.ts";
import { type RosterDifference, rosterDifference } from "./difference.ts";
import type { Roster, RosterProblem, RuleUse } from "./problem.ts";
import { type Stability, stability } from "./rules/stability.ts";
import { pin, type Wish } from "./rules/wish.ts";
import type { SharedIncumbent } from "./shared-incumbent.ts";
import { bestSoFar, type RosterOutcome, solveRoster } from "./solve.ts";
import type { SolveRosterOptions } from "./solve-model.ts";
import { toursFrom } from "./tours.ts";

/** What somebody would like to see in the roster. */
export interface Instead {
  /** Index of the person. */
  readonly person: number;
  /** Days, from 0. */
  readonly days: readonly number[];
  /** Indexes of shifts of which it should be one; "off" for a day off. */
  readonly shifts: readonly number[] | "off";
}

/** What it would cost, or why it cannot be. */
export type WhyNot =
  | {
      readonly status: "optimal" | "feasible";
      /** The best roster with it that was found. */
      readonly roster: Roster;
      /** That roster against the present one. */
      readonly difference: RosterDifference;
      /** Dollars: no roster with it costs less than the present one plus this. */
      readonly atLeast: number;
    }
  | ({ readonly status: "infeasible" } & Conflict)
  | { readonly status: "unknown" };

/**
 * Answers why a roster is not another.
 *
 * @param roster the present one
 */
export async function whyNot(
  problem: RosterProblem,
  roster: Roster,
  { instead, ...options }: SolveRosterOptions & { readonly instead: Instead },
): Promise<WhyNot> {
  const outcome = await solveRoster(nearTo(roster, withPin(problem, instead)), {
    ...options,
    start: roster,
    openFirst: { from: Math.min(...instead.days), to: Math.max(...instead.days) },
  });
  return answerOf(outcome, roster, problem);
}

/**
 * The best that threads have left behind which had to be ended: what {@link whyNot} would have said.
 *
 * @param options.incumbent that the threads shared
 */
export function bestWhyNotSoFar(
  problem: RosterProblem,
  roster: Roster,
  { instead, incumbent }: { readonly instead: Instead; readonly incumbent: SharedIncumbent },
): WhyNot {
  return answerOf(bestSoFar(nearTo(roster, withPin(problem, instead)), incumbent), roster, problem);
}

function answerOf(outcome: RosterOutcome, roster: Roster, problem: RosterProblem): WhyNot {
  if (outcome.status === "unknown") return { status: "unknown" };
  if (outcome.status === "infeasible") return outcome;
  const difference = rosterDifference(roster, outcome.roster, problem);
  return {
    status: outcome.status,
    roster: outcome.roster,
    difference,
    atLeast: Math.round((outcome.bound - (outcome.cost - difference.cost)) * 1e6) / 1e6,
  };
}

/** Dollars for each day that changes: so few that they only choose among rosters that cost the same. */
const PRICE_OF_A_CHANGE = 0.001;

/** A problem in which of rosters at the same cost the one with the fewest changes is best. */
function nearTo(roster: Roster, problem: RosterProblem): RosterProblem {
  const published = toursFrom(roster, problem).map((tour) => Array.from(tour));
  const parameters: Stability = { published, price: PRICE_OF_A_CHANGE };
  const use: RuleUse = { rule: stability.name, people: problem.people.map((_, person) => person), parameters };
  return { ...problem, uses: [...problem.uses, use] };
}

/** A problem in which something is fixed besides. */
function withPin(problem: RosterProblem, { person, days, shifts }: Instead): RosterProblem {
  const parameters: Wish = shifts === "off" ? { days, wanted: false } : { days, shifts, wanted: true };
  const use: RuleUse = { rule: pin.name, people: [person], parameters };
  return { ...problem, uses: [...problem.uses, use] };
}
