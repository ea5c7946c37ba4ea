import { gammaCdf, gammaQuantile, wilsonHilferty } from "../numerics/gamma-law.ts";
import { type Distribution, distribution } from "./distribution.ts";
import { fastInverse } from "./fast-inverse.ts";
import { needPositive, needWhole } from "./parameters.ts";

/** A gamma law by mean and sd, by mean and shape, or by shape and scale. */
export type GammaOptions =
  | { readonly mean: number; readonly sd: number }
  | { readonly mean: number; readonly shape: number }
  | { readonly shape: number; readonly scale: number };

/** From this shape on Wilson and Hilferty's formula is itself within a millionth (but for the far tails), and needs no table. */
const NEARLY_NORMAL_SHAPE = 20_000;
const FAR_TAIL = 1e-9;
/** Below this shape the quantiles span so many powers of ten that the table has to follow their logarithm. */
const WIDE_SHAPE = 0.5;

/**
 * Returns a gamma law: skewed times above zero; shape 1 is the exponential law.
 *
 * @throws {RangeError} when a parameter is not a finite number above zero
 * @example
 * gamma({ mean: 18, sd: 9 }).quantile(0.5) // 16.524273369…
 */
export function gamma(options: GammaOptions): Distribution {
  return gammaLaw("gamma", options, shapeAndScale(options));
}

/**
 * Returns an Erlang law: the sum of `shape` exponential stages of the same mean, with the given mean in all.
 *
 * @throws {RangeError} when the mean is not above zero, or the shape is not a whole number above zero
 * @example
 * erlang({ mean: 12, shape: 4 }).sd // 6
 */
export function erlang(options: { readonly mean: number; readonly shape: number }): Distribution {
  needPositive("an Erlang", "a mean", options.mean);
  needPositive("an Erlang", "a shape", options.shape);
  needWhole("an Erlang", "a shape", options.shape);
  return gammaLaw("erlang", options, { shape: options.shape, scale: options.mean / options.shape });
}

function gammaLaw(
  kind: string,
  parameters: object,
  { shape, scale }: { readonly shape: number; readonly scale: number },
): Distribution {
  const quantile = (u: number): number => scale * gammaQuantile(shape, u);
  return distribution({
    kind,
    parameters,
    mean: shape * scale,
    sd: Math.sqrt(shape) * scale,
    min: 0,
    max: Infinity,
    quantile,
    cdf: (x) => gammaCdf(shape, x / scale),
    draw:
      shape >= NEARLY_NORMAL_SHAPE
        ? (u) => (u > FAR_TAIL && u < 1 - FAR_TAIL ? scale * wilsonHilferty(shape, u) : quantile(u))
        : fastInverse(quantile, { logarithmic: shape < WIDE_SHAPE }),
  });
}

function shapeAndScale(options: GammaOptions): { shape: number; scale: number } {
  if ("scale" in options) {
    needPositive("a gamma", "a shape", options.shape);
    needPositive("a gamma", "a scale", options.scale);
    return { shape: options.shape, scale: options.scale };
  }
  needPositive("a gamma", "a mean", options.mean);
  if ("shape" in options) {
    needPositive("a gamma", "a shape", options.shape);
    return { shape: options.shape, scale: options.mean / options.shape };
  }
  needPositive("a gamma", "an sd", options.sd);
  const shape = (options.mean / options.sd) ** 2;
  return { shape, scale: options.mean / shape };
}
