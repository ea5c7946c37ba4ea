import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allTours, randomRoster, uniforms } from "../../test/support/random-roster.ts";
import { highs } from "../solvers/highs.ts";
import { pricingMemory } from "./completions.ts";
import { evaluate } from "./evaluate.ts";
import { LabelPool } from "./labels.ts";
import { improve, TourPool } from "./neighbourhood.ts";
import { isOpen } from "./open-days.ts";
import type { RosterModel } from "./roster-model.ts";
import { RowPrices } from "./row-prices.ts";
import { buildTables } from "./tables.ts";
import { hardPriceOf } from "./terms.ts";

const size = { people: 2, days: 4, shifts: 2 };
const tours = allTours(size.days, size.shifts);

describe("a neighbourhood", () => {
  it("is as good as the best of all its rosters when it says so, whichever days are open", async () => {
    const proofs = { withoutPrices: 0, withPrices: 0 };
    let better = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.subarray([0, 1], { minLength: 1 }),
        fc.uint8Array({ minLength: size.days, maxLength: size.days, max: 1 }),
        fc.tuple(fc.nat(tours.length - 1), fc.nat(tours.length - 1)),
        async (seed, people, closed, [first, second]) => {
          const model = randomRoster(seed, size);
          const roster = [tours[first]!, tours[second]!];
          const before = evaluate(model, roster);
          fc.pre(before < Infinity && closed.includes(0));
          const part = { people, from: closed.indexOf(0), to: closed.lastIndexOf(0) + 1, closed };
          const within = roster.map((own, person) =>
            people.includes(person)
              ? tours.filter((tour) => tour.every((shift, day) => isOpen(part, day) || shift === own[day]))
              : [own],
          );
          const best = Math.min(...within[0]!.flatMap((a) => within[1]!.map((b) => evaluate(model, [a, b]))));
          const improver = improverOf(model, seed);
          for (const time of ["withoutPrices", "withPrices"] as const) {
            // What is learnt of the whole is no more than a guess for a part.
            if (time === "withPrices") await improve(improver, roster, { people: [0, 1], from: 0, to: size.days });
            const { tours: found, gain, proven } = await improve(improver, roster, part);
            if (proven) {
              expect(best, time).toBeGreaterThan(before - improver.unit);
              proofs[time]++;
            }
            if (found === undefined) continue;
            const after = [...roster];
            people.forEach((person, member) => {
              expect(within[person]).toContainEqual(found[member]);
              after[person] = found[member]!;
            });
            expect(evaluate(model, after)).toBeCloseTo(before - gain, 6);
            if (gain > 0) better++;
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(better).toBeGreaterThan(20);
    for (const count of Object.values(proofs)) expect(count).toBeGreaterThan(20);
  });
});

function improverOf(model: RosterModel, seed: number) {
  const tables = buildTables(model);
  return {
    shop: {
      tables,
      relaxation: highs,
      solver: highs,
      clock: () => 0,
      cancelled: undefined,
      pool: new LabelPool(),
      memories: tables.people.map(pricingMemory),
      hardPrice: hardPriceOf(model),
      unit: tables.integral ? 1 : 1e-3,
      secondsLeft: () => Infinity,
      workLeft: () => Infinity,
      spend: () => {},
    },
    pool: new TourPool(model.people, 10),
    prices: new RowPrices(tables.rows.count),
    random: uniforms(seed),
    unit: tables.integral ? 1 : 1e-3,
    labels: 80_000,
  };
}
