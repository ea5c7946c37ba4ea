import { requireNotNegative, requirePositive } from "./checks.ts";

/**
 * Means of a queue in its steady state. Times are minutes when rates are per minute.
 *
 * Little's law ties them together: `waiting` is the arrival rate times `wait`, `present` the rate times `sojourn`.
 */
export interface QueueMeans {
  /** Expected time in the queue. */
  readonly wait: number;
  /** Expected time in the system: queue and service. */
  readonly sojourn: number;
  /** Expected number in the queue. */
  readonly waiting: number;
  /** Expected number in the system. */
  readonly present: number;
}

/**
 * Expected number present where arrivals stay for an expected time: Little's law, from time to number.
 *
 * Holds for any part of any system that is neither filling up nor running empty, whatever its distributions.
 *
 * @param flow.arrivalRate of those who enter, per minute
 * @param flow.time expected minutes that each of them stays
 * @throws {RangeError} when either is negative or not finite
 * @example
 * expectedPresent({ arrivalRate: 0.2, time: 45 }) // 9
 * @see Little (1961), A proof for the queuing formula L = λW, Operations Research 9(3)
 */
export function expectedPresent({
  arrivalRate,
  time,
}: {
  readonly arrivalRate: number;
  readonly time: number;
}): number {
  requireNotNegative(arrivalRate, "an arrival rate");
  requireNotNegative(time, "a time");
  return arrivalRate * time;
}

/**
 * Expected time that each arrival stays where an expected number is present: Little's law, from number to time.
 *
 * @param flow.arrivalRate of those who enter, per minute
 * @param flow.present expected number present
 * @throws {RangeError} when the rate is not positive, or the number is negative
 * @example
 * expectedTime({ arrivalRate: 0.2, present: 9 }) // 45
 * @see Little (1961), A proof for the queuing formula L = λW, Operations Research 9(3)
 */
export function expectedTime({
  arrivalRate,
  present,
}: {
  readonly arrivalRate: number;
  readonly present: number;
}): number {
  requirePositive(arrivalRate, "an arrival rate");
  requireNotNegative(present, "a number present");
  return present / arrivalRate;
}

/**
 * All means of a queue, from the expected wait and the expected service time of those who enter.
 *
 * @throws {RangeError} when a number is negative or not finite
 * @example
 * meansFromWait({ arrivalRate: 0.5, wait: 8, service: 4 }) // { wait: 8, sojourn: 12, waiting: 4, present: 6 }
 */
export function meansFromWait(flow: {
  readonly arrivalRate: number;
  readonly wait: number;
  readonly service: number;
}): QueueMeans {
  const { arrivalRate, wait } = flow;
  const sojourn = wait + flow.service;
  return {
    wait,
    sojourn,
    waiting: expectedPresent({ arrivalRate, time: wait }),
    present: expectedPresent({ arrivalRate, time: sojourn }),
  };
}
