import { longRunShares } from "./birth-death.ts";
import { requireNotNegative, requireWhole } from "./checks.ts";

/**
 * Probability that exactly `present` patients are there at once, when nobody ever waits for a place (M/G/∞).
 *
 * Arrivals are Poisson; the length of stay may have any distribution. The number present is then Poisson too.
 *
 * @param ward.load in erlangs: arrival rate times expected length of stay
 * @throws {RangeError} when the load is negative, or `present` not a whole number from 0
 * @example
 * presentProbability({ load: 2, present: 0 }) // 0.135335…
 * @see Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, 4th ed., section 5.2
 */
export function presentProbability({ load, present }: { readonly load: number; readonly present: number }): number {
  requireNotNegative(load, "a load");
  requireWhole(present, "a number present", 0);
  const { first, shares } = longRunShares({ rise: () => load, fall: (n) => n, mode: Math.floor(load) });
  return shares[present - first] ?? 0;
}

/**
 * Probability that a patient is delayed when `units` are planned for a ward that never really turns anybody away:
 * P(N = units) / P(N ≤ units), N being the number present.
 *
 * The same number as `blockingProbability`, which it reaches by another road.
 *
 * @param ward.load in erlangs: arrival rate times expected length of stay
 * @throws {RangeError} when the load is negative, or `units` not a whole number from 0
 * @example
 * delayProbability({ load: 8.14549, units: 10 }) // 0.12827…
 * @see Monks et al. (2016), A modelling tool for capacity planning in acute and community stroke services, BMC Health
 * Services Research 16:530
 */
export function delayProbability({ load, units }: { readonly load: number; readonly units: number }): number {
  requireNotNegative(load, "a load");
  requireWhole(units, "a number of units", 0);
  // P(N ≤ units) / P(N = units), from the last term backwards: 1 + units / load + units (units - 1) / load² + …
  let sum = 0;
  for (let n = units, term = 1; n >= 0 && term > 0; n--) {
    sum += term;
    term *= n / load;
  }
  return 1 / sum;
}
