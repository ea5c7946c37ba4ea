import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile } from "./beta-law.ts";
import { gammaCdf, gammaQuantile, gammaUpperTail, wilsonHilferty } from "./gamma-law.ts";
import { momentsOf } from "./moments.ts";
import { normalCdf, normalQuantile } from "./normal-law.ts";
import { deviance, lnGammaOfOnePlus, stirlingError } from "./stirling.ts";

// All expected values: mpmath, 60 digits.

/** Expects the same number but for its last digits. */
function expectClose(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

describe("the normal law", () => {
  it.each([
    [1e-300, -37.0470962993612],
    [1e-100, -21.273453560965326],
    [1e-20, -9.262340089798407],
    [1e-9, -5.9978070150076865],
    [0.02, -2.053748910631823],
    [0.0749, -1.4402382675279637],
    [0.0751, -1.43882539275254],
    [0.3, -0.5244005127080408],
    [0.5, 0],
    [0.9, 1.2815515655446006],
    [0.975, 1.9599639845400543],
  ])("has its quantile at %d", (u, z) => {
    expectClose(normalQuantile(u), z, 1e-15);
  });

  it.each([
    [-37, 5.725571222524577e-300],
    [-20, 2.7536241186062337e-89],
    [-8, 6.220960574271784e-16],
    [-1, 0.15865525393145705],
    [0.5, 0.6914624612740131],
  ])("has its probability up to %d", (z, p) => {
    expectClose(normalCdf(z), p, 1e-13);
  });
});

describe("the gamma law", () => {
  it.each([
    [0.001, 1e-50, 0.8917647975473615, 0.10823520245263853],
    [0.1, 0.5, 0.9414024458901336, 0.05859755410986648],
    [2.5, 1, 0.15085496391539036, 0.8491450360846097],
    [9.99, 20, 0.9950454301222511, 0.004954569877748838],
    [10, 2, 4.6498075017263805e-5, 0.9999535019249828],
    [100, 100, 0.5132987982791487, 0.48670120172085135],
    [1000, 1040, 0.8959730884568929, 0.10402691154310705],
    [1000, 900, 0.0005499022657117829, 0.9994500977342882],
    [1e5, 100_400, 0.8969356187469937, 0.10306438125300638],
    [1e7, 9_981_040, 9.90444144691349e-10, 0.9999999990095558],
    [1e7, 10_004_050, 0.8998425640750894, 0.10015743592491058],
  ])("of shape %d has its probabilities on both sides of %d", (shape, x, lower, upper) => {
    expectClose(gammaCdf(shape, x), lower, 2e-13);
    expectClose(gammaUpperTail(shape, x), upper, 2e-13);
    expectClose(gammaQuantile(shape, lower), x, lower > 0.99 ? 1e-11 : 2e-12);
  });

  it("of large shape is nearly what Wilson and Hilferty say", () => {
    for (const u of [1e-9, 0.01, 0.5, 0.99, 1 - 1e-9])
      expectClose(wilsonHilferty(20_000, u), gammaQuantile(20_000, u), 1e-6);
  });

  it("has nothing at zero or below, and everything above it", () => {
    expect([gammaCdf(2, 0), gammaCdf(2, -1), gammaUpperTail(2, 0)]).toEqual([0, 0, 1]);
  });

  it("of a tiny shape has quantiles that are too small to be numbers", () => {
    expect(gammaQuantile(0.001, 0.1)).toBe(0);
  });
});

describe("the beta law", () => {
  it.each([
    [0.1, 0.1, 1e-30, 0.0005072372743896315],
    [0.1, 5, 0.2, 0.9766004939306011],
    [0.5, 0.5, 0.5, 0.5],
    [2, 3, 0.4, 0.5248],
    [40, 60, 0.3, 0.017592508468930085],
    [1000, 3, 0.999, 0.9194224096397956],
    [1e5, 1e5, 0.499, 0.18554674455755696],
  ])("of shapes %d and %d has its probability up to %d", (alpha, beta, x, p) => {
    expectClose(betaCdf({ alpha, beta }, x), p, 1e-12);
    expectClose(betaQuantile({ alpha, beta }, p), x, 1e-12);
  });

  it("lies between 0 and 1", () => {
    expect([betaCdf({ alpha: 2, beta: 3 }, 0), betaCdf({ alpha: 2, beta: 3 }, 1)]).toEqual([0, 1]);
    expect(betaQuantile({ alpha: 0.001, beta: 3 }, 0.1)).toBe(0);
  });
});

describe("Stirling's formula", () => {
  it.each([
    [0.001, -0.0005763935982833696, 2.5422704679670947],
    [0.3, -0.10817480950786047, 0.23606490074821557],
    [1, 0, 0.08106146679532726],
    [3.7, 2.7364051463155667, 0.022468770580143148],
    [9.9, 14.869714661360423, 0.008414653894090263],
    [10, 15.104412573075516, 0.00833056343336287],
    [15, 27.89927138384089, 0.005554733551962801],
    [1e5, 1051299.221899122, 8.333333333305556e-7],
  ])("at %d is completed by its error", (a, lnGamma, error) => {
    expect(Math.abs(lnGammaOfOnePlus(a) - lnGamma)).toBeLessThan(2e-15 * Math.max(1, lnGamma));
    expect(Math.abs(stirlingError(a) - error)).toBeLessThan(1e-15);
  });

  it("measures the distance from the mode alike by its series and by logarithms", () => {
    // The series ends where |a - x| / (a + x) passes 0.1.
    for (const x of [81.81, 81.82, 122.2, 122.3]) {
      expectClose(deviance(100, x), 100 * Math.log(100 / x) + x - 100, 1e-13);
    }
  });
});

it("mean and sd are integrals of the quantiles", () => {
  const { mean, sd } = momentsOf((u) => -Math.log1p(-u));
  expectClose(mean, 1, 1e-13);
  expectClose(sd, 1, 1e-11);
  expectClose(momentsOf((u) => 3 + u).sd, Math.sqrt(1 / 12), 1e-13);
});
