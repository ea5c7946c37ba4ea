/**
 * The next best slot for a visit: which places of a week's template are left on dates to come, and what each of them
 * would cost whoever asks.
 *
 * @module
 */

import { DAY, dateAfter, daysBetween, weekdayOf } from "../time-of-day.ts";
import type { WeekProblem, WeekSlot } from "./week-problem.ts";

/** A visit that holds a place: of whom is not known here. */
export interface BookedVisit {
  /** Id of the provider. */
  readonly provider: string;
  readonly date: string;
  /** Minutes after midnight, on the clock of the practice. */
  readonly start: number;
  /** Name of the visit type, where it is known. */
  readonly type?: string;
}

/** A visit for which a place is looked for. */
export interface WantedVisit {
  /** Name of its visit type. */
  readonly type: string;
  /** When it is asked for, on the clock of the practice; nothing before is offered. */
  readonly now: { readonly date: string; readonly minutes: number };
  /** The first date that will do; today unless given. */
  readonly from?: string;
  /** The last date that will do; four weeks after the first unless given. */
  readonly until?: string;
  /** Id of the provider whom the patient knows. */
  readonly provider?: string;
  /** The time of day that suits the patient: minutes after midnight. */
  readonly hours?: { readonly from: number; readonly to: number };
  /** What it is worth to have it better. */
  readonly prices: SlotPrices;
}

/** Dollars that make one place worse than another. */
export interface SlotPrices {
  /** For each day after the first that will do. */
  readonly day: number;
  /** For another provider than the one whom the patient knows. */
  readonly provider: number;
  /** For each hour outside the time of day that suits. */
  readonly hour: number;
}

/** A place that is left, with its price. */
export interface SlotOffer extends Omit<WeekSlot, "weekday" | "bookings" | "release"> {
  readonly date: string;
  /** How many can still be booked into it. */
  readonly left: number;
  /** Dollars: the sum of the three below. */
  readonly price: number;
  readonly parts: SlotPrices;
}

/** Days that are looked at when nobody says until when. */
const USUAL_DAYS = 28;

/** Days that are looked at at most. */
const MOST_DAYS = 366;

/**
 * Finds the places that are left for a visit, the cheapest first, and of those that cost the same the soonest.
 *
 * A slot is for visits of its own type. From the moment of its release on it is also for the types that its rule names,
 * if the provider sees them and they are not expected to take longer than the slot was made for. Slots of a type that is
 * kept for patients who ask on the same day are offered on that day alone. A booked visit takes a place of the slot in
 * which it begins; of its own type where there is one.
 *
 * @returns at most `most` offers
 * @throws {RangeError} when the type or the provider is not in the problem, or dates are none or in the wrong order
 * @example
 * const slot = { provider: "Dr-A", department: "", weekday: 0, start: 480, minutes: 20, type: "visit", bookings: 1, release: "" };
 * const visit = { name: "visit", law: constant({ value: 15 }), demand: { bookings: 1 }, release: "" };
 * const problem = { start: "2026-12-07", visitTypes: [visit], providers: [{ id: "Dr-A" }], sessions: [] };
 * const now = { date: "2026-12-07", minutes: 490 };
 * const wanted = { type: "visit", now, prices: { day: 1, provider: 0, hour: 0 } };
 * nextBestSlots([slot], problem, [], wanted)[0].date // "2026-12-14"
 */
export function nextBestSlots(
  slots: readonly WeekSlot[],
  problem: Pick<WeekProblem, "start" | "visitTypes" | "providers" | "sessions">,
  booked: readonly BookedVisit[],
  wanted: WantedVisit,
  most = 10,
): SlotOffer[] {
  const { from, until } = datesOf(problem, wanted);
  const taken = placesTaken(slots, booked);
  const suits = suitability(problem, wanted);
  const offers: SlotOffer[] = [];
  for (let date = from; daysBetween(date, until) >= 0; date = dateAfter(date, 1)) {
    const weekday = weekdayOf(date);
    for (const slot of slots) {
      if (slot.weekday !== weekday) continue;
      const left = slot.bookings - (taken.get(placeOf(slot, date)) ?? 0);
      if (left <= 0 || !suits(slot, date)) continue;
      const { provider, department, start, minutes, type } = slot;
      const parts = pricesOf(slot, date, { ...wanted, from });
      const price = parts.day + parts.provider + parts.hour;
      offers.push({ provider, department, start, minutes, type, date, left, price, parts });
    }
  }
  // What costs the same stays in the order of time; of the same time, slots of its own type come first.
  const own = ({ type }: SlotOffer) => (type === wanted.type ? 0 : 1);
  offers.sort((a, b) => a.price - b.price || daysBetween(b.date, a.date) || a.start - b.start || own(a) - own(b));
  return offers.slice(0, most);
}

function datesOf({ start, visitTypes, providers }: Known, { type, provider, now, ...dates }: WantedVisit) {
  requireKnown("visit type", type, names(visitTypes));
  if (provider !== undefined) requireKnown("provider", provider, ids(providers));
  const { from: first = now.date } = dates;
  // Before it begins, the template is not in use.
  const from = [start, now.date, first].reduce((a, b) => (daysBetween(a, b) > 0 ? b : a));
  const { until = dateAfter(from, USUAL_DAYS) } = dates;
  if (daysBetween(first, until) < 0) throw new RangeError(`${until} comes before ${first}; give the first date first`);
  const last = dateAfter(from, MOST_DAYS);
  return { from, until: daysBetween(last, until) > 0 ? last : until };
}

type Known = Pick<WeekProblem, "start" | "visitTypes" | "providers">;

function names(types: readonly { readonly name: string }[]): readonly string[] {
  return types.map(({ name }) => name);
}

function ids(providers: readonly { readonly id: string }[]): readonly string[] {
  return providers.map(({ id }) => id);
}

function requireKnown(what: string, name: string, known: readonly string[]): void {
  if (!known.includes(name)) throw new RangeError(`“${name}” is no ${what} of this week; known: ${known.join(", ")}`);
}

/** How many places of each slot on each date are taken. */
function placesTaken(slots: readonly WeekSlot[], booked: readonly BookedVisit[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const { provider, date, start, type } of booked) {
    const weekday = weekdayOf(date);
    const there = slots.filter(
      (slot) =>
        slot.provider === provider &&
        slot.weekday === weekday &&
        slot.start <= start &&
        start < slot.start + slot.minutes,
    );
    const free = there.filter((slot) => slot.bookings > (taken.get(placeOf(slot, date)) ?? 0));
    const slot = free.find((slot) => slot.type === type) ?? free[0];
    if (slot === undefined) continue;
    const place = placeOf(slot, date);
    taken.set(place, (taken.get(place) ?? 0) + 1);
  }
  return taken;
}

function placeOf({ provider, start, type }: WeekSlot, date: string): string {
  return JSON.stringify([provider, date, start, type]);
}

/** Tells whether a visit may be booked into a slot on a date, now. */
function suitability(
  { visitTypes, providers, sessions }: Pick<WeekProblem, "visitTypes" | "providers" | "sessions">,
  { type, now }: WantedVisit,
): (slot: WeekSlot, date: string) => boolean {
  const wantedType = visitTypes.findIndex(({ name }) => name === type);
  const { law, reserve, demand } = visitTypes[wantedType]!;
  const sameDayAlone = reserve !== undefined && demand === undefined;
  const sees = new Set(
    sessions.filter(({ sees }) => sees.includes(wantedType)).map(({ provider }) => providers[provider]!.id),
  );
  return (slot, date) => {
    // Minutes from now to its start.
    const ahead = DAY * daysBetween(now.date, date) + slot.start - now.minutes;
    if (ahead < 0) return false;
    if (slot.type === type) return !sameDayAlone || date === now.date;
    const own = visitTypes.find(({ name }) => name === slot.type);
    const madeFor = Math.max(slot.minutes, own?.law.mean ?? 0);
    return sees.has(slot.provider) && law.mean <= madeFor && isReleased(slot, { type, ahead, now });
  };
}

/** Minutes of the units in which release rules are written. */
const minutesOf = { s: 1 / 60, m: 1, h: 60, d: DAY, w: 7 * DAY };

/** Whether a slot that nobody has booked is open for visits of another type. */
function isReleased(
  { release, start }: WeekSlot,
  { type, ahead, now }: Pick<WantedVisit, "type" | "now"> & { readonly ahead: number },
): boolean {
  const [, number, unit, types] = /^([\d.]+) *(s|m|h|d|w)[a-z]* before: (.*)$/.exec(release) ?? [];
  if (types === undefined) return false;
  if (types !== "any" && !types.split(", ").includes(type)) return false;
  const span = Number(number) * minutesOf[unit as keyof typeof minutesOf];
  // Days are those of the calendar: on the day before, from midnight on.
  return unit === "d" || unit === "w" ? ahead - start + now.minutes <= span : ahead <= span;
}

function pricesOf(
  { provider, start }: WeekSlot,
  date: string,
  { from, provider: known = provider, hours, prices }: WantedVisit & { readonly from: string },
): SlotPrices {
  const outside = hours === undefined ? 0 : Math.max(0, hours.from - start, start - hours.to);
  return {
    day: prices.day * daysBetween(from, date),
    provider: provider === known ? 0 : prices.provider,
    hour: (prices.hour * outside) / 60,
  };
}
