import { type Distribution, distribution } from "./distribution.ts";
import { needFinite, needWhole } from "./parameters.ts";

/**
 * Returns the law of a value that is always the same.
 *
 * @throws {RangeError} when the value is not finite
 * @example
 * constant({ value: 12 }).quantile(0.9) // 12
 */
export function constant(options: { readonly value: number }): Distribution {
  const { value } = options;
  needFinite("a constant", "a value", value);
  return distribution({
    kind: "constant",
    parameters: options,
    mean: value,
    sd: 0,
    min: value,
    max: value,
    quantile: () => value,
    cdf: () => 1,
  });
}

/**
 * Returns the law of a whole number from min to max, both included, each alike: a die, or a day of the week.
 *
 * @throws {RangeError} when min and max are not whole numbers, or min is above max
 * @example
 * whole({ min: 1, max: 6 }).mean // 3.5
 */
export function whole(options: { readonly min: number; readonly max: number }): Distribution {
  const { min, max } = options;
  needWhole("a whole number", "a min", min);
  needWhole("a whole number", "a max", max);
  if (!(min <= max))
    throw new RangeError(`a whole number needs a min not above its max, got min ${min} and max ${max}`);
  const count = max - min + 1;
  return distribution({
    kind: "whole",
    parameters: options,
    mean: (min + max) / 2,
    sd: Math.sqrt((count * count - 1) / 12),
    min,
    max,
    quantile: (u) => min + rankOf(u, count),
    cdf: (x) => (Math.floor(x) - min + 1) / count,
    draw: (u) => min + Math.floor(u * count),
  });
}

/**
 * Returns the least rank, from 0, of `count` equal chances whose share of the whole, (rank + 1) / count,
 * reaches `u`.
 *
 * @example
 * rankOf(0.5, 6) // 2
 */
export function rankOf(u: number, count: number): number {
  let rank = Math.max(0, Math.ceil(u * count) - 1);
  // The product may be rounded over a border that the quotient does not cross.
  if (rank > 0 && rank / count >= u) rank--;
  else if ((rank + 1) / count < u) rank++;
  return rank;
}
