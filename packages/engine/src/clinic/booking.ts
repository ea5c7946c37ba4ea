/**
 * Appointments: who has which seat of which day, and who of them comes when.
 *
 * @module
 */

import type { Columns, Hook } from "../kernel/pathway-model.ts";
import type { AppointmentSource, ArrivalSource, RequestSource } from "../scenario/schema.ts";
import { DAY } from "../time-of-day.ts";
import { type AppointmentRules, rulesOf } from "./appointment-rules.ts";
import type { ClinicSource } from "./arrivals.ts";
import { appointmentAttribute, latenessAttribute, leadTimeAttribute } from "./attributes.ts";
import { Book, type Reservation } from "./book.ts";
import { DayList, DayLists } from "./day-list.ts";
import type { BookingCounts } from "./office.ts";
import { timeOf } from "./pathways.ts";
import { comingTo, type Reception, type Reserved } from "./reception.ts";
import { Requests } from "./requests.ts";
import { isHeldFor, type Seat } from "./seats.ts";
import type { FollowUpStep, Workshop } from "./workshop.ts";

/** How far ahead a seat for a follow-up visit is looked for before it is given up. */
const searchedDays = 730;

/** Somebody who keeps his appointment. */
class Kept implements Reserved {
  lo = 0;
  hi = 0;
  pathway = 0;
  leadTime = 0;
  own: Reserved["own"];
  provider: Reserved["provider"];
  appointment = 0;
  /** Minutes after the appointment at which he wants to be there. */
  lateness = 0;
}

/** Those who keep their appointments on a day, in order of arrival. */
class KeptList extends DayList {
  /** By number; beyond the length they are of days before, and are used again: lists are filled for every replication. */
  readonly #kept: Kept[] = [];

  /** Puts a patient in his place, and returns him. */
  keep({ seat, lo, hi, pathway, leadTime, own }: Reservation, arrival: number): Kept {
    const number = this.length;
    this.#kept[number] ??= new Kept();
    const kept = this.#kept[number];
    kept.lo = lo;
    kept.hi = hi;
    kept.pathway = pathway;
    kept.leadTime = leadTime;
    kept.own = own;
    kept.provider = seat.provider;
    this.put(arrival, number);
    return kept;
  }

  /** The patient who comes as the k-th. */
  comer(k: number): Kept {
    return this.#kept[this.who[k]!]!;
  }
}

/** Hears of the reservations of a day, one after the other. */
type Tell = (reservation: Reservation) => void;

/** All appointments of an office. */
export class Booking {
  /** Sources of those who have an appointment, one for each that books in advance, one for each book of follow-ups. */
  readonly sources: ClinicSource[] = [];
  readonly counts = { booked: 0, noShows: 0, cancellations: 0, followUps: 0, followUpDays: 0 };
  /** Those who ask. */
  readonly requests: Requests;
  readonly #shop: Workshop;
  readonly #reception: Reception;
  readonly #warmUp: number;
  readonly #books = new Map<string, Book>();
  readonly #lists: DayLists<KeptList>[] = [];
  /** The last day of each source whose appointments have been counted. */
  #counted: number[] = [];

  constructor(shop: Workshop, reception: Reception, warmUp: number) {
    this.#shop = shop;
    this.#reception = reception;
    this.#warmUp = warmUp;
    const arrivals = Object.entries(shop.scenario.arrivals ?? {});
    const asking = arrivals.flatMap(([name, spec]) => ("requests" in spec ? [name] : []));
    this.requests = new Requests(shop, asking, warmUp);
    for (const [name, spec] of arrivals) {
      if ("appointments" in spec) this.#bookInAdvance(name, spec);
      if ("requests" in spec) this.#bookOnRequest(name, spec);
    }
    for (const step of shop.followUps) this.#bookFollowUps(step);
  }

  /** Begins a replication: empty books, nothing counted. */
  reset(): void {
    Object.assign(this.counts, { booked: 0, noShows: 0, cancellations: 0, followUps: 0, followUpDays: 0 });
    this.#counted.fill(-1);
    for (const book of this.#books.values()) book.clear();
    for (const lists of this.#lists) lists.forget();
    this.requests.reset();
  }

  /** What has happened so far, as plain data. */
  save(): unknown {
    const books = [...this.#books].map(([template, book]) => [template, book.save()]);
    return { counts: { ...this.counts }, counted: [...this.#counted], books, requests: this.requests.save() };
  }

  /** Goes on from what `save` gave. */
  restore(state: unknown): void {
    const saved = state as {
      readonly counts: BookingCounts;
      readonly counted: readonly number[];
      readonly books: readonly (readonly [string, ReturnType<Book["save"]>])[];
      readonly requests: ReturnType<Requests["save"]>;
    };
    this.reset();
    Object.assign(this.counts, saved.counts);
    this.#counted = [...saved.counted];
    for (const [template, days] of saved.books) {
      const book = this.#books.get(template)!;
      for (const [day, reservations] of days) for (const one of reservations) book.note(day, one);
    }
    this.requests.restore(saved.requests);
  }

  #book(template: string): Book {
    const book = this.#books.get(template) ?? new Book(this.#shop, template);
    this.#books.set(template, book);
    return book;
  }

  #bookInAdvance(name: string, spec: AppointmentSource): void {
    const { appointments } = spec;
    const book = this.#book(appointments.template);
    const rules = rulesOf(this.#shop, name, appointments);
    book.rules ??= rules;
    const seatsOn = book.addSource(name, appointments);
    const identify = this.#shop.identifier(`identity.${name}`);
    const pathwayOf = pathwaysOfSeats(this.#shop, name, spec, book);
    this.#addReserved(name, rules, (day, tell) => {
      for (const seat of seatsOn(day)) {
        const { lo, hi } = identify(day, seat.line, seat.place);
        tell({ seat, lo, hi, pathway: pathwayOf(seat, lo, hi), leadTime: rules.leadTime(lo, hi) });
      }
    });
  }

  #bookOnRequest(name: string, spec: RequestSource): void {
    const book = this.#book(spec.requests.template);
    const rules = this.requests.add(name, spec, book);
    book.rules ??= rules;
    this.#addSource(name, (list, day) => {
      for (const comer of this.requests.comersOn(name, day)) this.#await(list, day, comer, rules);
    });
  }

  /** Adds a source of appointments of which it turns out on their day what becomes of them. */
  #addReserved(name: string, rules: AppointmentRules, reservedOn: (day: number, tell: Tell) => void): void {
    const number = this.#counted.push(-1) - 1;
    this.#addSource(name, (list, day) => {
      const counting = day > this.#counted[number]!;
      reservedOn(day, (reservation) => this.#expect(list, day, reservation, rules, counting));
      if (counting) this.#counted[number] = day;
    });
  }

  #addSource(name: string, fill: (list: KeptList, day: number) => void): void {
    const { days, streams } = this.#shop;
    const lists = new DayLists(
      () => new KeptList(),
      fill,
      () => streams.replication,
    );
    const write = this.#writer();
    this.#lists.push(lists);
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
      admit(columns, row, cycle, k) {
        const list = lists.on(cycle);
        return write(columns, row, list.comer(k), list.times[k]!);
      },
    });
  }

  /** Finds out what becomes of an appointment, and puts the patient on the list of his day if he comes. */
  #expect(list: KeptList, day: number, reservation: Reservation, rules: AppointmentRules, counting: boolean): void {
    const { days } = this.#shop;
    const { seat, lo, hi, pathway, leadTime } = reservation;
    const appointment = days.midnight(day) + seat.clock;
    if (appointment < 0 || appointment >= days.length) return;
    const lead = { minutes: leadTime, days: day - days.dayAt(appointment - leadTime) };
    const cancelled = rules.isCancelled(lo, hi, pathway, lead);
    const missed = !cancelled && rules.isMissed(lo, hi, pathway, lead);
    if (counting && appointment >= this.#warmUp) {
      this.counts.booked++;
      if (cancelled) this.counts.cancellations++;
      if (missed) this.counts.noShows++;
    }
    if (!cancelled && !missed) this.#await(list, day, reservation, rules);
  }

  /** Puts somebody who comes on the list of his day. */
  #await(list: KeptList, day: number, reservation: Reservation, rules: AppointmentRules): void {
    const { days } = this.#shop;
    const appointment = days.midnight(day) + reservation.seat.clock;
    const lateness = rules.lateness(reservation.lo, reservation.hi);
    // Nobody comes before the day has begun, nor later than the day after (its list is all that is kept), nor when the run is over.
    const midnight = days.midnight(day);
    const arrival = Math.min(Math.max(appointment + lateness, midnight, 0), midnight + 2 * DAY - 1);
    if (arrival >= days.length) return;
    const kept = list.keep(reservation, arrival);
    kept.appointment = appointment;
    kept.lateness = lateness;
  }

  /** Says who has come, and for which pathway. */
  #writer(): (columns: Columns, row: number, kept: Kept, now: number) => number {
    const { names } = this.#shop;
    const column = (name: string) => (names.has(name) ? names.add(name) : undefined);
    const appointmentColumn = column(appointmentAttribute);
    const leadTimeColumn = column(leadTimeAttribute);
    const latenessColumn = column(latenessAttribute);
    return (columns, row, kept, now) => {
      const { attributes } = columns;
      columns.identityLo[row] = kept.lo;
      columns.identityHi[row] = kept.hi;
      this.#reception.welcome(columns, row, kept.pathway, now);
      if (appointmentColumn !== undefined) attributes[appointmentColumn]![row] = kept.appointment;
      if (leadTimeColumn !== undefined) attributes[leadTimeColumn]![row] = kept.leadTime;
      if (latenessColumn !== undefined) attributes[latenessColumn]![row] = kept.lateness;
      this.#reception.assignOwn(columns, row, kept, now);
      return kept.pathway;
    };
  }

  // — follow-ups —

  #bookFollowUps(step: FollowUpStep): void {
    const { template } = step.followUp;
    const book = this.#book(template);
    const name = `follow-ups: ${template}`;
    if (!this.sources.some((source) => source.name === name)) {
      this.#addReserved(name, book.rules ?? rulesOf(this.#shop, name), (day, tell) => {
        book.forgetBefore(day - 1);
        book.followUpsOn(day).forEach(tell);
      });
    }
    this.#shop.hooks[step.hook] = this.#followUpHook(step, book);
  }

  /** Books a follow-up visit for whoever comes by: gives 1, or 0 when no seat is free for two years. */
  #followUpHook({ hook, pathway: from, followUp }: FollowUpStep, book: Book): Hook {
    const { names, days } = this.#shop;
    const bookedHere = names.add(`@booked by ${hook}`);
    const later = timeOf(followUp.in, `${hook}.in`, this.#shop);
    const identify = this.#shop.identifier(`identity.${hook}`);
    const visitType = followUp.visitType ?? from;
    const pathway = this.#shop.pathwayIndex("visit type", visitType);
    return (columns, row, now) => {
      const parent = { lo: columns.identityLo[row]!, hi: columns.identityHi[row]! };
      const index = columns.attributes[bookedHere]![row]!++;
      const wait = typeof later === "number" ? later : later(parent.lo, parent.hi, index);
      const wished = Math.max(days.dayAt(now) + 1, days.dayAt(now + wait));
      const today = days.dayAt(now);
      const isOwn = (seat: Seat) => this.#reception.isOwn(columns, row, seat.provider);
      for (let day = wished; day < wished + searchedDays; day++) {
        const seat = book.freeSeat(day, (one) => isHeldFor(one, visitType, day - today) && isOwn(one));
        if (seat === undefined) continue;
        const leadTime = days.midnight(day) + seat.clock - now;
        const own = this.#reception.ownOf(columns, row);
        book.note(day, { seat, ...identify(parent.lo, parent.hi, index), pathway, leadTime, own });
        if (now >= this.#warmUp) {
          this.counts.followUps++;
          this.counts.followUpDays += day - wished;
        }
        return 1;
      }
      return 0;
    };
  }
}

/** The pathway of a seat's patient: of the seat's visit type, or else of the source's. */
function pathwaysOfSeats(shop: Workshop, name: string, spec: ArrivalSource, book: Book) {
  const otherwise = spec.visitType === undefined ? undefined : comingTo(shop, name, spec);
  const chosen = new Map<Seat["visitType"], (lo: number, hi: number) => number>();
  for (const { visitType } of book.seats.flat()) {
    if (visitType !== undefined) chosen.set(visitType, comingTo(shop, name, { visitType }));
  }
  return (seat: Seat, lo: number, hi: number): number => {
    return (seat.visitType === undefined ? otherwise! : chosen.get(seat.visitType)!)(lo, hi);
  };
}
