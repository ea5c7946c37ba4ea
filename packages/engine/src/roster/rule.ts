/**
 * What a rule of rosters is.
 *
 * A rule says what it wants twice, independently: to the solver as terms, and as a judge of any finished roster. Tests
 * hold the two together. What it costs is the sum of its matches.
 *
 * @module
 */

import type { Assignments, RosterProblem, RuleUse } from "./problem.ts";
import type { Term } from "./roster-model.ts";

/** One place in a roster where a rule has something to say. */
export interface Match {
  /** In words: `MA-2 works 6 days in a row until Sat 2026-12-12, at most 5`. */
  readonly text: string;
  /** What it costs in dollars, below zero when it is a gain; `Infinity` when it must not be. */
  readonly cost: number;
  /** Index of the person whom it is about, if there is one. */
  readonly person?: number;
  /** Day on which it shows, if there is one. */
  readonly day?: number;
  /** How many people are missing, of cover. */
  readonly missing?: number;
}

/**
 * What a parameter of a rule may be in a file. `planning` reads it, and hands it on under the same name: `shifts` as a
 * `ShiftGroup`, `days` and `people` as their indexes, `hours` in minutes, prices in dollars, `span` as it is.
 */
export type ParameterKind = "shifts" | "days" | "count" | "hours" | "span" | "price" | "price per hour" | "people";

/** A rule of rosters. */
export interface Rule<Parameters = never> {
  readonly name: string;
  /** One sentence for people who write a file. */
  readonly description: string;
  /** What a use of the rule can say in a file; undefined when the rule is stated elsewhere in it. */
  readonly parameters?: Readonly<
    Record<string, { readonly kind: ParameterKind; readonly describe: string; readonly needed?: true }>
  >;
  /** Says to the solver what the rule asks for. */
  constrain(use: RuleUse<Parameters>, problem: RosterProblem): Term[];
  /** Where a roster does not keep to the rule, or what it pays for it. Shares no code with `constrain`. */
  violations(use: RuleUse<Parameters>, problem: RosterProblem, assignments: Assignments): Match[];
}
