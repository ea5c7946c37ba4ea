/**
 * Turns a roster problem into terms, by asking each of its rules.
 *
 * @module
 */

import type { RosterProblem } from "./problem.ts";
import type { RosterModel } from "./roster-model.ts";
import { ruleNamed } from "./rules.ts";

/**
 * The terms of all rules that a problem uses.
 *
 * @throws {RangeError} when a use names no rule
 */
export function modelOf(problem: RosterProblem): RosterModel {
  return {
    people: problem.people.length,
    days: problem.days,
    shifts: problem.shifts.length,
    terms: problem.uses.flatMap((use) => ruleNamed(use.rule).constrain(use as never, problem)),
  };
}
