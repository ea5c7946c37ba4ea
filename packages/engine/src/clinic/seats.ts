/**
 * The seats of a template: what can be booked on each day.
 *
 * @module
 */

import { namesWeekday } from "../scenario/days.ts";
import type { TemplateRow } from "../scenario/schema.ts";
import { clocksOf } from "../scenario/template-times.ts";
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
  readonly visitType: TemplateRow["visitType"];
  /** Whose seat it is: a person of a role, counted from 0. */
  readonly provider: Provider | undefined;
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

/** Whether a seat is offered on a day: its provider is not on leave, whatever illness may bring. */
export function isOffered({ provider }: Seat, day: number, { resources }: Workshop): boolean {
  if (provider === undefined) return true;
  const { members, pooled } = resources.groups.get(provider.role)!;
  return members[pooled ? 0 : provider.person]!.plan!.plannedOn(day);
}

function seatsOfRow(shop: Workshop, row: TemplateRow, number: number): Seat[] {
  const clocks = clocksOf(row);
  return providersOf(shop, row.provider).flatMap((provider) => {
    const line = (provider?.person ?? 0) * rowsOfTemplate + number;
    const seats = clocks.flatMap((clock) => Array.from({ length: row.seats ?? 1 }, () => clock));
    return seats.map((clock, place) => ({ index: 0, clock, line, place, visitType: row.visitType, provider }));
  });
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
