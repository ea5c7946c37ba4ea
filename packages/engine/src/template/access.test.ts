import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noShowAt, noShowShares, overflowProbability, stabilityOf, verdictOn } from "./access.ts";
import { BacklogChain } from "./backlog-chain.ts";

/** 110,527 public appointments of Brazil, 2016. */
const curve = { sameDay: 0.0465, from: 0.195, to: 0.334, overDays: 8.07 };
const noShow = noShowShares(curve, 400);
const office = { capacity: 20, noShow, bookAgain: 0.7 };

describe("overflow", () => {
  it.each([
    [2000, 0.1309],
    [2300, 0.3013],
    [2500, 0.4409],
  ])("of a panel of %d is %d", (panel, expected) => {
    expect(overflowProbability({ panel, asking: 0.008, capacity: 20 })).toBeCloseTo(expected, 4);
  });

  it("is what adding up all outcomes gives", () => {
    fc.assert(
      fc.property(fc.nat(12), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(14), (panel, asking, capacity) => {
        let beyond = 0;
        for (let who = 0; who < 2 ** panel; who++) {
          const ask = who.toString(2).replaceAll("0", "").length;
          if (ask > capacity) beyond += asking ** ask * (1 - asking) ** (panel - ask);
        }
        expect(overflowProbability({ panel, asking, capacity })).toBeCloseTo(beyond, 9);
      }),
      { numRuns: 50 },
    );
  });

  it("keeps its digits where it is small, and its head with a million patients", () => {
    // The first term beyond is nearly all of it: C(30, 21) 0.01^21.
    expect(overflowProbability({ panel: 30, asking: 0.01, capacity: 20 }) / 1.311e-35).toBeCloseTo(1, 2);
    expect(overflowProbability({ panel: 1_000_000, asking: 0.008, capacity: 8000 })).toBeCloseTo(0.5, 1);
  });
});

describe("a backlog that feeds itself", () => {
  it("is 17.45 patients in the long run at 15 requests a day", () => {
    expect(new BacklogChain({ ...office, demand: 15 }).stationaryMean()).toBeCloseTo(17.45, 2);
  });

  it("at 16 a day stays below two days from empty, sometimes from five days, hardly ever from ten", () => {
    const chain = new BacklogChain({ ...office, demand: 16 });
    const [empty, five, ten] = [0, 100, 200].map((from) => chain.probabilityUnder({ limit: 40, from, days: 120 }));
    expect(empty).toBeCloseTo(0.92, 2);
    expect(five).toBeCloseTo(0.6, 2);
    expect(ten).toBeLessThan(0.005);
    expect(ten).toBeGreaterThan(0.001);
  });

  it("at 18 a day grows whatever happens", () => {
    const chain = new BacklogChain({ ...office, demand: 18 });
    expect(chain.probabilityUnder({ limit: 40, from: 0, days: 120 })).toBeLessThan(0.05);
    const [month, quarter] = [30, 90].map((days) => chain.meanAfter({ from: 0, days }));
    expect(quarter! - month!).toBeGreaterThan(60);
    expect(chain.probabilityUnder({ limit: 40, from: 0, days: 365 })).toBeLessThan(0.001);
  });

  it("has a cliff where each patient brings back another", () => {
    const { safe, lost } = stabilityOf(office);
    expect(safe).toBeCloseTo(20 * (1 - 0.7 * 0.334), 9);
    expect(lost).toBeCloseTo(20 * (1 - 0.7 * noShowAt(curve, 1)), 9);
    expect([15, 16, 18].map((demand) => verdictOn(office, demand))).toEqual(["stable", "bistable", "collapses"]);
  });

  it("loses no probability, from wherever it begins", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(12), fc.nat(60), (capacity, demand, from) => {
        const chain = new BacklogChain({ ...office, capacity, demand, mostDays: 10 });
        expect(chain.probabilityUnder({ limit: 1000, from, days: 7 })).toBeCloseTo(1, 9);
      }),
      { numRuns: 30 },
    );
  });

  it("without no-shows is the queue of Lindley: what is left of yesterday and what has come in", () => {
    const chain = new BacklogChain({ capacity: 1, noShow: [0], bookAgain: 0, demand: 0.5 });
    // M/D/1 at the beginning of services: λ + λ² / (2 (1 − λ)) patients after the arrivals of a slot.
    expect(chain.stationaryMean()).toBeCloseTo(0.5 + 0.25 / (2 * 0.5), 9);
  });

  it("refuses what is no office", () => {
    expect(() => stabilityOf({ ...office, capacity: 0 })).toThrow("a capacity must be 1 or more");
    expect(() => new BacklogChain({ ...office, demand: -1 })).toThrow("a demand must be 0 to 1,000 a day, got -1");
    expect(() => new BacklogChain({ ...office, demand: 15, bookAgain: 1.2 })).toThrow(
      "bookAgain must be between 0 and 1",
    );
  });
});
