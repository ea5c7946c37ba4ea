/**
 * Checks at the door of every distribution.
 *
 * Each takes the law with its article ("a gamma"), the parameter with its article ("a mean") and the value,
 * and throws a RangeError that reads as a sentence with the value in it.
 *
 * @module
 */

/** @throws {RangeError} when `value` is NaN or infinite */
export function needFinite(law: string, parameter: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${law} needs ${parameter} that is finite, got ${value}`);
}

/** @throws {RangeError} when `value` is not a finite number above zero */
export function needPositive(law: string, parameter: string, value: number): void {
  if (!(value > 0)) throw new RangeError(`${law} needs ${parameter} above zero, got ${value}`);
  needFinite(law, parameter, value);
}

/** @throws {RangeError} when `value` is not a whole number that a double holds exactly */
export function needWhole(law: string, parameter: string, value: number): void {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`${law} needs ${parameter} that is a whole number, got ${value}`);
  }
}

/** @throws {RangeError} when min and max are not finite with min below max */
export function needSpan(law: string, { min, max }: { readonly min: number; readonly max: number }): void {
  needFinite(law, "a min", min);
  needFinite(law, "a max", max);
  if (!(min < max)) throw new RangeError(`${law} needs a min below its max, got min ${min} and max ${max}`);
}
