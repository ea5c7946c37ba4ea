/**
 * The beta law between 0 and 1, to 12 digits or more.
 *
 * Our own, since a table of draws asks for thousands of quantiles, and those of @stdlib take 15 to 50 µs each.
 *
 * @module
 */

import { normalQuantile } from "./normal-law.ts";
import { deviance, stirlingError } from "./stirling.ts";

const EPSILON = 2 ** -53;

/** The two shapes of a beta law: alpha pulls towards 1, beta towards 0. */
export interface BetaShapes {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * Returns the probability that a beta variable is at most `x`: the regularised incomplete beta function.
 *
 * @example
 * betaCdf({ alpha: 2.5, beta: 3 }, 0.5) // 0.59109707489…
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.5.8
 */
export function betaCdf({ alpha, beta }: BetaShapes, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return below(alpha, beta, x, 1 - x);
}

/**
 * Returns the quantile of the beta law, for 0 < u < 1.
 *
 * @example
 * betaQuantile({ alpha: 2.5, beta: 3 }, 0.5) // 0.44866531908…
 */
export function betaQuantile({ alpha, beta }: BetaShapes, u: number): number {
  return u < 0.5 ? lowerQuantile(alpha, beta, u) : 1 - lowerQuantile(beta, alpha, 1 - u);
}

/**
 * Newton's method on ln F as a function of y = ln(x / (1 - x)).
 *
 * The logit of a beta variable has a log-concave density, whatever the shapes; so ln F is concave in y, and
 * the method converges from any start.
 */
function lowerQuantile(a: number, b: number, u: number): number {
  const lnTarget = Math.log(u);
  let y = Math.log(a / b) + normalQuantile(u) * Math.sqrt(1 / a + 1 / b);
  for (let round = 0; round < 100; round++) {
    const x = 1 / (1 + Math.exp(-y));
    const rest = 1 / (1 + Math.exp(y));
    // So far to the left that x is no number any more: the law has all but an atom at zero.
    if (x === 0) return 0;
    const probability = below(a, b, x, rest);
    const step = probability > 0 ? ((lnTarget - Math.log(probability)) * probability) / weight(a, b, x, rest) : 1;
    y += Math.max(-50, Math.min(50, step));
    if (Math.abs(step) < 1e-9) break;
  }
  return 1 / (1 + Math.exp(-y));
}

/** The distribution function at x, where x and rest = 1 - x are both given to full precision. */
function below(a: number, b: number, x: number, rest: number): number {
  const isLeft = x * (a + b + 2) < a + 1;
  return isLeft
    ? (weight(a, b, x, rest) / a) * fraction(a, b, x)
    : 1 - (weight(b, a, rest, x) / b) * fraction(b, a, rest);
}

/** The continued fraction of the incomplete beta function, from its front by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    product *= d * c;
    if (Math.abs(d * c - 1) < 4 * EPSILON) return product;
  }
}

/** Returns x^a (1 - x)^b / B(a, b), which is also the density of the logit of the variable. */
function weight(a: number, b: number, x: number, rest: number): number {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * rest);
  return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n));
}
