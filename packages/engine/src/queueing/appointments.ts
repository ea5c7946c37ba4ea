import { requireNotNegative, requirePositive } from "./checks.ts";

/** Appointments of one provider, all kept on the minute, with exponential service times. */
export interface PunctualSession {
  /** Minutes at which patients come, not decreasing. */
  readonly times: readonly number[];
  /** Per minute. */
  readonly serviceRate: number;
}

/** What is to be expected of a session, in minutes. */
export interface PunctualSessionMeans {
  /** Expected wait of each patient. */
  readonly waits: readonly number[];
  readonly meanWait: number;
  /** When the last patient leaves. */
  readonly end: number;
  /** How long the provider has nobody to see between the first appointment and the end. */
  readonly idle: number;
}

/**
 * Expected waits, idle time and end of a session of punctual patients with exponential service times.
 *
 * Exponential times have no memory, so the number present tells everything. From one appointment to the next, as
 * many patients leave as a Poisson process has events, if so many are there.
 *
 * @throws {RangeError} when there is no appointment, times decrease or are negative, or the rate is not positive
 * @example
 * const session = punctualSession({ times: [0, 1, 2], serviceRate: 1 });
 * session.waits // [0, 0.367879…, 0.638550…]
 * @see Bailey (1952), A study of queues and appointment systems in hospital out-patient departments, Journal of the
 * Royal Statistical Society B 14(2), for the question; the recursion is elementary
 */
export function punctualSession({ times, serviceRate }: PunctualSession): PunctualSessionMeans {
  requirePositive(serviceRate, "a service rate");
  requireTimes(times);
  const waits: number[] = [];
  let shares = [1];
  times.forEach((time, patient) => {
    if (patient > 0) shares = afterWork(shares, (time - times[patient - 1]!) * serviceRate);
    waits.push(expectation(shares) / serviceRate);
    shares = [0, ...shares]; // One more is present now.
  });
  const end = times.at(-1)! + expectation(shares) / serviceRate;
  return {
    waits,
    meanWait: waits.reduce((sum, wait) => sum + wait, 0) / times.length,
    end,
    // Never negative but by rounding.
    idle: Math.max(0, end - times[0]! - times.length / serviceRate),
  };
}

/** Probability of 0, 1, … present, after time for so many services on average. */
function afterWork(shares: readonly number[], services: number): number[] {
  const left = shares.map(() => 0);
  // Logarithms, so that a long gap does not lose a full waiting room to underflow.
  const logServices = Math.log(services);
  for (let done = 0, log = -services; done < shares.length - 1; done++, log += logServices - Math.log(done)) {
    const probability = Math.exp(log);
    for (let n = done + 1; n < shares.length; n++) left[n - done]! += shares[n]! * probability;
  }
  left[0] = Math.max(0, 1 - left.reduce((sum, share) => sum + share, 0));
  return left;
}

function expectation(shares: readonly number[]): number {
  return shares.reduce((sum, share, n) => sum + share * n, 0);
}

function requireTimes(times: readonly number[]): void {
  if (times.length === 0) throw new RangeError("a session needs at least one appointment");
  times.forEach((time, patient) => {
    requireNotNegative(time, "the minute of an appointment");
    const before = times[patient - 1] ?? 0;
    if (time < before) throw new RangeError(`appointments must be in the order of time, got ${time} after ${before}`);
  });
}
