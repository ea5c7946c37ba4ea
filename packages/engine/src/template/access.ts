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

/** @throws {RangeError} when it is no office */
export function requireOffice({ capacity, noShow, bookAgain }: BookedOffice): void {
  requireCount("a capacity", capacity);
  if (capacity === 0) throw new RangeError("a capacity must be 1 or more");
  requireShare("bookAgain", bookAgain);
  if (noShow.length === 0) throw new RangeError("noShow needs a share for those seen on the same day at least");
  for (const [days, share] of noShow.entries()) requireShare(`noShow[${days}]`, share);
}

/** @throws {RangeError} when it is no whole number of zero or more */
export function requireCount(what: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 0)) {
    throw new RangeError(`${what} must be a whole number of zero or more, got ${value}`);
  }
}

function requireShare(what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${what} must be between 0 and 1, got ${value}`);
}
