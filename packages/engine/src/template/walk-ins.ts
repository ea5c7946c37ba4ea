/**
 * Walk-ins in the gaps of a session: places that are held for whoever comes without an appointment.
 *
 * @module
 */

import type { Distribution } from "../random/distributions.ts";
import type { SessionPatient } from "./problem.ts";

/** Who comes without an appointment, and how many places are held for them. */
export interface WalkIns {
  /** How many come in a minute, at any moment alike (a Poisson process). */
  readonly rate: number;
  readonly service: Distribution;
  /** Places, spread evenly over the session. */
  readonly gaps: number;
  /** Cost of a minute that a walk-in waits once the gap has come; what they wait for the gap is the rate's business. */
  readonly wait: number;
}

/**
 * Puts gaps for walk-ins among the patients of a session of a length in minutes.
 *
 * A gap is used when somebody waits for it. Between two gaps walk-ins come as a Poisson process has events, and each gap
 * takes one: that gives the probability of every gap. How one gap's use depends on the one before is left out.
 *
 * @throws {RangeError} when the gaps are not a whole number of one or more, or the rate is not positive
 * @example
 * const service = exponential({ mean: 12 });
 * withWalkIns([{ service, show: 0.9, wait: 1 }], { rate: 1 / 30, service, gaps: 3, wait: 0 }, 240).length // 4
 */
export function withWalkIns(patients: readonly SessionPatient[], walkIns: WalkIns, length: number): SessionPatient[] {
  const { rate, service, gaps, wait } = walkIns;
  if (!(Number.isInteger(gaps) && gaps >= 1)) throw new RangeError(`gaps are a whole number from 1, got ${gaps}`);
  if (!(rate > 0 && rate < Infinity)) throw new RangeError(`walk-ins need a rate above zero, got ${rate}`);
  const used = usesOfGaps(gaps, (rate * length) / (gaps + 1));
  const all: SessionPatient[] = [];
  let placed = 0;
  patients.forEach((patient, index) => {
    all.push(patient);
    while (placed < gaps && index + 1 >= Math.round(((placed + 1) * patients.length) / (gaps + 1))) {
      all.push({ type: "walk-in", service, show: used[placed]!, wait });
      placed++;
    }
  });
  return all;
}

/** Less probability than this is none. */
const NOTHING = 1e-12;

/** Probability that somebody waits, for each gap, when so many come between two on average. */
function usesOfGaps(gaps: number, mean: number): number[] {
  let waiting = [1];
  return Array.from({ length: gaps }, () => {
    const there: number[] = [];
    waiting.forEach((share, n) => {
      let probability = Math.exp(-mean);
      for (let come = 0; share * probability > NOTHING || come < mean; come++) {
        there[n + come] = (there[n + come] ?? 0) + share * probability;
        probability *= mean / (come + 1);
      }
    });
    const filled = Array.from(there, (share) => share ?? 0);
    const used = Math.max(NOTHING, 1 - (filled[0] ?? 0));
    waiting = [(filled[0] ?? 0) + (filled[1] ?? 0), ...filled.slice(2)];
    return Math.min(1, used);
  });
}
