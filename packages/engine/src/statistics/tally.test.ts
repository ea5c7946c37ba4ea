import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Tally } from "./tally.ts";

const waits = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 40 });

describe("a tally of waits", () => {
  it("knows count, sum, mean, variance and range of four patients", () => {
    const tally = tallyOf([2, 4, 4, 10]);
    expect([tally.count, tally.sum, tally.mean, tally.min, tally.max]).toEqual([4, 20, 5, 2, 10]);
    expect(tally.variance).toBeCloseTo(12, 12);
    expect(tally.sd).toBeCloseTo(Math.sqrt(12), 12);
  });

  it("says NaN for what nobody came to be measured by", () => {
    const tally = new Tally();
    expect(tally.count).toBe(0);
    expect(tally.sum).toBe(0);
    expect([tally.mean, tally.variance, tally.sd, tally.min, tally.max]).toEqual([NaN, NaN, NaN, NaN, NaN]);
    tally.add(7);
    expect([tally.mean, tally.variance, tally.sd, tally.min, tally.max]).toEqual([7, NaN, NaN, 7, 7]);
  });

  it("keeps its digits for clock times late in a year", () => {
    const times = [4, 7, 13, 16].map((minute) => 1e9 + minute);
    expect(tallyOf(times).variance).toBeCloseTo(30, 9);
  });

  it("agrees with two passes over the same waits", () => {
    fc.assert(
      fc.property(waits, (values) => {
        const tally = tallyOf(values);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
        expect(tally.mean).toBe(mean);
        if (values.length >= 2) close(tally.variance, variance, values);
      }),
    );
  });

  it("is the same for two days merged as for both counted in one go", () => {
    fc.assert(
      fc.property(waits, waits, (monday, tuesday) => {
        const merged = tallyOf(monday);
        const other = tallyOf(tuesday);
        const untouched = other.save();
        merged.merge(other);
        const both = tallyOf([...monday, ...tuesday]);
        expect(other.save()).toEqual(untouched);
        expect([merged.count, merged.min, merged.max]).toEqual([both.count, both.min, both.max]);
        close(merged.sum, both.sum, [...monday, ...tuesday]);
        if (both.count >= 2) close(merged.variance, both.variance, [...monday, ...tuesday]);
      }),
    );
  });

  it("is saved with all it knows, or with zeros when it knows nothing", () => {
    expect(tallyOf([3, 5]).save()).toEqual({ count: 2, sum: 8, squares: 2, min: 3, max: 5 });
    expect(new Tally().save()).toEqual({ count: 0, sum: 0, squares: 0, min: 0, max: 0 });
  });

  it("continues from its saved state as if it had never stopped", () => {
    fc.assert(
      fc.property(waits, waits, (before, after) => {
        const restored = Tally.restore(JSON.parse(JSON.stringify(tallyOf(before).save())));
        for (const wait of after) restored.add(wait);
        expect(restored.save()).toEqual(tallyOf([...before, ...after]).save());
      }),
    );
  });

  it.each([NaN, Infinity, -Infinity])("refuses a wait of %d, and says so", (wait) => {
    expect(() => new Tally().add(wait)).toThrow(
      new RangeError(`a tally takes finite numbers, got ${wait}; leave out what is undefined`),
    );
  });
});

function tallyOf(values: readonly number[]): Tally {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally;
}

/** Equal but for rounding, which goes with the size of the values and their squares. */
function close(actual: number, expected: number, values: readonly number[]): void {
  const largest = Math.max(1, ...values.map(Math.abs));
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * largest ** 2 * Math.max(1, values.length));
}
