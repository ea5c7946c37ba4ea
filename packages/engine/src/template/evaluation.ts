/**
 * The price of a template that changes by one appointment at a time.
 *
 * Searches ask for millions of prices of templates that hardly differ, so whoever prices them remembers where everybody
 * stood. There are three: over samples, in whole minutes, and for exponential services.
 *
 * @module
 */

import type { SessionFigures } from "./answer.ts";

/** Prices templates of one line; it lives through a search. */
export interface Evaluation {
  /** Sets the minutes of all items. */
  place(times: ArrayLike<number>): void;
  /** Sets the minute of one item. */
  move(item: number, time: number): void;
  /** Remembers the present template, to which `rollback` returns. */
  mark(): void;
  /** Goes back to what was marked. */
  rollback(): void;
  /** Expected cost of the present template. */
  readonly cost: number;
}

/** An evaluation that knows what its price is made of. */
export interface FullEvaluation extends Evaluation {
  /** Expected figures of the present template. */
  figures(): SessionFigures;
  /** Expected wait of each item, if it comes. */
  waits(): number[];
}
