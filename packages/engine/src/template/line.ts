/**
 * A session as one line of things to do: patients in the order of being seen, with the provider's breaks among them.
 *
 * @module
 */

import { constant, type Distribution } from "../random/distributions.ts";
import { type Counting, type SessionPatient, type SessionProblem, troublesOf } from "./problem.ts";

/** A patient, or a break, in the line. */
export interface LineItem {
  readonly service: Distribution;
  readonly show: number;
  readonly punctuality?: Distribution;
  /** How much a minute of this wait adds to the wait that is reported. */
  readonly share: number;
  /** How much it costs: the share times the patient's cost of a minute. */
  readonly weight: number;
  /** Index among the problem's patients; undefined for a break. */
  readonly patient?: number;
  /** When a break begins. */
  readonly at?: number;
}

/** What there is to do in a session, and how it is counted. */
export interface Line {
  readonly items: readonly LineItem[];
  readonly length: number;
  readonly costs: SessionProblem["costs"];
  readonly counting: Counting;
  /** Minutes of breaks that nobody comes after: they are not idle, and delay nobody. */
  readonly breakAfterAll: number;
}

/**
 * The line of a problem.
 *
 * @param order indexes of the problem's patients, as they are seen
 * @param before how many patients are seen before each break; those with earlier appointments
 * @throws {RangeError} when the problem makes no sense, saying all that is wrong
 */
export function lineOf(problem: SessionProblem, order: readonly number[], before: readonly number[] = []): Line {
  const troubles = troublesOf(problem);
  if (troubles.length > 0) throw new RangeError(troubles.join("; "));
  const { patients, breaks, length, costs, counting } = problem;
  const isCounted = ({ show }: SessionPatient) => (counting.waits === "showing" ? show : 1);
  const total = counting.waitsAs === "sum" ? 1 : patients.reduce((sum, patient) => sum + isCounted(patient), 0);
  const items: LineItem[] = [];
  let breakAfterAll = 0;
  for (let seen = 0; seen <= order.length; seen++) {
    breaks.forEach((pause, index) => {
      if (before[index] !== seen) return;
      if (seen === order.length) breakAfterAll += pause.length;
      else items.push({ service: constant({ value: pause.length }), show: 1, share: 0, weight: 0, at: pause.start });
    });
    const index = order[seen];
    if (index === undefined) break;
    const patient = patients[index]!;
    const { service, show, punctuality, wait } = patient;
    const share = isCounted(patient) / total;
    items.push({ service, show, ...(punctuality && { punctuality }), share, weight: share * wait, patient: index });
  }
  return { items, length, costs, counting, breakAfterAll };
}

/**
 * How many patients are seen before each break: those with appointments before it begins.
 *
 * @example
 * placesOfBreaks([{ start: 60, length: 15 }], [0, 20, 40, 75]) // [3]
 */
export function placesOfBreaks(breaks: SessionProblem["breaks"], times: readonly number[]): number[] {
  return breaks.map(({ start }) => times.filter((time) => time < start).length);
}

/** The minutes of everything in a line, breaks too: those of its patients are given. */
export function timesOfItems({ items }: Line, times: ArrayLike<number>): number[] {
  let patient = 0;
  return items.map(({ at }) => at ?? times[patient++]!);
}

/** What the session's end at a minute costs, without the time that the provider works. */
export function endCost({ length, costs, counting }: Line, end: number): number {
  const overtime = Math.max(0, end - length);
  const presence = counting.idle === "last patient" ? end : length + overtime;
  return costs.idle * presence + costs.overtime * overtime;
}
