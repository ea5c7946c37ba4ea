/**
 * Appointments: who has booked which seat of which day, and who of them comes when.
 *
 * Whether a seat is booked in advance is a draw of that seat and day, so that any day can be asked for at any time. A
 * follow-up visit takes the first seat that is then still free. What the book remembers is only the follow-ups.
 *
 * @module
 */

import type { Columns, Hook } from "../kernel/pathway-model.ts";
import type { Appointments, ArrivalSource, FollowUp } from "../scenario/schema.ts";
import { share } from "../scenario/units.ts";
import { type AppointmentRules, rulesOf } from "./appointment-rules.ts";
import type { ClinicSource } from "./arrivals.ts";
import { appointmentAttribute, latenessAttribute, leadTimeAttribute } from "./attributes.ts";
import { DayList, DayLists } from "./day-list.ts";
import type { BookingCounts } from "./office.ts";
import { timeOf } from "./pathways.ts";
import { comingTo, type Reception } from "./reception.ts";
import { isOffered, type Seat, seatsByWeekday } from "./seats.ts";
import type { FollowUpStep, Workshop } from "./workshop.ts";

/** How far ahead a follow-up visit is looked for before it is given up. */
const searchedDays = 730;

/** A follow-up visit in its seat. */
interface BookedFollowUp {
  readonly day: number;
  readonly seat: number;
  readonly lo: number;
  readonly hi: number;
  readonly pathway: number;
  /** Minutes from booking to appointment. */
  readonly leadTime: number;
  /** The patient's own ones, as he had them at the visit that was followed up. */
  readonly own: readonly number[];
}

/** Those who have an appointment on a day and come, in order of arrival. */
class BookedList extends DayList {
  readonly appointments: number[] = [];
  readonly leadTimes: number[] = [];
  readonly latenesses: number[] = [];
  readonly pathways: number[] = [];
  readonly lo: number[] = [];
  readonly hi: number[] = [];
  readonly seats: Seat[] = [];
  readonly followUps: (BookedFollowUp | undefined)[] = [];
}

/** Says who has booked which seat: those who booked in advance, by draw. */
interface InAdvance {
  readonly name: string;
  isBooked(day: number, seat: Seat): boolean;
}

/** A template with its seats, and who books them. */
interface Book {
  readonly seats: readonly (readonly Seat[])[];
  /** Sources that book in advance; who comes first in the file chooses first. */
  readonly inAdvance: InAdvance[];
  /** The rules of the first of them, also for follow-ups. */
  rules: AppointmentRules | undefined;
  readonly followUps: Map<number, BookedFollowUp[]>;
}

/** All appointments of an office. */
export class Booking {
  readonly sources: ClinicSource[] = [];
  readonly counts = { booked: 0, noShows: 0, cancellations: 0, followUps: 0, followUpDays: 0 };
  readonly #shop: Workshop;
  readonly #reception: Reception;
  readonly #warmUp: number;
  readonly #books = new Map<string, Book>();
  readonly #lists: DayLists<BookedList>[] = [];
  /** The last day of each source whose appointments have been counted. */
  #counted: number[] = [];
  readonly #columns: { readonly appointment?: number; readonly leadTime?: number; readonly lateness?: number };
  readonly #scratch = { identityLo: new Int32Array(1), identityHi: new Int32Array(1), attributes: [] };

  constructor(shop: Workshop, reception: Reception, warmUp: number) {
    this.#shop = shop;
    this.#reception = reception;
    this.#warmUp = warmUp;
    const column = (name: string) => (shop.names.has(name) ? shop.names.add(name) : undefined);
    this.#columns = {
      ...optional("appointment", column(appointmentAttribute)),
      ...optional("leadTime", column(leadTimeAttribute)),
      ...optional("lateness", column(latenessAttribute)),
    };
    for (const [name, spec] of Object.entries(shop.scenario.arrivals ?? {})) {
      if ("appointments" in spec) this.#bookInAdvance(name, spec);
    }
    for (const step of shop.followUps) this.#bookFollowUps(step);
  }

  /** Begins a replication: an empty book, nothing counted. */
  reset(): void {
    Object.assign(this.counts, { booked: 0, noShows: 0, cancellations: 0, followUps: 0, followUpDays: 0 });
    this.#counted = this.#lists.map(() => -1);
    for (const { followUps } of this.#books.values()) followUps.clear();
    for (const lists of this.#lists) lists.forget();
  }

  /** What has happened so far, as plain data. */
  save(): unknown {
    const followUps = [...this.#books].map(([template, book]) => [template, [...book.followUps.values()].flat()]);
    return { counts: { ...this.counts }, counted: [...this.#counted], followUps };
  }

  /** Goes on from what `save` gave. */
  restore(state: unknown): void {
    const saved = state as {
      readonly counts: BookingCounts;
      readonly counted: readonly number[];
      readonly followUps: readonly (readonly [string, readonly BookedFollowUp[]])[];
    };
    this.reset();
    Object.assign(this.counts, saved.counts);
    this.#counted = [...saved.counted];
    for (const [template, followUps] of saved.followUps) {
      for (const one of followUps) addTo(this.#books.get(template)!.followUps, one);
    }
  }

  #book(template: string): Book {
    const known = this.#books.get(template);
    if (known !== undefined) return known;
    const rows = this.#shop.scenario.templates![template]!;
    const seats = seatsByWeekday(this.#shop, rows);
    const book: Book = { seats, inAdvance: [], rules: undefined, followUps: new Map() };
    this.#books.set(template, book);
    return book;
  }

  #bookInAdvance(name: string, spec: Extract<ArrivalSource, { appointments: Appointments }>): void {
    const { appointments } = spec;
    const book = this.#book(appointments.template);
    const rules = rulesOf(this.#shop, name, appointments);
    book.rules ??= rules;
    const before = [...book.inAdvance];
    const own = inAdvance(this.#shop, name, appointments);
    book.inAdvance.push(own);
    const write = this.#shop.identityWriter(`identity.${name}`);
    const pathwayAt = pathwaysOfSeats(this.#shop, name, spec, book);
    const scratch = this.#scratch;
    this.#addSource(name, rules, (day, admit) => {
      if (this.#shop.days.isClosed(day)) return;
      for (const seat of this.#seatsOn(book, day)) {
        if (!own.isBooked(day, seat) || before.some((one) => one.isBooked(day, seat))) continue;
        if (!isOffered(seat, day, this.#shop)) continue;
        write(scratch, 0, day, seat.line, seat.place);
        const lo = scratch.identityLo[0]!;
        const hi = scratch.identityHi[0]!;
        admit(seat, lo, hi, pathwayAt(seat, lo, hi), rules.leadTime(lo, hi), undefined);
      }
    });
  }

  /** Adds a source of those who have an appointment; `fill` says on which day who has one, seat by seat. */
  #addSource(
    name: string,
    rules: AppointmentRules,
    fill: (
      day: number,
      admit: (
        seat: Seat,
        lo: number,
        hi: number,
        pathway: number,
        leadTime: number,
        followUp: BookedFollowUp | undefined,
      ) => void,
    ) => void,
  ): void {
    const { days, streams } = this.#shop;
    const number = this.#lists.length;
    const lists = new DayLists(
      () => new BookedList(),
      (list, day) => {
        const counting = day > this.#counted[number]!;
        fill(day, (seat, lo, hi, pathway, leadTime, followUp) => {
          const appointment = days.midnight(day) + seat.clock;
          if (appointment < 0 || appointment >= days.length) return;
          const cancelled = rules.isCancelled(lo, hi, pathway, leadTime);
          const missed = !cancelled && rules.isMissed(lo, hi, pathway, leadTime);
          if (counting && appointment >= this.#warmUp) {
            this.counts.booked++;
            if (cancelled) this.counts.cancellations++;
            if (missed) this.counts.noShows++;
          }
          if (cancelled || missed) return;
          const lateness = rules.lateness(lo, hi);
          // Nobody comes before the day has begun, nor after the doors have closed for good.
          const arrival = Math.max(appointment + lateness, days.midnight(day), 0);
          if (arrival >= days.length) return;
          const who = list.length;
          list.appointments[who] = appointment;
          list.leadTimes[who] = leadTime;
          list.latenesses[who] = lateness;
          list.pathways[who] = pathway;
          list.lo[who] = lo;
          list.hi[who] = hi;
          list.seats[who] = seat;
          list.followUps[who] = followUp;
          list.put(arrival, who);
        });
        if (counting) this.#counted[number] = day;
      },
      () => streams.replication,
    );
    this.#lists.push(lists);
    this.#counted.push(-1);
    this.sources.push({
      name,
      kind: "booked",
      cycles: days.count,
      day: (cycle) => cycle,
      begins: (cycle) => Math.max(0, days.midnight(cycle)),
      arrival(cycle, k) {
        const list = lists.on(cycle);
        return k < list.length ? list.times[k]! : Number.NaN;
      },
      admit: (columns, row, cycle, k) => this.#admit(columns, row, lists.on(cycle), k),
    });
  }

  #admit(columns: Columns, row: number, list: BookedList, k: number): number {
    const who = list.who[k]!;
    const now = list.times[k]!;
    const pathway = list.pathways[who]!;
    columns.identityLo[row] = list.lo[who]!;
    columns.identityHi[row] = list.hi[who]!;
    this.#reception.welcome(columns, row, pathway, now);
    const { appointment, leadTime, lateness } = this.#columns;
    const { attributes } = columns;
    if (appointment !== undefined) attributes[appointment]![row] = list.appointments[who]!;
    if (leadTime !== undefined) attributes[leadTime]![row] = list.leadTimes[who]!;
    if (lateness !== undefined) attributes[lateness]![row] = list.latenesses[who]!;
    const followUp = list.followUps[who];
    if (followUp !== undefined) this.#reception.restore(columns, row, followUp.own, now);
    const { provider } = list.seats[who]!;
    if (provider !== undefined) this.#reception.assign(columns, row, provider.role, provider.person, now);
    return pathway;
  }

  #seatsOn(book: Book, day: number): readonly Seat[] {
    return book.seats[this.#shop.days.weekday(day)]!;
  }

  // — follow-ups —

  #bookFollowUps({ hook, pathway, followUp }: FollowUpStep): void {
    const { template } = followUp;
    const book = this.#book(template);
    const name = `follow-ups: ${template}`;
    if (!this.sources.some((source) => source.name === name)) {
      const rules = book.rules ?? rulesOf(this.#shop, name);
      this.#addSource(name, rules, (day, admit) => {
        for (const one of book.followUps.get(day) ?? []) {
          admit(this.#seatsOn(book, day)[one.seat]!, one.lo, one.hi, one.pathway, one.leadTime, one);
        }
      });
    }
    this.#shop.hooks[hook] = this.#followUpHook(hook, pathway, followUp, book);
  }

  /** Books a follow-up visit for the entity that comes by: gives 1, or 0 when no seat is free for two years. */
  #followUpHook(purpose: string, pathwayName: string, followUp: FollowUp, book: Book): Hook {
    const { names, days } = this.#shop;
    const counter = names.add(`@booked by ${purpose}`);
    const later = timeOf(followUp.in, `${purpose}.in`, this.#shop);
    const write = this.#shop.identityWriter(`identity.${purpose}`);
    const visitType = followUp.visitType ?? pathwayName;
    const pathway = this.#shop.pathwayIndex("visit type", visitType);
    const scratch = this.#scratch;
    return (columns, row, now) => {
      const lo = columns.identityLo[row]!;
      const hi = columns.identityHi[row]!;
      const index = columns.attributes[counter]![row]!++;
      const wished = Math.max(days.dayAt(now) + 1, days.dayAt(now + (typeof later === "number" ? later : later(lo, hi, index))));
      const own = this.#reception.ownOf(columns, row);
      for (let day = wished; day < wished + searchedDays; day++) {
        const seat = this.#freeSeat(book, day, columns, row);
        if (seat === undefined) continue;
        write(scratch, 0, lo, hi, index);
        const [newLo, newHi] = [scratch.identityLo[0]!, scratch.identityHi[0]!];
        const leadTime = days.midnight(day) + seat.clock - now;
        addTo(book.followUps, { day, seat: seat.index, lo: newLo, hi: newHi, pathway, leadTime, own });
        if (now >= this.#warmUp) {
          this.counts.followUps++;
          this.counts.followUpDays += day - wished;
        }
        return 1;
      }
      return 0;
    };
  }

  /** The first seat of a day that nobody has booked, with the patient's own physician if seats have one. */
  #freeSeat(book: Book, day: number, columns: Columns, row: number): Seat | undefined {
    if (this.#shop.days.isClosed(day)) return undefined;
    const taken = book.followUps.get(day) ?? [];
    return this.#seatsOn(book, day).find((seat) => {
      if (taken.some((one) => one.seat === seat.index)) return false;
      if (book.inAdvance.some((one) => one.isBooked(day, seat))) return false;
      return this.#reception.isOwn(columns, row, seat.provider) && isOffered(seat, day, this.#shop);
    });
  }
}

function inAdvance(shop: Workshop, name: string, { booked }: Appointments): InAdvance {
  const part = booked === undefined ? 1 : share(booked);
  if (part >= 1) return { name, isBooked: () => true };
  const draw = shop.streams.keyedUniform(`arrivals.${name}.booked`);
  return { name, isBooked: (day, { line, place }) => draw(day, line, place) < part };
}

/** The pathway of a seat's patient: of the seat's visit type, or else of the source's. */
function pathwaysOfSeats(shop: Workshop, name: string, spec: ArrivalSource, book: Book) {
  const bySpec = "visitType" in spec && spec.visitType !== undefined ? comingTo(shop, name, spec) : undefined;
  const chosen = new Map<Seat["visitType"], (lo: number, hi: number) => number>();
  for (const { visitType } of book.seats.flat()) {
    if (visitType !== undefined) chosen.set(visitType, comingTo(shop, name, { visitType }));
  }
  return (seat: Seat, lo: number, hi: number): number => {
    return (seat.visitType === undefined ? bySpec! : chosen.get(seat.visitType)!)(lo, hi);
  };
}

function addTo(followUps: Map<number, BookedFollowUp[]>, one: BookedFollowUp): void {
  const sameDay = followUps.get(one.day);
  if (sameDay === undefined) followUps.set(one.day, [one]);
  else sameDay.push(one);
}

function optional<Name extends string>(name: Name, value: number | undefined): Partial<Record<Name, number>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, number>>);
}
