/**
 * The gamma law of scale 1, to 13 digits or more for every shape.
 *
 * Our own, since the incomplete gamma function of @stdlib 0.3 is off by a percent above the mean for shapes
 * of a thousand and more.
 *
 * @module
 */

import { normalQuantile } from "./normal-law.ts";
import { deviance, lnGammaOfOnePlus, stirlingError } from "./stirling.ts";

const EPSILON = 2 ** -53;

/**
 * Returns the probability that a gamma variable of this shape and scale 1 is at most `x`.
 *
 * A power series below the mean, a continued fraction above it.
 *
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 6.5.29 and 6.5.31
 */
export function gammaCdf(shape: number, x: number): number {
  if (x <= 0) return 0;
  return x < shape + 1 ? lowerBySeries(shape, x) : 1 - upperByFraction(shape, x);
}

/** Returns the probability that a gamma variable of this shape and scale 1 is above `x`, exact in the upper tail. */
export function gammaUpperTail(shape: number, x: number): number {
  if (x <= 0) return 1;
  return x < shape + 1 ? 1 - lowerBySeries(shape, x) : upperByFraction(shape, x);
}

/**
 * Returns the quantile of the gamma law of this shape and scale 1, for 0 < u < 1.
 *
 * Newton's method on the logarithm of the nearer tail as a function of ln x. Both tails are concave there
 * (x times the hazard of a gamma law rises), so it converges from any start, and every step doubles its
 * digits.
 *
 * @example
 * gammaQuantile(1, 0.5) // 0.693147180559945…
 */
export function gammaQuantile(shape: number, u: number): number {
  // Near zero the law is a pure power; there the logarithm of x is known, x itself may be no number at all.
  const lnPower = (Math.log(u) + lnGammaOfOnePlus(shape)) / shape;
  if (lnPower < -40) return Math.exp(lnPower);

  const isLower = u < 0.5;
  const lnTarget = Math.log(isLower ? u : 1 - u);
  let x = wilsonHilferty(shape, u);
  if (!(x > 0.01 * shape)) x = Math.exp(Math.min(lnPower, Math.log(shape + 1)));
  for (let round = 0; round < 200; round++) {
    const tail = isLower ? gammaCdf(shape, x) : gammaUpperTail(shape, x);
    // A far start may be where the tail is no number any more; steps towards the middle find the way back.
    const lnStep = tail > 0 ? ((lnTarget - Math.log(tail)) * tail) / (x * gammaDensity(shape, x)) : 1;
    const step = Math.max(-2, Math.min(2, isLower ? lnStep : -lnStep));
    x *= Math.exp(step);
    // The error that is left is about the square of the step times the square root of the shape.
    if (Math.abs(step) < 1e-9) break;
  }
  return x;
}

/**
 * Returns Wilson and Hilferty's approximation of the quantile of the gamma law of this shape and scale 1.
 *
 * The cube root of a gamma variable is nearly normal, the more so the greater the shape.
 *
 * @see Wilson & Hilferty (1931), The distribution of chi-square, PNAS 17
 */
export function wilsonHilferty(shape: number, u: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(u) / (3 * Math.sqrt(shape));
  return shape * root * root * root;
}

function gammaDensity(shape: number, x: number): number {
  return (weight(shape, x) * shape) / x;
}

function lowerBySeries(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * EPSILON; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return weight(shape, x) * sum;
}

/** The continued fraction of the upper tail, evaluated from its front by Lentz's method. */
function upperByFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n++) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 2 * EPSILON) return weight(shape, x) * shape * fraction;
  }
}

/** Returns x^a e^-x / Γ(a + 1), free of the cancellation that its plain form suffers from a few hundred on. */
function weight(a: number, x: number): number {
  return Math.exp(-deviance(a, x) - stirlingError(a)) / Math.sqrt(2 * Math.PI * a);
}
