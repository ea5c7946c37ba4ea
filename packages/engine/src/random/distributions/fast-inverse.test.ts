import { describe, expect, it } from "vitest";
import { uniformAt } from "../counter.ts";
import {
  beta,
  constant,
  type Distribution,
  empirical,
  erlang,
  exponential,
  gamma,
  lognormal,
  mixture,
  normal,
  pert,
  triangular,
  uniform,
  weibull,
  whole,
} from "../distributions.ts";
import { fastInverse } from "./fast-inverse.ts";

const laws: readonly [string, Distribution][] = [
  ...[0.02, 0.1, 0.3, 0.499, 0.5, 0.7, 1, 1.5, 2.5, 4, 10, 100, 5000, 19_999, 20_000, 1e6].map(
    (shape): [string, Distribution] => [`gamma of shape ${shape}`, gamma({ shape, scale: 3 })],
  ),
  ["erlang", erlang({ mean: 12, shape: 3 })],
  ...[
    [0.1, 0.1],
    [0.3, 5],
    [5, 0.3],
    [1, 1],
    [2, 3],
    [40, 60],
    [1e5, 2e5],
  ].map(([alpha, b]): [string, Distribution] => [
    `beta of shapes ${alpha} and ${b}`,
    beta({ alpha: alpha!, beta: b! }),
  ]),
  ["pert", pert({ min: 4, mode: 10, max: 22 })],
  ["pert with its mode at its end", pert({ min: 0, mode: 0, max: 22 })],
  [
    "two kinds of consults",
    mixture({ weights: [3, 1], components: [lognormal({ mean: 5, sd: 2 }), gamma({ mean: 25, sd: 4 })] }),
  ],
  [
    "some who need no time",
    mixture({ weights: [1, 4], components: [constant({ value: 0 }), exponential({ mean: 8 })] }),
  ],
  [
    "early and late",
    mixture({ weights: [1, 1], components: [normal({ mean: -8, sd: 4 }), normal({ mean: 5, sd: 3 })] }),
  ],
  [
    "corners, gaps and lumps",
    mixture({
      weights: [3, 3, 3, 1],
      components: [
        triangular({ min: 2, mode: 3, max: 6 }),
        uniform({ min: 7, max: 9 }),
        whole({ min: 1, max: 5 }),
        empirical({ values: [12, 15] }),
      ],
    }),
  ],
];

const nearlyTheSame: [string, Distribution] = [
  "times that differ by less than the tolerance",
  mixture({
    weights: [1, 1, 1],
    components: [constant({ value: 5 }), constant({ value: 5.0000005 }), lognormal({ mean: 20, sd: 8 })],
  }),
];

describe("a fast draw", () => {
  it.each(laws)("is within a millionth of the exact inverse everywhere: %s", (_, law) => {
    let worst = 0;
    for (let i = 0; i < 6000; i++) {
      // Half of the probabilities lie evenly, a quarter reach into each tail down to 1e-9.
      const spread = uniformAt(1, 2, 3, 4, i, 0, 0, 0);
      const near = 2 ** (-1 - spread * 28.8);
      const u = i % 4 === 0 ? near : i % 4 === 1 ? 1 - near : spread;
      const exact = law.quantile(u);
      if (exact !== 0) worst = Math.max(worst, Math.abs(law.draw(u) / exact - 1));
      else expect(law.draw(u)).toBe(0);
    }
    expect(worst).toBeLessThan(1e-6);
  });

  it.each(laws)("is the exact inverse in the outermost tails: %s", (_, law) => {
    for (const u of [2 ** -53, 1e-12, 1 - 1e-12, 1 - 2 ** -53]) {
      const exact = law.quantile(u);
      expect(Math.abs(law.draw(u) - exact)).toBeLessThanOrEqual(1e-6 * Math.abs(exact));
    }
  });

  it.each([...laws, nearlyTheSame])("rises with u: %s", (_, law) => {
    let last = -Infinity;
    for (let i = 1; i < 20_000; i++) {
      const x = law.draw(i / 20_000);
      expect(x).toBeGreaterThanOrEqual(last - 1e-14 * Math.abs(last));
      last = x;
    }
  });

  it("asks the exact inverse for next to nothing once its table is made", () => {
    let asked = 0;
    const exact = exponential({ mean: 10 });
    const fast = fastInverse((u) => {
      asked++;
      return exact.quantile(u);
    });
    fast(0.5);
    asked = 0;
    for (let i = 0; i < 100_000; i++) fast(uniformAt(1, 2, 3, 4, i, 0, 0, 0));
    expect(asked).toBe(0);
  });

  it("of a lump is the lump itself, to the last digit", () => {
    const law = mixture({
      weights: [2, 1, 1],
      components: [whole({ min: 1, max: 5 }), exponential({ mean: 3 }), constant({ value: 7.1 })],
    });
    const lumps = new Set([1, 2, 3, 4, 5, 7.1]);
    let hits = 0;
    for (let i = 0; i < 10_000; i++) if (lumps.has(law.draw((i + 0.5) / 10_000))) hits++;
    // Three quarters of the probability lie on lumps; cells that hold a border are answered exactly.
    expect(Math.abs(hits - 7500)).toBeLessThan(3);
  });

  it("follows the rest of a law just as well when its times are a thousand years or a microsecond", () => {
    for (const factor of [1e-9, 1e9]) {
      const law = weibull({ shape: 1.3, scale: factor });
      const fast = fastInverse((u) => law.quantile(u));
      for (const u of [1e-8, 0.001, 0.3, 0.7, 0.9999])
        expect(Math.abs(fast(u) / law.quantile(u) - 1)).toBeLessThan(1e-6);
    }
  });
});
