import { type BetaShapes, betaCdf, betaQuantile } from "../numerics/beta-law.ts";
import { type Distribution, distribution } from "./distribution.ts";
import { fastInverse } from "./fast-inverse.ts";
import { needFinite, needPositive, needSpan } from "./parameters.ts";

/** The ends of a law. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** A span with its most likely value. */
export interface SpanWithMode extends Span {
  readonly mode: number;
}

/**
 * Returns a uniform law: any value from min to max alike.
 *
 * @throws {RangeError} when min and max are not finite with min below max
 * @example
 * uniform({ min: 2, max: 6 }).quantile(0.25) // 3
 */
export function uniform(options: Span): Distribution {
  needSpan("a uniform", options);
  const { min, max } = options;
  const width = max - min;
  return distribution({
    kind: "uniform",
    parameters: options,
    mean: min + width / 2,
    sd: width / Math.sqrt(12),
    min,
    max,
    quantile: (u) => min + u * width,
    cdf: (x) => (x - min) / width,
  });
}

/**
 * Returns a triangular law: from min up to the mode and down to max.
 *
 * @throws {RangeError} when min, mode and max are not finite and in this order, or min and max are the same
 * @example
 * triangular({ min: 2, mode: 3, max: 6 }).mean // 3.666666666…
 */
export function triangular(options: SpanWithMode): Distribution {
  needMode("a triangular", options);
  const { min, mode, max } = options;
  const width = max - min;
  const left = mode - min;
  const right = max - mode;
  const share = left / width;
  return distribution({
    kind: "triangular",
    parameters: options,
    mean: min + (left + width) / 3,
    sd: Math.sqrt((left * left + left * right + right * right) / 18),
    min,
    max,
    quantile: (u) => (u < share ? min + Math.sqrt(u * width * left) : max - Math.sqrt((1 - u) * width * right)),
    cdf: (x) => (x < mode ? (x - min) ** 2 / (width * left) : 1 - (max - x) ** 2 / (width * right)),
  });
}

/** A beta law between min (0 when not given) and max (1), by mean and sd or by its two shapes. */
export type BetaOptions = { readonly min?: number; readonly max?: number } & (
  | { readonly mean: number; readonly sd: number }
  | { readonly alpha: number; readonly beta: number }
);

/**
 * Returns a beta law: a share, or a value of known ends, leaning to either side.
 *
 * @throws {RangeError} when min is not below max, a shape is not above zero, the mean is not between min and
 * max, or the sd is too large for values between min and max
 * @example
 * beta({ mean: 0.2, sd: 0.1 }).quantile(0.5) // 0.18647410258…
 * beta({ min: 5, max: 25, alpha: 2, beta: 3 }).mean // 13
 */
export function beta(options: BetaOptions): Distribution {
  const { min = 0, max = 1 } = options;
  needSpan("a beta", { min, max });
  return betaLaw(
    "beta",
    options,
    { min, max },
    "alpha" in options ? checkedShapes(options) : shapesOf(options, { min, max }),
  );
}

/**
 * Returns a PERT law: a beta law by its ends and its mode, which counts four times in the mean.
 *
 * @throws {RangeError} when min, mode and max are not finite and in this order, or min and max are the same
 * @example
 * pert({ min: 4, mode: 10, max: 22 }).mean // 11
 * @see Malcolm, Roseboom, Clark & Fazar (1959), Application of a technique for research and development program evaluation, Operations Research 7
 */
export function pert(options: SpanWithMode): Distribution {
  needMode("a PERT", options);
  const { min, mode, max } = options;
  const shapes = { alpha: 1 + (4 * (mode - min)) / (max - min), beta: 1 + (4 * (max - mode)) / (max - min) };
  return betaLaw("pert", options, options, shapes);
}

/** Below this alpha the quantiles span so many powers of ten that the table has to follow their logarithm. */
const WIDE_ALPHA = 0.5;

function betaLaw(kind: string, parameters: object, { min, max }: Span, shapes: BetaShapes): Distribution {
  const width = max - min;
  const n = shapes.alpha + shapes.beta;
  const inside = (u: number): number => betaQuantile(shapes, u);
  const fast = fastInverse(inside, { logarithmic: shapes.alpha < WIDE_ALPHA });
  return distribution({
    kind,
    parameters,
    mean: min + (width * shapes.alpha) / n,
    sd: (width / n) * Math.sqrt((shapes.alpha * shapes.beta) / (n + 1)),
    min,
    max,
    quantile: (u) => min + width * inside(u),
    cdf: (x) => betaCdf(shapes, (x - min) / width),
    draw: (u) => min + width * fast(u),
  });
}

function checkedShapes({ alpha, beta }: BetaShapes): BetaShapes {
  needPositive("a beta", "an alpha", alpha);
  needPositive("a beta", "a beta", beta);
  return { alpha, beta };
}

function shapesOf({ mean, sd }: { readonly mean: number; readonly sd: number }, { min, max }: Span): BetaShapes {
  if (!(mean > min && mean < max)) {
    throw new RangeError(`a beta needs a mean between its min ${min} and its max ${max}, got ${mean}`);
  }
  needPositive("a beta", "an sd", sd);
  const most = Math.sqrt((mean - min) * (max - mean));
  if (!(sd < most)) {
    throw new RangeError(`a beta from ${min} to ${max} with a mean of ${mean} needs an sd below ${most}, got ${sd}`);
  }
  const n = (most / sd) ** 2 - 1;
  return { alpha: (n * (mean - min)) / (max - min), beta: (n * (max - mean)) / (max - min) };
}

function needMode(law: string, { min, mode, max }: SpanWithMode): void {
  needSpan(law, { min, max });
  needFinite(law, "a mode", mode);
  if (!(mode >= min && mode <= max)) {
    throw new RangeError(`${law} needs a mode between its min ${min} and its max ${max}, got ${mode}`);
  }
}
