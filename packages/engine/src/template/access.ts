/**
 * What theory says of access: how many ask for more than there is, how far ahead an office is booked, and when the
 * backlog feeds itself.
 *
 * The longer people wait for an appointment, the more of them miss it; who misses it books again; so the wait grows. Up
 * to some demand an office recovers from any backlog, beyond another it never does, and between the two it depends on
 * where it stands (Green & Savin 2008, Reducing delays for medical appointments, Operations Research 56(6)).
 *
 * @module
 */

/** The share of appointments that are missed, by whole days between asking and appointment. */
export interface NoShowCurve {
  /** Of those seen on the day on which they ask. */
  readonly sameDay: number;
  /** Where the curve of longer lead times begins (it is reached by nobody: the first of them wait a day). */
  readonly from: number;
  /** What it comes near to. */
  readonly to: number;
  /** Days over which it covers all but 1/e of the way. */
  readonly overDays: number;
}

/**
 * The share of appointments that are missed at a lead time: `to - (to - from) · exp(-days / overDays)` from one day on.
 *
 * @param days whole days between asking and appointment
 * @example
 * noShowAt({ sameDay: 0.0465, from: 0.195, to: 0.334, overDays: 8.07 }, 7) // 0.275…
 */
export function noShowAt({ sameDay, from, to, overDays }: NoShowCurve, days: number): number {
  return days < 1 ? sameDay : to - (to - from) * Math.exp(-days / overDays);
}

/**
 * The shares of a curve for 0, 1, 2 … days.
 *
 * @param mostDays the last of them, 90 unless given; as long as anybody can wait
 * @example
 * noShowShares({ sameDay: 0.0465, from: 0.195, to: 0.334, overDays: 8.07 }, 1) // [0.0465, 0.211…]
 */
export function noShowShares(curve: NoShowCurve, mostDays = 90): number[] {
  return Array.from({ length: mostDays + 1 }, (_, days) => noShowAt(curve, days));
}

/** Patients of whom each asks with the same probability on a day. */
export interface PanelDay {
  readonly panel: number;
  /** Probability that one of them asks on a day. */
  readonly asking: number;
  /** Patients who can be seen on a day. */
  readonly capacity: number;
}

/**
 * The probability that more patients of a panel ask on a day than can be seen: P(Binomial(panel, asking) > capacity).
 *
 * @throws {RangeError} when the panel or the capacity is not a whole number of zero or more, or `asking` no probability
 * @example
 * overflowProbability({ panel: 2500, asking: 0.008, capacity: 20 }) // 0.4409…
 */
export function overflowProbability({ panel, asking, capacity }: PanelDay): number {
  requireCount("a panel", panel);
  requireCount("a capacity", capacity);
  requireShare("asking", asking);
  if (asking === 0 || capacity >= panel) return 0;
  if (asking === 1) return 1;
  // In logarithms: of a large panel the probability that nobody asks is no number of its own any more.
  const odds = Math.log(asking) - Math.log1p(-asking);
  let log = panel * Math.log1p(-asking);
  let within = 0;
  for (let k = 0; k <= capacity; k++) {
    within += Math.exp(log);
    log += Math.log((panel - k) / (k + 1)) + odds;
  }
  if (within < 0.5) return 1 - within;
  // The small side is added up, that it keeps its digits.
  let beyond = 0;
  for (let k = capacity + 1; k <= panel; k++) {
    const term = Math.exp(log);
    beyond += term;
    if (term < beyond * 1e-17) break;
    log += Math.log((panel - k) / (k + 1)) + odds;
  }
  return beyond;
}

/** An office that sees so many patients a day, and what becomes of those who do not come. */
export interface BookedOffice {
  /** Patients who can be seen on a day. */
  readonly capacity: number;
  /** The share that is missed after a wait of 0, 1, 2 … days; the last for all longer waits. */
  readonly noShow: readonly number[];
  /** The share of no-shows who ask again. */
  readonly bookAgain: number;
}

/** How an office stands with its demand, in requests a day. */
export interface Stability {
  /** Below this demand an office recovers from any backlog. */
  readonly safe: number;
  /** From this demand on no backlog of a day or more ever shrinks. */
  readonly lost: number;
}

/**
 * Between which demands an office can still be saved.
 *
 * With a backlog of so many days, capacity · (1 - bookAgain · noShow) patients are done with in a day. The least of that over
 * all backlogs of a day or more is the demand that is always safe; the most, that from which all is lost.
 *
 * @throws {RangeError} when a share is none, or the capacity is not a whole number from 1
 * @example
 * const noShow = noShowShares({ sameDay: 0.0465, from: 0.195, to: 0.334, overDays: 8.07 });
 * stabilityOf({ capacity: 20, noShow, bookAgain: 0.7 }) // { safe: 15.32…, lost: 17.04… }
 */
export function stabilityOf(office: BookedOffice): Stability {
  requireOffice(office);
  const { capacity, noShow, bookAgain } = office;
  const [sameDay = 0, ...later] = noShow;
  const done = (later.length === 0 ? [sameDay] : later).map((share) => capacity * (1 - bookAgain * share));
  return { safe: Math.min(...done), lost: Math.max(...done) };
}

/** What becomes of an office with a demand. */
export type Verdict = "stable" | "bistable" | "collapses";

/**
 * Whether an office recovers from any backlog, from a small one only, or from none.
 *
 * @param demand requests a day
 * @throws {RangeError} as `stabilityOf` does
 */
export function verdictOn(office: BookedOffice, demand: number): Verdict {
  const { safe, lost } = stabilityOf(office);
  return demand < safe ? "stable" : demand < lost ? "bistable" : "collapses";
}

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

function requireOffice({ capacity, noShow, bookAgain }: BookedOffice): void {
  requireCount("a capacity", capacity);
  if (capacity === 0) throw new RangeError("a capacity must be 1 or more");
  requireShare("bookAgain", bookAgain);
  if (noShow.length === 0) throw new RangeError("noShow needs a share for those seen on the same day at least");
  for (const [days, share] of noShow.entries()) requireShare(`noShow[${days}]`, share);
}

function requireCount(what: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 0)) {
    throw new RangeError(`${what} must be a whole number of zero or more, got ${value}`);
  }
}

function requireShare(what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${what} must be between 0 and 1, got ${value}`);
}
