/**
 * How a budget of replications is best spent on several systems, of which the best is looked for.
 *
 * @module
 */

import type { Moments } from "./paired-tallies.ts";

/**
 * The share of a budget that each system should have had so far, from what is known of its distance to the best.
 *
 * Optimal computing budget allocation: whoever is near to the best or varies much beside it gets most, in proportion
 * to variance over squared distance. Under common random numbers, systems are compared with the best replication by
 * replication, so the variance is that of the difference, and the best needs as many as the neediest of the others.
 * Among all allocations it makes the probability of the likeliest wrong choice fall fastest.
 *
 * @param behind for each system its difference from the best; that of the best itself is not looked at
 * @param options.best the place of the best
 * @param options.indifference distances below this count as this, so that twins do not take everything
 * @returns shares that add up to 1
 * @example
 * const behind = [{ mean: 0, variance: 0, count: 10 }, { mean: 1, variance: 4, count: 10 }, { mean: 2, variance: 4, count: 10 }];
 * budgetShares(behind, { best: 0, indifference: 0.1 }) // [0.444…, 0.444…, 0.111…]
 * @see Chen, Lin, Yücesan & Chick (2000), Simulation budget allocation for further enhancing the efficiency of ordinal
 *   optimization, Discrete Event Dynamic Systems 10, 251–270
 * @see Fu, Hu, Chen & Xiong (2007), Simulation allocation for determining the best design in the presence of
 *   correlated sampling, INFORMS Journal on Computing 19(1), 101–111
 */
export function budgetShares(
  behind: readonly Moments[],
  { best, indifference }: { readonly best: number; readonly indifference: number },
): number[] {
  const needs = behind.map(({ mean, variance }, index) =>
    index === best ? 0 : variance / Math.max(Math.abs(mean), indifference) ** 2,
  );
  needs[best] = Math.max(...needs);
  const total = needs.reduce((sum, need) => sum + need, 0);
  return needs.map((need) => (total > 0 ? need / total : 1 / needs.length));
}
