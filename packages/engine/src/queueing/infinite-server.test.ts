import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockingProbability } from "./erlang-b.ts";
import { delayProbability, presentProbability } from "./infinite-server.ts";

const load = fc.double({ min: 0.01, max: 200, noNaN: true });
const units = fc.integer({ min: 0, max: 250 });

describe("the stroke wards", () => {
  // Arrivals a day times days of stay. What leaves the acute unit for rehabilitation arrives there.
  const acute = (0.24 * 7.4 + 0.13 * 4.6 + 0.63 * 7.0) / 1.2 + 1.8 / 9.3 + 4.0 / 3.6 + 3.8 / 3.2;
  const strokeStay = 0.6 * 28.4 + 0.4 * 30.3;
  const rehab =
    (0.24 / 1.2 + 1 / 21.8) * strokeStay +
    (0.01 / 9.3) * 18.7 +
    (0.11 / 3.6 + 1 / 31.7) * 27.6 +
    (0.05 / 3.2 + 1 / 28.6) * 16.1;

  it("carry the known loads", () => {
    expect([acute.toFixed(5), rehab.toFixed(5)]).toEqual(["8.14549", "9.71822"]);
  });

  it("delay with 9 to 15 beds in the acute unit the known share of patients", () => {
    const delayed = [9, 10, 11, 12, 13, 14, 15].map((units) => delayProbability({ load: acute, units }).toFixed(4));
    expect(delayed).toEqual(["0.1806", "0.1283", "0.0867", "0.0556", "0.0337", "0.0192", "0.0103"]);
  });

  it("delay with 10 to 16 beds in rehabilitation the known share of patients", () => {
    const delayed = [10, 11, 12, 13, 14, 15, 16].map((units) => delayProbability({ load: rehab, units }).toFixed(4));
    expect(delayed).toEqual(["0.2015", "0.1511", "0.1091", "0.0754", "0.0497", "0.0312", "0.0186"]);
  });

  it("delay fewer when they share their beds", () => {
    const delayed = [22, 26].map((units) => delayProbability({ load: acute + rehab, units }).toFixed(4));
    expect(delayed).toEqual(["0.0629", "0.0158"]);
  });
});

describe("a ward that turns nobody away", () => {
  it("delays as many as Erlang's B formula turns away", () => {
    fc.assert(
      fc.property(load, units, (load, units) => {
        const expected = blockingProbability({ load, servers: units });
        // The sum overflows, and gives 0, where the answer is below 1e-300.
        expect(Math.abs(delayProbability({ load, units }) - expected)).toBeLessThanOrEqual(1e-11 * expected + 1e-300);
      }),
    );
  });

  it("delays the share that follows from the number present", () => {
    fc.assert(
      fc.property(load, units, (load, units) => {
        const present = Array.from({ length: units + 1 }, (_, n) => presentProbability({ load, present: n }));
        const upTo = present.reduce((sum, share) => sum + share, 0);
        fc.pre(upTo > 0);
        const delayed = delayProbability({ load, units });
        expect(Math.abs(present.at(-1)! / upTo - delayed)).toBeLessThanOrEqual(1e-10 * delayed + 1e-290);
      }),
      { numRuns: 20 },
    );
  });

  it("holds a number of patients that is Poisson, with mean and variance equal to the load", () => {
    for (const load of [0.5, 8.14549, 9, 1000]) {
      const shares = Array.from({ length: 2000 }, (_, present) => presentProbability({ load, present }));
      const mean = shares.reduce((sum, share, n) => sum + share * n, 0);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(mean).toBeCloseTo(load, 8);
      expect(shares.reduce((sum, share, n) => sum + share * (n - mean) ** 2, 0)).toBeCloseTo(load, 6);
    }
  });

  it("is empty without load, and never overflows", () => {
    expect(presentProbability({ load: 0, present: 0 })).toBe(1);
    expect(presentProbability({ load: 0, present: 1 })).toBe(0);
    expect(delayProbability({ load: 1, units: 0 })).toBe(1);
    expect(delayProbability({ load: 1, units: 2 })).toBe(0.2);
    expect(delayProbability({ load: 0, units: 0 })).toBe(1);
    expect(delayProbability({ load: 0, units: 3 })).toBe(0);
    expect(delayProbability({ load: 1e-3, units: 10_000 })).toBe(0);
    expect(delayProbability({ load: 1e5, units: 1e5 })).toBeCloseTo(
      blockingProbability({ load: 1e5, servers: 1e5 }),
      12,
    );
  });

  it("refuses negative loads and parts of patients", () => {
    expect(() => presentProbability({ load: -1, present: 0 })).toThrow(
      "a load must be zero or more and finite, got -1",
    );
    expect(() => presentProbability({ load: 1, present: 0.5 })).toThrow(
      "a number present must be a whole number from 0",
    );
    expect(() => delayProbability({ load: 1, units: -1 })).toThrow("a number of units must be a whole number from 0");
    expect(() => delayProbability({ load: NaN, units: 1 })).toThrow(RangeError);
  });
});
