import type { DifferenceEstimate } from "../experiment/results.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { decimalsKnown, formatNumber, type Interval } from "./numbers.ts";

/** How a result is put into words. */
export interface WordingOptions {
  /** Writes minutes since the start of the run as the time on a clock; they stay minutes unless given. */
  readonly clock?: (minute: number) => string;
  /** "min" rather than "minutes"; for tables. */
  readonly brief?: boolean;
  /** Leaves out the unit, but for "$" and "%"; for a row of a table that has it in another cell. */
  readonly bare?: boolean;
}

/** How numbers of a unit are shown. */
interface Shown {
  readonly factor: number;
  /** Signs that belong to the number, such as "$" and " %". */
  readonly before?: string;
  readonly behind?: string;
  readonly after: string;
  readonly brief: string;
}

const DAY = 1440;

/** From so many minutes on, days say more. */
const MANY_MINUTES = 2 * DAY;

/**
 * An estimate, rounded by what is known of it: shares in per cent, minutes as days from two days on.
 *
 * @param unit of the measure: "min", "clock", "share", "$", "d", or what is counted
 * @example
 * formatEstimate({ mean: 6.489, halfWidth: 0.987 }, "min") // "6.5 ± 1.0 minutes"
 * formatEstimate({ mean: 0.8734, halfWidth: 0.0123 }, "share") // "87.3 ± 1.2 %"
 * formatEstimate({ mean: -1234.5, halfWidth: 56 }, "$") // "−$1,230 ± 60"
 * formatEstimate({ mean: 12, halfWidth: Infinity }, "patients") // "12 patients"
 */
export function formatEstimate(interval: Interval, unit: string, options: WordingOptions = {}): string {
  const { mean, halfWidth } = interval;
  if (Number.isNaN(mean)) return "–";
  if (unit !== "clock" || options.clock === undefined) return write(interval, shownAs(unit, mean), options);
  if (halfWidth === Infinity) return options.clock(mean);
  return `${options.clock(mean)} ± ${formatValue(halfWidth, "min", { ...options, bare: false, like: interval })}`;
}

/**
 * One number of a measure: a percentile, the smallest or the largest.
 *
 * @param options.like the interval whose rounding it follows
 * @example
 * formatValue(6.489, "min", { like: { mean: 6, halfWidth: 0.9 } }) // "6.5 minutes"
 * formatValue(6.489, "min", { like: { mean: 6, halfWidth: 0.9 }, bare: true }) // "6.5"
 */
export function formatValue(
  value: number,
  unit: string,
  { like, ...options }: WordingOptions & { readonly like: Interval },
): string {
  if (Number.isNaN(value)) return "–";
  if (unit === "clock" && options.clock !== undefined) return options.clock(value);
  const shown = shownAs(unit, like.mean);
  return dress(formatNumber(value * shown.factor, roundedBy(like.halfWidth * shown.factor)), shown, options);
}

/**
 * An estimate as part of a sentence, with how it came about.
 *
 * @example
 * const wait = { mean: 6.489, sd: 5, halfWidth: 0.987, confidence: 0.95, replications: 100 };
 * estimateInWords(wait, "min") // "6.5 ± 1.0 minutes (95 %, 100 replications)"
 */
export function estimateInWords(estimate: Estimate, unit: string, options: WordingOptions = {}): string {
  const { replications, missing = 0, confidence } = estimate;
  if (replications === 0) return `undefined in ${countReplications(missing)}`;
  const level = replications === 1 ? "no interval" : formatShare(confidence);
  const others = missing > 0 ? `, undefined in ${formatNumber(missing)} more` : "";
  return `${formatEstimate(estimate, unit, options)} (${level}, ${countReplications(replications)}${others})`;
}

/**
 * A paired difference in words that claim no more than its interval.
 *
 * @example
 * const less = { mean: -4.24, sd: 3, halfWidth: 0.69, confidence: 0.95, replications: 100, measurable: true };
 * differenceInWords(less, "min") // "4.2 ± 0.7 minutes less"
 * differenceInWords({ ...less, mean: 0.2, measurable: false }, "min") // "no measurable difference (+0.2 ± 0.7 minutes)"
 */
export function differenceInWords(difference: DifferenceEstimate, unit: string, options: WordingOptions = {}): string {
  const { mean, halfWidth, replications, measurable } = difference;
  if (replications === 0) return "nothing to compare";
  if (replications === 1) return `${formatDifference(difference, unit, options)} in a single replication`;
  if (mean === 0 && halfWidth === 0) return "no difference in any replication";
  if (!measurable) return `no measurable difference (${formatDifference(difference, unit, options)})`;
  const [more, less] = unit === "clock" ? ["later", "earlier"] : ["more", "less"];
  return `${write({ mean: Math.abs(mean), halfWidth }, differenceShownAs(unit, mean), options)} ${mean > 0 ? more : less}`;
}

/**
 * A difference as a number with its sign.
 *
 * @example
 * formatDifference({ mean: 0.031, halfWidth: 0.005 }, "share") // "+3.1 ± 0.5 percentage points"
 */
export function formatDifference(difference: Interval, unit: string, options: WordingOptions = {}): string {
  return write(difference, differenceShownAs(unit, difference.mean), { ...options, signed: true });
}

/**
 * A share in per cent.
 *
 * @example
 * formatShare(0.95) // "95 %"
 */
export function formatShare(share: number): string {
  return `${Number((share * 100).toFixed(6))} %`;
}

/** "1 replication", "1,000 replications". */
export function countReplications(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? "replication" : "replications"}`;
}

const minutes: Shown = { factor: 1, after: " minutes", brief: " min" };
const days: Shown = { factor: 1, after: " days", brief: " d" };
const points: Shown = { factor: 100, after: " percentage points", brief: " points" };

function shownAs(unit: string, mean: number): Shown {
  if (unit === "min" || unit === "clock") return Math.abs(mean) < MANY_MINUTES ? minutes : { ...days, factor: 1 / DAY };
  if (unit === "share") return { factor: 100, behind: " %", after: "", brief: "" };
  if (unit === "$") return { factor: 1, before: "$", after: "", brief: "" };
  return unit === "d" ? days : { factor: 1, after: ` ${unit}`, brief: ` ${unit}` };
}

function differenceShownAs(unit: string, mean: number): Shown {
  return unit === "share" ? points : shownAs(unit, mean);
}

function write(
  { mean, halfWidth }: Interval,
  shown: Shown,
  { signed = false, ...options }: WordingOptions & { readonly signed?: boolean },
): string {
  const rounding = roundedBy(halfWidth * shown.factor);
  const middle = formatNumber(mean * shown.factor, { ...rounding, signed });
  if (halfWidth === Infinity) return dress(middle, shown, options);
  return dress(`${middle} ± ${formatNumber(halfWidth * shown.factor, rounding)}`, shown, options);
}

/** Puts the unit around a number; a sign stays in front. */
function dress(number: string, shown: Shown, { brief = false, bare = false }: WordingOptions): string {
  const [, sign, rest] = /^([−+]?)(.*)$/s.exec(number)!;
  const unit = bare ? "" : brief ? shown.brief : shown.after;
  return `${sign}${shown.before ?? ""}${rest}${shown.behind ?? ""}${unit}`;
}

function roundedBy(halfWidth: number): { readonly decimals?: number } {
  const decimals = decimalsKnown(halfWidth);
  return decimals === undefined ? {} : { decimals };
}
