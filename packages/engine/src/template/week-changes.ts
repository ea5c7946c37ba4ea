/**
 * What changes between the template of today and another.
 *
 * @module
 */

import type { PlannedVisit } from "./pricing.ts";
import type { WeekProblem, WeekSlot } from "./week-problem.ts";

/** A slot that is new, is gone, or takes another number of bookings. */
export interface SlotChange {
  readonly provider: string;
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly start: number;
  readonly type: string;
  /** Bookings that the slot takes today. */
  readonly before: number;
  /** And then. */
  readonly after: number;
}

/** The visits of today's slots, by the index of the session in which they lie, in the order of the clock. */
export function todaysVisits({ today, sessions, providers, visitTypes }: WeekProblem): Map<number, PlannedVisit[]> {
  const found = new Map<number, PlannedVisit[]>();
  if (today === undefined) return found;
  const typeOf = new Map(visitTypes.map(({ name }, index) => [name, index]));
  const sessionsOf = new Map<string, number[]>();
  for (const [index, { provider, weekday }] of sessions.entries()) {
    const key = JSON.stringify([providers[provider]!.id, weekday]);
    sessionsOf.set(key, [...(sessionsOf.get(key) ?? []), index]);
  }
  for (const { provider, weekday, start, type, bookings } of today.slots) {
    const ofDay = sessionsOf.get(JSON.stringify([provider, weekday])) ?? [];
    const index = ofDay.find((one) => sessions[one]!.from <= start && start < sessions[one]!.to);
    if (index === undefined) continue;
    const visits = found.get(index) ?? [];
    const visit = { type: typeOf.get(type)!, at: start - sessions[index]!.from };
    visits.push(...Array.from({ length: bookings }, () => visit));
    found.set(index, visits);
  }
  for (const visits of found.values()) visits.sort((a, b) => a.at - b.at || a.type - b.type);
  return found;
}

/**
 * How many bookings of a session change: one that moves counts once, and so does one that is new, or gone.
 *
 * @example
 * changesBetween([{ type: 0, at: 0 }, { type: 0, at: 20 }], [{ type: 0, at: 0 }, { type: 0, at: 25 }]) // 1
 */
export function changesBetween(before: readonly PlannedVisit[], after: readonly PlannedVisit[]): number {
  const left = new Map<string, number>();
  const key = ({ type, at }: PlannedVisit) => `${type}@${at}`;
  for (const visit of before) left.set(key(visit), (left.get(key(visit)) ?? 0) + 1);
  let same = 0;
  for (const visit of after) {
    const count = left.get(key(visit)) ?? 0;
    if (count === 0) continue;
    left.set(key(visit), count - 1);
    same++;
  }
  return Math.max(before.length, after.length) - same;
}

/** What differs between two templates, slot by slot, in the order of provider, day and hour. */
export function slotChanges(before: readonly WeekSlot[], after: readonly WeekSlot[]): SlotChange[] {
  const changes = new Map<string, SlotChange>();
  const count = (slots: readonly WeekSlot[], side: "before" | "after") => {
    for (const { provider, weekday, start, type, bookings } of slots) {
      const key = JSON.stringify([provider, weekday, start, type]);
      const known = changes.get(key) ?? { provider, weekday, start, type, before: 0, after: 0 };
      changes.set(key, { ...known, [side]: known[side] + bookings });
    }
  };
  count(before, "before");
  count(after, "after");
  return [...changes.values()]
    .filter((change) => change.before !== change.after)
    .sort(
      (a, b) =>
        compare(a.provider, b.provider) || a.weekday - b.weekday || a.start - b.start || compare(a.type, b.type),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
