import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allTours, randomRoster, uniforms } from "../../test/support/random-roster.ts";
import { epsilon, pricingMemory } from "./completions.ts";
import { evaluate } from "./evaluate.ts";
import { LabelPool } from "./labels.ts";
import { isOpen } from "./open-days.ts";
import { Pricer } from "./pricing.ts";
import type { RosterModel, Tour } from "./roster-model.ts";
import { buildTables } from "./tables.ts";
import { openWindow, tourCost } from "./window.ts";

const size = { people: 1, days: 6, shifts: 2 };
const tours = allTours(size.days, size.shifts);

describe("a tour's cost", () => {
  it("is what plain evaluation says", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const model = withoutCover(randomRoster(seed, size));
        const table = buildTables(model).people[0]!;
        for (const tour of tours) expect(tourCost(table, tour)).toBeCloseTo(evaluate(model, [tour]), 9);
      }),
      { numRuns: 60 },
    );
  });
});

describe("pricing", () => {
  it("finds the cheapest tour there is, whatever the prices of cells", () => {
    const pool = new LabelPool();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const model = withoutCover(randomRoster(seed, size));
        const table = buildTables(model).people[0]!;
        const costs = tours.map((tour) => evaluate(model, [tour]));
        const pricer = new Pricer(openWindow(table, { from: 0, to: size.days }), pricingMemory(table), pool);
        for (let call = 0; call < 3; call++) {
          const prices = drawPrices(seed + call, size.days);
          const best = Math.min(...tours.map((tour, index) => costs[index]! + priceOf(tour, prices, 0, size.days)));
          const found = pricer.price(prices, { threshold: Infinity, most: 3, beam: 1e9 });
          expectCheapest(found, best);
          for (const { symbols, value } of found.tours) {
            const tour = Int16Array.from(symbols, (symbol) => symbol - 1);
            expect(value).toBeCloseTo(evaluate(model, [tour]) + priceOf(tour, prices, 0, size.days), 6);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("tells only of tours below the threshold, and bounds all others", () => {
    const pool = new LabelPool();
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: -10, max: 10, noNaN: true }), (seed, above) => {
        const model = withoutCover(randomRoster(seed, size));
        const table = buildTables(model).people[0]!;
        const prices = drawPrices(seed, size.days);
        const best = Math.min(...tours.map((tour) => evaluate(model, [tour]) + priceOf(tour, prices, 0, size.days)));
        fc.pre(best < Infinity);
        const pricer = new Pricer(openWindow(table, { from: 0, to: size.days }), pricingMemory(table), pool);
        const found = pricer.price(prices, { threshold: best + above, most: 3, beam: 1e9 });
        expect(found.bound).toBeLessThanOrEqual(Math.max(best, best + above) + 2 * epsilon);
        if (above > 1e-4) expectCheapest(found, best);
        if (above < 0) expect(found.tours).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps a valid bound when its beam is narrow", () => {
    const pool = new LabelPool();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const model = withoutCover(randomRoster(seed, size));
        const table = buildTables(model).people[0]!;
        const prices = drawPrices(seed, size.days);
        const best = Math.min(...tours.map((tour) => evaluate(model, [tour]) + priceOf(tour, prices, 0, size.days)));
        const pricer = new Pricer(openWindow(table, { from: 0, to: size.days }), pricingMemory(table), pool);
        const { bound, exact, tours: found } = pricer.price(prices, { threshold: Infinity, most: 1, beam: 2 });
        if (exact || found.length > 0) expect(bound).toBeLessThanOrEqual(best + 2 * epsilon);
      }),
      { numRuns: 300 },
    );
  });

  it("sees only a window of days, and yet whole tours", () => {
    const pool = new LabelPool();
    fc.assert(
      fc.property(
        fc.integer(),
        fc.nat(2),
        fc.integer({ min: 3, max: 6 }),
        fc.uint8Array({ minLength: size.days, maxLength: size.days, max: 1 }),
        fc.nat(tours.length - 1),
        (seed, from, to, closed, index) => {
          const model = withoutCover(randomRoster(seed, size));
          const table = buildTables(model).people[0]!;
          const frozen = tours[index]!;
          const prices = drawPrices(seed, to - from);
          for (const days of [
            { from, to },
            { from, to, closed },
          ]) {
            const within = tours.filter((tour) =>
              tour.every((shift, day) => isOpen(days, day) || shift === frozen[day]),
            );
            const best = Math.min(...within.map((tour) => evaluate(model, [tour]) + priceOf(tour, prices, from, to)));
            const pricer = new Pricer(openWindow(table, days, frozen), pricingMemory(table), pool);
            expectCheapest(pricer.price(prices, { threshold: Infinity, most: 2, beam: 1e9 }), best);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function withoutCover(model: RosterModel): RosterModel {
  return { ...model, terms: model.terms.filter((term) => term.kind !== "cover") };
}

function drawPrices(seed: number, days: number): Float64Array {
  const random = uniforms(seed ^ 0x5bd1e995);
  return Float64Array.from({ length: days * (size.shifts + 1) }, () => 10 * random() - 5);
}

function priceOf(tour: Tour, prices: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let day = from; day < to; day++) sum += prices[(day - from) * (size.shifts + 1) + tour[day]! + 1]!;
  return sum;
}

function expectCheapest(found: ReturnType<Pricer["price"]>, best: number): void {
  expect(found.exact).toBe(true);
  if (best === Number.POSITIVE_INFINITY) {
    expect(found.tours).toEqual([]);
    return;
  }
  expect(Math.abs(found.tours[0]!.value - best)).toBeLessThan(4 * epsilon);
  expect(found.bound).toBeLessThanOrEqual(best + 4 * epsilon);
}
