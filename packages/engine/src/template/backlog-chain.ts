/**
 * The backlog of an office from day to day, as a Markov chain.
 *
 * @module
 */

import { type BookedOffice, requireCount, requireOffice } from "./access.ts";

/** The backlog of an office as it goes from day to day. */
export interface BacklogOptions extends BookedOffice {
  /** Mean number of requests a day; their number is Poisson. */
  readonly demand: number;
  /** The longest backlog that is told apart, in days; 60 unless given. Who asks beyond it goes elsewhere. */
  readonly mostDays?: number;
}

/** Less probable states are passed over. */
const NEGLIGIBLE = 1e-18;
/** After so many days a backlog that has not settled will not do so soon. */
const MOST_DAYS = 20_000;

/**
 * The backlog before the first patient of each day, as a Markov chain: patients booked ahead, today's included.
 *
 * Of a backlog b, min(b, capacity) have their appointments today. Each of them misses it with the probability that belongs to
 * a lead time of ⌊b / capacity⌋ days, and asks again with `bookAgain`; new requests are Poisson.
 */
export class BacklogChain {
  readonly #options: BacklogOptions;
  readonly #most: number;
  /** What comes in during a day, by how many have appointments and by their lead time: probabilities from 0 on. */
  readonly #incoming = new Map<number, Float64Array>();
  readonly #demand: Float64Array;

  /**
   * @throws {RangeError} when a share is none, the capacity is not a whole number from 1, or the demand not zero to 1,000
   * @example
   * const noShow = noShowShares({ sameDay: 0.0465, from: 0.195, to: 0.334, overDays: 8.07 });
   * const chain = new BacklogChain({ capacity: 20, noShow, bookAgain: 0.7, demand: 15 });
   * chain.stationaryMean() // 17.44…
   */
  constructor(options: BacklogOptions) {
    requireOffice(options);
    const { demand, capacity, mostDays = 60 } = options;
    if (!(demand >= 0 && demand <= 1000)) throw new RangeError(`a demand must be 0 to 1,000 a day, got ${demand}`);
    requireCount("the longest backlog", mostDays);
    this.#options = options;
    this.#most = capacity * Math.max(mostDays, 1);
    this.#demand = poissonProbabilities(demand);
  }

  /**
   * The probability that the backlog is below a limit after some days.
   *
   * @param from patients booked ahead at the start
   * @throws {RangeError} when one of them is not a whole number of zero or more
   */
  probabilityUnder({
    limit,
    ...start
  }: {
    readonly limit: number;
    readonly from: number;
    readonly days: number;
  }): number {
    requireCount("a limit", limit);
    return this.#after(start)
      .subarray(0, limit)
      .reduce((sum, probability) => sum + probability, 0);
  }

  /**
   * The expected backlog after some days.
   *
   * @param from patients booked ahead at the start
   * @throws {RangeError} when one of them is not a whole number of zero or more
   */
  meanAfter(start: { readonly from: number; readonly days: number }): number {
    return meanOf(this.#after(start));
  }

  /**
   * The long-run mean of the backlog; NaN when it does not settle within 20,000 days from an empty book.
   *
   * Of a bistable office it is the mean over both of its states, which it may take years to change between; ask
   * `probabilityUnder` there.
   */
  stationaryMean(): number {
    let now = this.#certain(0);
    for (let day = 0; day < MOST_DAYS; day++) {
      const next = this.#nextDay(now);
      const change = next.reduce((sum, probability, state) => sum + Math.abs(probability - now[state]!), 0);
      now = next;
      if (change < 1e-13) return meanOf(now);
    }
    return Number.NaN;
  }

  #after({ from, days }: { readonly from: number; readonly days: number }): Float64Array {
    requireCount("a backlog", from);
    requireCount("a number of days", days);
    let now = this.#certain(Math.min(from, this.#most));
    for (let day = 0; day < days; day++) now = this.#nextDay(now);
    return now;
  }

  #certain(backlog: number): Float64Array {
    const now = new Float64Array(this.#most + 1);
    now[backlog] = 1;
    return now;
  }

  #nextDay(now: Float64Array): Float64Array {
    const { capacity } = this.#options;
    const next = new Float64Array(now.length);
    for (let backlog = 0; backlog < now.length; backlog++) {
      const probability = now[backlog]!;
      if (probability < NEGLIGIBLE) continue;
      const seen = Math.min(backlog, capacity);
      const incoming = this.#incomingAt(backlog);
      for (let k = 0; k < incoming.length; k++) {
        next[Math.min(backlog - seen + k, this.#most)]! += probability * incoming[k]!;
      }
    }
    return next;
  }

  /** New requests, and those of today's patients who miss their appointments and ask again. */
  #incomingAt(backlog: number): Float64Array {
    const { capacity, noShow, bookAgain } = this.#options;
    // From a full day on only the lead time tells backlogs apart.
    const key = backlog < capacity ? backlog : capacity * Math.floor(backlog / capacity);
    const known = this.#incoming.get(key);
    if (known !== undefined) return known;
    const waited = Math.min(Math.floor(backlog / capacity), noShow.length - 1);
    const share = bookAgain * noShow[waited]!;
    const again = binomialProbabilities(Math.min(backlog, capacity), share);
    const incoming = new Float64Array(again.length + this.#demand.length - 1);
    for (const [k, one] of again.entries()) {
      for (const [j, other] of this.#demand.entries()) incoming[k + j]! += one * other;
    }
    this.#incoming.set(key, incoming);
    return incoming;
  }
}

function meanOf(probabilities: Float64Array): number {
  return probabilities.reduce((sum, probability, state) => sum + state * probability, 0);
}

/** Probabilities of 0, 1, 2 … events, as far as they matter. */
function poissonProbabilities(mean: number): Float64Array {
  const length = Math.ceil(mean + 12 * Math.sqrt(mean) + 30);
  let log = -mean;
  return Float64Array.from({ length }, (_, k) => {
    const probability = Math.exp(log);
    log += Math.log(mean / (k + 1));
    return probability;
  });
}

/** Probabilities of 0 to n, one trial after the other. */
function binomialProbabilities(n: number, share: number): Float64Array {
  const found = new Float64Array(n + 1);
  found[0] = 1;
  for (let trial = 1; trial <= n; trial++) {
    for (let k = trial; k > 0; k--) found[k] = found[k]! * (1 - share) + found[k - 1]! * share;
    found[0]! *= 1 - share;
  }
  return found;
}
