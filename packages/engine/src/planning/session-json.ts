/**
 * The answer to a session file as other programs get it.
 *
 * @module
 */

import { clockText } from "../time-of-day.ts";
import { engineVersion } from "../version.ts";
import type { AnsweredSession } from "./answer-session.ts";
import type { SessionQuestion } from "./template-problem.ts";

/** Writes an answer as plain data: what is asked for most comes first. */
export function sessionToJson(
  { answer, bookings }: AnsweredSession,
  { problem, startsAt }: SessionQuestion,
  { seed }: { readonly seed: number | string },
) {
  const { status, certified, cost, bound, times, wait, idle, overtime, alternatives, frontier, ...rest } = answer;
  return {
    ...(problem.name !== undefined && { problem: problem.name }),
    status,
    certified,
    cost,
    bound,
    times,
    ...(startsAt !== undefined && { clock: times.map((minute) => clockText(startsAt + minute)) }),
    wait,
    idle,
    overtime,
    ...rest,
    alternatives,
    frontier,
    ...(bookings !== undefined && { bookings }),
    engineVersion,
    seed,
  };
}
