/**
 * The seats of a template: what can be booked on each day.
 *
 * @module
 */

import { namesWeekday } from "../scenario/days.ts";
import type { TemplateRow, VisitTypeChoice } from "../scenario/schema.ts";
import { choicesOf, clocksOf, heldSeats, holdsOf, isFor, sameDay } from "../scenario/template-rows.ts";
import { minutes, share } from "../scenario/units.ts";
import { DAY } from "../time-of-day.ts";
import type { Workshop } from "./workshop.ts";

/** One seat of a template on a weekday. A patient is known by its position: row and provider, and place there. */
export interface Seat {
  /** Its place among the seats of the weekday. */
  readonly index: number;
  /** Minutes after midnight. */
  readonly clock: number;
  /** Row of the template and provider, in one word. */
  readonly line: number;
  /** Place within the row, for this provider. */
  readonly place: number;
  readonly visitType: VisitTypeChoice | undefined;
  /** Whose seat it is: a person of a role, counted from 0. */
  readonly provider: Provider | undefined;
  /** For whom it is kept; undefined: for anybody. */
  readonly hold?: Hold;
  /** Who may be booked beside the first, within its line. */
  readonly overbooked?: Overbooking;
}

/** A purpose for which a seat is kept. */
interface Hold {
  /** Who may have it at any time; nobody where it is kept for the same day. */
  readonly visitTypes: readonly string[];
  /** So many days before, anybody may have it; −1: never. */
  readonly untilDays: number;
}

/** How many may be booked beyond the seats of a line. */
interface Overbooking {
  readonly most: number;
  /** How improbable it must be at least that the first patient comes. */
  readonly above: number;
}

/** A person of a role. */
export interface Provider {
  readonly role: string;
  readonly person: number;
}

/** How many rows a template may have whose patients are told apart. */
const rowsOfTemplate = 1024;

/** The seats of a template on each weekday, in order of time. */
export function seatsByWeekday(shop: Workshop, rows: readonly TemplateRow[]): readonly (readonly Seat[])[] {
  return Array.from({ length: 7 }, (_, weekday) => {
    const seats = rows.flatMap((row, number) => {
      const held = row.days === undefined ? shop.days.openingOn(weekday).length > 0 : namesWeekday(row.days, weekday);
      return held ? seatsOfRow(shop, row, number) : [];
    });
    return seats.sort((a, b) => a.clock - b.clock).map((seat, index) => ({ ...seat, index }));
  });
}

/** Whether a patient of a visit type may have a seat when the day of it is so many days ahead. */
export function isOpenTo(seat: Seat, visitType: string, daysAhead: number): boolean {
  return isFor(seat.visitType, visitType) && isHeldFor(seat, visitType, daysAhead);
}

/** Whether nobody else holds a seat so many days before: it is held for nobody, no longer, or for the visit type. */
export function isHeldFor({ hold }: Seat, visitType: string, daysAhead: number): boolean {
  return hold === undefined || daysAhead <= hold.untilDays || hold.visitTypes.includes(visitType);
}

/** Whether a seat is offered on a day: its provider is not on leave, whatever illness may bring. */
export function isOffered({ provider }: Seat, day: number, { resources }: Workshop): boolean {
  if (provider === undefined) return true;
  const { members, pooled } = resources.groups.get(provider.role)!;
  return members[pooled ? 0 : provider.person]!.plan!.plannedOn(day);
}

function seatsOfRow(shop: Workshop, row: TemplateRow, number: number): Seat[] {
  const clocks = clocksOf(row);
  const choices = choicesOf(row);
  return providersOf(shop, row.provider).flatMap((provider) => {
    const line = (provider?.person ?? 0) * rowsOfTemplate + number;
    const seats = clocks.flatMap((clock, slot) =>
      Array.from({ length: row.seats ?? 1 }, () => ({ clock, visitType: choices[slot] })),
    );
    const holds = holdsByPlace(row, seats.length);
    const { overbooked: rule } = row;
    const overbooked = rule && { most: rule.most, above: rule.above === undefined ? 0 : share(rule.above) };
    return seats.map((seat, place) => ({
      ...{ index: 0, ...seat, line, place, provider },
      ...(holds[place] && { hold: holds[place] }),
      ...(overbooked && { overbooked }),
    }));
  });
}

/** The hold of each seat of a row: those of one purpose evenly among the seats that no purpose before has taken. */
function holdsByPlace(row: TemplateRow, all: number): (Hold | undefined)[] {
  const found: (Hold | undefined)[] = Array.from({ length: all }, () => undefined);
  for (const held of holdsOf(row)) {
    const names = [held.for].flat();
    const forSameDay = names.includes(sameDay);
    const untilDays = held.until === undefined ? (forSameDay ? 0 : -1) : Math.floor(minutes(held.until) / DAY);
    const hold = { visitTypes: forSameDay ? [] : names, untilDays };
    const free = found.flatMap((taken, place) => (taken === undefined ? [place] : []));
    const count = heldSeats(held, all);
    for (const [index, place] of free.entries()) {
      if (Math.floor(((index + 1) * count) / free.length) > Math.floor((index * count) / free.length))
        found[place] = hold;
    }
  }
  return found;
}

/** Each person of a role, or the one that is named. */
function providersOf({ resources, scenario }: Workshop, name: string | undefined): (Provider | undefined)[] {
  if (name === undefined) return [undefined];
  const group = resources.groups.get(name)!;
  const role = Object.keys(scenario.staff ?? {}).find((one) => {
    return one === name || resources.groups.get(one)!.members.includes(group.members[0]!);
  })!;
  const all = resources.groups.get(role)!.members;
  if (role !== name) return [{ role, person: all.indexOf(group.members[0]!) }];
  const count = group.pooled ? group.members[0]!.count : all.length;
  return Array.from({ length: count }, (_, person) => ({ role, person }));
}
