/** Probabilities below this share of the largest are taken as zero. */
const NEGLIGIBLE = 1e-300;

/** A guard against queues that would fill the memory: nearly saturated, with next to no impatience. */
const MOST_NUMBERS = 10_000_000;

/** A number of people that goes up and down by one, with rates that depend on it. */
export interface BirthDeath {
  /** Rate at which the number rises above n. */
  readonly rise: (n: number) => number;
  /** Rate at which the number falls below n, positive for n from 1. */
  readonly fall: (n: number) => number;
  /** The most probable number. */
  readonly mode: number;
  /** The highest number; Infinity unless given. */
  readonly last?: number;
}

/** Probabilities of the numbers first, first + 1, …; those outside are below 1e-300 of the largest. */
export interface Shares {
  readonly first: number;
  readonly shares: readonly number[];
}

/**
 * How likely each number of people is in the long run.
 *
 * Goes from the most probable number outwards, so that nothing overflows and what underflows does not matter.
 * The probabilities must fall on both sides of the mode, as in all queues of this room.
 *
 * @throws {RangeError} when more than 10,000,000 numbers are likely
 * @example
 * // One room and no queue, as much time with a patient as without.
 * longRunShares({ rise: () => 1, fall: () => 1, mode: 0, last: 1 }) // { first: 0, shares: [0.5, 0.5] }
 * @see Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, 4th ed., section 2.1
 */
export function longRunShares({ rise, fall, mode, last = Infinity }: BirthDeath): Shares {
  const above = weightsAway((step) => (mode + step <= last ? rise(mode + step - 1) / fall(mode + step) : 0));
  const below = weightsAway((step) => (step <= mode ? fall(mode - step + 1) / rise(mode - step) : 0));
  const weights = below.reverse().concat(1, above);
  // The smallest first, so that they are not lost among the large ones.
  const total = Float64Array.from(weights)
    .sort()
    .reduce((sum, weight) => sum + weight, 0);
  return { first: mode - below.length, shares: weights.map((weight) => weight / total) };
}

/** Weights 1, 2, … steps away from the mode, each the last one times a ratio, until they do not matter any more. */
function weightsAway(ratio: (step: number) => number): number[] {
  const weights: number[] = [];
  for (let step = 1, weight = ratio(1); weight > NEGLIGIBLE; step++, weight *= ratio(step)) {
    weights.push(weight);
    if (weights.length > MOST_NUMBERS) {
      throw new RangeError(`a queue must be so short that at most ${MOST_NUMBERS} lengths are likely; this one is not`);
    }
  }
  return weights;
}
