import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastCost, tinyRosters } from "../../test/support/tiny-rosters.ts";
import { objectiveAt } from "../modelling/model-data.ts";
import { highs } from "../solvers/highs.ts";
import { compactModel } from "./compact.ts";
import { evaluate } from "./evaluate.ts";
import type { RosterModel, Tour } from "./roster-model.ts";

const cases = Number(process.env["PRAXIS_MODELS"] ?? 400);

describe("a roster problem as one integer programme", () => {
  it("has the optimum that trying every roster finds, and its tours cost what it says", async () => {
    await fc.assert(
      fc.asyncProperty(tinyRosters, async (roster) => {
        const { model, toursOf } = compactModel(roster);
        const outcome = await highs.solve(model);
        const least = leastCost(roster);
        if (least === Infinity) {
          expect(outcome.status).toBe("infeasible");
          return;
        }
        if (outcome.status !== "optimal") expect.fail(`${outcome.status} where ${least} can be had`);
        expect(outcome.objective).toBeCloseTo(least, 5);
        expect(evaluate(roster, toursOf(outcome.solution))).toBeCloseTo(least, 5);
      }),
      { numRuns: cases },
    );
  });

  it("changes nothing on days that are frozen, and has the optimum of the others", async () => {
    const frozen = fc.tuple(fc.infiniteStream(fc.nat(9)), fc.infiniteStream(fc.boolean()));
    await fc.assert(
      fc.asyncProperty(tinyRosters, frozen, async (roster, [numbers, opened]) => {
        const tours = toursFrom(roster, numbers);
        const isOpen = tours.map((tour) => Array.from(tour, () => opened.next().value as boolean));
        const keeps = (others: readonly Tour[]) =>
          others.every((tour, person) =>
            Array.from(tour).every((shift, day) => isOpen[person]![day] || shift === tours[person]![day]),
          );
        const { model, toursOf } = compactModel(roster, { tours, isOpen: (person, day) => isOpen[person]![day]! });
        const outcome = await highs.solve(model);
        const least = leastCost(roster, keeps);
        if (least === Infinity) {
          expect(outcome.status).toBe("infeasible");
          return;
        }
        if (outcome.status !== "optimal") expect.fail(`${outcome.status} where ${least} can be had`);
        const found = toursOf(outcome.solution);
        expect(keeps(found)).toBe(true);
        expect(outcome.objective).toBeCloseTo(least, 5);
        expect(evaluate(roster, found)).toBeCloseTo(least, 5);
      }),
      { numRuns: cases },
    );
  });

  it("knows the solution that stands for tours", async () => {
    await fc.assert(
      fc.property(tinyRosters, fc.infiniteStream(fc.nat(9)), (roster, numbers) => {
        const { model, startOf } = compactModel(roster);
        const tours = toursFrom(roster, numbers);
        const cost = evaluate(roster, tours);
        fc.pre(cost < Infinity);
        expect(objectiveAt(model, startOf(tours))).toBeCloseTo(cost, 5);
      }),
      { numRuns: cases },
    );
  });
});

/** Tours that may break anything. */
function toursFrom({ people, days, shifts }: RosterModel, numbers: fc.Stream<number>): Tour[] {
  return Array.from({ length: people }, () =>
    Int16Array.from({ length: days }, () => (numbers.next().value % (shifts + 1)) - 1),
  );
}
