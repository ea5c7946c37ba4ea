/**
 * Rows of those who go on as soon as the present turn is over.
 *
 * @module
 */

import { longer } from "./pathway-columns.ts";

/** A queue of rows, first come first served, that is emptied again and again: it begins anew whenever it is empty. */
export class ReadyRows {
  #rows = new Int32Array(64);
  #first = 0;
  #end = 0;

  /** Adds a row. */
  push(row: number): void {
    if (this.#end === this.#rows.length) this.#makeRoom();
    this.#rows[this.#end++] = row;
  }

  /** Takes the first; −1: nobody is ready. */
  shift(): number {
    if (this.#first === this.#end) {
      this.#first = 0;
      this.#end = 0;
      return -1;
    }
    return this.#rows[this.#first++]!;
  }

  /** Empties it. */
  reset(): void {
    this.#first = 0;
    this.#end = 0;
  }

  /** Moves those who are left to the front, and grows where most of the room is theirs. */
  #makeRoom(): void {
    this.#rows.copyWithin(0, this.#first, this.#end);
    this.#end -= this.#first;
    this.#first = 0;
    if (2 * this.#end > this.#rows.length) this.#rows = longer(this.#rows, 2 * this.#rows.length);
  }

  /** For how many there is room. */
  get room(): number {
    return this.#rows.length;
  }
}
