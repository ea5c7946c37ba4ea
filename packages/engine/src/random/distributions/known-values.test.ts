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

/** Probabilities at which every law below was evaluated. */
const probabilities = [1e-9, 0.01, 0.25, 0.5, 0.9, 0.999];

/** Quantiles computed with mpmath, 40 digits, by bisection of the distribution function. */
const quantiles: readonly [string, Distribution, readonly number[]][] = [
  [
    "normal",
    normal({ mean: 100, sd: 15 }),
    [10.032894774884697, 65.10478188938738, 89.88265374705877, 100, 119.22327348316901, 146.3534845925172],
  ],
  [
    "normal above zero",
    normal({ mean: 10, sd: 5, min: 0 }),
    [
      9.050123691753597e-8, 0.7752654296325381, 6.8913939153988775, 10.142584632954588, 16.47311993322567,
      25.48530254799234,
    ],
  ],
  [
    "normal far out in its tail",
    normal({ mean: 0, sd: 1, min: 8, max: 9 }),
    [8.00000000012311, 8.001237199059592, 8.035339621905017, 8.084888899018166, 8.278609037011552, 8.791963586618891],
  ],
  [
    "lognormal",
    lognormal({ mean: 18, sd: 7 }),
    [
      1.7666740024561682, 7.00709366615393, 13.024496746324052, 16.776084087743328, 27.136906896033228,
      53.49862577757068,
    ],
  ],
  [
    "gamma",
    gamma({ mean: 18, sd: 9 }),
    [
      0.05614988905882373, 3.7046190885542334, 11.408940953550418, 16.524273369829032, 30.063523807151388,
      58.780083506346315,
    ],
  ],
  [
    "gamma of small shape",
    gamma({ shape: 0.3, scale: 2 }),
    [
      1.3945398192818723e-30, 3.004445310472078e-7, 0.013799605138110928, 0.1462622717339038, 1.7696215467204879,
      9.23787208558267,
    ],
  ],
  [
    "gamma of large shape",
    gamma({ mean: 10, shape: 1000 }),
    [8.218327535831708, 9.279081597966425, 9.784929664946928, 9.996666864269653, 10.4073430801369, 11.005780982933146],
  ],
  [
    "erlang",
    erlang({ mean: 18, shape: 4 }),
    [
      0.05614988905882373, 3.7046190885542334, 11.408940953550418, 16.524273369829032, 30.063523807151388,
      58.780083506346315,
    ],
  ],
  [
    "weibull",
    weibull({ shape: 2, scale: 10 }),
    [
      0.00031622776609589487, 1.00251363349839, 5.363600213026516, 8.325546111576978, 15.174271293851463,
      26.28260884878466,
    ],
  ],
  [
    "weibull by mean and sd",
    weibull({ mean: 10, sd: 3 }),
    [
      0.041790208485494286, 3.210240638808269, 7.921162779168221, 10.03750537703907, 13.868180536222969,
      18.642019816512274,
    ],
  ],
  [
    "johnsonSu",
    johnsonSu({ gamma: 0.5, delta: 1.5, xi: -4, lambda: 10 }),
    [
      -384.36697266520696, -36.14675894678765, -12.65487790260335, -7.3954055725615016, 1.4493124654641105,
      23.22452482719291,
    ],
  ],
  [
    "beta",
    beta({ mean: 0.2, sd: 0.1 }),
    [
      0.00014010927170491887, 0.03305688603719955, 0.12475046905567307, 0.18647410258540428, 0.3372141198973089,
      0.5811691603817511,
    ],
  ],
  [
    "beta of small shape",
    beta({ alpha: 0.2, beta: 3 }),
    [
      2.4953435372426182e-46, 2.4953435373463973e-11, 0.00024378492144163825, 0.00790122909086422, 0.2059815139229475,
      0.7855692989989796,
    ],
  ],
  [
    "pert",
    pert({ min: 4, mode: 10, max: 22 }),
    [
      4.0009033240598155, 4.942543901163924, 8.438002764943882, 10.76462512607418, 15.600220557170447,
      20.336364824413614,
    ],
  ],
  [
    "mixture",
    mixture({ weights: [3, 1], components: [lognormal({ mean: 5, sd: 2 }), exponential({ mean: 25 })] }),
    [1.000000002e-7, 1.0173709291206288, 3.738516990840138, 5.142392174047824, 22.910472644500608, 138.03652294655618],
  ],
  ["exponential", exponential({ mean: 10 }), probabilities.map((u) => -10 * Math.log1p(-u))],
  ["exponential by rate", exponential({ rate: 0.1 }), probabilities.map((u) => -10 * Math.log1p(-u))],
  ["uniform", uniform({ min: 2, max: 6 }), [2.000000004, 2.04, 3, 4, 5.6, 5.996]],
  [
    "triangular",
    triangular({ min: 2, mode: 3, max: 6 }),
    [2.0000632455532, 2.2, 3, 3.5505102572168, 4.9045548849897, 5.890455488499],
  ],
  ["whole", whole({ min: 1, max: 6 }), [1, 1, 2, 3, 6, 6]],
  ["constant", constant({ value: 5 }), [5, 5, 5, 5, 5, 5]],
  ["empirical", empirical({ values: [9, 3, 4, 4, 7] }), [3, 3, 4, 4, 9, 9]],
  [
    "empirical, interpolated",
    empirical({ values: [9, 3, 4, 7, 5], interpolated: true }),
    [3.000000004, 3.04, 4, 5, 8.2, 8.992],
  ],
  [
    "histogram",
    empirical({ edges: [0, 5, 10, 15, 25], weights: [0, 3, 0, 1] }),
    [5 + 2e-8 / 3, 5 + 0.2 / 3, 20 / 3, 25 / 3, 21, 24.96],
  ],
];

describe("quantiles", () => {
  it.each(quantiles)("%s: are those of high-precision arithmetic", (_, law, expected) => {
    for (const [i, u] of probabilities.entries()) {
      // Relative to the value; of a normal, cut at zero or not, to its sd, since it is counted from its mean.
      const size = Math.max(Math.abs(expected[i]!), law.kind === "normal" ? law.sd : 0);
      expect(Math.abs(law.quantile(u) - expected[i]!)).toBeLessThanOrEqual(1e-13 * size);
    }
  });

  it.each(quantiles)("%s: begin at the least value and end at the greatest", (_, law) => {
    expect([law.quantile(0), law.quantile(1)]).toEqual([law.min, law.max]);
    expect([law.cdf(law.max), law.cdf(law.max + 1)]).toEqual([1, 1]);
    if (law.min > -Infinity) expect(law.cdf(law.min - 1)).toBe(0);
  });
});

describe("means and standard deviations", () => {
  it.each<[string, Distribution, number, number]>([
    ["normal", normal({ mean: 100, sd: 15 }), 100, 15],
    // Truncated normals: mpmath, 40 digits.
    ["normal above zero", normal({ mean: 10, sd: 5, min: 0 }), 10.27623931339495, 4.707578858371423],
    ["normal between", normal({ mean: 10, sd: 5, min: 19, max: 21 }), 19.8687562730863, 0.5668443857109579],
    ["normal in its tail", normal({ mean: 0, sd: 1, min: 8, max: 9 }), 8.121188992979796, 0.1189476472350257],
    ["normal in its other tail", normal({ mean: 0, sd: 1, min: -9, max: -8 }), -8.121188992979796, 0.1189476472350257],
    ["lognormal", lognormal({ mean: 18, sd: 7 }), 18, 7],
    ["gamma by mean and sd", gamma({ mean: 18, sd: 9 }), 18, 9],
    ["gamma by mean and shape", gamma({ mean: 18, shape: 4 }), 18, 9],
    ["gamma by shape and scale", gamma({ shape: 4, scale: 4.5 }), 18, 9],
    ["erlang", erlang({ mean: 12, shape: 4 }), 12, 6],
    ["exponential", exponential({ rate: 0.1 }), 10, 10],
    ["weibull", weibull({ shape: 2, scale: 10 }), 5 * Math.sqrt(Math.PI), 10 * Math.sqrt(1 - Math.PI / 4)],
    ["weibull of shape 1", weibull({ shape: 1, scale: 10 }), 10, 10],
    ["weibull by mean and sd", weibull({ mean: 10, sd: 3 }), 10, 3],
    ["weibull by mean and a large sd", weibull({ mean: 10, sd: 3000 }), 10, 3000],
    ["weibull by mean and a small sd", weibull({ mean: 10, sd: 0.02 }), 10, 0.02],
    ["johnsonSu", johnsonSu({ gamma: 0.5, delta: 1.5, xi: -4, lambda: 10 }), -8.24034840909544, 9.037898737295125],
    ["uniform", uniform({ min: 2, max: 6 }), 4, 2 / Math.sqrt(3)],
    ["triangular", triangular({ min: 2, mode: 3, max: 6 }), 11 / 3, Math.sqrt(13 / 18)],
    ["beta by mean and sd", beta({ min: 5, max: 25, mean: 9, sd: 2 }), 9, 2],
    ["beta by shapes", beta({ alpha: 3, beta: 12 }), 0.2, 0.1],
    ["pert", pert({ min: 4, mode: 10, max: 22 }), 11, Math.sqrt(11)],
    ["whole", whole({ min: 1, max: 6 }), 3.5, Math.sqrt(35 / 12)],
    ["constant", constant({ value: 5 }), 5, 0],
    ["empirical", empirical({ values: [9, 3, 4, 4, 7] }), 5.4, Math.sqrt(5.04)],
    ["empirical, interpolated", empirical({ values: [4, 10], interpolated: true }), 7, Math.sqrt(3)],
    ["histogram", empirical({ edges: [0, 5, 15], weights: [3, 1] }), 4.375, Math.sqrt(14.192708333333334)],
    [
      "mixture",
      mixture({ weights: [3, 1], components: [constant({ value: 5 }), exponential({ mean: 25 })] }),
      10,
      Math.sqrt(231.25),
    ],
    ["shifted", shifted({ by: -5, of: gamma({ mean: 18, sd: 9 }) }), 13, 9],
    ["scaled", scaled({ by: 2, of: gamma({ mean: 18, sd: 9 }) }), 36, 18],
  ])("%s: are those of the law", (_, law, mean, sd) => {
    expect(law.mean).toBeCloseTo(mean, 10);
    expect(law.sd / (sd || 1)).toBeCloseTo(sd === 0 ? 0 : 1, 8);
  });
});

it("a distribution says what it was made from, and stays as it is", () => {
  const law = normal({ mean: 10, sd: 5, min: 0 });
  expect([law.kind, law.parameters]).toEqual(["normal", { mean: 10, sd: 5, min: 0 }]);
  expect(() => Object.assign(law, { mean: 3 })).toThrow(TypeError);
  expect(() => Object.assign(law.parameters, { mean: 3 })).toThrow(TypeError);
});
