/**
 * Who comes on a day, in order: worked out when the day begins, and again whenever it is asked for.
 *
 * @module
 */

/** A list that is filled anew for every day, without allocating once it has grown. */
export class DayList {
  length = 0;
  /** Minutes of arrival, ascending. */
  times = new Float64Array(16);
  /** The number of the one who comes then. */
  who = new Int32Array(16);

  /** Empties the list. */
  clear(): void {
    this.length = 0;
  }

  /** Puts somebody in his place. Those of the same minute keep the order in which they were put. */
  put(time: number, who: number): void {
    if (this.length === this.times.length) this.#grow();
    const { times, who: numbers } = this;
    let place = this.length++;
    // Lists come nearly in order, so that little has to move.
    for (; place > 0 && times[place - 1]! > time; place--) {
      times[place] = times[place - 1]!;
      numbers[place] = numbers[place - 1]!;
    }
    times[place] = time;
    numbers[place] = who;
  }

  #grow(): void {
    const times = new Float64Array(2 * this.times.length);
    const who = new Int32Array(2 * this.who.length);
    times.set(this.times);
    who.set(this.who);
    this.times = times;
    this.who = who;
  }
}

/** The lists of the days that are under way: of each day and replication the same, whenever it is asked for. */
export class DayLists<List extends DayList> {
  readonly #lists: readonly { list: List; day: number; replication: number }[];
  readonly #fill: (list: List, day: number) => void;
  readonly #replication: () => number;

  /**
   * @param make makes an empty list
   * @param fill fills an empty list with a day
   */
  constructor(make: () => List, fill: (list: List, day: number) => void, replication: () => number) {
    // Two, as the last patients of a day may come when the next has begun.
    this.#lists = [0, 1].map(() => ({ list: make(), day: Number.NaN, replication: -1 }));
    this.#fill = fill;
    this.#replication = replication;
  }

  /** The list of a day. */
  on(day: number): List {
    const kept = this.#lists[day & 1]!;
    const replication = this.#replication();
    if (kept.day !== day || kept.replication !== replication) {
      kept.day = day;
      kept.replication = replication;
      kept.list.clear();
      this.#fill(kept.list, day);
    }
    return kept.list;
  }

  /** Forgets all lists: what they are made from has changed. */
  forget(): void {
    for (const kept of this.#lists) kept.day = Number.NaN;
  }
}
