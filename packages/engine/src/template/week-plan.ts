/**
 * A pattern for each session of a week, and the slots that come of it.
 *
 * @module
 */

import type { ChosenColumn } from "./mix-search.ts";
import type { Pattern, PlannedVisit } from "./pricing.ts";
import type { SessionClass } from "./session-classes.ts";
import type { WeekProblem, WeekSession, WeekSlot } from "./week-problem.ts";

/** The pattern of each session, in the order of the problem's. */
export type WeekPlan = readonly Pattern[];

/**
 * Deals patterns out to the sessions of their classes, so that nobody who is like others has more to do than they: who
 * has had the fewest bookings so far gets the fullest session.
 */
export function dealOut(
  chosen: readonly ChosenColumn[],
  classes: readonly SessionClass[],
  { sessions, providers }: WeekProblem,
): WeekPlan {
  const plan: Pattern[] = [];
  const dealt = providers.map(() => 0);
  for (const [index, { sessions: alike }] of classes.entries()) {
    const patterns = chosen
      .filter(({ ofClass }) => ofClass === index)
      .flatMap(({ pattern, count }) => Array.from({ length: count }, () => pattern))
      .sort((a, b) => b.visits.length - a.visits.length);
    const least = [...alike].sort((a, b) => dealt[sessions[a]!.provider]! - dealt[sessions[b]!.provider]! || a - b);
    for (const [place, session] of least.entries()) {
      plan[session] = patterns[place]!;
      dealt[sessions[session]!.provider]! += patterns[place]!.visits.length;
    }
  }
  return plan;
}

/** The slots of a plan, by provider, day and hour. */
export function slotsOf(plan: WeekPlan, problem: WeekProblem): WeekSlot[] {
  const slots = problem.sessions.flatMap((session, index) => slotsOfSession(session, plan[index]!.visits, problem));
  const order = new Map(problem.providers.map(({ id }, index) => [id, index]));
  return slots.sort(
    (a, b) => order.get(a.provider)! - order.get(b.provider)! || a.weekday - b.weekday || a.start - b.start,
  );
}

/**
 * The slots of one session. Visits of the same type at the same time share a slot; each slot lasts until the next begins,
 * the last until the end of the session.
 */
function slotsOfSession(
  { provider, weekday, from, to }: WeekSession,
  visits: readonly PlannedVisit[],
  { providers, visitTypes }: Pick<WeekProblem, "providers" | "visitTypes">,
): WeekSlot[] {
  const { id, department } = providers[provider]!;
  const times = [...new Set(visits.map(({ at }) => at)), to - from].sort((a, b) => a - b);
  const found = new Map<string, WeekSlot>();
  for (const { type, at } of visits) {
    const key = `${type}@${at}`;
    const known = found.get(key);
    const { name, release } = visitTypes[type]!;
    const minutes = Math.max(1, times.find((time) => time > at)! - at);
    found.set(key, {
      provider: id,
      department,
      weekday,
      start: from + at,
      minutes,
      type: name,
      bookings: (known?.bookings ?? 0) + 1,
      release,
    });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
