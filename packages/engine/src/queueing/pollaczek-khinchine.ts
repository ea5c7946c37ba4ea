import { requireNotNegative, requirePositive, requireSteadyState } from "./checks.ts";
import { meansFromWait, type QueueMeans } from "./little.ts";

/** Poisson arrivals, one server, service times of any distribution: M/G/1. */
export interface MG1 {
  /** Per minute. */
  readonly arrivalRate: number;
  /** Mean and standard deviation of the service time, in minutes. */
  readonly service: { readonly mean: number; readonly sd: number };
}

/** The steady state of an M/G/1 queue. */
export interface MG1Means extends QueueMeans {
  readonly utilisation: number;
}

/**
 * Expected wait, queue length, time and number in the system of an M/G/1 queue (Pollaczek and Khinchine's formula).
 *
 * The spread of the service times counts as much as their length: with constant ones the wait is half as long as
 * with exponential ones.
 *
 * @throws {RangeError} when rate or mean is not positive, the standard deviation negative, or the queue has no steady
 * state (`arrivalRate * service.mean >= 1`)
 * @example
 * pollaczekKhinchine({ arrivalRate: 0.5, service: { mean: 1, sd: 0 } }) // { wait: 0.5, sojourn: 1.5, … }
 * @see Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, 4th ed., section 5.1
 */
export function pollaczekKhinchine({ arrivalRate, service: { mean, sd } }: MG1): MG1Means {
  requirePositive(arrivalRate, "an arrival rate");
  requirePositive(mean, "a mean service time");
  requireNotNegative(sd, "a standard deviation");
  const utilisation = arrivalRate * mean;
  requireSteadyState(utilisation, 1);
  const wait = (arrivalRate * (mean ** 2 + sd ** 2)) / (2 * (1 - utilisation));
  return { utilisation, ...meansFromWait({ arrivalRate, wait, service: mean }) };
}
