import { rankOf } from "./discrete.ts";
import { type Distribution, distribution } from "./distribution.ts";
import { needFinite } from "./parameters.ts";

/** Observed values, or a histogram of them. */
export type EmpiricalOptions =
  | {
      readonly values: readonly number[];
      /** Whether values between the observed ones can occur; not so unless asked for. */
      readonly interpolated?: boolean;
    }
  | {
      /** The borders of the bins, rising: one more than there are weights. */
      readonly edges: readonly number[];
      /** How much falls into each bin; any unit, counts for instance. */
      readonly weights: readonly number[];
    };

/**
 * Returns the law of observed values.
 *
 * Values alone are drawn as they are, each alike. Interpolated, the law is straight between one value and the
 * next; a histogram is straight within each bin.
 *
 * @throws {RangeError} when there are no values, fewer than two to interpolate, a value that is not finite,
 * edges that do not rise, weights that are negative or all zero, or not one edge more than weights
 * @example
 * empirical({ values: [3, 9, 4] }).quantile(0.5) // 4
 * empirical({ edges: [0, 5, 15], weights: [3, 1] }).mean // 4.375
 * @see Law (2015), Simulation Modeling and Analysis, 5th ed., section 6.2.4
 */
export function empirical(options: EmpiricalOptions): Distribution {
  if ("edges" in options) return histogram(options);
  const values = Float64Array.from(options.values).sort();
  if (values.length === 0) throw new RangeError("an empirical law needs at least one value, got none");
  for (const value of values) needFinite("an empirical law", "a value", value);
  return options.interpolated === true ? interpolated(options, values) : observed(options, values);
}

function observed(parameters: object, values: Float64Array): Distribution {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value / count, 0);
  return distribution({
    kind: "empirical",
    parameters,
    mean,
    sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2 / count, 0)),
    min: values[0]!,
    max: values[count - 1]!,
    quantile: (u) => values[rankOf(u, count)]!,
    cdf: (x) => countUpTo(values, x) / count,
    draw: (u) => values[Math.floor(u * count)]!,
  });
}

function interpolated(parameters: object, values: Float64Array): Distribution {
  if (values.length < 2) {
    throw new RangeError(`an interpolated empirical law needs at least two values, got ${values.length}`);
  }
  return piecewiseLinear(
    parameters,
    values,
    values.map((_, rank) => rank / (values.length - 1)),
  );
}

function histogram(options: { readonly edges: readonly number[]; readonly weights: readonly number[] }): Distribution {
  const { edges, weights } = options;
  if (edges.length !== weights.length + 1 || weights.length === 0) {
    throw new RangeError(
      `a histogram needs one edge more than weights, got ${edges.length} edges and ${weights.length} weights`,
    );
  }
  for (const [bin, edge] of edges.entries()) {
    needFinite("a histogram", "an edge", edge);
    if (bin > 0 && !(edge > edges[bin - 1]!)) {
      throw new RangeError(`a histogram needs edges that rise, got ${edge} after ${edges[bin - 1]}`);
    }
  }
  const total = sumOfWeights("a histogram", weights);
  // Empty bins at either end are no part of the law.
  const first = weights.findIndex((weight) => weight > 0);
  const last = weights.findLastIndex((weight) => weight > 0);
  const shares = [0];
  let sum = 0;
  for (const weight of weights.slice(first, last + 1)) {
    sum += weight;
    shares.push(sum / total);
  }
  return piecewiseLinear(options, Float64Array.from(edges.slice(first, last + 2)), Float64Array.from(shares));
}

/**
 * Returns the sum of weights, which must be finite, not negative, and not all zero.
 *
 * @throws {RangeError} otherwise, with the weight
 */
export function sumOfWeights(law: string, weights: readonly number[]): number {
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`${law} needs weights of zero or more, got ${weight}`);
    }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && total < Infinity))
    throw new RangeError(`${law} needs weights with a sum above zero, got ${total}`);
  return total;
}

/** The law whose distribution function goes straight from (xs[i], shares[i]) to the next such point. */
function piecewiseLinear(parameters: object, xs: Float64Array, shares: Float64Array): Distribution {
  const last = xs.length - 1;
  let mean = 0;
  for (let i = 0; i < last; i++) mean += ((shares[i + 1]! - shares[i]!) * (xs[i]! + xs[i + 1]!)) / 2;
  let variance = 0;
  for (let i = 0; i < last; i++) {
    const width = xs[i + 1]! - xs[i]!;
    const off = (xs[i]! + xs[i + 1]!) / 2 - mean;
    variance += (shares[i + 1]! - shares[i]!) * (off * off + (width * width) / 12);
  }
  return distribution({
    kind: "empirical",
    parameters,
    mean,
    sd: Math.sqrt(variance),
    min: xs[0]!,
    max: xs[last]!,
    quantile: (u) => {
      // The first point that reaches u; the piece before it rises, since it did not.
      const i = countBelow(shares, u);
      const share = shares[i - 1]!;
      const x = xs[i - 1]!;
      return x + ((u - share) / (shares[i]! - share)) * (xs[i]! - x);
    },
    cdf: (x) => {
      // The last point not beyond x, so that equal values count in full.
      const i = countUpTo(xs, x) - 1;
      const share = shares[i]!;
      return share + ((x - xs[i]!) / (xs[i + 1]! - xs[i]!)) * (shares[i + 1]! - share);
    },
  });
}

/** How many of the sorted values are below `bound`, by halving. */
function countBelow(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the sorted values are at most `bound`, by halving. */
function countUpTo(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
