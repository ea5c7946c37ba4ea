import { type Distribution, distribution } from "./distribution.ts";
import { sumOfWeights } from "./empirical.ts";
import { fastInverse } from "./fast-inverse.ts";

/** Laws, and how often each is the one. */
export interface MixtureOptions {
  /** One for each component; any unit, they are divided by their sum. */
  readonly weights: readonly number[];
  readonly components: readonly Distribution[];
}

/**
 * Returns a mixture: each value comes from one of the components, chosen by weight.
 *
 * A draw inverts the distribution function of the whole mixture, so it takes one uniform number like any
 * other draw, and rises with it.
 *
 * @throws {RangeError} when there are not as many weights as components, or the weights are negative or all
 * zero
 * @example
 * mixture({ weights: [3, 1], components: [constant({ value: 5 }), exponential({ mean: 25 })] }).mean // 10
 */
export function mixture(options: MixtureOptions): Distribution {
  const { weights, components } = options;
  if (weights.length !== components.length) {
    throw new RangeError(
      `a mixture needs as many weights as components, got ${weights.length} and ${components.length}`,
    );
  }
  const total = sumOfWeights("a mixture", weights);
  const parts = components
    .map((component, i) => ({ component, share: weights[i]! / total }))
    .filter(({ share }) => share > 0);

  const mean = parts.reduce((sum, { component, share }) => sum + share * component.mean, 0);
  const variance = parts.reduce(
    (sum, { component, share }) => sum + share * (component.sd ** 2 + (component.mean - mean) ** 2),
    0,
  );
  const cdf = (x: number): number =>
    Math.min(
      1,
      parts.reduce((sum, { component, share }) => sum + share * component.cdf(x), 0),
    );
  const quantile = (u: number): number => {
    // The mixture reaches u somewhere between the first and the last component to do so.
    const quantiles = parts.map(({ component }) => component.quantile(u));
    const span = firstToReach(cdf, u, { low: Math.min(...quantiles), high: Math.max(...quantiles) });
    if (!(cdf(span.high) - cdf(span.low) > JUMP)) return span.high;
    // A value that has a probability of its own: the component that it comes from knows it to the last digit.
    const values = parts.map(({ component }) => component.quantile(component.cdf(span.high)));
    return Math.min(span.high, ...values.filter((x) => x >= span.low && cdf(x) >= u));
  };
  return distribution({
    kind: "mixture",
    parameters: options,
    mean,
    sd: Math.sqrt(variance),
    min: Math.min(...parts.map(({ component }) => component.min)),
    max: Math.max(...parts.map(({ component }) => component.max)),
    quantile,
    cdf,
    draw: fastInverse(quantile),
  });
}

/** More probability than this between two neighbouring numbers is a jump, not rounding. */
const JUMP = 1e-12;

/**
 * Narrows low and high down to the place where a rising function reaches `u`; jumps and flat parts are allowed.
 *
 * False position with the Illinois rule is fast where the function is smooth; every third round halves the
 * span, which nothing can stop from shrinking.
 */
function firstToReach(f: (x: number) => number, u: number, span: Span): Span {
  let { low, high } = span;
  let below = f(low) - u;
  if (below >= 0) return { low, high: low };
  let above = f(high) - u;
  let lastSide = 0;
  for (let round = 1; high - low > 4e-16 * Math.max(Math.abs(low), Math.abs(high)); round++) {
    const secant = low - (below * (high - low)) / (above - below);
    const isInside = round % 3 !== 0 && secant > low && secant < high;
    const x = isInside ? secant : low + (high - low) / 2;
    if (!(x > low && x < high)) break;
    const miss = f(x) - u;
    if (miss < 0) {
      low = x;
      below = miss;
      if (lastSide === -1) above /= 2;
      lastSide = -1;
    } else {
      high = x;
      above = miss;
      if (lastSide === 1) below /= 2;
      lastSide = 1;
    }
  }
  return { low, high };
}

interface Span {
  readonly low: number;
  readonly high: number;
}
