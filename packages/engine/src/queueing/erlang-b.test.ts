import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockingProbability } from "./erlang-b.ts";

const load = fc.double({ min: 0.01, max: 60, noNaN: true });
const servers = fc.integer({ min: 0, max: 80 });

describe("Erlang's B formula", () => {
  it.each([
    [2, 1, "0.200000"],
    [5, 3, "0.110054"],
    [10, 8, "0.121661"],
    [20, 15, "0.045593"],
  ])("turns away, with %d servers under %d erlangs, a share of %s", (servers, load, expected) => {
    expect(blockingProbability({ load, servers }).toFixed(6)).toBe(expected);
  });

  it("is the last term of a sum over the number of busy servers", () => {
    fc.assert(
      fc.property(load, servers, (load, servers) => {
        const terms = [1];
        for (let busy = 1; busy <= servers; busy++) terms.push((terms.at(-1)! * load) / busy);
        const direct = terms.at(-1)! / terms.reduce((sum, term) => sum + term, 0);
        expect(Math.abs(blockingProbability({ load, servers }) / direct - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it("turns away fewer with another server, and more under more load", () => {
    fc.assert(
      fc.property(load, servers, (load, servers) => {
        const blocked = blockingProbability({ load, servers });
        expect(blockingProbability({ load, servers: servers + 1 })).toBeLessThan(blocked);
        expect(blockingProbability({ load: load * 1.1, servers })).toBeGreaterThanOrEqual(blocked);
      }),
    );
  });

  it("turns everybody away without servers, and nobody without load", () => {
    expect(blockingProbability({ load: 3, servers: 0 })).toBe(1);
    expect(blockingProbability({ load: 0, servers: 3 })).toBe(0);
  });

  it("overflows for no number of servers", () => {
    // With as many servers as erlangs it goes as sqrt(2 / (pi load)).
    const blocked = blockingProbability({ load: 100_000, servers: 100_000 });
    expect(blocked / Math.sqrt(2 / (Math.PI * 100_000))).toBeCloseTo(1, 2);
    expect(blockingProbability({ load: 1, servers: 100_000 })).toBe(0);
    expect(blockingProbability({ load: 1e300, servers: 1000 })).toBeCloseTo(1, 12);
  });

  it("refuses what is no load and no number of servers", () => {
    expect(() => blockingProbability({ load: -1, servers: 1 })).toThrow(
      "a load must be zero or more and finite, got -1",
    );
    expect(() => blockingProbability({ load: NaN, servers: 1 })).toThrow(RangeError);
    expect(() => blockingProbability({ load: 1, servers: 1.5 })).toThrow("must be a whole number from 0, got 1.5");
  });
});
