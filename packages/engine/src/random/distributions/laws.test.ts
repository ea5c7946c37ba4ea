import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beta,
  constant,
  type Distribution,
  empirical,
  erlang,
  exponential,
  gamma,
  johnsonSu,
  lognormal,
  mixture,
  normal,
  pert,
  scaled,
  shifted,
  triangular,
  uniform,
  weibull,
  whole,
} from "../distributions.ts";

const minutes = fc.double({ min: 0.01, max: 1000, noNaN: true });
const variation = fc.double({ min: 0.05, max: 3, noNaN: true });
const place = fc.double({ min: -1000, max: 1000, noNaN: true });
const meanAndSd = fc.tuple(minutes, variation).map(([mean, cv]) => ({ mean, sd: mean * cv }));
const span = fc.tuple(place, minutes).map(([min, width]) => ({ min, max: min + width }));
const spanWithMode = fc
  .tuple(span, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([{ min, max }, share]) => ({ min, max, mode: Math.min(max, min + share * (max - min)) }));

/** Laws whose values scale, or have no ends: their distribution function is as exact as their quantiles. */
const free: Record<string, fc.Arbitrary<Distribution>> = {
  exponential: minutes.map((mean) => exponential({ mean })),
  gamma: meanAndSd.map(gamma),
  erlang: fc.tuple(minutes, fc.integer({ min: 1, max: 40 })).map(([mean, shape]) => erlang({ mean, shape })),
  weibull: fc
    .tuple(fc.double({ min: 0.3, max: 20, noNaN: true }), minutes)
    .map(([shape, scale]) => weibull({ shape, scale })),
  "weibull by mean and sd": meanAndSd.map(weibull),
  normal: fc.tuple(place, minutes).map(([mean, sd]) => normal({ mean, sd })),
  lognormal: meanAndSd.map(lognormal),
  johnsonSu: fc
    .record({ gamma: fc.double({ min: -2, max: 2, noNaN: true }), delta: fc.double({ min: 0.7, max: 5, noNaN: true }) })
    .map(({ gamma, delta }) => johnsonSu({ gamma, delta, xi: 3, lambda: 10 })),
  "beta from zero": fc
    .record({ alpha: fc.double({ min: 0.2, max: 50, noNaN: true }), beta: fc.double({ min: 1, max: 50, noNaN: true }) })
    .map(beta),
};

/** Laws between ends far from zero: a value near its end is rounded, so 1e-10 counts absolutely. */
const placed: Record<string, fc.Arbitrary<Distribution>> = {
  "truncated normal": fc
    .tuple(span, place, minutes)
    .filter(([{ min, max }, mean, sd]) => min - mean < 8 * sd && mean - max < 8 * sd)
    .map(([ends, mean, sd]) => normal({ ...ends, mean, sd })),
  uniform: span.map(uniform),
  triangular: spanWithMode.map(triangular),
  pert: spanWithMode.map(pert),
  histogram: fc
    .array(fc.record({ width: minutes, weight: fc.double({ min: 0.1, max: 9, noNaN: true }) }), {
      minLength: 1,
      maxLength: 9,
    })
    .map((bins) => {
      const edges = [5];
      for (const { width } of bins) edges.push(edges.at(-1)! + width);
      return empirical({ edges, weights: bins.map(({ weight }) => weight) });
    }),
  // Not of a shape below 1: its density is infinite at its end, where a moved value is rounded.
  shifted: fc
    .tuple(place, minutes, fc.double({ min: 0.05, max: 1, noNaN: true }))
    .map(([by, mean, cv]) => shifted({ by, of: gamma({ mean, sd: cv * mean }) })),
  scaled: fc.tuple(minutes, meanAndSd).map(([by, options]) => scaled({ by, of: lognormal(options) })),
};

/** Laws with probability on single values, or on none between others. */
const lumpy: Record<string, fc.Arbitrary<Distribution>> = {
  constant: place.map((value) => constant({ value })),
  whole: fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(60))
    .map(([min, width]) => whole({ min, max: min + width })),
  empirical: fc.array(place, { minLength: 1, maxLength: 60 }).map((values) => empirical({ values })),
  "empirical, interpolated": fc
    .array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 60 })
    .map((values) => empirical({ values, interpolated: true })),
  "histogram with empty bins": fc
    .array(fc.nat(2), { minLength: 1, maxLength: 9 })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => empirical({ edges: [...weights.keys(), weights.length], weights })),
};

const simple = fc.oneof(...Object.values({ ...free, ...placed, ...lumpy }));
const mixtures = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), simple), { minLength: 1, maxLength: 4 })
  .map((parts) => mixture({ weights: parts.map(([weight]) => weight), components: parts.map(([, law]) => law) }));

const every = { ...free, ...placed, ...lumpy, mixture: mixtures };

const middle = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
/** As many probabilities near the ends as in the middle. */
const tails = fc
  .tuple(fc.double({ min: -30, max: -1, noNaN: true }), fc.boolean())
  .map(([e, lower]) => (lower ? 2 ** e : 1 - 2 ** e));
const probability = fc.oneof(middle, tails);

describe("quantile and distribution function are inverse", () => {
  it.each(Object.entries(free))("%s: to 1e-10 of u", (_, laws) => {
    fc.assert(
      fc.property(laws, probability, (law, u) => {
        expect(Math.abs(law.cdf(law.quantile(u)) / u - 1)).toBeLessThan(1e-10);
      }),
      { numRuns: 300 },
    );
  });

  it.each(Object.entries(placed))("%s: to 1e-10", (_, laws) => {
    fc.assert(
      fc.property(laws, probability, (law, u) => {
        expect(Math.abs(law.cdf(law.quantile(u)) - u)).toBeLessThan(1e-10);
      }),
      { numRuns: 300 },
    );
  });

  it.each(Object.entries({ ...lumpy, mixture: mixtures }))(
    "%s: the quantile is the first value to reach u",
    (_, laws) => {
      fc.assert(
        fc.property(laws, probability, (law, u) => {
          const x = law.quantile(u);
          expect(law.cdf(x)).toBeGreaterThan(u - 1e-10);
          expect(law.cdf(x - 1e-9 * (1 + Math.abs(x)))).toBeLessThan(u + 1e-7);
        }),
        { numRuns: 300 },
      );
    },
  );
});

describe("every law", () => {
  it.each(Object.entries(every))("%s: its quantiles rise with u, and stay within its ends", (_, laws) => {
    fc.assert(
      fc.property(laws, probability, probability, (law, u, v) => {
        const [low, high] = [law.quantile(Math.min(u, v)), law.quantile(Math.max(u, v))];
        // Two iterations may differ in their last digits.
        expect(low).toBeLessThanOrEqual(high + 1e-13 * Math.abs(high));
        expect(low).toBeGreaterThanOrEqual(law.min);
        expect(high).toBeLessThanOrEqual(law.max);
      }),
    );
  });

  it.each(Object.entries(every))("%s: its distribution function rises from 0 to 1", (_, laws) => {
    fc.assert(
      fc.property(laws, fc.array(place, { minLength: 2, maxLength: 10 }), (law, xs) => {
        const probabilities = xs.toSorted((a, b) => a - b).map((x) => law.cdf(x));
        for (const [i, p] of probabilities.entries()) {
          expect(p >= 0 && p <= 1).toBe(true);
          if (i > 0) expect(p).toBeGreaterThanOrEqual(probabilities[i - 1]! - 1e-13);
        }
        expect(law.cdf(-Infinity)).toBe(0);
        expect(law.cdf(Infinity)).toBe(1);
      }),
    );
  });

  // The quantiles of a histogram have kinks, over which the quadrature is not as good.
  const { histogram, ...smooth } = { ...free, ...placed };

  it.each(Object.entries(smooth))("%s: mean and sd are the integrals of its quantiles", (_, laws) => {
    fc.assert(
      fc.property(laws, (law) => {
        const { mean, sd } = integrate(law);
        expect(Math.abs(mean - law.mean)).toBeLessThan(1e-4 * law.sd);
        // Beyond 1 - 1e-15 there are no numbers left: the heaviest tails miss a little of their sd there.
        expect(Math.abs(sd / law.sd - 1)).toBeLessThan(1e-3);
      }),
      { numRuns: 20 },
    );
  });

  it.each(Object.entries({ ...lumpy, histogram: histogram! }))(
    "%s: mean and sd are those of its quantiles, taken at many places",
    (_, laws) => {
      fc.assert(
        fc.property(laws, (law) => {
          const places = 20_000;
          const values = Array.from({ length: places }, (__, i) => law.quantile((i + 0.5) / places));
          const mean = values.reduce((sum, x) => sum + x / places, 0);
          const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2 / places, 0));
          const width = law.max - law.min + 1e-6;
          expect(Math.abs(mean - law.mean)).toBeLessThan(0.002 * width);
          expect(Math.abs(sd - law.sd)).toBeLessThan(0.005 * width);
        }),
        { numRuns: 20 },
      );
    },
  );

  it("finds the lump itself among other values, to the last digit", () => {
    const law = mixture({ weights: [3, 1], components: [constant({ value: 5 }), exponential({ mean: 25 })] });
    expect([0.1, 0.5, 0.75].map((u) => law.quantile(u))).toEqual([5, 5, 5]);
  });

  it("of whole numbers gives the number whose share is reached, however the product is rounded", () => {
    // In binary, 7 / 25 * 25 is more than 7.
    for (let count = 1; count <= 60; count++) {
      const law = whole({ min: 1, max: count });
      for (let x = 1; x <= count; x++) expect(law.quantile(law.cdf(x))).toBe(x);
    }
  });

  it("moved or stretched, has the values of the law itself, moved or stretched", () => {
    fc.assert(
      fc.property(simple, place, minutes, probability, (law, by, factor, u) => {
        expect(shifted({ by, of: law }).quantile(u)).toBe(law.quantile(u) + by);
        expect(shifted({ by, of: law }).draw(u)).toBe(law.draw(u) + by);
        expect(scaled({ by: factor, of: law }).quantile(u)).toBe(law.quantile(u) * factor);
        expect(scaled({ by: factor, of: law }).draw(u)).toBe(law.draw(u) * factor);
      }),
    );
  });

  it("is what it was when it is mixed with nothing", () => {
    fc.assert(
      fc.property(simple, simple, probability, (law, other, u) => {
        const alone = mixture({ weights: [2, 0], components: [law, other] });
        expect([alone.min, alone.max]).toEqual([law.min, law.max]);
        expect(Math.abs(alone.mean - law.mean)).toBeLessThanOrEqual(1e-12 * Math.abs(law.mean));
        const x = law.quantile(u);
        expect(Math.abs(alone.quantile(u) - x)).toBeLessThanOrEqual(1e-9 * (law.sd + Math.abs(x)));
      }),
    );
  });
});

/** Trapezoids over the logit of u, which reach far into both tails. */
function integrate(law: Distribution): { mean: number; sd: number } {
  let [total, first, second] = [0, 0, 0];
  for (let t = -36; t <= 36; t += 1 / 128) {
    const u = 1 / (1 + Math.exp(-t));
    if (u === 1) break;
    const weight = u / (1 + Math.exp(t));
    const x = law.quantile(u) - law.mean;
    total += weight;
    first += weight * x;
    second += weight * x * x;
  }
  const off = first / total;
  return { mean: law.mean + off, sd: Math.sqrt(second / total - off * off) };
}
