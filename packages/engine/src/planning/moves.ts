/**
 * What could be done otherwise in an office with the people, rooms and patients that it has.
 *
 * @module
 */

import { ScenarioError } from "../errors.ts";
import { applyChanges, type Change } from "../scenario/changes.ts";
import type { Scenario } from "../scenario/schema.ts";
import { coverMoves } from "./cover-moves.ts";
import { sequenceMoves } from "./sequence-moves.ts";
import { sessionMoves } from "./session-moves.ts";
import { staffMoves } from "./staff-moves.ts";
import { taskMoves } from "./task-moves.ts";

/** One thing that could be done otherwise. */
export interface Move {
  /** "clinic, 13:00 to 16:40: 10 min earlier". */
  readonly name: string;
  /** What it is about: of two moves about the same, the later undoes the earlier. */
  readonly about: string;
  readonly changes: readonly Change[];
}

/** A move, and the office that comes of it. */
export interface TriedMove extends Move {
  readonly scenario: Scenario;
}

/**
 * All moves that a scenario has: other times of appointments, other sequences of visit types, other breaks, other shifts
 * of the same length, other people for work without a patient. Those whose outcome would be no valid scenario are left
 * out.
 */
export function movesOf(scenario: Scenario, { seed }: { readonly seed: number | string }): TriedMove[] {
  const moves = [
    ...sessionMoves(scenario, { seed }),
    ...sequenceMoves(scenario),
    ...staffMoves(scenario),
    ...coverMoves(scenario, { seed }),
    ...taskMoves(scenario),
  ];
  return moves.flatMap((move) => {
    try {
      return [{ ...move, scenario: applyChanges(scenario, move.changes) }];
    } catch (error) {
      if (error instanceof ScenarioError) return [];
      throw error;
    }
  });
}
