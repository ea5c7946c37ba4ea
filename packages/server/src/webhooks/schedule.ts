const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds after each attempt until the next: a day in all, so that a receiver can be down for a night. */
const DELAYS = [5, 30, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 8 * HOUR] as const;

/** How much longer a wait may be: so that those who failed together do not come back together. */
const JITTER = 0.2;

/**
 * Seconds until the next attempt, after so many; undefined when it was the last.
 *
 * @param chance from 0 to 1
 */
export function secondsUntilNext(attempts: number, chance: number): number | undefined {
  const delay = DELAYS[attempts - 1];
  return delay === undefined ? undefined : Math.round(delay * (1 + JITTER * chance));
}
