import chisquareCdf from "@stdlib/stats-base-dists-chisquare-cdf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poissonArrivals, poissonTimes, type RateProfile, scatteredArrivals } from "./arrivals.ts";
import { Streams } from "./streams.ts";

const morning: RateProfile = { breakpoints: [480, 540, 600, 720, 780], rates: [0.1, 0, 0.5, 0.05] };

/** The arrivals of many days, each with the chance of a replication of its own. */
function days(profile: RateProfile, count: number): number[][] {
  const streams = new Streams({ seed: "arrivals" });
  return Array.from({ length: count }, (_, day) => {
    streams.replication = day;
    const stream = streams.of("arrival");
    return poissonTimes(profile, (k) => stream.uniform(k));
  });
}

const profiles = fc
  .array(
    fc.tuple(
      fc.double({ min: 1, max: 120, noNaN: true }),
      fc.oneof(fc.constant(0), fc.double({ min: 0, max: 2, noNaN: true })),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((pieces): RateProfile => {
    const breakpoints = [30];
    for (const [length] of pieces) breakpoints.push(breakpoints.at(-1)! + length);
    return { breakpoints, rates: pieces.map(([, rate]) => rate) };
  });
const uniforms = fc.nat().map((seed) => {
  const stream = new Streams({ seed }).of("arrival");
  return (k: number) => stream.uniform(k);
});

describe("arrivals at an hourly rate", () => {
  it("come when the cumulative rate reaches the sum of exponential gaps, worked by hand", () => {
    // Gaps of 1, 2 and 4 expected arrivals; the rates reach 6 at 540 and 66 at 720.
    const gaps = [1, 2, 4];
    const arrivals = poissonArrivals(morning);
    const times = gaps.map((gap) => arrivals.next(-Math.expm1(-gap)));
    expect(times[0]).toBeCloseTo(480 + 10, 10);
    expect(times[1]).toBeCloseTo(480 + 30, 10);
    expect(times[2]).toBeCloseTo(600 + (7 - 6) / 0.5, 10);
    expect(arrivals.next(1 - 1e-16)).toBeCloseTo(600 + (7 - Math.log(2 ** -53) - 6) / 0.5, 8);
    expect(arrivals.expected).toBeCloseTo(69, 10);
  });

  it("are as many as expected, vary like a Poisson number, and come evenly within each piece", () => {
    const sample = days(morning, 4000);
    let chiSquare = 0;
    let cells = 0;
    for (const [piece, rate] of morning.rates.entries()) {
      const [from, to] = [morning.breakpoints[piece]!, morning.breakpoints[piece + 1]!];
      const expected = rate * (to - from);
      const within = sample.map((times) => times.filter((time) => time >= from && time < to));
      const counts = within.map((times) => times.length);
      const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      if (rate === 0) {
        expect(mean).toBe(0);
        continue;
      }
      // Mean and variance of a Poisson number are the same; 99.9 % intervals of both over 4000 days.
      const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
      expect(Math.abs(mean - expected)).toBeLessThan(3.29 * Math.sqrt(expected / counts.length));
      expect(Math.abs(variance / expected - 1)).toBeLessThan(3.29 * Math.sqrt((2 + 1 / expected) / counts.length));
      const parts = new Array<number>(10).fill(0);
      for (const time of within.flat()) parts[Math.floor((10 * (time - from)) / (to - from))]!++;
      const perPart = (expected * counts.length) / 10;
      chiSquare += parts.reduce((sum, count) => sum + (count - perPart) ** 2 / perPart, 0);
      cells += 10;
    }
    const p = chisquareCdf(chiSquare, cells);
    expect(p).toBeGreaterThan(0.0005);
    expect(p).toBeLessThan(0.9995);
  });

  it("are independent from one hour to the next", () => {
    const sample = days({ breakpoints: [0, 60, 120], rates: [0.2, 0.2] }, 4000);
    const [first, second] = [0, 60].map((from) =>
      sample.map((times) => times.filter((time) => time >= from && time < from + 60).length - 12),
    );
    const covariance = first!.reduce((sum, count, day) => sum + count * second![day]!, 0) / sample.length;
    expect(Math.abs(covariance / 12)).toBeLessThan(3.29 / Math.sqrt(sample.length));
  });

  it("at one rate all day are the exponential gaps of a homogeneous process", () => {
    const gaps = days({ breakpoints: [0, 10_000], rates: [0.1] }, 20).flatMap((times) =>
      times.map((time, k) => time - (times[k - 1] ?? 0)),
    );
    const mean = gaps.reduce((sum, gap) => sum + gap / gaps.length, 0);
    const sd = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2 / gaps.length, 0));
    expect(Math.abs(mean - 10)).toBeLessThan((3.29 * 10) / Math.sqrt(gaps.length));
    expect(Math.abs(sd - 10)).toBeLessThan((3.29 * 10 * Math.sqrt(2)) / Math.sqrt(gaps.length));
    expect(gaps.length).toBeGreaterThan(19_000);
  });

  it("rise, stay within the window, and spare the pieces without a rate", () => {
    fc.assert(
      fc.property(profiles, uniforms, (profile, uniform) => {
        const times = poissonTimes(profile, uniform);
        const { breakpoints, rates } = profile;
        for (const [k, time] of times.entries()) {
          expect(time).toBeGreaterThanOrEqual(times[k - 1] ?? breakpoints[0]!);
          expect(time).toBeLessThanOrEqual(breakpoints.at(-1)!);
          const piece = breakpoints.findLastIndex((start) => start < time);
          expect(rates[piece]).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("stay what they were before a time when the rate changes after it", () => {
    fc.assert(
      fc.property(profiles, profiles, fc.nat(), uniforms, (profile, other, at, uniform) => {
        const piece = at % profile.rates.length;
        const turn = profile.breakpoints[piece]!;
        const changed: RateProfile = {
          breakpoints: [
            ...profile.breakpoints.slice(0, piece + 1),
            ...other.breakpoints.slice(1).map((time) => turn - other.breakpoints[0]! + time),
          ],
          rates: [...profile.rates.slice(0, piece), ...other.rates],
        };
        const before = (times: readonly number[]): number[] => times.filter((time) => time < turn);
        expect(before(poissonTimes(changed, uniform))).toEqual(before(poissonTimes(profile, uniform)));
      }),
    );
  });

  it("are the same patients, only sooner, when demand grows", () => {
    fc.assert(
      fc.property(profiles, fc.double({ min: 1, max: 2, noNaN: true }), uniforms, (profile, volume, uniform) => {
        const now = poissonTimes(profile, uniform);
        const grown = poissonTimes({ ...profile, rates: profile.rates.map((rate) => rate * volume) }, uniform);
        expect(grown.length).toBeGreaterThanOrEqual(now.length);
        for (const [k, time] of now.entries()) expect(grown[k]!).toBeLessThanOrEqual(time + 1e-9);
      }),
    );
  });

  it("due at the very minute in which a closed hour begins come when it is over", () => {
    // -ln(1 - 0.5) is ln 2 to the last digit: exactly what the first hour brings.
    expect(poissonArrivals({ breakpoints: [0, 1, 2, 3], rates: [Math.LN2, 0, 1] }).next(0.5)).toBe(2);
  });

  it("are never rounded over the end of their hour", () => {
    // Found by trying: here the division is rounded up, and the arrival would come 2e-15 minutes too late.
    const profile = { breakpoints: [-1, 0, 14, 15], rates: [0.1059788936033369, 0.08725150530528751, 0] };
    expect(poissonArrivals(profile).next(0.734860709849338)).toBe(14);
  });

  it("begin again when the process does", () => {
    const arrivals = poissonArrivals(morning);
    const first = [arrivals.next(0.3), arrivals.next(0.6)];
    arrivals.restart();
    expect([arrivals.next(0.3), arrivals.next(0.6)]).toEqual(first);
  });

  it("never come at all when the rate is zero, not even in a window without end", () => {
    expect(poissonTimes({ breakpoints: [0, 600], rates: [0] }, () => 0.5)).toEqual([]);
    expect(poissonTimes({ breakpoints: [0, 600, Infinity], rates: [0.01, 0] }, () => 0.9)).toHaveLength(2);
    expect(poissonArrivals({ breakpoints: [0, Infinity], rates: [0] }).next(0.5)).toBeNaN();
  });

  it("go on for ever in a window without end", () => {
    const arrivals = poissonArrivals({ breakpoints: [0, Infinity], rates: [0.1] });
    let time = 0;
    for (let k = 0; k < 1000; k++) time = arrivals.next(0.5);
    expect(time).toBeCloseTo(10_000 * Math.LN2, 6);
  });

  it.each<[string, () => unknown]>([
    ["a rate must be zero or more per minute, got -1", () => poissonArrivals({ breakpoints: [0, 1], rates: [-1] })],
    [
      "a rate must be zero or more per minute, got NaN",
      () => poissonArrivals({ breakpoints: [0, 1], rates: [Number.NaN] }),
    ],
    [
      "a rate must be zero or more per minute, got Infinity",
      () => poissonArrivals({ breakpoints: [0, 1], rates: [Infinity] }),
    ],
    [
      "a rate profile needs breakpoints that rise, got 5 after 5",
      () => poissonArrivals({ breakpoints: [5, 5], rates: [1] }),
    ],
    [
      "a rate profile needs breakpoints that rise, got NaN after 5",
      () => poissonArrivals({ breakpoints: [5, Number.NaN], rates: [1] }),
    ],
    [
      "a rate profile needs a start that is finite, got -Infinity",
      () => poissonArrivals({ breakpoints: [-Infinity, 5], rates: [1] }),
    ],
    [
      "a rate profile needs one breakpoint more than rates, got 2 breakpoints and 2 rates",
      () => poissonArrivals({ breakpoints: [0, 5], rates: [1, 1] }),
    ],
    [
      "a rate profile needs one breakpoint more than rates, got 1 breakpoints and 0 rates",
      () => poissonArrivals({ breakpoints: [0], rates: [] }),
    ],
    ["an arrival needs a uniform number between 0 and 1, got 0", () => poissonArrivals(morning).next(0)],
    ["an arrival needs a uniform number between 0 and 1, got 1", () => poissonArrivals(morning).next(1)],
    ["an arrival needs a uniform number between 0 and 1, got NaN", () => poissonArrivals(morning).next(Number.NaN)],
    ["702 arrivals where 69 are expected: the numbers given are not uniform", () => poissonTimes(morning, () => 1e-17)],
    [
      "all arrivals of a window without end cannot be listed; ask for them one by one",
      () => poissonTimes({ breakpoints: [0, Infinity], rates: [1] }, () => 0.5),
    ],
  ])("%s", (message, act) => {
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });
});

describe("a given number of arrivals", () => {
  const stream = new Streams({ seed: "scattered" }).of("arrival");
  const uniform = (k: number): number => stream.uniform(k);

  it("come at uniform times of their own, in the order of time", () => {
    const { times, patients } = scatteredArrivals({ count: 10_000, from: 60, to: 180 }, uniform);
    expect([...patients].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 10_000 }, (_, k) => k));
    const counts = new Array<number>(100).fill(0);
    for (const [place, time] of times.entries()) {
      expect(time).toBe(60 + 120 * uniform(patients[place]!));
      expect(time).toBeGreaterThanOrEqual(times[place - 1] ?? 60);
      counts[Math.floor(((time - 60) / 120) * 100)]!++;
    }
    const p = chisquareCdf(
      counts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0),
      99,
    );
    expect(p).toBeGreaterThan(0.0005);
    expect(p).toBeLessThan(0.9995);
  });

  it("keep their times when one more comes", () => {
    fc.assert(
      fc.property(fc.nat(100), (count) => {
        const before = scatteredArrivals({ count, from: 0, to: 480 }, uniform);
        const after = scatteredArrivals({ count: count + 1, from: 0, to: 480 }, uniform);
        const others = [...after.patients.keys()].filter((place) => after.patients[place] !== count);
        expect(others.map((place) => after.times[place])).toEqual([...before.times]);
        expect(others.map((place) => after.patients[place])).toEqual([...before.patients]);
      }),
    );
  });

  it("may be none", () => {
    expect(scatteredArrivals({ count: 0, from: 0, to: 1 }, uniform).times).toHaveLength(0);
  });

  it.each([
    [{ count: -1, from: 0, to: 1 }, "a number of patients must be a whole number from 0 to 2^31 - 1, got -1"],
    [{ count: 1.5, from: 0, to: 1 }, "got 1.5"],
    [{ count: Number.NaN, from: 0, to: 1 }, "got NaN"],
    [{ count: 1, from: 1, to: 1 }, "a window needs a start before its end, got 1 to 1"],
    [{ count: 1, from: 0, to: Infinity }, "got 0 to Infinity"],
  ])("%o: %s", (options, message) => {
    expect(() => scatteredArrivals(options, uniform)).toThrow(RangeError);
    expect(() => scatteredArrivals(options, uniform)).toThrow(message);
  });
});
