import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestOfTwo, randomRoster, uniforms } from "../../test/support/random-roster.ts";
import { highs } from "../solvers/highs.ts";
import { evaluate } from "./evaluate.ts";
import type { RosterModel } from "./roster-model.ts";
import { solveLarge } from "./solve-large.ts";

function solve(model: RosterModel, work: number) {
  return solveLarge(model, { relaxation: highs, solver: highs, random: uniforms(1), clock: () => 0, limits: { work } });
}

describe("solving a roster by columns", () => {
  it("brackets the optimum: bound below, cost above, and optimal only when it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const model = randomRoster(seed, { people: 2, days: 4, shifts: 2 });
        const best = bestOfTwo(model);
        const { status, tours, cost, bound } = await solve(model, 20_000);
        expect(bound).toBeLessThanOrEqual(best + 1e-9);
        expect(cost).toBeGreaterThanOrEqual(best - 1e-9);
        if (tours !== undefined) expect(evaluate(model, tours)).toBe(cost);
        if (status === "optimal") expect(cost).toBe(best);
        if (status === "infeasible") expect(best).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 400 },
    );
  });

  it("answers the same, to the last bit, under a limit of work", async () => {
    const model = randomRoster(11, { people: 6, days: 14, shifts: 3 });
    const [first, second] = [await solve(model, 300_000), await solve(model, 300_000)];
    expect(second).toEqual(first);
  });
});
