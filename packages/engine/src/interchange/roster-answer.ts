/**
 * What this room needs to know of a roster that somebody solved or judged, to hand it out.
 *
 * @module
 */

import type { Roster } from "../roster/problem.ts";

/** Whether a roster may still change, or people rely on it. */
export type RosterState = "draft" | "published";

/** One place in a roster of which there is something to say. */
export interface RosterRemark {
  readonly text: string;
  /** Dollars; `Infinity` when it must not be. */
  readonly cost: number;
  /** Index of the person whom it is about. */
  readonly person?: number;
  /** From 0. */
  readonly day?: number;
  /** How many people are missing. */
  readonly missing?: number;
}

/** What a rule says of a roster. */
export interface RosterScore {
  readonly rule: string;
  /** Dollars, of what has a price. */
  readonly cost: number;
  /** How many remarks are about what must not be. */
  readonly broken: number;
  readonly matches: readonly RosterRemark[];
}

/** A roster, and what is known of it: all that a solver says, or only what a judge does. */
export interface RosterAnswer {
  readonly roster: Roster;
  /** `optimal` or `feasible`, from a solver. */
  readonly status?: string;
  /** Dollars. */
  readonly cost?: number;
  /** Dollars; no roster that keeps to everything costs less. */
  readonly bound?: number;
  /** The distance from bound to cost, over the cost. */
  readonly gap?: number;
  /** Where people are missing. */
  readonly unfilled?: readonly RosterRemark[];
  readonly scores?: readonly RosterScore[];
}
