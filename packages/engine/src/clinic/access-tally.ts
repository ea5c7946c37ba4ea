/**
 * What is counted of access to appointments in a replication, from the end of the warm-up on.
 *
 * @module
 */

/** Counts of one source of requests. */
export interface RequestCounts {
  /** Patients who asked, no-shows who asked again apart. */
  asked: number;
  /** Who found no seat within the horizon. */
  foundNoSeat: number;
  /** Who went elsewhere, as the first seat was too late. */
  balked: number;
  /** No-shows who asked again. */
  bookedAgain: number;
  /** Appointments whose time came, cancelled ones apart. */
  due: number;
  noShows: number;
  cancellations: number;
  /** Of those due: days between asking and appointment, together. */
  leadDays: number;
  /** Of those due: asked for on the same day. */
  sameDay: number;
  /** Freed seats into which somebody moved from the wait list. */
  movedUp: number;
  /** Who was booked beside somebody else. */
  overbooked: number;
  /** Of those due: who had to share the seat. */
  shared: number;
}

const nothing: RequestCounts = {
  asked: 0,
  foundNoSeat: 0,
  balked: 0,
  bookedAgain: 0,
  due: 0,
  noShows: 0,
  cancellations: 0,
  leadDays: 0,
  sameDay: 0,
  movedUp: 0,
  overbooked: 0,
  shared: 0,
};

/** Counts of the days on which the office opened. */
interface DayCounts {
  days: number;
  /** Backlog at opening, in days of capacity, of all days together. */
  backlog: number;
  /** Days on which patients could ask, and those on which more asked than there were seats. */
  asking: number;
  overflowing: number;
  seats: number;
  filled: number;
}

/** Seats that the third next available is looked for among. */
export interface SeatWish {
  /** Which all who ask may have, unless given. */
  readonly visitType?: string;
  /** A role, or a person by the name of the resource. */
  readonly provider?: string;
}

/** Counts what happens to requests. */
export class AccessTally {
  /** By source, in the order of the file. */
  readonly sources: readonly { readonly name: string; readonly counts: RequestCounts }[];
  readonly days: DayCounts = { days: 0, backlog: 0, asking: 0, overflowing: 0, seats: 0, filled: 0 };
  /** Limits of the backlog, in days, and on how many days it was below each. */
  readonly #under = new Map<number, number>();
  /** Sums of days to the third next available. */
  readonly #third = new Map<string, { readonly wish: SeatWish; sum: number }>();

  constructor(names: readonly string[]) {
    this.sources = names.map((name) => ({ name, counts: { ...nothing } }));
  }

  /** Counts of one source, or of all together. */
  total(what: keyof RequestCounts, source?: string): number {
    return this.sources.reduce((sum, { name, counts }) => {
      return source === undefined || source === name ? sum + counts[what] : sum;
    }, 0);
  }

  /** Watches how often the backlog is below a number of days; gives the share of days. */
  watchUnder(limit: number): () => number {
    this.#under.set(limit, 0);
    return () => this.#under.get(limit)! / this.days.days;
  }

  /** Watches the third next available among certain seats; gives its mean in days. */
  watchThird(wish: SeatWish): () => number {
    const key = JSON.stringify([wish.visitType, wish.provider]);
    if (!this.#third.has(key)) this.#third.set(key, { wish, sum: 0 });
    return () => this.#third.get(key)!.sum / this.days.days;
  }

  /** Notes what an opening finds. */
  opens(backlogDays: number, daysToThird: (wish: SeatWish) => number): void {
    this.days.days += 1;
    this.days.backlog += backlogDays;
    for (const [limit, days] of this.#under) if (backlogDays < limit) this.#under.set(limit, days + 1);
    for (const third of this.#third.values()) third.sum += daysToThird(third.wish);
  }

  /** Begins a replication. */
  reset(): void {
    for (const { counts } of this.sources) Object.assign(counts, nothing);
    Object.assign(this.days, { days: 0, backlog: 0, asking: 0, overflowing: 0, seats: 0, filled: 0 });
    for (const limit of this.#under.keys()) this.#under.set(limit, 0);
    for (const third of this.#third.values()) third.sum = 0;
  }

  /** All counts, as plain data. */
  save() {
    return {
      sources: this.sources.map(({ counts }) => ({ ...counts })),
      days: { ...this.days },
      under: [...this.#under],
      third: [...this.#third].map(([key, { sum }]) => [key, sum] as const),
    };
  }

  /** Goes on from what `save` gave. */
  restore({ sources, days, under, third }: ReturnType<AccessTally["save"]>): void {
    for (const [index, counts] of sources.entries()) Object.assign(this.sources[index]!.counts, counts);
    Object.assign(this.days, days);
    for (const [limit, count] of under) if (this.#under.has(limit)) this.#under.set(limit, count);
    for (const [key, sum] of third) {
      const known = this.#third.get(key);
      if (known !== undefined) known.sum = sum;
    }
  }
}
