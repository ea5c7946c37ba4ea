/**
 * Waits that are over and can be used again.
 *
 * @module
 */

import type { Wait } from "./wait.ts";

/**
 * Waits of one kind that have been waited for. A process that goes on has heard of its wait, and `yield*` lets go of
 * it, so the next one who asks for the same gets the same object. Nothing is allocated, and V8 is spared what costs
 * more than that: constructors in a row, and entering into its books whatever new is hung on something old.
 *
 * Only a wait that one entity has waited for on its own comes here; one that was a part of another, or that was given
 * up, may be known to somebody still.
 */
export class Spares<W extends Wait<unknown>> {
  /** A stack; what lies beyond the count has been taken, and is left there until something comes in its place. */
  readonly #spares: W[] = [];
  #count = 0;

  /** Returns a wait that is like new; undefined when there is none. */
  take(): W | undefined {
    if (this.#count === 0) return undefined;
    const wait = this.#spares[--this.#count]!;
    wait.state = "fresh";
    return wait;
  }

  /** Keeps a wait that is over. */
  keep(wait: W): void {
    wait.state = "done";
    wait.waiter = undefined;
    this.#spares[this.#count++] = wait;
  }
}
