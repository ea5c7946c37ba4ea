import { type Distribution, distribution } from "./distribution.ts";
import { needFinite, needPositive } from "./parameters.ts";

/**
 * Returns a law moved to the right by a constant: a service that takes at least so long.
 *
 * @param options.by how far, negative to the left
 * @throws {RangeError} when `by` is not finite
 * @example
 * shifted({ by: 5, of: exponential({ mean: 10 }) }).mean // 15
 */
export function shifted(options: { readonly by: number; readonly of: Distribution }): Distribution {
  const { by, of } = options;
  needFinite("a shifted law", "a shift", by);
  return distribution({
    kind: "shifted",
    parameters: options,
    mean: of.mean + by,
    sd: of.sd,
    min: of.min + by,
    max: of.max + by,
    quantile: (u) => of.quantile(u) + by,
    cdf: (x) => of.cdf(x - by),
    draw: (u) => of.draw(u) + by,
  });
}

/**
 * Returns a law whose every value is multiplied by a constant: the same work by somebody slower.
 *
 * @param options.by the factor
 * @throws {RangeError} when `by` is not a finite number above zero
 * @example
 * scaled({ by: 1.5, of: exponential({ mean: 10 }) }).mean // 15
 */
export function scaled(options: { readonly by: number; readonly of: Distribution }): Distribution {
  const { by, of } = options;
  needPositive("a scaled law", "a factor", by);
  return distribution({
    kind: "scaled",
    parameters: options,
    mean: of.mean * by,
    sd: of.sd * by,
    min: of.min * by,
    max: of.max * by,
    quantile: (u) => of.quantile(u) * by,
    cdf: (x) => of.cdf(x / by),
    draw: (u) => of.draw(u) * by,
  });
}
