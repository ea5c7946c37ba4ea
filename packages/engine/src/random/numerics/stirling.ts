/**
 * The gamma function by Stirling's formula, split so that laws with large parameters lose no digits.
 *
 * Densities are differences of huge logarithms. Loader's way is to take the differences on paper: what is
 * left is a `deviance`, which is zero at the mode, and the small `stirlingError`.
 *
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 * @module
 */

const HALF_LN_TWO_PI = 0.9189385332046728;

/**
 * Returns the natural logarithm of Γ(1 + a), for a above -1 and, for the precision, not below -0.5.
 *
 * @example
 * Math.exp(lnGammaOfOnePlus(4)) // 24.000…
 */
export function lnGammaOfOnePlus(a: number): number {
  if (a < 0.5) return lnGammaOfOnePlus(a + 1) - Math.log1p(a);
  return HALF_LN_TWO_PI + (a + 0.5) * Math.log(a) - a + stirlingError(a);
}

/**
 * Returns a ln(a / x) + x - a for positive numbers, by a series where the two nearly agree.
 *
 * @example
 * deviance(2, 1) // 0.386294361119890…
 */
export function deviance(a: number, x: number): number {
  const v = (a - x) / (a + x);
  if (Math.abs(v) > 0.1) return a * Math.log(a / x) + x - a;
  let sum = (a - x) * v;
  let term = 2 * a * v;
  for (let n = 3; ; n += 2) {
    term *= v * v;
    const next = sum + term / n;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * Returns what Stirling's formula leaves out: ln Γ(a + 1) - (a + 1/2) ln a + a - ln(2π) / 2, for a above 0.
 *
 * @example
 * stirlingError(1) // 0.081061466795327…
 */
export function stirlingError(a: number): number {
  let left = 0;
  while (a < 10) {
    left += (a + 0.5) * Math.log1p(1 / a) - 1;
    a++;
  }
  const s = 1 / (a * a);
  const series =
    1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))));
  return left + series / a;
}
