/**
 * One provider's session: patients who are to be given appointments, and what waiting, idling and overtime cost.
 *
 * Patients are seen in the order of their appointments. Patient i is ready at the later of the appointment a_i and the
 * end of the patient before; whoever does not come takes no time:
 * S_i = max(a_i + u_i, C_{i-1}), C_i = S_i + p_i.
 *
 * @module
 */

import type { Distribution } from "../random/distributions.ts";
import { minutesAllowed } from "./allowed-times.ts";

/** A patient of a session, and what is known of them beforehand. */
export interface SessionPatient {
  /** What the visit is called in plans, as `new patient`. */
  readonly type?: string;
  /** Minutes with the provider, if the patient comes. */
  readonly service: Distribution;
  /** Probability of coming: above 0, at most 1. */
  readonly show: number;
  /** Minutes after the appointment at which the patient comes, negative for early; always on the minute when absent. */
  readonly punctuality?: Distribution;
  /** Cost of a minute that this patient waits. */
  readonly wait: number;
}

/** A pause of the provider. It interrupts nobody: it begins when those with earlier appointments have been seen. */
export interface SessionBreak {
  /** Minutes after the start of the session. No appointment is given inside a break. */
  readonly start: number;
  /** Minutes. */
  readonly length: number;
}

/** When appointments may be given: every so many minutes, at certain minutes, or at any moment. */
export type AppointmentTimes =
  | { readonly kind: "grid"; readonly minutes: number }
  | { readonly kind: "slots"; readonly starts: readonly number[] }
  | { readonly kind: "any" };

/** What is counted. Papers differ in it, so every answer names it. */
export interface Counting {
  /** Waits of those who come, or of everybody who is booked: how long they would have waited. */
  readonly waits: "showing" | "booked";
  /** The sum of the waits, or their mean for a patient who comes (is booked). */
  readonly waitsAs: "sum" | "mean";
  /**
   * Idle time of the provider from the start to the end of the last patient, to the end of the session, or to the later
   * of the two. To the end of the session needs patients on the minute.
   */
  readonly idle: "last patient" | "session end" | "later of both";
}

/**
 * How expectations are found: exactly or by sample average.
 *
 * Exactly is in whole minutes (each service law rounded to them, each minute with its probability), or in continuous
 * time where all services are exponential with one mean and patients come on the minute.
 */
export type Evaluation =
  | { readonly kind: "exact" }
  | { readonly kind: "samples"; readonly count: number; readonly seed: number | string };

/** Everything that a template depends on. Plain data: it can be printed, compared and sent. */
export interface SessionProblem {
  readonly name?: string;
  /** In the order in which they are seen, unless the order is free. */
  readonly patients: readonly SessionPatient[];
  /** Whether the order is as listed, or to be found: least variance first, then exchanged while that helps. */
  readonly order: "listed" | "free";
  /** Minutes from the start to the planned end; what lies beyond is overtime. */
  readonly length: number;
  readonly times: AppointmentTimes;
  /** The last minute at which an appointment may be given; the last allowed one before the session's end when absent. */
  readonly latest?: number;
  readonly breaks: readonly SessionBreak[];
  /** Cost of a minute in which the provider is idle, and of a minute after the end of the session. */
  readonly costs: { readonly idle: number; readonly overtime: number };
  readonly counting: Counting;
  readonly evaluation: Evaluation;
}

/** Waits of showing patients, summed; idle time up to the last patient. */
export const usualCounting: Counting = { waits: "showing", waitsAs: "sum", idle: "last patient" };

/** The most patients of a session: more is no session but a mistyped number. */
export const MOST_PATIENTS = 200;

/** The longest session: a day. */
export const MOST_MINUTES = 1440;

/** The most breaks of a session. */
const MOST_BREAKS = 4;

/**
 * Says everything that makes a problem unsolvable, in words; nothing when it can be solved.
 *
 * @example
 * const { problem } = parseSession(`{ session: { patients: 3, length: 60 min, grid: 5 min }, samples: 100,
 *   service: { exponential: { mean: 15 min } }, cost: { idle: 10, overtime: 15 } }`);
 * troublesOf({ ...problem, patients: [] }) // ["a session needs at least one patient"]
 */
export function troublesOf(problem: SessionProblem): string[] {
  const { patients, length, times, latest, breaks, costs, counting, evaluation } = problem;
  const troubles: string[] = [];
  const need = (kept: boolean, trouble: string) => {
    if (!kept) troubles.push(trouble);
  };
  need(patients.length > 0, "a session needs at least one patient");
  need(patients.length <= MOST_PATIENTS, `a session holds ${MOST_PATIENTS} patients at most, got ${patients.length}`);
  need(length > 0 && length <= MOST_MINUTES, `a session lasts up to ${MOST_MINUTES} minutes, got ${length}`);
  need(latest === undefined || latest >= 0, `the last appointment cannot be at ${latest}`);
  for (const [name, cost] of Object.entries(costs)) {
    need(cost >= 0 && cost < 1e9, `the cost of ${name} must be zero or more for a minute, got ${cost}`);
  }
  need(costs.idle > 0 || costs.overtime > 0, "without a cost of idle time or overtime, nobody need ever be seen");
  patients.slice(0, MOST_PATIENTS).forEach(({ service, show, punctuality, wait }, index) => {
    const who = `patient ${index + 1}`;
    need(show > 0 && show <= 1, `${who} comes with a probability above 0 and at most 1, got ${show}`);
    need(wait >= 0 && wait < 1e9, `the cost of a minute's wait of ${who} must be zero or more, got ${wait}`);
    need(Number.isFinite(service.mean), `the service of ${who} has no mean`);
    need(service.mean > 0 && service.mean <= MOST_MINUTES, `the service of ${who} takes ${service.mean} minutes`);
    need(punctuality === undefined || Number.isFinite(punctuality.mean), `the punctuality of ${who} has no mean`);
    need(
      punctuality === undefined || counting.idle !== "session end",
      `idle time to the session's end needs patients on the minute; count it to the later of both`,
    );
  });
  if (times.kind === "grid") {
    need(times.minutes > 0 && times.minutes <= length, `a grid of ${times.minutes} minutes does not fit the session`);
  }
  if (times.kind === "slots") {
    need(times.starts.length > 0, "there is no slot");
    need(
      times.starts.every((start, index) => start >= 0 && start > (times.starts[index - 1] ?? -1)),
      "slots must be in the order of time, each once",
    );
  }
  need(breaks.length <= MOST_BREAKS, `a session has ${MOST_BREAKS} breaks at most, got ${breaks.length}`);
  breaks.forEach(({ start, length: minutes }, index) => {
    const before = breaks[index - 1];
    need(start >= 0 && minutes > 0 && start + minutes <= length, `break ${index + 1} is not within the session`);
    need(before === undefined || before.start + before.length <= start, `break ${index + 1} begins before the last`);
  });
  if (evaluation.kind === "exact" && !areExponential(patients, breaks.length)) {
    const minutes = times.kind === "grid" ? [times.minutes] : times.kind === "slots" ? times.starts : [Number.NaN];
    const all = [...minutes, ...breaks.flatMap(({ start, length }) => [start, length]), latest ?? 0];
    need(all.every(Number.isInteger), "an exact price needs a grid or slots, and breaks, of whole minutes");
  }
  if (evaluation.kind === "samples") {
    const { count } = evaluation;
    need(Number.isInteger(count) && count >= 2 && count <= 100_000, `samples are from 2 to 100000, got ${count}`);
    need(count * patients.length <= 5_000_000, `${count} samples of ${patients.length} patients are too many`);
  }
  const isFree = (minute: number) =>
    breaks.every((pause) => minute < pause.start || minute >= pause.start + pause.length);
  if (troubles.length === 0) {
    need(
      minutesAllowed(problem).some(isFree),
      "no appointment can be given: no minute that is allowed lies outside the breaks",
    );
  }
  return [...new Set(troubles)];
}

/** Whether exact prices are in continuous time: all services exponential with one mean, no breaks, patients on the minute. */
export function areExponential(
  patients: readonly Pick<SessionPatient, "service" | "punctuality">[],
  breaks: number,
): boolean {
  const mean = patients[0]?.service.mean;
  return (
    breaks === 0 &&
    patients.every(
      ({ service, punctuality }) =>
        service.kind === "exponential" && service.mean === mean && punctuality === undefined,
    )
  );
}
