import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastCost, tinyRosters } from "../../test/support/tiny-rosters.ts";
import { objectiveAt } from "../modelling/model-data.ts";
import { highs } from "../solvers/highs.ts";
import { compactModel } from "./compact.ts";
import { evaluate } from "./evaluate.ts";

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

  it("knows the solution that stands for tours", async () => {
    await fc.assert(
      fc.property(tinyRosters, fc.infiniteStream(fc.nat(9)), (roster, numbers) => {
        const { model, startOf } = compactModel(roster);
        const tours = Array.from({ length: roster.people }, () =>
          Int16Array.from({ length: roster.days }, () => (numbers.next().value % (roster.shifts + 1)) - 1),
        );
        const cost = evaluate(roster, tours);
        fc.pre(cost < Infinity);
        expect(objectiveAt(model, startOf(tours))).toBeCloseTo(cost, 5);
      }),
      { numRuns: cases },
    );
  });
});
