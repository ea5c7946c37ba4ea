/**
 * How many patients to book for a session, when some do not come.
 *
 * @module
 */

import type { BestTemplateOptions } from "./options.ts";
import { MOST_PATIENTS, type SessionPatient, type SessionProblem } from "./problem.ts";
import { searchTemplate } from "./search.ts";
import { Work } from "./work.ts";

/** So many bookings, and what they are worth. */
export interface BookingsTried {
  readonly patients: number;
  /** Value of those who are expected to come, less the cost of the best template for them. */
  readonly worth: number;
  readonly times: readonly number[];
}

/** The best number of bookings, and its neighbours. */
export interface BestBookings {
  /** `unbounded` when every further booking pays: then nothing was tried. */
  readonly status: "optimal" | "feasible" | "unbounded";
  readonly best?: BookingsTried;
  /** All that were tried, from one patient on. */
  readonly tried: readonly BookingsTried[];
}

/** What a booking brings. */
export interface BookingOptions extends BestTemplateOptions {
  /** Worth of a patient who comes, in the unit of the costs. */
  readonly value: number;
}

/** So many numbers in a row that are worth less end the search: the worth rises and then falls. */
const WORSE_IN_A_ROW = 4;

/**
 * Finds how many patients of one kind to book for a session, each number with its best template.
 *
 * The patients of the problem are not looked at but for the first. When a minute of overtime costs less than a patient
 * brings in it, and nothing keeps appointments within the session, every booking pays.
 *
 * @throws {RangeError} when the problem makes no sense
 * @example
 * const { problem } = parseSession(`{ session: { patients: 3, length: 60 min, grid: 5 min }, samples: 100,
 *   service: { exponential: { mean: 15 min } }, cost: { idle: 10, overtime: 15 } }`);
 * bestBookings(problem, { value: 60 }).status // "optimal"
 */
export function bestBookings(problem: SessionProblem, options: BookingOptions): BestBookings {
  const work = new Work(options);
  const patient = problem.patients[0]!;
  if (isUnbounded(problem, patient, options.value)) return { status: "unbounded", tried: [] };
  const tried: BookingsTried[] = [];
  let best: BookingsTried | undefined;
  for (let patients = 1; patients <= MOST_PATIENTS && !work.isOver(); patients++) {
    const booked = Array.from({ length: patients }, () => patient);
    const { times, objective } = searchTemplate({ ...problem, patients: booked }, { work });
    // Cut short, its template may be far from the best.
    if (work.isOver() && best !== undefined) break;
    const found = { patients, worth: options.value * patient.show * patients - objective, times };
    tried.push(found);
    if (best === undefined || found.worth > best.worth) best = found;
    if (patients - best.patients >= WORSE_IN_A_ROW) break;
  }
  return { status: work.isOver() ? "feasible" : "optimal", ...(best && { best }), tried };
}

/** Whether a patient brings more than the overtime that they take, so that there is no best number. */
export function isUnbounded({ costs }: SessionProblem, { service }: SessionPatient, value: number): boolean {
  return value >= costs.overtime * service.mean;
}
