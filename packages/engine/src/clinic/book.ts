/**
 * The book of a template: which seats are taken on which day.
 *
 * Whether a seat is booked in advance is a draw of that seat and day, so that any day can be asked for at any time; the
 * book remembers follow-up visits and those who have asked, and forgets days that are past.
 *
 * @module
 */

import type { Appointments } from "../scenario/schema.ts";
import { share } from "../scenario/units.ts";
import type { AppointmentRules } from "./appointment-rules.ts";
import { isOffered, type Seat, seatsByWeekday } from "./seats.ts";
import type { Workshop } from "./workshop.ts";

/** Somebody in a seat. */
export interface Reservation {
  readonly seat: Seat;
  /** The two words of the patient's identity. */
  readonly lo: number;
  readonly hi: number;
  readonly pathway: number;
  /** Minutes between booking and appointment. */
  readonly leadTime: number;
  /** Of a follow-up visit: the patient's own ones, as he had them before. */
  readonly own?: readonly number[];
  /** Of one who has asked: how the request is known; absent for a follow-up visit. */
  readonly request?: number;
  /** Of one who has asked: how probable it is that he does not come. */
  readonly missedShare?: number;
}

/** Whether a source books a seat of a day in advance. */
export type InAdvance = (day: number, seat: Seat) => boolean;

/** One day of a book. */
export interface BookDay {
  /** Seats that nobody has booked in advance, in order of time. */
  readonly open: readonly Seat[];
  /** Who has which of them. */
  readonly reservations: Reservation[];
  /** How many have each seat, by its index. */
  readonly taken: Uint8Array;
  /** How many open seats nobody has. */
  free: number;
  /** Nobody can have a seat before this place of `open`: all are taken. */
  firstFree: number;
  /** Whether any seat may be given twice. */
  readonly mayShare: boolean;
}

/** One template, with its seats and who has them. */
export class Book {
  /** The seats of each weekday, in order of time. */
  readonly seats: readonly (readonly Seat[])[];
  /** The rules of the first source that books here; follow-up visits have them too. */
  rules: AppointmentRules | undefined;
  readonly #shop: Workshop;
  /** Sources that book in advance; who comes first in the file chooses first. */
  readonly #inAdvance: InAdvance[] = [];
  #days = new Map<number, BookDay>();
  /** Days from today up to this one are full, so that whoever asks a collapsing office is answered at once. */
  #fullUntil = -1;

  constructor(shop: Workshop, template: string) {
    this.#shop = shop;
    this.seats = seatsByWeekday(shop, shop.scenario.templates![template]!);
  }

  /** Adds a source that books in advance, and says which seats it gets: none that another had before, or nobody offers. */
  addSource(name: string, { booked }: Appointments): (day: number) => Seat[] {
    const before = [...this.#inAdvance];
    const isBooked = inAdvance(this.#shop, name, booked === undefined ? 1 : share(booked));
    this.#inAdvance.push(isBooked);
    return (day) =>
      this.#offeredOn(day).filter((seat) => isBooked(day, seat) && !before.some((other) => other(day, seat)));
  }

  /** A day of the book. */
  on(day: number): BookDay {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const offered = this.#offeredOn(day);
    const open = offered.filter((seat) => !this.#inAdvance.some((isBooked) => isBooked(day, seat)));
    const last = offered.at(-1);
    const made: BookDay = {
      open,
      reservations: [],
      taken: new Uint8Array(last === undefined ? 0 : last.index + 1),
      free: open.length,
      firstFree: 0,
      mayShare: open.some(({ overbooked }) => overbooked !== undefined && overbooked.most > 0),
    };
    this.#days.set(day, made);
    return made;
  }

  /** The first day, from one on, on which somebody might have a seat. */
  firstOpenDay(from: number): number {
    let day = Math.max(from, this.#fullUntil + 1);
    for (let noted = this.#days.get(day); noted !== undefined && isFull(noted); noted = this.#days.get(day)) {
      this.#fullUntil = day++;
    }
    return day;
  }

  /** The first seat of a day that nobody has booked, among those that would do. */
  freeSeat(day: number, wouldDo: (seat: Seat) => boolean): Seat | undefined {
    const { open, taken } = this.on(day);
    return open.find((seat) => taken[seat.index] === 0 && wouldDo(seat));
  }

  /** The follow-up visits of a day. */
  followUpsOn(day: number): readonly Reservation[] {
    return this.on(day).reservations.filter(({ request }) => request === undefined);
  }

  /** Notes who has a seat. */
  note(day: number, reservation: Reservation): void {
    const noted = this.on(day);
    noted.reservations.push(reservation);
    if (noted.taken[reservation.seat.index]!++ === 0) noted.free--;
  }

  /** Gives the seat of a request back. */
  strike(day: number, request: number): void {
    const noted = this.on(day);
    const place = noted.reservations.findIndex((one) => one.request === request);
    const [struck] = noted.reservations.splice(place, 1);
    if (--noted.taken[struck!.seat.index]! === 0) noted.free++;
    noted.firstFree = 0;
    this.#fullUntil = Math.min(this.#fullUntil, day - 1);
  }

  /** How many have an appointment from a minute on. */
  bookedFrom(now: number): number {
    const { days } = this.#shop;
    const today = days.dayAt(now);
    let sum = 0;
    for (const [day, { reservations }] of this.#days) {
      if (day > today) sum += reservations.length;
      else if (day === today) {
        const midnight = days.midnight(day);
        for (const { seat } of reservations) if (midnight + seat.clock >= now) sum++;
      }
    }
    return sum;
  }

  /** Forgets the days before one. */
  forgetBefore(day: number): void {
    // Days were first looked at nearly in order, so that the old ones stand in front.
    for (const known of this.#days.keys()) {
      if (known < day) this.#days.delete(known);
    }
  }

  /** Forgets everybody. */
  clear(): void {
    // A map that is cleared again and again keeps what it held before from being collected for long, in V8.
    if (this.#days.size > 0) this.#days = new Map();
    this.#fullUntil = -1;
  }

  /** Everybody who has asked or comes again, as plain data. */
  save(): (readonly [number, readonly Reservation[]])[] {
    return [...this.#days].flatMap(([day, { reservations }]) =>
      reservations.length === 0 ? [] : [[day, [...reservations]] as const],
    );
  }

  #offeredOn(day: number): readonly Seat[] {
    const { days } = this.#shop;
    if (days.isClosed(day)) return [];
    return this.seats[days.weekday(day)]!.filter((seat) => isOffered(seat, day, this.#shop));
  }
}

function isFull({ free, mayShare }: BookDay): boolean {
  return free === 0 && !mayShare;
}

function inAdvance({ streams }: Workshop, source: string, part: number): InAdvance {
  if (part >= 1) return () => true;
  const draw = streams.keyedUniform(`arrivals.${source}.booked`);
  return (day, { line, place }) => draw(day, line, place) < part;
}
