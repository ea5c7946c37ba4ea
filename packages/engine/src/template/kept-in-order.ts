/**
 * Templates whose appointments must be in the order of being seen.
 *
 * Where everybody is on the minute that takes care of itself: an appointment before that of somebody who is seen earlier
 * is only a longer wait. An early patient, though, is worth an appointment out of order, so there it has a price, so high
 * that nobody pays it. The price grows with a difference of two appointments, which keeps L-natural convexity.
 *
 * @module
 */

import type { Evaluation } from "./evaluation.ts";
import type { Line } from "./line.ts";

/** Prices templates as another does, and disorder above everything. */
export class KeptInOrder implements Evaluation {
  readonly #inner: Evaluation;
  readonly #price: number;
  #times: number[] = [];
  #marked: number[] = [];

  constructor(inner: Evaluation, { items, costs }: Line) {
    this.#inner = inner;
    const most = items.reduce((sum, { weight }) => sum + weight, 0) + costs.idle + costs.overtime;
    this.#price = 2 * most * items.length;
  }

  get cost(): number {
    let disorder = 0;
    for (let item = 1; item < this.#times.length; item++) {
      disorder += Math.max(0, this.#times[item - 1]! - this.#times[item]!);
    }
    return this.#inner.cost + this.#price * disorder;
  }

  place(times: ArrayLike<number>): void {
    this.#times = Array.from(times);
    this.#inner.place(times);
  }

  move(item: number, time: number): void {
    this.#times[item] = time;
    this.#inner.move(item, time);
  }

  mark(): void {
    this.#marked = [...this.#times];
    this.#inner.mark();
  }

  rollback(): void {
    this.#times = [...this.#marked];
    this.#inner.rollback();
  }
}
