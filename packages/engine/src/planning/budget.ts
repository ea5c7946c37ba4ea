/**
 * How much a search may simulate.
 *
 * @module
 */

import type { Experiment } from "../experiment/conduct.ts";

/** Counts replications, and says when enough is enough. */
export class Budget {
  /** Replications simulated so far. */
  spent = 0;
  readonly #most: number;
  readonly #cancelled: () => boolean;

  constructor({ most, cancelled }: { readonly most: number; readonly cancelled: () => boolean }) {
    this.#most = most;
    this.#cancelled = cancelled;
  }

  /** Why the search has to end; undefined when it may go on. */
  get end(): "cancelled" | "budget" | undefined {
    if (this.#cancelled()) return "cancelled";
    return this.spent >= this.#most ? "budget" : undefined;
  }

  /** Conducts a part of the search; undefined when it had to end before the part was done. */
  *within<Result>(part: Experiment<Result>): Experiment<Result | undefined> {
    let step = part.next();
    while (!step.done) {
      if (this.end !== undefined) return undefined;
      for (const { from, to } of step.value) this.spent += to - from;
      step = part.next(yield step.value);
    }
    return step.value;
  }
}
