/**
 * Who goes on right after the present event.
 *
 * @module
 */

/** A queue without an end, first come first served, that allocates nothing once it is large enough. */
export class ReadyRing<T> {
  #items: (T | undefined)[] = new Array<T | undefined>(64).fill(undefined);
  #head = 0;
  #size = 0;

  /** How many are in it. */
  get size(): number {
    return this.#size;
  }

  /** Adds one at the end. */
  push(item: T): void {
    if (this.#size === this.#items.length) this.#grow();
    this.#items[(this.#head + this.#size) & (this.#items.length - 1)] = item;
    this.#size++;
  }

  /** Takes the first; undefined when there is none. */
  shift(): T | undefined {
    if (this.#size === 0) return undefined;
    const head = this.#head;
    const item = this.#items[head];
    this.#items[head] = undefined;
    this.#head = (head + 1) & (this.#items.length - 1);
    this.#size--;
    return item;
  }

  #grow(): void {
    const inOrder = [...this.#items.slice(this.#head), ...this.#items.slice(0, this.#head)];
    this.#items = [...inOrder, ...new Array<undefined>(inOrder.length).fill(undefined)];
    this.#head = 0;
  }
}
