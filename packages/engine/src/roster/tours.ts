/**
 * Rosters of names as tours of indexes.
 *
 * @module
 */

import { assignmentsOf, type Roster, type RosterProblem } from "./problem.ts";
import { off, type Tour } from "./roster-model.ts";

/**
 * The tours of a roster.
 *
 * @throws {RangeError} when the roster does not fit the problem
 */
export function toursFrom(roster: Roster, problem: RosterProblem): Tour[] {
  const indexes = new Map(problem.shifts.map(({ id }, index) => [id, index]));
  return assignmentsOf(roster, problem).map((tour) =>
    Int16Array.from(tour, (shift) => (shift === null ? off : indexes.get(shift.id)!)),
  );
}
