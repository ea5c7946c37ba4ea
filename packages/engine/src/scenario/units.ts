/**
 * Reads quantities as a scenario writes them. What the schema has accepted can be read.
 *
 * @module
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
  shifted,
  triangular,
  uniform,
  weibull,
  whole,
} from "../random/distributions.ts";
import type { DistributionDocument, NumberDistributionDocument } from "./schema-distributions.ts";
import { patterns } from "./schema-quantities.ts";

/** Minutes of each unit of time. */
const minutesOf: Readonly<Record<string, number>> = {
  s: 1 / 60,
  second: 1 / 60,
  min: 1,
  minute: 1,
  h: 60,
  hour: 60,
  d: 1440,
  day: 1440,
  wk: 10080,
  week: 10080,
};

/**
 * Reads a length of time, in minutes.
 *
 * @throws {RangeError} when it is none
 * @example
 * minutes("1.5 h") // 90
 * minutes("-30 s") // -0.5
 */
export function minutes(time: string): number {
  const [number, unit] = partsOf(time, patterns.signedDuration, "a length of time, such as 12 min");
  return number * inMinutes(unit!);
}

/**
 * Reads a rate, per minute.
 *
 * @throws {RangeError} when it is none
 * @example
 * ratePerMinute("30 per hour") // 0.5
 */
export function ratePerMinute(rate: string): number {
  const [number, unit] = partsOf(rate, patterns.rate, "a rate, such as 30 per hour");
  return number / inMinutes(unit!);
}

/**
 * Reads a share of the whole.
 *
 * @throws {RangeError} when it is none
 * @example
 * share("35 %") // 0.35
 */
export function share(text: string): number {
  return partsOf(text, patterns.share, "a share, such as 35 %")[0] / 100;
}

/**
 * Reads an amount of money for an hour, in dollars.
 *
 * @throws {RangeError} when it is none
 * @example
 * money("$21.50 per hour") // 21.5
 */
export function money(amount: string): number {
  return partsOf(amount, patterns.moneyPerHour, "an hourly amount, such as $21.50 per hour")[0];
}

/**
 * Reads an amount of money, in dollars.
 *
 * @throws {RangeError} when it is none
 * @example
 * dollars("$20") // 20
 */
export function dollars(amount: string): number {
  return partsOf(amount, patterns.money, "an amount of money, such as $20")[0];
}

/**
 * Reads a distribution: of times, in minutes, or of numbers.
 *
 * @throws {RangeError} when its parameters do not go together, saying which and why
 * @example
 * distribution({ triangular: { min: "2 min", mode: "3 min", max: "0.1 h" } }).mean // 3.6666…
 */
export function distribution(document: DistributionDocument | NumberDistributionDocument): Distribution {
  const [law] = Object.keys(document);
  const parameters = (document as Readonly<Record<string, unknown>>)[law!];
  const make = laws[law!];
  if (make === undefined) throw new RangeError(`“${law}” is not a law; known: ${Object.keys(laws).join(", ")}`);
  return make(parameters as never);
}

type Given = Readonly<Record<string, string | number>>;

const laws: Readonly<Record<string, (parameters: never) => Distribution>> = {
  exponential: ({ mean, rate }: Given) =>
    rate === undefined ? exponential({ mean: quantity(mean!) }) : exponential({ rate: rateOf(rate) }),
  gamma: (given: Given) => gamma(quantities(given) as never),
  erlang: (given: Given) => erlang(quantities(given) as never),
  weibull: (given: Given) => weibull(quantities(given) as never),
  normal: (given: Given) => normal(quantities(given) as never),
  lognormal: (given: Given) => lognormal(quantities(given) as never),
  triangular: (given: Given) => triangular(quantities(given) as never),
  uniform: (given: Given) => uniform(quantities(given) as never),
  whole: (given: Given) => whole(quantities(given) as never),
  beta: (given: Given) => beta(quantities(given) as never),
  pert: (given: Given) => pert(quantities(given) as never),
  johnsonSu: (given: Given) => johnsonSu(quantities(given) as never),
  constant: (value: string | number) => constant({ value: quantity(value) }),
  empirical: (given: { readonly values: readonly (string | number)[] } | Histogram) =>
    "values" in given
      ? empirical({ values: given.values.map(quantity) })
      : empirical({ edges: given.edges.map(quantity), weights: given.weights }),
  mixture: (parts: readonly { readonly share: string; readonly of: string | number | DistributionDocument }[]) =>
    mixture({
      components: parts.map((part) =>
        typeof part.of === "object" ? distribution(part.of) : constant({ value: quantity(part.of) }),
      ),
      weights: parts.map((part) => share(part.share)),
    }),
  shifted: (given: { readonly by: string | number; readonly of: DistributionDocument }) =>
    shifted({ of: distribution(given.of), by: quantity(given.by) }),
};

interface Histogram {
  readonly edges: readonly (string | number)[];
  readonly weights: readonly number[];
}

function quantities(given: Given): Record<string, number> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, quantity(value)]));
}

/** A number as it is, a length of time in minutes. */
function quantity(value: string | number): number {
  return typeof value === "number" ? value : minutes(value);
}

function rateOf(value: string | number): number {
  return typeof value === "number" ? value : ratePerMinute(value);
}

function inMinutes(unit: string): number {
  return minutesOf[unit] ?? minutesOf[unit.replace(/s$/, "")]!;
}

function partsOf(text: string, pattern: RegExp, what: string): [number, string | undefined] {
  const [, number, unit] = pattern.exec(text) ?? [];
  if (number === undefined) throw new RangeError(`“${text}” is not ${what}`);
  return [Number(number), unit];
}
