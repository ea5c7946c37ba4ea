/**
 * Arrivals whose rate varies over the day.
 *
 * A Poisson process of any rate is one of rate 1 on a stretched clock. Patient k comes when the cumulative
 * rate reaches the sum of k + 1 exponential gaps of mean 1: exact, no arrival is ever rejected, and what a
 * rate does later changes nothing before.
 *
 * @see Çinlar (1975), Introduction to Stochastic Processes, section 4.7
 * @module
 */

/** A rate that is constant between one breakpoint and the next. */
export interface RateProfile {
  /** Times in minutes, rising: one more than there are rates. The last may be Infinity: the window never ends. */
  readonly breakpoints: readonly number[];
  /** Arrivals per minute from each breakpoint to the next, zero or more. */
  readonly rates: readonly number[];
}

/** The arrivals of one window, one after the other. */
export interface PoissonArrivals {
  /** How many arrivals are expected in the window. */
  readonly expected: number;
  /** Begins again at the start of the window. */
  restart(): void;
  /**
   * Returns the time of the next arrival in minutes, or NaN when there is none before the window ends.
   *
   * @param u the uniform number of this arrival, strictly between 0 and 1
   * @throws {RangeError} when `u` is not between 0 and 1, or when there are more arrivals than chance allows
   */
  next(u: number): number;
}

/**
 * Returns the arrivals of a Poisson process with this rate, to be asked for one by one.
 *
 * Nothing is allocated between one arrival and the next, and one process serves every day and replication
 * after a `restart`.
 *
 * @throws {RangeError} when the breakpoints do not rise, a rate is not zero or more and finite, or there is
 * not one breakpoint more than rates
 * @example
 * const arrivals = poissonArrivals({ breakpoints: [0, 60, 120], rates: [0, 0.5] });
 * arrivals.next(0.5) // 61.3862943611…
 * arrivals.expected // 30
 */
export function poissonArrivals(profile: RateProfile): PoissonArrivals {
  checkProfile(profile);
  const { breakpoints, rates } = profile;
  const cumulative = cumulativeRates(profile);
  const expected = cumulative[rates.length]!;
  // A source of numbers that is not random must not keep a run for ever. Chance goes beyond this bound less
  // than once in 10^100 windows.
  const most = expected + 40 * Math.sqrt(expected) + 300;
  let piece = 0;
  let reached = 0;
  let count = 0;
  return {
    expected,
    restart() {
      piece = 0;
      reached = 0;
      count = 0;
    },
    next(u) {
      if (!(u > 0 && u < 1)) throw new RangeError(`an arrival needs a uniform number between 0 and 1, got ${u}`);
      reached -= Math.log1p(-u);
      // Not "while it is below": a piece whose rate is zero is passed over, as its end is reached at once.
      while (piece < rates.length && cumulative[piece + 1]! <= reached) piece++;
      if (piece === rates.length) return Number.NaN;
      if (++count > most) {
        throw new RangeError(`${count} arrivals where ${expected} are expected: the numbers given are not uniform`);
      }
      const time = breakpoints[piece]! + (reached - cumulative[piece]!) / rates[piece]!;
      // Rounding must not carry an arrival into the next piece, or it might overtake one there.
      return Math.min(time, breakpoints[piece + 1]!);
    },
  };
}

/**
 * Returns all arrival times of a Poisson process with this rate, in rising order.
 *
 * @param uniform gives the uniform number of arrival k, strictly between 0 and 1
 * @throws {RangeError} as `poissonArrivals` does, and when the window has no end
 * @example
 * const stream = new Streams({ seed: 42 }).of("arrival");
 * poissonTimes({ breakpoints: [0, 480], rates: [1 / 60] }, (k) => stream.uniform(k)).length // 8
 */
export function poissonTimes(profile: RateProfile, uniform: (k: number) => number): number[] {
  const arrivals = poissonArrivals(profile);
  if (arrivals.expected === Infinity) {
    throw new RangeError("all arrivals of a window without end cannot be listed; ask for them one by one");
  }
  const times: number[] = [];
  for (;;) {
    const time = arrivals.next(uniform(times.length));
    if (Number.isNaN(time)) return times;
    times.push(time);
  }
}

/** A number of patients who come at any time of a window alike. */
export interface ScatteredOptions {
  /** How many come. */
  readonly count: number;
  /** The window, in minutes. */
  readonly from: number;
  readonly to: number;
}

/** Who comes when. */
export interface ScatteredArrivals {
  /** Arrival times in minutes, rising. */
  readonly times: Float64Array;
  /** The number of the patient who comes at each of the times. */
  readonly patients: Int32Array;
}

/**
 * Returns the arrivals of a given number of patients, each at a uniform time of his own.
 *
 * Each patient keeps his time when more come, or fewer.
 *
 * @param uniform gives the uniform number of patient k, from 0 to 1
 * @throws {RangeError} when the count is not a whole number from 0 to 2^31 - 1, or the window is not finite
 * with its start before its end
 * @example
 * scatteredArrivals({ count: 2, from: 60, to: 180 }, (k) => [0.75, 0.25][k]!).times[0] // 90
 */
export function scatteredArrivals(
  { count, from, to }: ScatteredOptions,
  uniform: (k: number) => number,
): ScatteredArrivals {
  if (!(count >= 0 && count === (count | 0))) {
    throw new RangeError(`a number of patients must be a whole number from 0 to 2^31 - 1, got ${count}`);
  }
  if (!(from < to && Number.isFinite(from) && Number.isFinite(to))) {
    throw new RangeError(`a window needs a start before its end, got ${from} to ${to}`);
  }
  const drawn = Float64Array.from({ length: count }, (_, k) => from + (to - from) * uniform(k));
  const patients = Int32Array.from({ length: count }, (_, k) => k);
  patients.sort((a, b) => drawn[a]! - drawn[b]!);
  return { times: Float64Array.from(patients, (patient) => drawn[patient]!), patients };
}

function checkProfile({ breakpoints, rates }: RateProfile): void {
  if (rates.length === 0 || breakpoints.length !== rates.length + 1) {
    throw new RangeError(
      `a rate profile needs one breakpoint more than rates, got ${breakpoints.length} breakpoints and ${rates.length} rates`,
    );
  }
  if (!Number.isFinite(breakpoints[0])) {
    throw new RangeError(`a rate profile needs a start that is finite, got ${breakpoints[0]}`);
  }
  for (const [piece, rate] of rates.entries()) {
    if (!(rate >= 0 && rate < Infinity)) throw new RangeError(`a rate must be zero or more per minute, got ${rate}`);
    if (!(breakpoints[piece]! < breakpoints[piece + 1]!)) {
      throw new RangeError(
        `a rate profile needs breakpoints that rise, got ${breakpoints[piece + 1]} after ${breakpoints[piece]}`,
      );
    }
  }
}

/** The expected number of arrivals up to each breakpoint. */
function cumulativeRates({ breakpoints, rates }: RateProfile): Float64Array {
  const cumulative = new Float64Array(breakpoints.length);
  for (const [piece, rate] of rates.entries()) {
    const length = breakpoints[piece + 1]! - breakpoints[piece]!;
    cumulative[piece + 1] = cumulative[piece]! + (rate === 0 ? 0 : rate * length);
  }
  return cumulative;
}
