import { lnGammaOfOnePlus } from "../numerics/stirling.ts";
import { type Distribution, distribution } from "./distribution.ts";
import { needPositive } from "./parameters.ts";

/**
 * Returns an exponential law: the time to an event that may come in any minute alike.
 *
 * @param options its mean, or its rate (1 / mean)
 * @throws {RangeError} when the mean or rate is not a finite number above zero
 * @example
 * exponential({ mean: 10 }).quantile(0.5) // 6.931471805599…
 */
export function exponential(options: { readonly mean: number } | { readonly rate: number }): Distribution {
  if ("rate" in options) needPositive("an exponential", "a rate", options.rate);
  else needPositive("an exponential", "a mean", options.mean);
  const mean = "rate" in options ? 1 / options.rate : options.mean;
  return distribution({
    kind: "exponential",
    parameters: options,
    mean,
    sd: mean,
    min: 0,
    max: Infinity,
    // The plain logarithm is four times as fast; close to 0 it would lose digits.
    quantile: (u) => -mean * (u < 0.001 ? Math.log1p(-u) : Math.log(1 - u)),
    cdf: (x) => -Math.expm1(-x / mean),
  });
}

/** A Weibull law by shape and scale, or by mean and sd. */
export type WeibullOptions =
  | { readonly shape: number; readonly scale: number }
  | { readonly mean: number; readonly sd: number };

/**
 * Returns a Weibull law: a time to failure whose hazard rises (shape above 1) or falls (below 1).
 *
 * @throws {RangeError} when a parameter is not a finite number above zero, or when mean and sd ask for a
 * shape outside 0.05 to 1000
 * @example
 * weibull({ shape: 2, scale: 10 }).mean // 8.86226925452…
 */
export function weibull(options: WeibullOptions): Distribution {
  const { shape, scale } = "shape" in options ? checkedShapeAndScale(options) : shapeAndScaleOf(options);
  const mean = scale * Math.exp(lnGammaOfOnePlus(1 / shape));
  const sd = mean * coefficientOfVariation(shape);
  if (!Number.isFinite(sd)) {
    throw new RangeError(`a Weibull needs a shape large enough for its sd to be a number, got ${shape}`);
  }
  return distribution({
    kind: "weibull",
    parameters: options,
    mean,
    sd,
    min: 0,
    max: Infinity,
    // A power by way of its logarithm takes half the time, and loses less than a digit.
    quantile: (u) => scale * Math.exp(Math.log(-Math.log1p(-u)) / shape),
    cdf: (x) => -Math.expm1(-((x / scale) ** shape)),
  });
}

const LEAST_SHAPE = 0.05;
const MOST_SHAPE = 1000;

function checkedShapeAndScale({ shape, scale }: { readonly shape: number; readonly scale: number }) {
  needPositive("a Weibull", "a shape", shape);
  needPositive("a Weibull", "a scale", scale);
  return { shape, scale };
}

/** Finds the shape by halving its logarithm's span: the coefficient of variation falls as the shape rises. */
function shapeAndScaleOf({ mean, sd }: { readonly mean: number; readonly sd: number }) {
  needPositive("a Weibull", "a mean", mean);
  needPositive("a Weibull", "an sd", sd);
  const wanted = sd / mean;
  if (!(wanted < coefficientOfVariation(LEAST_SHAPE) && wanted > coefficientOfVariation(MOST_SHAPE))) {
    throw new RangeError(
      `a Weibull needs an sd between a thousandth and half a million times its mean, got mean ${mean} and sd ${sd}`,
    );
  }
  let low = Math.log(LEAST_SHAPE);
  let high = Math.log(MOST_SHAPE);
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (coefficientOfVariation(Math.exp(middle)) > wanted) low = middle;
    else high = middle;
  }
  const shape = Math.exp(low);
  return { shape, scale: mean / Math.exp(lnGammaOfOnePlus(1 / shape)) };
}

function coefficientOfVariation(shape: number): number {
  return Math.sqrt(Math.expm1(lnGammaOfOnePlus(2 / shape) - 2 * lnGammaOfOnePlus(1 / shape)));
}
