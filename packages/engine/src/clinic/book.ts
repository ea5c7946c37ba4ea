/**
 * The book of a template: which seats are taken on which day.
 *
 * Whether a seat is booked in advance is a draw of that seat and day, so that any day can be asked for at any time; the
 * book remembers only follow-up visits.
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
}

/** Whether a source books a seat of a day in advance. */
export type InAdvance = (day: number, seat: Seat) => boolean;

/** One template, with its seats and who has them. */
export class Book {
  /** The seats of each weekday, in order of time. */
  readonly seats: readonly (readonly Seat[])[];
  /** The rules of the first source that books here; follow-up visits have them too. */
  rules: AppointmentRules | undefined;
  readonly #shop: Workshop;
  /** Sources that book in advance; who comes first in the file chooses first. */
  readonly #inAdvance: InAdvance[] = [];
  readonly #followUps = new Map<number, Reservation[]>();

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

  /** The first seat of a day that nobody has booked, among those that would do. */
  freeSeat(day: number, wouldDo: (seat: Seat) => boolean): Seat | undefined {
    const taken = this.followUpsOn(day);
    return this.#offeredOn(day).find((seat) => {
      if (taken.some((one) => one.seat.index === seat.index)) return false;
      return !this.#inAdvance.some((isBooked) => isBooked(day, seat)) && wouldDo(seat);
    });
  }

  /** The follow-up visits of a day. */
  followUpsOn(day: number): readonly Reservation[] {
    return this.#followUps.get(day) ?? [];
  }

  /** Notes a follow-up visit. */
  note(day: number, reservation: Reservation): void {
    const sameDay = this.#followUps.get(day);
    if (sameDay === undefined) this.#followUps.set(day, [reservation]);
    else sameDay.push(reservation);
  }

  /** Forgets all follow-up visits. */
  clear(): void {
    this.#followUps.clear();
  }

  /** All follow-up visits, as plain data. */
  save(): (readonly [number, readonly Reservation[]])[] {
    return [...this.#followUps].map(([day, reservations]) => [day, [...reservations]]);
  }

  #offeredOn(day: number): readonly Seat[] {
    const { days } = this.#shop;
    if (days.isClosed(day)) return [];
    return this.seats[days.weekday(day)]!.filter((seat) => isOffered(seat, day, this.#shop));
  }
}

function inAdvance({ streams }: Workshop, source: string, part: number): InAdvance {
  if (part >= 1) return () => true;
  const draw = streams.keyedUniform(`arrivals.${source}.booked`);
  return (day, { line, place }) => draw(day, line, place) < part;
}
