/**
 * A roster problem as its solvers see it: indexes, numbers and six kinds of terms, and why each of them is there.
 *
 * Each rule says what it asks for in these terms, once. The compact integer programme, the pricing of tours and the
 * explanations all read the same terms, so that a new rule needs to know none of them.
 *
 * @module
 */

/** A day without a shift, where an index of a shift could stand. */
export const off = -1;

/** The shifts of one person, a day after the other: the index of a shift, or {@link off}. */
export type Tour = Int16Array;

/** Why a term is there: the rule that asked for it, and its case in words that a manager reads. */
export interface Reason {
  /** Name of the rule: `rest between shifts`. */
  readonly rule: string;
  /** The case, a clause without a full stop: `MA-2 is away on Sat 12 December`. */
  readonly text: string;
}

/**
 * How many there may be of something, and what each one outside costs. Infinity forbids.
 *
 * `costPerUnder` counts below `min`, `costPerOver` above `max`. A side that is absent is free.
 */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly costPerUnder?: number;
  readonly costPerOver?: number;
}

/** A weight for each of these shifts on each of these days. */
export interface Cells {
  readonly days: readonly number[];
  readonly shifts: readonly number[];
  readonly weight: number;
}

/** What it costs that a person works a shift, or is off, on a day. Infinity forbids, below zero rewards. */
export interface CellTerm {
  readonly kind: "cell";
  readonly reason: Reason;
  readonly person: number;
  readonly day: number;
  /** Index of a shift, or {@link off}. */
  readonly shift: number;
  readonly cost: number;
}

/** What it costs that one of `from` on a day is followed by one of `to` on the next. Both may hold {@link off}. */
export interface SuccessionTerm {
  readonly kind: "succession";
  readonly reason: Reason;
  readonly person: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** The earlier days of the two; all days but the last when absent. */
  readonly days?: readonly number[];
  readonly cost: number;
}

/**
 * How many days in a row a person may have one of these shifts (or be off).
 *
 * Each missing day of a run that is shorter than `min`, and each day of the horizon by which one is longer than `max`,
 * costs. A run that touches the end of the horizon goes on behind it, so it is never too short. `before` is the length of
 * the run that the last roster brings to the first day: a run that the first day continues is so much longer, and one
 * that it breaks off may be too short. When nobody knows it, a run that starts on the first day is never too short, and
 * counts from there.
 */
export interface RunTerm {
  readonly kind: "run";
  readonly reason: Reason;
  readonly person: number;
  /** Indexes of shifts, or {@link off}. */
  readonly shifts: readonly number[];
  readonly limits: Limits;
  readonly before: number | "unknown";
}

/** The weighted sum over what a person works: shifts of a kind, minutes, nights. */
export interface SumTerm {
  readonly kind: "sum";
  readonly reason: Reason;
  readonly person: number;
  readonly cells: readonly Cells[];
  readonly limits: Limits;
}

/** In how many of these blocks of days (weekends) a person has at least one of these shifts. */
export interface BlocksTerm {
  readonly kind: "blocks";
  readonly reason: Reason;
  readonly person: number;
  /** Blocks of days that do not overlap, in their order. */
  readonly blocks: readonly (readonly number[])[];
  readonly shifts: readonly number[];
  readonly limits: Limits;
}

/** The weighted sum over what several people work, which couples them: cover, a mentor beside a trainee. */
export interface CoverTerm {
  readonly kind: "cover";
  readonly reason: Reason;
  readonly parts: readonly { readonly people: readonly number[]; readonly cells: Cells }[];
  readonly limits: Limits;
}

/** What one person's tour alone decides. */
export type PersonalTerm = CellTerm | SuccessionTerm | RunTerm | SumTerm | BlocksTerm;

/** Any term. */
export type Term = PersonalTerm | CoverTerm;

/** A roster problem in terms. */
export interface RosterModel {
  readonly people: number;
  readonly days: number;
  readonly shifts: number;
  readonly terms: readonly Term[];
}
