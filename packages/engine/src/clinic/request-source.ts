/**
 * One source of requests: who asks, and the draws that decide what becomes of each.
 *
 * @module
 */

import type { RequestSource as Spec } from "../scenario/schema.ts";
import { minutes, share } from "../scenario/units.ts";
import { DAY } from "../time-of-day.ts";
import { type AppointmentRules, rulesOf, timeBy } from "./appointment-rules.ts";
import { type Asker, askersOf } from "./askers.ts";
import type { Book } from "./book.ts";
import { timeOf } from "./pathways.ts";
import { comingTo } from "./reception.ts";
import type { Workshop } from "./workshop.ts";

/** Days that can be booked ahead where nothing is said. */
const usualHorizon = "90 d";

/** One source of requests, ready to be asked. */
export interface RequestSource {
  readonly name: string;
  readonly book: Book;
  /** For which its patients ask. */
  readonly visitTypes: readonly string[];
  readonly rules: AppointmentRules;
  readonly horizonDays: number;
  readonly bookedAheadDays: number;
  askersOn(day: number): Asker[];
  identityOf(lo: number, hi: number, index: number): { lo: number; hi: number };
  identityAgain(lo: number, hi: number, index: number): { lo: number; hi: number };
  identityAhead(lo: number, hi: number, index: number): { lo: number; hi: number };
  pathwayOf(lo: number, hi: number): number;
  /** The longest wait that the patient accepts, in minutes. */
  balks(lo: number, hi: number): number;
  /** How long before the appointment it would be cancelled; undefined: never, then it stays empty. */
  readonly cancelledAhead: ((lo: number, hi: number) => number) | undefined;
  booksAgain(lo: number, hi: number): boolean;
  readonly againAfter: number;
  wouldMoveUp(lo: number, hi: number): boolean;
}

/** Makes a source ready. */
export function requestSourceOf(shop: Workshop, name: string, spec: Spec, book: Book): RequestSource {
  const { streams } = shop;
  const { horizon = usualHorizon, balks, cancelledAhead, bookAgain, waitList, bookedAhead = "0 d" } = spec.requests;
  const purpose = `arrivals.${name}`;
  const again = typeof bookAgain === "string" ? { share: bookAgain } : bookAgain;
  const happens = (what: string, part: string | undefined) => {
    const [limit, draw] = [part === undefined ? 0 : share(part), streams.keyedUniform(`${purpose}.${what}`)];
    return (lo: number, hi: number) => limit > 0 && draw(lo, hi, 0) < limit;
  };
  return {
    name,
    book,
    visitTypes: typeof spec.visitType === "string" ? [spec.visitType] : Object.keys(spec.visitType ?? {}),
    rules: rulesOf(shop, name, spec.requests),
    horizonDays: Math.floor(minutes(horizon) / DAY),
    bookedAheadDays: minutes(bookedAhead) / DAY,
    askersOn: askersOf(shop, name, spec),
    identityOf: shop.identifier(`identity.${name}`),
    identityAgain: shop.identifier(`identity.${name}.again`),
    identityAhead: shop.identifier(`identity.${name}.ahead`),
    pathwayOf: comingTo(shop, name, spec),
    balks: timeBy(balks === undefined ? Infinity : timeOf(balks, `${purpose}.balks`, shop)),
    cancelledAhead:
      cancelledAhead === undefined ? undefined : timeBy(timeOf(cancelledAhead, `${purpose}.cancelledAhead`, shop)),
    booksAgain: happens("bookAgain", again?.share),
    againAfter: minutes(again?.after ?? "1 d"),
    wouldMoveUp: happens("waitList", waitList),
  };
}
