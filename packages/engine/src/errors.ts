/**
 * What goes wrong in an office, said so that its manager can mend it: where, what, and what would be right.
 *
 * @module
 */

/** Anything that Praxis refuses to do, for a reason that its user can mend. */
export class OfficeError extends Error {
  override readonly name: string = "OfficeError";
}

/** Something that cannot go on: a queue that nobody can ever serve. The message names the circle, or what lacks. */
export class DeadlockError extends OfficeError {
  override readonly name = "DeadlockError";
}

/** A run was stopped because it would never end, or outgrow the machine. The message says who is to blame. */
export class RunawayError extends OfficeError {
  override readonly name = "RunawayError";
}

/** One thing that is wrong, or strange, in a document of the user's. */
export interface Issue {
  /** A word for the kind of issue, explained in docs/errors.md. */
  readonly code: string;
  /** Where, as a JSON pointer: `/staff/physician/count`. */
  readonly path: string;
  /** Line in the text, from 1; absent when there is no text. */
  readonly line?: number;
  /** Column in the line, from 1. */
  readonly column?: number;
  /** What is wrong. */
  readonly message: string;
  /** What would be right. */
  readonly hint: string;
}
