/**
 * What is found in the books as the office opens, and as a day ends.
 *
 * @module
 */

import { DAY } from "../time-of-day.ts";
import type { AccessTally, SeatWish } from "./access-tally.ts";
import type { Book } from "./book.ts";
import { daysToThird } from "./finding-seats.ts";
import type { RequestSource } from "./request-source.ts";
import { isOpenTo, type Seat } from "./seats.ts";
import type { Workshop } from "./workshop.ts";

/** What is looked at, and from when on it counts. */
interface Looked {
  readonly warmUp: number;
  readonly books: readonly Book[];
  readonly sources: readonly RequestSource[];
}

/** Counts days of the books. */
export class AccessDays {
  readonly #shop: Workshop;
  readonly #tally: AccessTally;
  readonly #looked: Looked;

  constructor(shop: Workshop, tally: AccessTally, looked: Looked) {
    this.#shop = shop;
    this.#tally = tally;
    this.#looked = looked;
  }

  /** Counts what stands in the books as the office opens; gives the backlog of each, in days of capacity. */
  open(now: number): number[] {
    const backlogs = this.#looked.books.map((book) => book.bookedFrom(now) / capacityOf(book));
    if (this.isMeasured(now)) {
      const mean = backlogs.reduce((sum, one) => sum + one, 0) / backlogs.length;
      this.#tally.opens(mean, (wish) => Math.min(...this.#looked.books.map((book) => this.#third(book, now, wish))));
    }
    return backlogs;
  }

  /** Counts the seats of a day that has ended, and whether more asked than there were. */
  close(day: number, asked: readonly number[]): void {
    const midnight = this.#shop.days.midnight(day);
    const counts = this.#tally.days;
    for (const [index, book] of this.#looked.books.entries()) {
      const { open, taken } = book.on(day);
      for (const seat of open) {
        if (!this.isMeasured(midnight + seat.clock)) continue;
        counts.seats += 1;
        if (taken[seat.index]! > 0) counts.filled += 1;
      }
      if (!this.isMeasured(midnight + DAY - 1) || open.length === 0) continue;
      counts.asking += 1;
      if (asked[index]! > open.length) counts.overflowing += 1;
    }
  }

  /** Whether what happens in a minute counts. */
  isMeasured(minute: number): boolean {
    return minute >= this.#looked.warmUp && minute < this.#shop.days.length;
  }

  /** Days to the third seat of a book that anybody who asks there could have; without end when nobody does. */
  #third(book: Book, now: number, { visitType, provider }: SeatWish): number {
    const { days } = this.#shop;
    const asking = this.#looked.sources.filter((source) => {
      return source.book === book && (visitType === undefined || source.visitTypes.includes(visitType));
    });
    if (asking.length === 0) return Infinity;
    const types = visitType === undefined ? asking.flatMap((source) => source.visitTypes) : [visitType];
    const lastDay = days.dayAt(now) + Math.max(...asking.map(({ horizonDays }) => horizonDays));
    return daysToThird(book, { days, now, lastDay }, (seat, ahead) => {
      return this.#isOf(seat, provider) && types.some((type) => isOpenTo(seat, type, ahead));
    });
  }

  /** Whether a seat is with a person, or with anybody of a role. */
  #isOf({ provider: own }: Seat, provider: string | undefined): boolean {
    if (provider === undefined) return true;
    if (own === undefined) return false;
    const { members, pooled } = this.#shop.resources.groups.get(own.role)!;
    return own.role === provider || (!pooled && members[own.person]!.name === provider);
  }
}

/** Seats on a day on which there are any, on average over the week. */
export function capacityOf({ seats }: Book): number {
  const held = seats.filter((weekday) => weekday.length > 0);
  return held.reduce((sum, weekday) => sum + weekday.length, 0) / Math.max(held.length, 1);
}
