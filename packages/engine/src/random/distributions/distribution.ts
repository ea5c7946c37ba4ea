/** What chance is made of: a law as a readonly value. */
export interface Distribution {
  /** Which law: "gamma", "lognormal", … */
  readonly kind: string;
  /** The options it was made from, in the words of whoever made it. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Mean of the law itself; of a truncated normal that is not the `mean` among its parameters. */
  readonly mean: number;
  /** Standard deviation of the law itself. */
  readonly sd: number;
  /** The least value that the law can take, or -Infinity. */
  readonly min: number;
  /** The greatest value that the law can take, or Infinity. */
  readonly max: number;
  /**
   * Returns the least x whose `cdf` reaches `u`, as exactly as numbers allow: `min` at 0, `max` at 1.
   *
   * @throws {RangeError} when `u` is not between 0 and 1
   */
  quantile(u: number): number;
  /** Returns the probability of a value of at most `x`. */
  cdf(x: number): number;
  /**
   * Returns the value that the uniform number `u`, strictly between 0 and 1, stands for.
   *
   * It is `quantile` where that is fast, else a precomputed inverse within a millionth of it. It does not
   * check `u`: samplers call it millions of times a second, with numbers from the generator.
   */
  draw(u: number): number;
}

/** What a law has to say of itself, valid between its ends only; `draw` may be left out. */
export interface Law {
  readonly kind: string;
  readonly parameters: object;
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  /** The inverse for 0 < u < 1. */
  quantile(u: number): number;
  /** The distribution function for min <= x < max. */
  cdf(x: number): number;
  draw?(u: number): number;
}

/** Returns the distribution of a law: with its ends, and with a door that lets only probabilities through. */
export function distribution({
  kind,
  parameters,
  mean,
  sd,
  min,
  max,
  quantile,
  cdf,
  draw = quantile,
}: Law): Distribution {
  return Object.freeze({
    kind,
    parameters: Object.freeze({ ...parameters }),
    mean,
    sd,
    min,
    max,
    quantile(u: number): number {
      if (!(u >= 0 && u <= 1)) throw new RangeError(`a quantile needs a probability from 0 to 1, got ${u}`);
      return u === 0 ? min : u === 1 ? max : quantile(u);
    },
    cdf(x: number): number {
      return x < min ? 0 : x >= max ? 1 : cdf(x);
    },
    draw,
  });
}
