/**
 * Measures what a draw costs, in nanoseconds of CPU time, and what the table of a law costs when it is made.
 *
 *     node benchmarks/dist/randomness/draws.js
 */

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
  Streams,
  sampler,
  triangular,
  uniform,
  weibull,
  whole,
} from "@praxis/engine";

const laws: readonly [string, Distribution][] = [
  ["constant", constant({ value: 5 })],
  ["uniform", uniform({ min: 2, max: 6 })],
  ["whole", whole({ min: 1, max: 6 })],
  ["triangular", triangular({ min: 2, mode: 3, max: 6 })],
  ["empirical, 50 values", empirical({ values: Array.from({ length: 50 }, (_, i) => i) })],
  ["exponential", exponential({ mean: 10 })],
  ["normal", normal({ mean: 18, sd: 7 })],
  ["normal above zero", normal({ mean: 18, sd: 7, min: 0 })],
  ["lognormal", lognormal({ mean: 18, sd: 7 })],
  ["Johnson SU", johnsonSu({ gamma: 0.5, delta: 1.5, xi: -4, lambda: 10 })],
  ["Weibull", weibull({ mean: 10, sd: 3 })],
  ["gamma", gamma({ mean: 18, sd: 7 })],
  ["gamma of shape 0.3", gamma({ mean: 18, shape: 0.3 })],
  ["Erlang", erlang({ mean: 12, shape: 4 })],
  ["beta", beta({ mean: 0.2, sd: 0.1 })],
  ["PERT", pert({ min: 4, mode: 10, max: 22 })],
  ["mixture", mixture({ weights: [3, 1], components: [lognormal({ mean: 5, sd: 2 }), gamma({ mean: 25, sd: 4 })] })],
];

/** CPU time of this process in nanoseconds for each of `count` calls. */
function cost(count: number, call: (i: number) => number): number {
  let sum = 0;
  const before = process.cpuUsage().user;
  for (let i = 0; i < count; i++) sum += call(i);
  const spent = process.cpuUsage().user - before;
  if (Number.isNaN(sum)) throw new Error("a draw was not a number");
  return (spent * 1000) / count;
}

const print = (name: string, value: number, rest = ""): void => {
  process.stdout.write(`${name.padEnd(28)} ${value.toFixed(1).padStart(7)} ns${rest}\n`);
};

const streams = new Streams({ seed: 1 });
const bare = streams.keyedUniform("bare");
const identity = new Int32Array(2);
const next = sampler(exponential({ mean: 10 }), streams.of("next"));
// Each is warmed up before it counts.
for (const count of [1e6, 1e7]) {
  const results: [string, number][] = [
    ["uniform number, keyed", cost(count, (i) => bare(i, 0, 0))],
    [
      "identity of a new entity",
      cost(count, (i) => {
        streams.identity("identity.walk-ins", i, 0, 0, identity);
        return identity[0]!;
      }),
    ],
    ["exponential, sampler()", cost(count, () => next())],
  ];
  if (count === 1e7) for (const [name, value] of results) print(name, value);
}
process.stdout.write("\nkeyed draws, uniform number included\n");
for (const [name, law] of laws) {
  const table = cost(1, () => law.draw(0.3)) / 1e6;
  const draw = streams.keyed(name, law);
  cost(1e6, (i) => draw(i, 0, 0));
  const exact = cost(2e4, (i) => law.quantile((i + 0.5) / 2e4));
  print(
    name,
    cost(5e6, (i) => draw(i, 0, 0)),
    `   exact ${exact.toFixed(0).padStart(6)} ns   table ${table.toFixed(1)} ms`,
  );
}
