/** What will happen, in order of time. */

/** Something that happens at a minute. */
export interface Planned {
  readonly time: number;
  /** Of one minute, what has the lower rank happens first; of one rank, what was entered first. */
  readonly rank: number;
}

/** A list of what will happen. */
export class Agenda<Item extends Planned> {
  /** The latest first, so that the next is taken from the end. */
  #items: Item[] = [];

  /** Enters something. */
  enter(item: Item): void {
    let [low, high] = [0, this.#items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isLater(this.#items[middle]!, item)) low = middle + 1;
      else high = middle;
    }
    this.#items.splice(low, 0, item);
  }

  /** Takes what happens next, if that is before a minute. */
  takeBefore(minute: number): Item | undefined {
    const next = this.#items.at(-1);
    return next !== undefined && next.time < minute ? this.#items.pop() : undefined;
  }

  /** Forgets everything. */
  clear(): void {
    this.#items = [];
  }

  /** Everything that is to happen, the latest first. */
  save(): Item[] {
    return [...this.#items];
  }

  /** Goes on from what `save` gave. */
  restore(items: readonly Item[]): void {
    this.#items = [...items];
  }
}

/** Whether an item stands before another that is entered after it: it happens later. */
function isLater(item: Planned, entered: Planned): boolean {
  return item.time > entered.time || (item.time === entered.time && item.rank > entered.rank);
}
