/**
 * What a week has to give, in numbers: each a weighted sum of its slots that must not be too small, or too large.
 *
 * @module
 */

import { weekdayNames } from "../time-of-day.ts";
import { slotsInReserve } from "./reserve.ts";
import type { WeekProblem, WeekSession, WeekVisitType } from "./week-problem.ts";

/** One thing that a week has to give. */
export interface Requirement {
  readonly kind: "demand" | "reserve" | "floor" | "resource";
  /** The case in words, a clause without a full stop: `new patient needs 40 bookings a week`. */
  readonly text: string;
  /** What is counted. */
  readonly unit: "bookings" | "minutes";
  /** The only weekday that counts; every day when absent. */
  readonly weekday?: number;
  /** The only period that counts. */
  readonly period?: number;
  /** What a booking of each type counts. */
  readonly weights: readonly number[];
  readonly side: "at least" | "at most";
  readonly amount: number;
  /** Dollars for each booking or minute that is missing or beyond; without it there must be none. */
  readonly price?: number;
}

/** Everything that a week has to give. */
export function requirementsOf(problem: WeekProblem): Requirement[] {
  return [
    ...problem.visitTypes.flatMap((type, index) => ofVisitType(type, index, problem)),
    ...problem.resources.flatMap((_, index) => ofResource(index, problem)),
  ];
}

/** Whether the slots of a session count. */
export function isCounted({ weekday, period }: Requirement, session: WeekSession): boolean {
  return (weekday ?? session.weekday) === session.weekday && (period ?? session.period) === session.period;
}

/** What a session with so many visits of each type counts. */
export function countedFor({ weights }: Requirement, mix: readonly number[]): number {
  return weights.reduce((sum, weight, type) => sum + weight * mix[type]!, 0);
}

/** By how much a sum is too small or too large. */
export function missedBy({ side, amount }: Requirement, sum: number): number {
  return Math.max(0, side === "at least" ? amount - sum : sum - amount);
}

/**
 * Dollars that a booking is worth beside what it is needed for: of types without a demand, each one, for the share of
 * patients who come.
 */
export function worthOf({ demand, value, show }: WeekVisitType): number {
  return demand === undefined ? value * show : 0;
}

function ofVisitType(type: WeekVisitType, index: number, problem: WeekProblem): Requirement[] {
  const { name, demand, reserve, floor, value, show } = type;
  const weights = problem.visitTypes.map((_, other) => (other === index ? 1 : 0));
  const common = { unit: "bookings", weights, side: "at least" } as const;
  const found: Requirement[] = [];
  if (demand !== undefined && demand.bookings > 0) {
    const price = (demand.pricePerMissing ?? 0) + value * show;
    found.push({
      ...common,
      kind: "demand",
      text: `${name} needs ${round(demand.bookings)} bookings a week`,
      amount: demand.bookings,
      ...(demand.pricePerMissing === undefined && value === 0 ? {} : { price }),
    });
  }
  for (const [weekday, day] of weekdayNames.entries()) {
    const requests = reserve?.requests[weekday] ?? 0;
    if (reserve !== undefined && requests > 0) {
      const amount = slotsInReserve(requests, reserve.level);
      const level = `${round(100 * reserve.level)} % of days with ${round(requests)} requests`;
      const text = `${name} needs a reserve of ${amount} bookings on ${day} (enough on ${level})`;
      found.push({ ...common, kind: "reserve", text, weekday, amount, ...priceOf(reserve.pricePerMissing) });
    }
    const amount = floor?.slots[weekday] ?? 0;
    if (floor === undefined || amount === 0) continue;
    const text = `${name} needs at least ${amount} bookings on ${day}`;
    found.push({ ...common, kind: "floor", text, weekday, amount, ...priceOf(floor.pricePerMissing) });
  }
  return found;
}

function ofResource(index: number, { resources, periods, visitTypes }: WeekProblem): Requirement[] {
  const { name, minutes, pricePerMinute } = resources[index]!;
  const weights = visitTypes.map(({ needs, show }) => needs[index]! * show);
  if (weights.every((weight) => weight === 0)) return [];
  return periods.map((period, place) => ({
    kind: "resource",
    text: `${name} has ${Math.round(minutes[place]!)} minutes on ${period.name}`,
    unit: "minutes",
    period: place,
    weights,
    side: "at most",
    amount: minutes[place]!,
    ...priceOf(pricePerMinute),
  }));
}

function round(value: number): number {
  return Number(value.toFixed(2));
}

function priceOf(price: number | undefined): { readonly price?: number } {
  return price === undefined ? {} : { price };
}
