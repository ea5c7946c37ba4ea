/**
 * Who goes on as soon as the present turn is over, on both roads.
 *
 * @module
 */

import { longer } from "./pathway-columns.ts";

/** A queue of whole numbers, first come first served, that is emptied again and again: it begins anew whenever it is empty. */
export class ReadyQueue {
  #items = new Int32Array(64);
  #first = 0;
  #end = 0;

  /** Adds one, 0 or more. */
  push(item: number): void {
    if (this.#end === this.#items.length) this.#makeRoom();
    this.#items[this.#end++] = item;
  }

  /** Takes the first; −1: nobody is ready. */
  shift(): number {
    if (this.#first === this.#end) {
      this.#first = 0;
      this.#end = 0;
      return -1;
    }
    return this.#items[this.#first++]!;
  }

  /** How many are in it. */
  get size(): number {
    return this.#end - this.#first;
  }

  /** Empties it. */
  reset(): void {
    this.#first = 0;
    this.#end = 0;
  }

  /** Moves those who are left to the front, and grows where most of the room is theirs. */
  #makeRoom(): void {
    this.#items.copyWithin(0, this.#first, this.#end);
    this.#end -= this.#first;
    this.#first = 0;
    if (2 * this.#end > this.#items.length) this.#items = longer(this.#items, 2 * this.#items.length);
  }

  /** For how many there is room. */
  get room(): number {
    return this.#items.length;
  }
}
