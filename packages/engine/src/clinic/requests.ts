/**
 * Patients who ask for appointments: who is given which seat, who cancels, who does not come and asks again.
 *
 * A day is worked out as a whole when it begins, minute by minute, for all sources together. It depends on nothing that
 * happens in the office but follow-up visits, which never take a seat of the day on which they are booked; they find the
 * book as that day's requests leave it.
 *
 * @module
 */

import type { RequestSource as Spec } from "../scenario/schema.ts";
import { AccessDays, capacityOf } from "./access-days.ts";
import { AccessTally } from "./access-tally.ts";
import { Agenda, type Planned } from "./agenda.ts";
import type { AppointmentRules, Lead } from "./appointment-rules.ts";
import type { Book, Reservation } from "./book.ts";
import { findSeat } from "./finding-seats.ts";
import { type RequestSource, requestSourceOf } from "./request-source.ts";
import { isOpenTo, type Seat } from "./seats.ts";
import type { Workshop } from "./workshop.ts";

/** What happens first in a minute. */
const ranks = { opens: 0, due: 1, cancels: 2, asks: 3 } as const;

/** Something that will happen. */
type Event = Planned &
  (
    | { readonly kind: "opens" }
    | { readonly kind: "due" | "cancels"; readonly request: number }
    | { readonly kind: "asks"; readonly patient: Patient; readonly again: boolean }
  );

/** Somebody who asks. */
interface Patient {
  readonly source: number;
  readonly lo: number;
  readonly hi: number;
  readonly pathway: number;
}

/** Somebody who has an appointment ahead. */
interface Booked extends Patient {
  readonly request: number;
  readonly asked: number;
  readonly day: number;
  readonly seat: Seat;
}

/** All requests of an office. */
export class Requests {
  readonly tally: AccessTally;
  readonly #shop: Workshop;
  readonly #sources: RequestSource[] = [];
  readonly #agenda = new Agenda<Event>();
  /** Those who have an appointment ahead, by the number of their request. */
  #booked = new Map<number, Booked>();
  /** Numbers of requests of those who would come earlier, in the order in which they said so. */
  #waitList = new Set<number>();
  /** Who comes on a day, by source. */
  #comers = new Map<number, Reservation[][]>();
  /** The backlog at the latest opening, in days of capacity, by book. */
  #backlogs: number[] = [];
  readonly #books: Book[] = [];
  readonly #days: AccessDays;
  #nextDay = 0;
  #nextRequest = 0;

  constructor(shop: Workshop, names: readonly string[], warmUp: number) {
    this.#shop = shop;
    this.tally = new AccessTally(names);
    this.#days = new AccessDays(shop, this.tally, { warmUp, books: this.#books, sources: this.#sources });
  }

  /** Adds a source, whose patients ask for seats of a book. */
  add(name: string, spec: Spec, book: Book): AppointmentRules {
    const source = requestSourceOf(this.#shop, name, spec, book);
    this.#sources.push(source);
    if (!this.#books.includes(book)) this.#books.push(book);
    return source.rules;
  }

  /** Who of a source comes on a day; the day and all before it are worked out. */
  comersOn(name: string, day: number): readonly Reservation[] {
    for (; this.#nextDay <= day; this.#nextDay++) this.#workOut(this.#nextDay);
    const source = this.#sources.findIndex((one) => one.name === name);
    return this.#comers.get(day)?.[source] ?? [];
  }

  /** Begins a replication. */
  reset(): void {
    this.tally.reset();
    this.#agenda.clear();
    // As the maps of a book, these are not cleared.
    if (this.#booked.size > 0) this.#booked = new Map();
    if (this.#waitList.size > 0) this.#waitList = new Set();
    if (this.#comers.size > 0) this.#comers = new Map();
    this.#backlogs = this.#books.map(() => 0);
    this.#nextDay = 0;
    this.#nextRequest = 0;
  }

  /** Where requests stand, as plain data; the books are saved by others. */
  save() {
    return {
      tally: this.tally.save(),
      agenda: this.#agenda.save(),
      booked: [...this.#booked.values()],
      waitList: [...this.#waitList],
      comers: [...this.#comers].map(([day, bySource]) => [day, bySource.map((list) => [...list])] as const),
      backlogs: [...this.#backlogs],
      next: [this.#nextDay, this.#nextRequest] as const,
    };
  }

  /** Goes on from what `save` gave. */
  restore(saved: ReturnType<Requests["save"]>): void {
    this.reset();
    this.tally.restore(saved.tally);
    this.#agenda.restore(saved.agenda);
    for (const booked of saved.booked) this.#booked.set(booked.request, booked);
    this.#waitList = new Set(saved.waitList);
    for (const [day, bySource] of saved.comers)
      this.#comers.set(
        day,
        bySource.map((list) => [...list]),
      );
    this.#backlogs = [...saved.backlogs];
    [this.#nextDay, this.#nextRequest] = saved.next;
  }

  #workOut(day: number): void {
    const { days } = this.#shop;
    if (day === 0) this.#bookAhead();
    // The last patients of yesterday may still be on their way.
    for (const known of this.#comers.keys()) if (known < day - 1) this.#comers.delete(known);
    for (const book of this.#books) book.forgetBefore(day - 1);
    const opens = days.hasOpening ? days.hoursOf(day)[0]?.from : Math.max(0, days.midnight(day));
    if (opens !== undefined) this.#agenda.enter({ time: opens, rank: ranks.opens, kind: "opens" });
    const asked = this.#books.map(() => 0);
    for (const [number, source] of this.#sources.entries()) {
      for (const { time, who } of source.askersOn(day)) {
        if (time >= days.length) continue;
        asked[this.#books.indexOf(source.book)]! += 1;
        const patient = patientOf(number, source, source.identityOf(day, 0, who));
        this.#agenda.enter({ time, rank: ranks.asks, kind: "asks", patient, again: false });
      }
    }
    const midnight = Math.min(days.midnight(day + 1), days.length);
    for (
      let event = this.#agenda.takeBefore(midnight);
      event !== undefined;
      event = this.#agenda.takeBefore(midnight)
    ) {
      this.#happens(event);
    }
    this.#days.close(day, asked);
  }

  #happens(event: Event): void {
    if (event.kind === "opens") this.#backlogs = this.#days.open(event.time);
    else if (event.kind === "asks") this.#asks(event.time, event.patient, event.again);
    else if (event.kind === "due") this.#comesDue(event.time, event.request);
    else this.#cancels(event.time, event.request);
  }

  #asks(now: number, patient: Patient, again: boolean): void {
    const source = this.#sources[patient.source]!;
    const { days } = this.#shop;
    const counts = this.#countsAt(now, patient.source);
    if (counts !== undefined) counts[again ? "bookedAgain" : "asked"] += 1;
    const today = days.dayAt(now);
    const visitType = this.#visitTypeOf(patient);
    const found = findSeat(source.book, days, { visitType, today, after: now, lastDay: today + source.horizonDays });
    if (found === undefined) {
      if (counts !== undefined) counts.foundNoSeat += 1;
      return;
    }
    if (days.midnight(found.day) + found.seat.clock - now > source.balks(patient.lo, patient.hi)) {
      if (counts !== undefined) counts.balked += 1;
      return;
    }
    if (counts !== undefined && found.overbooked) counts.overbooked += 1;
    this.#book(now, bookedBy(patient, { request: this.#nextRequest++, asked: now, day: found.day, seat: found.seat }));
  }

  /** Gives a patient a seat, and finds out what will become of it. */
  #book(now: number, booked: Booked): void {
    const { source: number, lo, hi, pathway, request, day, seat } = booked;
    const source = this.#sources[number]!;
    const lead = this.#leadOf(booked);
    const missedShare = source.rules.missedShare(pathway, lead);
    source.book.note(day, { seat, lo, hi, pathway, leadTime: lead.minutes, request, missedShare });
    this.#booked.set(request, booked);
    const appointment = this.#appointmentOf(booked);
    const ahead = source.cancelledAhead;
    if (ahead !== undefined && source.rules.isCancelled(lo, hi, pathway, lead)) {
      // Who asked only shortly before cancels halfway.
      const time = appointment - Math.min(ahead(lo, hi), (appointment - now) / 2);
      this.#agenda.enter({ time, rank: ranks.cancels, kind: "cancels", request });
    } else this.#agenda.enter({ time: appointment, rank: ranks.due, kind: "due", request });
    if (lead.days > 0 && source.wouldMoveUp(lo, hi)) this.#waitList.add(request);
  }

  #cancels(now: number, request: number): void {
    const booked = this.#booked.get(request);
    if (booked === undefined) return;
    const counts = this.#countsAt(now, booked.source);
    if (counts !== undefined) counts.cancellations += 1;
    this.#giveBack(booked);
    this.#fillFromWaitList(now, booked);
  }

  /** Lets those on the wait list move up, one into the seat of the other. */
  #fillFromWaitList(now: number, freed: Booked): void {
    for (let left: Booked | undefined = freed; left !== undefined; ) left = this.#moveUpTo(now, left);
  }

  /** Lets somebody have a seat that has become free, if nobody else has it; gives whom, with the seat that he had before. */
  #moveUpTo(now: number, left: Booked): Booked | undefined {
    const { source, day, seat } = left;
    if (this.#sources[source]!.book.on(day).taken[seat.index] !== 0) return undefined;
    const next = this.#whoMovesTo(now, left);
    if (next === undefined) return undefined;
    const counts = this.#countsAt(now, next.source);
    if (counts !== undefined) counts.movedUp += 1;
    this.#giveBack(next);
    const request = this.#nextRequest++;
    this.#book(now, bookedBy(next, { request, asked: next.asked, day, seat }));
    // Nobody is asked to move twice.
    this.#waitList.delete(request);
    return next;
  }

  /** The first on the wait list who may have a seat that is free, and has a later one. */
  #whoMovesTo(now: number, { source, day, seat }: Booked): Booked | undefined {
    const { days } = this.#shop;
    const { book } = this.#sources[source]!;
    const time = days.midnight(day) + seat.clock;
    if (time <= now) return undefined;
    for (const request of this.#waitList) {
      const one = this.#booked.get(request)!;
      if (this.#sources[one.source]!.book !== book || this.#appointmentOf(one) <= time) continue;
      if (isOpenTo(seat, this.#visitTypeOf(one), day - days.dayAt(now))) return one;
    }
    return undefined;
  }

  /** The time of an appointment: whoever keeps it is noted as coming, whoever does not may ask again. */
  #comesDue(now: number, request: number): void {
    const booked = this.#booked.get(request);
    if (booked === undefined) return;
    const { source: number, lo, hi, pathway, seat, day } = booked;
    const source = this.#sources[number]!;
    this.#booked.delete(request);
    this.#waitList.delete(request);
    const lead = this.#leadOf(booked);
    const counts = this.#countsAt(now, number);
    if (source.cancelledAhead === undefined && source.rules.isCancelled(lo, hi, pathway, lead)) {
      if (counts !== undefined) counts.cancellations += 1;
      source.book.strike(day, request);
      return;
    }
    const missed = source.rules.isMissed(lo, hi, pathway, lead);
    if (counts !== undefined) {
      counts.due += 1;
      counts.leadDays += lead.days;
      if (lead.days === 0) counts.sameDay += 1;
      if (source.book.on(day).taken[seat.index]! > 1) counts.shared += 1;
      if (missed) counts.noShows += 1;
    }
    if (!missed) {
      const bySource = this.#comers.get(day) ?? this.#sources.map(() => []);
      this.#comers.set(day, bySource);
      bySource[number]!.push({ seat, lo, hi, pathway, leadTime: lead.minutes, request });
      return;
    }
    const time = now + source.againAfter;
    if (time >= this.#shop.days.length || !source.booksAgain(lo, hi)) return;
    const patient = { source: number, pathway, ...source.identityAgain(lo, hi, 0) };
    this.#agenda.enter({ time, rank: ranks.asks, kind: "asks", patient, again: true });
  }

  /** Fills the first seats with as many as are booked when the run starts. */
  #bookAhead(): void {
    const { days } = this.#shop;
    for (const [number, source] of this.#sources.entries()) {
      const count = Math.round(source.bookedAheadDays * capacityOf(source.book));
      for (let k = 0; k < count; k++) {
        const patient = patientOf(number, source, source.identityAhead(0, 0, k));
        const visitType = this.#visitTypeOf(patient);
        // A seat of the very first minute may be had.
        const after = -1e-9;
        const found = findSeat(source.book, days, { visitType, today: 0, after, lastDay: source.horizonDays });
        if (found === undefined) break;
        this.#book(0, bookedBy(patient, { request: this.#nextRequest++, asked: 0, day: found.day, seat: found.seat }));
      }
    }
  }

  #giveBack({ source, day, request }: Booked): void {
    this.#booked.delete(request);
    this.#waitList.delete(request);
    this.#sources[source]!.book.strike(day, request);
  }

  #leadOf(booked: Booked): Lead {
    const { source, asked, day } = booked;
    return {
      minutes: this.#appointmentOf(booked) - asked,
      days: day - this.#shop.days.dayAt(asked),
      backlogDays: Math.floor(this.#backlogs[this.#books.indexOf(this.#sources[source]!.book)]!),
    };
  }

  #appointmentOf({ day, seat }: Pick<Booked, "day" | "seat">): number {
    return this.#shop.days.midnight(day) + seat.clock;
  }

  #countsAt(minute: number, source: number) {
    return this.#days.isMeasured(minute) ? this.tally.sources[source]!.counts : undefined;
  }

  #visitTypeOf({ pathway }: Patient): string {
    return this.#shop.pathways[pathway]!.label;
  }
}

/** Somebody with his seat. Key by key, as objects that are spread together made a run ten times slower. */
function bookedBy(
  { source, lo, hi, pathway }: Patient,
  { request, asked, day, seat }: Pick<Booked, "request" | "asked" | "day" | "seat">,
): Booked {
  return { source, lo, hi, pathway, request, asked, day, seat };
}

function patientOf(number: number, source: RequestSource, { lo, hi }: { lo: number; hi: number }): Patient {
  return { source: number, lo, hi, pathway: source.pathwayOf(lo, hi) };
}
