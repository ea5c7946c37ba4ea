import fc from "fast-check";
import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { quantile } from "./quantile.ts";
import { QuantileSketch } from "./sketch.ts";

const probabilities = [0, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1];

// From a nanominute to beyond anything in an office, of both signs, and zero.
const value = fc.oneof(
  fc.constantFrom(0, 1, -1, 1.005, 0.995),
  fc.double({ min: -14, max: 34, noNaN: true }).map((power) => Math.exp(power)),
  fc.double({ min: -14, max: 34, noNaN: true }).map((power) => -Math.exp(power)),
  fc.double({ min: 0, max: 1e-9, noNaN: true, maxExcluded: true }),
);
const values = fc.array(value, { maxLength: 60 });

describe("a sketch of waits", () => {
  it.each([0.001, 0.005, 0.01])("is within its relative accuracy of the exact quantile: %d", (relativeAccuracy) => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (sample, p) => {
        fc.pre(sample.length > 0);
        expectWithin(sketchOf(sample, relativeAccuracy).quantile(p), { sample, p, relativeAccuracy });
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["exponential", (u: number) => -10 * Math.log(1 - u)],
    ["lognormal", (u: number) => Math.exp(2 + 1.2 * normal(u))],
    ["uniform around zero, as lateness", (u: number) => 25 * u - 15],
    ["zero for two in three", (u: number) => Math.max(0, 30 * (u - 2 / 3))],
  ])("is within half a per cent for 100,000 waits: %s", (_, draw) => {
    const uniform = seedrandom("sketch");
    const sample = Float64Array.from({ length: 100_000 }, () => draw(uniform()));
    const sketch = sketchOf(sample);
    for (const p of probabilities) {
      expectWithin(sketch.quantile(p), { sample, p, relativeAccuracy: 0.005 });
    }
  });

  it("is the same whatever the order in which days are merged, and as one sketch of all", () => {
    fc.assert(
      fc.property(values, values, values, (monday, tuesday, wednesday) => {
        const all = sketchOf([...wednesday, ...monday, ...tuesday]);
        const left = merged(merged(sketchOf(monday), sketchOf(tuesday)), sketchOf(wednesday));
        const right = merged(sketchOf(monday), merged(sketchOf(wednesday), sketchOf(tuesday)));
        expect(left.save()).toEqual(all.save());
        expect(right.save()).toEqual(all.save());
      }),
    );
  });

  it("knows the shortest and the longest wait exactly, also when merged or restored", () => {
    const days = merged(sketchOf([20, 7.77]), sketchOf([333.3, -1.234]));
    for (const sketch of [days, QuantileSketch.restore(days.save())]) {
      expect([sketch.count, sketch.quantile(0), sketch.quantile(1)]).toEqual([4, -1.234, 333.3]);
    }
    expect(merged(sketchOf([5, 6]), new QuantileSketch()).quantile(0)).toBe(5);
    expect(new QuantileSketch().save()).toMatchObject({ min: 0, max: 0 });
  });

  it("leaves a merged sketch as it was", () => {
    const tuesday = sketchOf([1, 2, 3]);
    const monday = merged(new QuantileSketch(), tuesday);
    monday.add(100);
    expect(tuesday.save()).toEqual(sketchOf([1, 2, 3]).save());
  });

  it("continues from its saved state as if it had never stopped", () => {
    fc.assert(
      fc.property(values, values, (before, after) => {
        const state = JSON.parse(JSON.stringify(sketchOf(before).save()));
        const restored = QuantileSketch.restore(state);
        for (const wait of after) restored.add(wait);
        expect(restored.save()).toEqual(sketchOf([...before, ...after]).save());
      }),
    );
  });

  it("grows no further than its two limits allow", () => {
    const sketch = sketchOf([1e-9, 1e15, -1e-9, -1e15, 1e-300, 0]);
    for (let power = -9; power <= 15; power += 0.001) sketch.add(10 ** power);
    const { positive, negative, zeros } = sketch.save();
    expect(positive.counts.length).toBeLessThan(5600);
    expect(negative.counts.length).toBeLessThan(5600);
    expect(zeros).toBe(2);
  });

  it("is not defined for a day when nobody came", () => {
    const sketch = new QuantileSketch();
    expect([sketch.count, sketch.quantile(0.5)]).toEqual([0, NaN]);
    sketch.merge(new QuantileSketch());
    expect(sketch.save()).toEqual(new QuantileSketch().save());
  });

  it("refuses what it cannot count", () => {
    const sketch = new QuantileSketch();
    for (const wait of [NaN, Infinity, -2e15]) {
      expect(() => sketch.add(wait)).toThrow(`a sketch takes numbers up to ±${1e15}, got ${wait}`);
    }
    expect(() => sketch.quantile(-0.1)).toThrow("a probability must lie between 0 and 1, got -0.1");
    for (const relativeAccuracy of [0, 0.0009, 0.11, NaN]) {
      expect(() => new QuantileSketch({ relativeAccuracy })).toThrow(`between 0.001 and 0.1, got ${relativeAccuracy}`);
    }
    expect(() => sketch.merge(new QuantileSketch({ relativeAccuracy: 0.01 }))).toThrow("got 0.005 and 0.01");
  });
});

function sketchOf(sample: Iterable<number>, relativeAccuracy = 0.005): QuantileSketch {
  const sketch = new QuantileSketch({ relativeAccuracy });
  for (const wait of sample) sketch.add(wait);
  return sketch;
}

function merged(into: QuantileSketch, other: QuantileSketch): QuantileSketch {
  into.merge(other);
  return into;
}

interface Case {
  readonly sample: readonly number[] | Float64Array;
  readonly p: number;
  readonly relativeAccuracy: number;
}

/** Within the relative accuracy of the exact quantile; between neighbours of different sign, of the larger one. */
function expectWithin(found: number, { sample, p, relativeAccuracy }: Case): void {
  const exact = quantile(sample, p);
  const sorted = Float64Array.from(sample).sort();
  const rank = (sorted.length - 1) * p;
  const [below, above] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!];
  const size = below < 0 && above > 0 ? Math.max(-below, above) : Math.abs(exact);
  expect(Math.abs(found - exact)).toBeLessThanOrEqual(relativeAccuracy * (1 + 1e-6) * size + 1e-9);
}

/** Some symmetric, roughly normal shape is all that is needed here. */
function normal(u: number): number {
  return Math.log(u / (1 - u)) / 1.7;
}
