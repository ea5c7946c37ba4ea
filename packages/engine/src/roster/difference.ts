/**
 * What differs between two rosters: who works what instead, and which rules gain or lose.
 *
 * @module
 */

import { judge } from "./judge.ts";
import type { Roster, RosterProblem } from "./problem.ts";
import { rules } from "./rules.ts";

/** One day of a person that is not the same. */
export interface RosterChange {
  readonly person: string;
  /** From 0. */
  readonly day: number;
  /** Ids of shifts, null for a day off. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What a rule costs before and after, in dollars, and how often it is broken where it must not be. */
export interface RuleDifference {
  readonly rule: string;
  readonly before: number;
  readonly after: number;
  readonly brokenBefore: number;
  readonly brokenAfter: number;
}

/** What differs between two rosters. */
export interface RosterDifference {
  readonly changes: readonly RosterChange[];
  /** Dollars, after minus before. */
  readonly cost: number;
  /** The rules whose cost or breaks differ. */
  readonly rules: readonly RuleDifference[];
}

/**
 * Compares two rosters of a problem.
 *
 * @param problemBefore what the first one was made for, when that was another problem of the same people and days
 * @throws {RangeError} when one of them does not fit the problem
 */
export function rosterDifference(
  before: Roster,
  after: Roster,
  problem: RosterProblem,
  problemBefore: RosterProblem = problem,
): RosterDifference {
  const [old, fresh] = [judge(before, problemBefore), judge(after, problem)];
  const changes = problem.people.flatMap(({ id }) =>
    before[id]!.flatMap((from, day): RosterChange[] => {
      const to = after[id]![day]!;
      return from === to ? [] : [{ person: id, day, from, to }];
    }),
  );
  const differing = rules.flatMap(({ name }): RuleDifference[] => {
    const a = old.scores.find(({ rule }) => rule === name);
    const b = fresh.scores.find(({ rule }) => rule === name);
    const [costBefore, costAfter, brokenBefore, brokenAfter] = [
      a?.cost ?? 0,
      b?.cost ?? 0,
      a?.broken ?? 0,
      b?.broken ?? 0,
    ];
    if (Math.abs(costBefore - costAfter) < 0.005 && brokenBefore === brokenAfter) return [];
    return [{ rule: name, before: costBefore, after: costAfter, brokenBefore, brokenAfter }];
  });
  return { changes, cost: Math.round((fresh.cost - old.cost) * 1e6) / 1e6, rules: differing };
}
