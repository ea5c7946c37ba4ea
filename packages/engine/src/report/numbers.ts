import type { Estimate } from "../statistics/estimate.ts";

/** What rounding needs to know of an estimate. */
export type Interval = Pick<Estimate, "mean" | "halfWidth">;

/** How a number is written. */
export interface NumberOptions {
  /** Digits behind the point; as many as the number deserves unless given. Negative ones round to tens, hundreds … */
  readonly decimals?: number;
  /** Write a plus before what is positive. */
  readonly signed?: boolean;
}

/**
 * How many decimals a number deserves whose half-width is known.
 *
 * Two significant digits of the half-width where they begin with 10 to 35, one where they begin with more: so
 * neither is the number finer than it is known, nor is its half-width rounded by much. Negative for tens and more.
 *
 * @returns undefined when the half-width says nothing: zero, infinite or unknown
 * @example
 * decimalsKnown(0.987) // 1
 * decimalsKnown(0.69) // 1
 * decimalsKnown(0.0123) // 3
 * @see Particle Data Group (2024), Review of Particle Physics, Introduction, section 5.3: Rounding
 */
export function decimalsKnown(halfWidth: number): number | undefined {
  if (!(halfWidth > 0 && halfWidth < Infinity)) return undefined;
  const exponent = Math.floor(Math.log10(halfWidth));
  const leading = Math.round((halfWidth / 10 ** exponent) * 100);
  const oneDigit = leading >= 355 && leading < 950;
  // From 950 on it is rounded to 1.0 of the next power, which again has two digits.
  return (oneDigit ? 0 : 1) - exponent - (leading >= 950 ? 1 : 0);
}

/**
 * Writes a number as a person reads it: grouped by thousands, with a real minus.
 *
 * @returns "–" when it is NaN
 * @example
 * formatNumber(-1234.567, { decimals: 1 }) // "−1,234.6"
 * formatNumber(12.3456) // "12.3"
 * formatNumber(NaN) // "–"
 */
export function formatNumber(value: number, { decimals, signed = false }: NumberOptions = {}): string {
  if (Number.isNaN(value)) return "–";
  if (Math.abs(value) === Infinity) return value < 0 ? "−∞" : "∞";
  const digits = decimals ?? decimalsDeserved(value);
  const unit = 10 ** Math.max(0, -digits);
  const rounded = Math.round(Math.abs(value) / unit) * unit;
  const magnitude = digits < 0 ? rounded : Math.abs(value);
  const text = group(magnitude.toFixed(Math.min(Math.max(0, digits), 20)));
  const sign = /[1-9]/.test(text) ? (value < 0 ? "−" : signed ? "+" : "") : "";
  return sign + text;
}

/** Three significant digits, but never less than whole numbers, and none behind the point of a whole number. */
function decimalsDeserved(value: number): number {
  if (Number.isInteger(value)) return 0;
  return Math.min(Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))), 12);
}

function group(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
