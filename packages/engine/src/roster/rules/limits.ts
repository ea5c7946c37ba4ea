/**
 * What rules that limit a number have in common: at least, at most, and what each one outside costs.
 *
 * @module
 */

import type { Limits } from "../roster-model.ts";

/** How many there may be; without a price none may be outside. */
export interface LimitParameters {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  /** Dollars for each one too few or too many. */
  readonly price?: number | undefined;
}

/** For the solver. */
export function limitsOf({ atLeast, atMost, price = Infinity }: LimitParameters): Limits {
  return {
    ...(atLeast === undefined ? {} : { min: atLeast, costPerUnder: price }),
    ...(atMost === undefined ? {} : { max: atMost, costPerOver: price }),
  };
}

/** For the judge: whether a number is too small or too large, and what that costs; undefined when it is right. */
export function outside(
  count: number,
  { atLeast = -Infinity, atMost = Infinity, price = Infinity }: LimitParameters,
): { readonly words: string; readonly cost: number } | undefined {
  if (count < atLeast) return { words: `at least ${atLeast}`, cost: (atLeast - count) * price };
  if (count > atMost) return { words: `at most ${atMost}`, cost: (count - atMost) * price };
  return undefined;
}

/** `at least 2 and at most 5`, for the reason of a term. */
export function limitWords({ atLeast, atMost }: LimitParameters, unit = ""): string {
  const words = [
    atLeast === undefined ? [] : [`at least ${atLeast}${unit}`],
    atMost === undefined ? [] : [`at most ${atMost}${unit}`],
  ];
  return words.flat().join(" and ");
}
