/**
 * Which seat somebody who asks is given: the first that suits, or a place beside somebody who may not come.
 *
 * @module
 */

import type { Days } from "../scenario/days.ts";
import type { Book, BookDay } from "./book.ts";
import { isOpenTo, type Seat } from "./seats.ts";

/** What somebody asks for. */
export interface Wish {
  readonly visitType: string;
  /** The day on which the patient asks, which decides what is still held. */
  readonly today: number;
  /** Only seats after this minute. */
  readonly after: number;
  /** The last day that can be booked. */
  readonly lastDay: number;
}

/** A seat, and whether somebody has it already. */
export interface Found {
  readonly day: number;
  readonly seat: Seat;
  readonly overbooked: boolean;
}

/** The first seat that suits: of each day a free one, or else one that may be given twice. */
export function findSeat(book: Book, days: Days, wish: Wish): Found | undefined {
  const { visitType, today, after, lastDay } = wish;
  for (let day = book.firstOpenDay(Math.max(today, days.dayAt(after))); day <= lastDay; day++) {
    const noted = book.on(day);
    if (noted.free === 0 && !noted.mayShare) continue;
    const midnight = days.midnight(day);
    const suits = (seat: Seat) => midnight + seat.clock > after && isOpenTo(seat, visitType, day - today);
    const free = freeSeat(noted, suits);
    if (free !== undefined) return { day, seat: free, overbooked: false };
    const shared = noted.mayShare ? seatToShare(noted, suits) : undefined;
    if (shared !== undefined) return { day, seat: shared, overbooked: true };
  }
  return undefined;
}

function freeSeat(noted: BookDay, suits: (seat: Seat) => boolean): Seat | undefined {
  const { open, taken } = noted;
  while (noted.firstFree < open.length && taken[open[noted.firstFree]!.index]! > 0) noted.firstFree++;
  for (let place = noted.firstFree; place < open.length; place++) {
    const seat = open[place]!;
    if (taken[seat.index] === 0 && suits(seat)) return seat;
  }
  return undefined;
}

/** The seat whose patient is least likely to come, where its line may have one more. */
function seatToShare(noted: BookDay, suits: (seat: Seat) => boolean): Seat | undefined {
  let best: Seat | undefined;
  let bestShare = -1;
  const extra = extraByLine(noted);
  for (const { seat, missedShare = 0 } of noted.reservations) {
    const { overbooked } = seat;
    if (overbooked === undefined || noted.taken[seat.index] !== 1 || !suits(seat)) continue;
    if (missedShare < overbooked.above || (extra.get(seat.line) ?? 0) >= overbooked.most) continue;
    const earlier = best !== undefined && missedShare === bestShare && seat.index < best.index;
    if (missedShare > bestShare || earlier) [best, bestShare] = [seat, missedShare];
  }
  return best;
}

/** How many each line has beyond its seats. */
function extraByLine({ open, taken }: BookDay): Map<number, number> {
  const extra = new Map<number, number>();
  for (const { index, line } of open) {
    if (taken[index]! > 1) extra.set(line, (extra.get(line) ?? 0) + taken[index]! - 1);
  }
  return extra;
}

/** The day of the third free seat among those that would do, counted from today; past the last day, one day more than that. */
export function daysToThird(
  book: Book,
  { days, now, lastDay }: { readonly days: Days; readonly now: number; readonly lastDay: number },
  wouldDo: (seat: Seat, daysAhead: number) => boolean,
): number {
  const today = days.dayAt(now);
  let found = 0;
  for (let day = today; day <= lastDay; day++) {
    const { open, taken, free } = book.on(day);
    if (free === 0) continue;
    const midnight = days.midnight(day);
    for (const seat of open) {
      if (taken[seat.index] !== 0 || midnight + seat.clock <= now || !wouldDo(seat, day - today)) continue;
      found++;
      if (found === 3) return day - today;
    }
  }
  return lastDay + 1 - today;
}
