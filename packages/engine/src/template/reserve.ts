import chiSquareCdf from "@stdlib/stats-base-dists-chisquare-cdf";

/**
 * The fewest slots with which, on so many of the days, nobody who asks is turned away: a quantile of Poisson's law.
 *
 * P(N ≤ k) for a mean of m is P(X > 2 m), where X has the chi-square law with 2 (k + 1) degrees of freedom.
 *
 * @param requests patients who ask on a day, on average
 * @param level share of the days, from 0 up to but not including 1
 * @throws {RangeError} when one of them is something else
 * @see Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, 3rd ed., section 4.12
 * @example
 * slotsInReserve(20, 0.8) // 24
 */
export function slotsInReserve(requests: number, level: number): number {
  if (!(requests >= 0 && requests < 1e6)) {
    throw new RangeError(`requests on a day must be a number from 0 to 1e6, got ${requests}`);
  }
  if (!(level >= 0 && level < 1)) throw new RangeError(`a level must be from 0 to less than 1, got ${level}`);
  const isEnough = (slots: number) => 1 - chiSquareCdf(2 * requests, 2 * (slots + 1)) >= level;
  if (requests === 0) return 0;
  let [least, most] = [-1, Math.ceil(requests)];
  while (!isEnough(most)) [least, most] = [most, 2 * most];
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (isEnough(middle)) most = middle;
    else least = middle;
  }
  return most;
}
