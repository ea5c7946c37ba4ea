/**
 * What a week's slots give and miss, counted from the slots alone: whoever made them, and however.
 *
 * @module
 */

import { missedBy, type Requirement, requirementsOf, worthOf } from "./requirements.ts";
import { changesBetween } from "./week-changes.ts";
import type { WeekProblem, WeekSession, WeekSlot } from "./week-problem.ts";

/** Something that a week does not give. */
export interface Missed {
  /** What should have been, in words. */
  readonly text: string;
  readonly kind: Requirement["kind"] | "wish";
  /** By how many bookings or minutes. */
  readonly by: number;
  readonly unit: Requirement["unit"];
  /** Dollars; Infinity when it must not be. */
  readonly cost: number;
}

/** What a week gives of one requirement. */
export interface Given {
  readonly requirement: Requirement;
  readonly amount: number;
}

/** What is said of a week. */
export interface WeekJudgement {
  /** Of each requirement, in the order of {@link requirementsOf}. */
  readonly given: readonly Given[];
  readonly missed: readonly Missed[];
  /** Bookings that differ from today's template, in sessions that go on. */
  readonly changes: number;
  /** Dollars of what is missed, of changes, and of what bookings are worth, which is taken off. */
  readonly costs: { readonly missed: number; readonly changes: number; readonly worth: number };
}

/** Judges a week. The cost of its sessions is not in it: only {@link SessionPricing} knows that. */
export function judgeWeek(slots: readonly WeekSlot[], problem: WeekProblem): WeekJudgement {
  const held = heldIn(slots, problem);
  const given = requirementsOf(problem).map((requirement) => ({ requirement, amount: amountOf(requirement, held) }));
  const missed = [...given.flatMap(missedOf), ...missedWishes(held, problem)];
  const changes = changesOf(held, problem);
  const worth = slots.reduce((sum, { type, bookings }) => {
    const visitType = problem.visitTypes.find(({ name }) => name === type);
    return sum + bookings * (visitType === undefined ? 0 : worthOf(visitType));
  }, 0);
  return {
    given,
    missed,
    changes,
    costs: {
      missed: missed.reduce((sum, { cost }) => sum + cost, 0),
      changes: changes === 0 ? 0 : changes * problem.today!.pricePerChange,
      worth: worth === 0 ? 0 : -worth,
    },
  };

  function amountOf({ weekday, period, weights }: Requirement, all: readonly Held[]): number {
    let sum = 0;
    for (const { session, slots: own } of all) {
      if (weekday !== undefined && session.weekday !== weekday) continue;
      if (period !== undefined && session.period !== period) continue;
      for (const { type, bookings } of own) sum += bookings * weights[typeIndex(type, problem)]!;
    }
    return sum;
  }
}

interface Held {
  readonly session: WeekSession;
  readonly slots: readonly WeekSlot[];
}

/** Sums of minutes differ by what adding up leaves behind; nobody misses a thousandth of a minute. */
const rounding = 1e-6;

function missedOf({ requirement, amount }: Given): Missed[] {
  const by = missedBy(requirement, amount);
  if (by <= rounding) return [];
  const { text, kind, unit, price = Infinity } = requirement;
  return [{ text, kind, by, unit, cost: by * price }];
}

function missedWishes(held: readonly Held[], problem: WeekProblem): Missed[] {
  return problem.wishes.flatMap(({ session, types, atLeast, atMost, price = Infinity, text }): Missed[] => {
    const wanted = types.map((type) => problem.visitTypes[type]!.name);
    const count = held[session]!.slots.reduce(
      (sum, { type, bookings }) => sum + (wanted.includes(type) ? bookings : 0),
      0,
    );
    const by = Math.max(0, atLeast - count, count - atMost);
    return by === 0 ? [] : [{ text, kind: "wish", by, unit: "bookings", cost: by * price }];
  });
}

function changesOf(held: readonly Held[], problem: WeekProblem): number {
  const { today } = problem;
  if (today === undefined) return 0;
  const before = heldIn(today.slots, problem);
  return held.reduce((sum, { slots }, index) => {
    return sum + changesBetween(visitsOf(before[index]!.slots, problem), visitsOf(slots, problem));
  }, 0);
}

function visitsOf(slots: readonly WeekSlot[], problem: WeekProblem) {
  return slots.flatMap(({ type, start, bookings }) =>
    Array.from({ length: bookings }, () => ({ type: typeIndex(type, problem), at: start })),
  );
}

/** The slots of each session. */
function heldIn(slots: readonly WeekSlot[], { sessions, providers }: WeekProblem): Held[] {
  const ofDays = new Map<string, WeekSlot[]>();
  for (const slot of slots) {
    const key = JSON.stringify([slot.provider, slot.weekday]);
    const known = ofDays.get(key);
    if (known === undefined) ofDays.set(key, [slot]);
    else known.push(slot);
  }
  return sessions.map((session) => {
    const ofDay = ofDays.get(JSON.stringify([providers[session.provider]!.id, session.weekday])) ?? [];
    return { session, slots: ofDay.filter(({ start }) => start >= session.from && start < session.to) };
  });
}

function typeIndex(name: string, { visitTypes }: WeekProblem): number {
  return visitTypes.findIndex((type) => type.name === name);
}
