/**
 * Sessions that are alike, so that it does not matter which of them gets which pattern.
 *
 * Sessions of the same shape in the same period of the same weekday are alike when their providers wish the same of them
 * and have the same slots in them today. An integer programme then counts patterns by class instead of choosing one for
 * each session, and whatever it counts can be dealt out to people at the same cost.
 *
 * @module
 */

import { shapeKey, shapeOf } from "./patterns.ts";
import type { Pattern, PatternLibrary } from "./pricing.ts";
import { worthOf } from "./requirements.ts";
import { changesBetween, todaysVisits } from "./week-changes.ts";
import type { WeekProblem, WeekWish } from "./week-problem.ts";

/** Sessions that are alike, and the patterns that each of them can have. */
export interface SessionClass {
  /** Indexes of the sessions. */
  readonly sessions: readonly number[];
  readonly columns: readonly Column[];
}

/** A pattern for the sessions of a class. */
export interface Column {
  readonly pattern: Pattern;
  /** Dollars of the session: of its pattern, of wishes and changes, less what its bookings are worth. */
  readonly cost: number;
  /** Wishes without a price that it does not grant, by index. */
  readonly refuses: readonly Refusal[];
}

/** A wish that must be granted, and by how many bookings it is not. */
export interface Refusal {
  /** Index of the wish, of the first session of the class. */
  readonly wish: number;
  readonly by: number;
}

/** The classes of a week, in the order of their first sessions. */
export function classesOf(problem: WeekProblem, library: PatternLibrary): SessionClass[] {
  const today = todaysVisits(problem);
  const worth = problem.visitTypes.map(worthOf);
  return groupedSessions(problem).map((sessions) => {
    const first = sessions[0]!;
    const shape = shapeOf(problem.sessions[first]!);
    const visits = today.get(first);
    const kept = visits === undefined ? undefined : library.kept(visits, shape);
    const patterns = [...library.of(shape), ...(kept === undefined ? [] : [kept])];
    const wishes = wishesOf(first, problem);
    const columns = patterns.map((pattern): Column => {
      const changes =
        problem.today === undefined ? 0 : problem.today.pricePerChange * changesBetween(visits ?? [], pattern.visits);
      const earned = pattern.mix.reduce((sum, count, type) => sum + count * worth[type]!, 0);
      let cost = pattern.cost + changes - earned;
      const refuses: Refusal[] = [];
      for (const [index, wish] of wishes) {
        const by = refusedBy(wish, pattern.mix);
        if (wish.price !== undefined) cost += by * wish.price;
        else if (by > 0) refuses.push({ wish: index, by });
      }
      return { pattern, cost, refuses };
    });
    return { sessions, columns };
  });
}

/** How many columns the classes of a week have, as long as no session is kept as it is. */
export function countColumns(problem: WeekProblem, patternsOf: (shape: string) => number): number {
  return groupedSessions(problem).reduce((sum, [first]) => {
    return sum + patternsOf(shapeKey(shapeOf(problem.sessions[first!]!)));
  }, 0);
}

/** By how many bookings a mix has too few or too many for a wish. */
function refusedBy({ types, atLeast, atMost }: WeekWish, mix: readonly number[]): number {
  const count = types.reduce((sum, type) => sum + mix[type]!, 0);
  return Math.max(0, atLeast - count, count - atMost);
}

function wishesOf(session: number, { wishes }: WeekProblem): [number, WeekWish][] {
  return [...wishes.entries()].filter(([, wish]) => wish.session === session);
}

/** The sessions of each class, by index. */
function groupedSessions(problem: WeekProblem): number[][] {
  const today = todaysVisits(problem);
  const wishes = new Map<number, unknown[]>();
  for (const { session, types, atLeast, atMost, price } of problem.wishes) {
    wishes.set(session, [...(wishes.get(session) ?? []), [types, atLeast, atMost, price]]);
  }
  const groups = new Map<string, number[]>();
  for (const [index, session] of problem.sessions.entries()) {
    const likeness = [shapeKey(shapeOf(session)), session.period, wishes.get(index), today.get(index)];
    const key = JSON.stringify(likeness);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()];
}
