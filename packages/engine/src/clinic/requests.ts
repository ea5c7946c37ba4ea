/**
 * Patients who ask for appointments: who is given which seat, who cancels, who does not come and asks again.
 *
 * A day is worked out as a whole when it begins, minute by minute, for all sources together. It depends on nothing that
 * happens in the office but follow-up visits, which never take a seat of the day on which they are booked; they find the
 * book as that day's requests leave it.
 *
 * @module
 */

import type { RequestSource } from "../scenario/schema.ts";
import { minutes, share } from "../scenario/units.ts";
import { DAY } from "../time-of-day.ts";
import { AccessTally } from "./access-tally.ts";
import { Agenda, type Planned } from "./agenda.ts";
import { type AppointmentRules, type Lead, rulesOf, timeBy } from "./appointment-rules.ts";
import { type Asker, askersOf } from "./askers.ts";
import type { Book, Reservation } from "./book.ts";
import { daysToThird, findSeat } from "./finding-seats.ts";
import { timeOf } from "./pathways.ts";
import { comingTo } from "./reception.ts";
import { isOpenTo, type Seat } from "./seats.ts";
import type { Workshop } from "./workshop.ts";

/** Days that can be booked ahead where nothing is said. */
const usualHorizon = "90 d";

/** What happens first in a minute. */
const ranks = { opens: 0, due: 1, cancels: 2, asks: 3 } as const;

/** Something that will happen. */
type Event = Planned &
  (
    | { readonly kind: "opens"; readonly day: number }
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

/** One source of requests, ready to be asked. */
interface Source {
  readonly name: string;
  readonly book: Book;
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

/** All requests of an office. */
export class Requests {
  readonly tally: AccessTally;
  readonly #shop: Workshop;
  readonly #sources: Source[] = [];
  readonly #measured: { readonly from: number; readonly to: number };
  readonly #agenda = new Agenda<Event>();
  /** Those who have an appointment ahead, by the number of their request. */
  readonly #booked = new Map<number, Booked>();
  /** Numbers of requests of those who would come earlier, in the order in which they said so. */
  #waitList = new Set<number>();
  /** Who comes on a day, by source. */
  readonly #comers = new Map<number, Reservation[][]>();
  /** The backlog at the latest opening, in days of capacity, by book. */
  #backlogs: number[] = [];
  readonly #books: Book[] = [];
  #nextDay = 0;
  #nextRequest = 0;

  constructor(shop: Workshop, names: readonly string[], warmUp: number) {
    this.#shop = shop;
    this.#measured = { from: warmUp, to: shop.days.length };
    this.tally = new AccessTally(names);
  }

  /** Adds a source, whose patients ask for seats of a book. */
  add(name: string, spec: RequestSource, book: Book): AppointmentRules {
    const source = sourceOf(this.#shop, name, spec, book);
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
    this.#booked.clear();
    this.#waitList.clear();
    this.#comers.clear();
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
    if (opens !== undefined) this.#agenda.enter({ time: opens, rank: ranks.opens, kind: "opens", day });
    const asked = this.#books.map(() => 0);
    for (const [number, source] of this.#sources.entries()) {
      for (const { time, who } of source.askersOn(day)) {
        if (time >= days.length) continue;
        asked[this.#books.indexOf(source.book)]! += 1;
        const patient = patientOf(number, source, source.identityOf(day, 0, who));
        this.#agenda.enter({ time, rank: ranks.asks, kind: "asks", patient, again: false });
      }
    }
    const seats = this.#books.map((book) => book.on(day).open.length);
    const midnight = Math.min(days.midnight(day + 1), days.length);
    for (
      let event = this.#agenda.takeBefore(midnight);
      event !== undefined;
      event = this.#agenda.takeBefore(midnight)
    ) {
      this.#happens(event);
    }
    this.#closeDay(day, asked, seats);
  }

  #happens(event: Event): void {
    if (event.kind === "opens") this.#opens(event.time, event.day);
    else if (event.kind === "asks") this.#asks(event.time, event.patient, event.again);
    else if (event.kind === "due") this.#comesDue(event.time, event.request);
    else this.#cancels(event.time, event.request);
  }

  /** Counts what stands in the books as the office opens. */
  #opens(now: number, day: number): void {
    const { days } = this.#shop;
    this.#backlogs = this.#books.map((book) => book.bookedFrom(now) / capacityOf(book));
    if (!this.#isMeasured(now)) return;
    const lastDay = day + Math.max(...this.#sources.map(({ horizonDays }) => horizonDays));
    const backlog = this.#backlogs.reduce((sum, one) => sum + one, 0) / this.#backlogs.length;
    this.tally.opens(backlog, ({ visitType, provider }) => {
      const types = visitType === undefined ? this.#typesAsked() : [visitType];
      const wouldDo = (seat: Seat, ahead: number) =>
        this.#isOf(seat, provider) && types.some((type) => isOpenTo(seat, type, ahead));
      return Math.min(...this.#books.map((book) => daysToThird(book, { days, now, lastDay }, wouldDo)));
    });
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

  #closeDay(day: number, asked: readonly number[], seats: readonly number[]): void {
    const { days } = this.#shop;
    const counts = this.tally.days;
    for (const [index, book] of this.#books.entries()) {
      const midnight = days.midnight(day);
      const { open, taken } = book.on(day);
      for (const seat of open) {
        if (!this.#isMeasured(midnight + seat.clock)) continue;
        counts.seats += 1;
        if (taken[seat.index]! > 0) counts.filled += 1;
      }
      if (!this.#isMeasured(midnight + DAY - 1) || seats[index] === 0) continue;
      counts.asking += 1;
      if (asked[index]! > seats[index]!) counts.overflowing += 1;
    }
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

  #isMeasured(minute: number): boolean {
    return minute >= this.#measured.from && minute < this.#measured.to;
  }

  #countsAt(minute: number, source: number) {
    return this.#isMeasured(minute) ? this.tally.sources[source]!.counts : undefined;
  }

  #visitTypeOf({ pathway }: Patient): string {
    return this.#shop.pathways[pathway]!.label;
  }

  #typesAsked(): string[] {
    return this.#sources.flatMap(({ name }) => {
      const { visitType } = this.#shop.scenario.arrivals![name] as RequestSource;
      return typeof visitType === "string" ? [visitType] : Object.keys(visitType ?? {});
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

/** Somebody with his seat. Key by key, as objects that are spread together made a run ten times slower. */
function bookedBy(
  { source, lo, hi, pathway }: Patient,
  { request, asked, day, seat }: Pick<Booked, "request" | "asked" | "day" | "seat">,
): Booked {
  return { source, lo, hi, pathway, request, asked, day, seat };
}

function patientOf(number: number, source: Source, { lo, hi }: { lo: number; hi: number }): Patient {
  return { source: number, lo, hi, pathway: source.pathwayOf(lo, hi) };
}

/** Seats on a day on which there are any, on average over the week. */
function capacityOf({ seats }: Book): number {
  const held = seats.filter((weekday) => weekday.length > 0);
  return held.reduce((sum, weekday) => sum + weekday.length, 0) / Math.max(held.length, 1);
}

function sourceOf(shop: Workshop, name: string, spec: RequestSource, book: Book): Source {
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
