import chisquareCdf from "@stdlib/stats-base-dists-chisquare-cdf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exponential } from "./distributions.ts";
import { type Identity, Streams, sampler } from "./streams.ts";

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe("a draw", () => {
  it("is the same number today, tomorrow and on every machine", () => {
    const streams = new Streams({ seed: 42, replication: 3 });
    expect([0, 1, 2].map((index) => streams.of("consult", 7).uniform(index))).toEqual([
      0.17296564382965907, 0.5554136357124991, 0.6010479528514462,
    ]);
    expect(streams.of("consult", "MA-1").uniform(0)).toBe(0.15102745011708085);
    expect(new Streams({ seed: "a wet spring" }).of("no-show").uniform(0)).toBe(0.9595574633191543);
  });

  it("depends on seed, replication, purpose, entity and index, and on nothing else", () => {
    fc.assert(
      fc.property(
        fc.string(),
        word,
        fc.string(),
        fc.maxSafeNat(),
        fc.array(fc.tuple(fc.string(), fc.nat(), word), { maxLength: 5 }),
        word,
        (seed, replication, purpose, entity, others, index) => {
          const alone = new Streams({ seed, replication }).of(purpose, entity).uniform(index);
          const crowded = new Streams({ seed });
          for (const [name, who, at] of others) crowded.of(name, who).uniform(at);
          crowded.replication = replication;
          const stream = crowded.of(purpose, entity);
          for (const [, , at] of others) stream.uniform(at);
          expect(stream.uniform(index)).toBe(alone);
        },
      ),
    );
  });

  it("leaves all others as they were when a new purpose is added in between", () => {
    const run = (isWatched: boolean): number[] => {
      const streams = new Streams({ seed: 1 });
      const consult = sampler(exponential({ mean: 18 }), streams.of("consult"));
      const look = sampler(exponential({ mean: 1 }), streams.of("look at the clock"));
      return Array.from({ length: 50 }, () => {
        if (isWatched) look();
        return consult();
      });
    };
    expect(run(true)).toEqual(run(false));
  });

  it("follows another in the order of their indices when a sampler is asked again and again", () => {
    const stream = new Streams({ seed: 1 }).of("consult");
    const minutes = exponential({ mean: 18 });
    const next = sampler(minutes, stream);
    expect([next(), next(), next()]).toEqual([0, 1, 2].map((index) => minutes.draw(stream.uniform(index))));
  });

  it("is the same on the compiled road as from a stream of the same entity", () => {
    const streams = new Streams({ seed: 5, replication: 2 });
    const minutes = exponential({ mean: 10 });
    fc.assert(
      fc.property(fc.maxSafeNat(), word, (entity, index) => {
        const [lo, hi] = [entity % 2 ** 32, Math.floor(entity / 2 ** 32)];
        const u = streams.of("consult", entity).uniform(index);
        expect(streams.of("consult", { lo, hi }).uniform(index)).toBe(u);
        expect(streams.keyedUniform("consult")(lo, hi, index)).toBe(u);
        expect(streams.keyed("consult", minutes)(lo, hi, index)).toBe(minutes.draw(u));
      }),
    );
  });

  it("follows the replication where it was compiled once, and keeps it where a stream was made for one", () => {
    const streams = new Streams({ seed: 5 });
    const keyed = streams.keyedUniform("consult");
    const first = streams.of("consult", 9);
    const before = keyed(9, 0, 0);
    streams.replication = 1;
    expect(keyed(9, 0, 0)).toBe(streams.of("consult", 9).uniform(0));
    expect(keyed(9, 0, 0)).not.toBe(before);
    expect(first.uniform(0)).toBe(before);
    streams.replication = 0;
    expect(keyed(9, 0, 0)).toBe(before);
  });
});

describe("names", () => {
  const first = (options: { seed?: string | number; purpose?: string; entity?: string | number | Identity }): number =>
    new Streams({ seed: options.seed ?? 1 }).of(options.purpose ?? "consult", options.entity ?? 0).uniform(0);

  it("a seed may be typed as a number or as a word", () => {
    expect(first({ seed: 42 })).toBe(first({ seed: "42" }));
  });

  it.each([
    ["repeat each other", "11", "1111"],
    ["differ beyond the low byte of a character", "a", "\u0161"],
    ["spell out another", "\\161;", "\u0161"],
    ["differ by what follows a zero", "a\0", "a"],
    ["are not well-formed", "\ud800", "\ud801"],
    ["are empty", "", "0"],
  ])("tells names apart that %s", (_, one, other) => {
    expect(first({ seed: one })).not.toBe(first({ seed: other }));
    expect(first({ purpose: one })).not.toBe(first({ purpose: other }));
    expect(first({ entity: one })).not.toBe(first({ entity: other }));
  });

  it("keeps seed, purpose and entity of one name apart", () => {
    const swapped = new Streams({ seed: "b" }).of("a", "c").uniform(0);
    expect(new Streams({ seed: "a" }).of("b", "c").uniform(0)).not.toBe(swapped);
    expect(new Streams({ seed: "a" }).of("c", "b").uniform(0)).not.toBe(swapped);
  });

  it("gives entities beyond 2^32 draws of their own", () => {
    expect(first({ entity: 2 ** 32 + 5 })).not.toBe(first({ entity: 5 }));
  });
});

describe("identities", () => {
  it("of a hundred thousand patients are all different, and the same in every run", () => {
    const words = new Int32Array(2);
    const streams = new Streams({ seed: 1 });
    const seen = new Set<string>();
    for (let day = 0; day < 100; day++) {
      for (let k = 0; k < 1000; k++) {
        streams.identity("identity.walk-ins", day, 0, k, words);
        seen.add(`${words}`);
      }
    }
    expect(seen.size).toBe(100_000);
    streams.identity("identity.walk-ins", 3, 0, 1, words);
    const again = new Int32Array(2);
    new Streams({ seed: 1 }).identity("identity.walk-ins", 3, 0, 1, again);
    expect(again).toEqual(words);
  });
});

describe("at the door", () => {
  const streams = new Streams({ seed: 1 });
  it.each([
    [() => new Streams({ seed: Number.NaN }), "a seed must be a finite number or a phrase, got NaN"],
    [
      () => new Streams({ seed: 1, replication: -1 }),
      "a replication must be a whole number from 0 to 4294967295, got -1",
    ],
    [() => new Streams({ seed: 1, replication: 0.5 }), "got 0.5"],
    [() => streams.of("consult", -1), "the number of an entity must be a whole number from 0 to 2^53 - 1, got -1"],
    [() => streams.of("consult", 2 ** 53), "got 9007199254740992"],
    [
      () => streams.of("consult").uniform(-1),
      "the index of a draw must be a whole number from 0 to 4294967295, got -1",
    ],
    [() => streams.of("consult").uniform(Number.NaN), "got NaN"],
  ])("%s: %s", (act, message) => {
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });
});

/**
 * Each way of walking through positions gives numbers that a chi-square test, a lag-1 correlation and a
 * comparison with the neighbouring walk find nothing in: everything within the 99.9 % interval.
 */
describe("the numbers are uniform and independent", () => {
  const size = 100_000;
  const streams = new Streams({ seed: "independence" });
  const draw = streams.keyedUniform("consult");
  const walks: Record<string, (i: number, walk: number) => number> = {
    indices: (i, walk) => draw(walk, 0, i),
    entities: (i, walk) => draw(i, 0, walk),
    "upper words of entities": (i, walk) => draw(walk, i, 0),
    replications: (i, walk) => {
      streams.replication = i;
      const u = draw(1, 0, walk);
      streams.replication = 0;
      return u;
    },
  };

  it.each(Object.keys(walks))("over %s", (name) => {
    expectUniform(Array.from({ length: size }, (_, i) => walks[name]!(i, 0)));
    const [one, other] = [1, 2].map((walk) => Array.from({ length: size }, (_, i) => walks[name]!(i, walk)));
    expect(Math.abs(correlation(one!, other!))).toBeLessThan(3.29 / Math.sqrt(size));
  });

  it.each([
    ["purposes", (i: number) => streams.of(`purpose ${i}`).uniform(0)],
    ["seeds", (i: number) => new Streams({ seed: i }).of("consult").uniform(0)],
    ["named entities", (i: number) => streams.of("consult", `patient ${i}`).uniform(0)],
    [
      "identities",
      (i: number) => {
        const words = new Int32Array(2);
        streams.identity("identity.walk-ins", 0, 0, i, words);
        return (words[0]! >>> 0) / 2 ** 32;
      },
    ],
  ])("over %s", (_, drawAt) => {
    expectUniform(Array.from({ length: 10_000 }, (__, i) => drawAt(i)));
  });

  it("between any two of a hundred purposes", () => {
    const length = 1000;
    const columns = Array.from({ length: 100 }, (_, purpose) => {
      const stream = streams.of(`column ${purpose}`);
      return Array.from({ length }, (__, i) => stream.uniform(i));
    });
    const correlations = columns.flatMap((column, i) =>
      columns.slice(i + 1).map((other) => correlation(column, other)),
    );
    expect(correlations).toHaveLength(4950);
    // The sum of squares of n independent correlations, times the length, is chi-square with n degrees of freedom.
    // So many degrees are nearly normal.
    const z = (correlations.reduce((sum, r) => sum + r * r * length, 0) - 4950) / Math.sqrt(2 * 4950);
    expect(Math.abs(z)).toBeLessThan(3.29);
    // The greatest of 4950 is beyond 5 once in 350 such tests.
    expect(Math.max(...correlations.map(Math.abs)) * Math.sqrt(length)).toBeLessThan(5);
  });
});

function expectUniform(numbers: readonly number[]): void {
  const cells = 100;
  const counts = new Array<number>(cells).fill(0);
  for (const u of numbers) counts[Math.floor(u * cells)]!++;
  const expected = numbers.length / cells;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const p = chisquareCdf(chiSquare, cells - 1);
  expect(p).toBeGreaterThan(0.0005);
  expect(p).toBeLessThan(0.9995);
  expect(Math.abs(correlation(numbers.slice(1), numbers.slice(0, -1)))).toBeLessThan(3.29 / Math.sqrt(numbers.length));
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  return (12 / xs.length) * xs.reduce((sum, x, i) => sum + (x - 0.5) * (ys[i]! - 0.5), 0);
}
