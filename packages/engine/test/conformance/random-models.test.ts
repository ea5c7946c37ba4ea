import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bruteForce, highs, javascriptLpSolver, type LinearModelData, type Solver } from "../../src/index.ts";
import { faultsOf, isNear } from "./judge.ts";
import { largerModels, linearModels } from "./random-models.ts";
import { yalps } from "./yalps-solver.ts";

/** `PRAXIS_MODELS=20000` tries that many. */
const numRuns = Number(process.env["PRAXIS_MODELS"] ?? 2000);

describe("random models", () => {
  it("get the same answer from all solvers and from brute force", async () => {
    const seen = await agreement(linearModels, numRuns, [bruteForce, highs, javascriptLpSolver, yalps]);
    // A test of contradictions alone would say nothing of optima.
    for (const status of ["optimal", "infeasible", "unbounded"]) expect(seen.get(status)).toBeGreaterThan(numRuns / 50);
  });

  it("get the same answer from all solvers that take larger ones", async () => {
    const seen = await agreement(largerModels, Math.ceil(numRuns / 3), [highs, javascriptLpSolver, yalps]);
    for (const status of ["optimal", "infeasible"]) expect(seen.get(status)).toBeGreaterThan(numRuns / 60);
  });
});

/** Fails where two solvers differ, and counts the statuses they agreed on. */
async function agreement(
  models: fc.Arbitrary<LinearModelData>,
  runs: number,
  solvers: readonly Solver[],
): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  let abstained = 0;
  await fc.assert(
    fc.asyncProperty(models, async (model) => {
      const outcomes = [];
      for (const solver of solvers) {
        const outcome = await solver.solve(model, { limits: { work: 1000 } });
        // Integers without an end may make a tree without one; who is stopped there abstains.
        const abstains = "reason" in outcome && outcome.reason === "work limit";
        if (!abstains) outcomes.push({ by: solver.name, ...outcome });
      }
      abstained += solvers.length - outcomes.length;
      if (outcomes.length < 2) return;
      const status = outcomes[0]!.status;
      expect(outcomes.map(({ by, status }) => `${by}: ${status}`)).toEqual(
        outcomes.map(({ by }) => `${by}: ${status}`),
      );
      for (const outcome of outcomes) {
        if (outcome.status !== "optimal" || outcomes[0]!.status !== "optimal") continue;
        expect(faultsOf(model, outcome.solution), outcome.by).toEqual([]);
        const same = isNear(outcome.objective, outcomes[0]!.objective);
        expect(same, `${outcome.by}: ${outcome.objective}, ${outcomes[0]!.by}: ${outcomes[0]!.objective}`).toBe(true);
      }
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }),
    { numRuns: runs },
  );
  expect(abstained).toBeLessThanOrEqual(runs / 20);
  return seen;
}
