/**
 * Laws of chance in whole minutes.
 *
 * @module
 */

import type { Distribution } from "../random/distributions.ts";

/** Probabilities of whole minutes from `first` on. */
export interface MinuteLaw {
  readonly first: number;
  readonly shares: Float64Array;
}

/** Less probability than this in a tail is left out; the rest is brought to one. */
const TAIL = 1e-9;

/** The widest law: whoever takes longer than ten days has another trouble. */
const MOST_MINUTES_OF_A_LAW = 14_400;

/**
 * Rounds a law to whole minutes: minute k has the probability of all from half a minute before to half a minute after.
 *
 * Tails of less than 1e-9 are dropped and the rest brought to one.
 *
 * @throws {RangeError} when the law reaches beyond all that a session could last
 * @example
 * inWholeMinutes(constant({ value: 6 })) // { first: 6, shares: [1] }
 */
export function inWholeMinutes(law: Distribution): MinuteLaw {
  const first = Math.round(law.min === -Infinity ? law.quantile(TAIL) : law.min);
  const last = Math.round(law.max === Infinity ? law.quantile(1 - TAIL) : law.max) + 1;
  if (!(last - first <= MOST_MINUTES_OF_A_LAW)) {
    throw new RangeError(`a law of ${law.kind} is too wide to be counted in minutes: from ${first} to ${last}`);
  }
  const shares: number[] = [];
  let below = 0;
  for (let minute = first; minute <= last; minute++) {
    // Half minutes belong to the minute above, as rounding has it.
    const reached = law.cdf(minute + 0.5);
    shares.push(reached - below);
    below = reached;
    if (1 - reached < TAIL) break;
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  return trimmed({ first, shares: Float64Array.from(shares, (share) => share / total) });
}

/** The law of somebody who comes with a probability, and takes no time otherwise; nobody takes less than none. */
export function withNoShow({ first, shares }: MinuteLaw, show: number): MinuteLaw {
  const last = Math.max(0, first + shares.length - 1);
  const whole = new Float64Array(last + 1);
  shares.forEach((share, index) => {
    whole[Math.max(0, first + index)]! += show * share;
  });
  whole[0]! += 1 - show;
  return trimmed({ first: 0, shares: whole });
}

/** Mean of a law in whole minutes. */
export function meanOf({ first, shares }: MinuteLaw): number {
  return shares.reduce((sum, share, index) => sum + share * (first + index), 0);
}

/** Probability below this is as good as none: no hundred patients bring it to a figure that is shown. */
const NOTHING = 1e-14;

/** A law without the ends that have no probability. */
export function trimmed({ first, shares }: MinuteLaw): MinuteLaw {
  let begin = 0;
  let end = shares.length;
  while (begin < end - 1 && shares[begin]! < NOTHING) begin++;
  while (end > begin + 1 && shares[end - 1]! < NOTHING) end--;
  return { first: first + begin, shares: shares.subarray(begin, end) };
}
