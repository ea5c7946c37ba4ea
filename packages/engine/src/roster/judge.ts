/**
 * Judges any roster, whoever made it, by what the rules say of it; knows nothing of terms or solvers.
 *
 * @module
 */

import { type Assignments, assignmentsOf, type Roster, type RosterProblem } from "./problem.ts";
import type { Match } from "./rule.ts";
import { ruleNamed, rules } from "./rules.ts";

/** What one rule says of a roster. */
export interface Score {
  readonly rule: string;
  /** Dollars of all matches that have a price. */
  readonly cost: number;
  /** How many matches there are that must not be. */
  readonly broken: number;
  readonly matches: readonly Match[];
}

/** What all rules say of a roster. */
export interface Judgement {
  /** Whether everything holds that has to. */
  readonly keepsAll: boolean;
  /** Dollars, of what has a price. */
  readonly cost: number;
  /** The rules that have something to say, in the order of {@link rules}. */
  readonly scores: readonly Score[];
}

/**
 * Judges a roster.
 *
 * @throws {RangeError} when the roster does not fit the problem: an unknown person or shift, a day too many
 */
export function judge(roster: Roster, problem: RosterProblem): Judgement {
  return judgeAssignments(assignmentsOf(roster, problem), problem);
}

function judgeAssignments(assignments: Assignments, problem: RosterProblem): Judgement {
  const found = new Map<string, Match[]>();
  for (const use of problem.uses) {
    const matches = ruleNamed(use.rule).violations(use as never, problem, assignments);
    found.set(use.rule, [...(found.get(use.rule) ?? []), ...matches]);
  }
  const scores = rules.flatMap(({ name }): Score[] => {
    const matches = found.get(name) ?? [];
    if (matches.length === 0) return [];
    const priced = matches.filter(({ cost }) => Number.isFinite(cost));
    const cost = priced.reduce((sum, match) => sum + match.cost, 0);
    return [{ rule: name, cost: cents(cost), broken: matches.length - priced.length, matches }];
  });
  return {
    keepsAll: scores.every(({ broken }) => broken === 0),
    cost: cents(scores.reduce((sum, score) => sum + score.cost, 0)),
    scores,
  };
}

/** Without what adding dollars leaves behind the sixth decimal place. */
function cents(dollars: number): number {
  return Math.round(dollars * 1e6) / 1e6;
}
