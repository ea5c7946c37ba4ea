import {
  requireNotNegative,
  requirePositive,
  requireShareBelowOne,
  requireSteadyState,
  requireWhole,
} from "./checks.ts";
import { blockingProbability } from "./erlang-b.ts";
import { meansFromWait, type QueueMeans } from "./little.ts";

/** Poisson arrivals, exponential service times, equal servers, one queue: M/M/c. Rates are per minute. */
export interface MMc {
  readonly arrivalRate: number;
  /** Of one server. */
  readonly serviceRate: number;
  readonly servers: number;
}

/** The steady state of an M/M/c queue. */
export interface MMcMeans extends QueueMeans {
  readonly waitingProbability: number;
  /** Share of their time that servers are busy. */
  readonly utilisation: number;
}

/**
 * Probability that an arrival to an M/M/c queue has to wait (Erlang's C formula).
 *
 * Computed through the recursion of Erlang's B formula, which stays within
 * [0, 1] at every step, so thousands of servers cause no overflow.
 *
 * @throws {RangeError} when a rate is not positive, the number of servers not a whole number from 1, or the queue
 * has no steady state (`arrivalRate >= servers * serviceRate`)
 * @example
 * waitingProbability({ arrivalRate: 0.8, serviceRate: 1, servers: 1 }) // 0.8
 * @see Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, 4th ed., section 2.3
 */
export function waitingProbability(queue: MMc): number {
  const { arrivalRate, serviceRate, servers } = queue;
  requireMMc(queue);
  const load = arrivalRate / serviceRate;
  const blocked = blockingProbability({ load, servers });
  // A sum of two positive terms: near saturation, 1 - (load / servers) * (1 - blocked) would lose its digits.
  return blocked / ((servers - load) / servers + (load / servers) * blocked);
}

/**
 * Expected wait, queue length, time and number in the system of an M/M/c queue (Erlang C).
 *
 * @throws {RangeError} as `waitingProbability` does
 * @example
 * erlangC({ arrivalRate: 0.9, serviceRate: 1, servers: 1 }) // { wait: 9.000…, sojourn: 10.00…, waiting: 8.1…, … }
 * @see Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, 4th ed., section 2.3
 */
export function erlangC(queue: MMc): MMcMeans {
  const probability = waitingProbability(queue);
  const { arrivalRate, serviceRate, servers } = queue;
  return {
    waitingProbability: probability,
    utilisation: arrivalRate / (servers * serviceRate),
    ...meansFromWait({ arrivalRate, wait: probability / spareRate(queue), service: 1 / serviceRate }),
  };
}

/**
 * Probability that an arrival to an M/M/c queue, served first come first served, waits longer than `minutes`.
 *
 * @throws {RangeError} as `waitingProbability` does, and when the minutes are negative
 * @example
 * waitTail({ arrivalRate: 0.9, serviceRate: 1, servers: 1 }, 10) // 0.331091…
 * @see Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, 4th ed., section 2.3
 */
export function waitTail(queue: MMc, minutes: number): number {
  requireNotNegative(minutes, "minutes");
  return waitingProbability(queue) * Math.exp(-spareRate(queue) * minutes);
}

/**
 * The wait that a share of the arrivals to an M/M/c queue, served first come first served, does not exceed.
 *
 * @param probability at least 0 and below 1
 * @throws {RangeError} as `waitingProbability` does, and when the probability is outside its range
 * @example
 * waitQuantile({ arrivalRate: 0.9, serviceRate: 1, servers: 1 }, 0.95) // 28.90…
 */
export function waitQuantile(queue: MMc, probability: number): number {
  requireShareBelowOne(probability, "a probability");
  return Math.max(0, Math.log(waitingProbability(queue) / (1 - probability)) / spareRate(queue));
}

/**
 * Probability that an arrival to an M/M/c queue, served first come first served, spends longer than `minutes` in
 * queue and service.
 *
 * @throws {RangeError} as `waitingProbability` does, and when the minutes are negative
 * @example
 * sojournTail({ arrivalRate: 0.9, serviceRate: 1, servers: 1 }, 10) // 0.367879…
 * @see Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, 4th ed., section 2.3
 */
export function sojournTail(queue: MMc, minutes: number): number {
  requireNotNegative(minutes, "minutes");
  const waits = waitingProbability(queue);
  const { serviceRate } = queue;
  // Wait and service are independent and exponential, with rates that may be almost equal: then the textbook's
  // difference of exponentials is 0/0. The smaller exponent goes outside, so that nothing overflows either.
  const [slow, fast] = [serviceRate, spareRate(queue)].sort((a, b) => a - b) as [number, number];
  const apart = (fast - slow) * minutes;
  const overlap = apart === 0 ? 1 : -Math.expm1(-apart) / apart;
  return Math.exp(-serviceRate * minutes) + waits * serviceRate * minutes * Math.exp(-slow * minutes) * overlap;
}

/**
 * The time in queue and service that a share of the arrivals to an M/M/c queue, served first come first served,
 * does not exceed.
 *
 * @param probability at least 0 and below 1
 * @throws {RangeError} as `waitingProbability` does, and when the probability is outside its range
 * @example
 * sojournQuantile({ arrivalRate: 0.9, serviceRate: 1, servers: 1 }, 0.95) // 29.957…
 */
export function sojournQuantile(queue: MMc, probability: number): number {
  requireMMc(queue);
  requireShareBelowOne(probability, "a probability");
  let low = 0;
  let high = 1 / queue.serviceRate;
  while (sojournTail(queue, high) > 1 - probability) high *= 2;
  // Halving ends when no number lies between the two.
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (sojournTail(queue, middle) > 1 - probability) low = middle;
    else high = middle;
  }
}

function requireMMc({ arrivalRate, serviceRate, servers }: MMc): void {
  requirePositive(arrivalRate, "an arrival rate");
  requirePositive(serviceRate, "a service rate");
  requireWhole(servers, "a number of servers", 1);
  requireSteadyState(arrivalRate / serviceRate, servers);
}

/** How much faster all servers together work than patients arrive. */
function spareRate({ arrivalRate, serviceRate, servers }: MMc): number {
  return servers * serviceRate - arrivalRate;
}
