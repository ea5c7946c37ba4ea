import { describe, expect, it } from "vitest";
import { longRunShares } from "./birth-death.ts";

describe("long-run shares", () => {
  it("balance what goes up with what comes down", () => {
    const rise = (n: number) => 5 - n;
    const fall = (n: number) => 2 * n;
    const { first, shares } = longRunShares({ rise, fall, mode: 1, last: 5 });
    expect(first).toBe(0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
    shares.slice(1).forEach((share, n) => {
      expect(share * fall(n + 1)).toBeCloseTo(shares[n]! * rise(n), 14);
    });
  });

  it("leave out what is too unlikely to matter", () => {
    const { first, shares } = longRunShares({ rise: () => 1e6, fall: (n) => n, mode: 1e6 });
    expect(first).toBeGreaterThan(950_000);
    expect(shares.length).toBeLessThan(100_000);
    expect(shares[1e6 - first]! * Math.sqrt(2 * Math.PI * 1e6)).toBeCloseTo(1, 6);
  });

  it("refuse a queue that would fill the memory", () => {
    expect(() => longRunShares({ rise: () => 1, fall: () => 1.000001, mode: 0 })).toThrow(
      "at most 10000000 lengths are likely",
    );
  });
});
