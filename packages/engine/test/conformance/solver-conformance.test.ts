import { describe, expect, it } from "vitest";
import { bruteForce, highs, javascriptLpSolver, type Solver } from "../../src/index.ts";
import { believingJavascriptLpSolver, textHighs } from "./naive-solvers.ts";
import { solverConformance } from "./solver-conformance.ts";

describe.each([highs, javascriptLpSolver, bruteForce])("$name", (solver) => {
  it.each(solverConformance)("$sentence", async ({ check }) => {
    await check(solver);
  });
});

describe("the suite", () => {
  // Such a solver believes what stands there when its milliseconds are over: on a busy machine that may be nothing yet.
  it("sees through a solver that believes all that javascript-lp-solver says", { retry: 10 }, async () => {
    expect(await failedBy(believingJavascriptLpSolver)).toEqual(
      expect.arrayContaining([
        "never calls a relaxation a solution when its seconds are over",
        "calls it unbounded that costs fall for ever",
        "lets a free variable be negative",
        "adds the constant of the objective, minimising",
      ]),
    );
  });

  it("finds the relaxation that it takes for a solution", { retry: 10 }, async () => {
    const named = solverConformance.find(({ sentence }) => sentence.startsWith("never calls a relaxation"));
    await expect(named?.check(believingJavascriptLpSolver)).rejects.toThrow("is not whole");
  });

  it("sees through a solver that writes text and takes nonsense for a solution", async () => {
    expect(await failedBy(textHighs)).toEqual(
      expect.arrayContaining([
        "takes names for nothing but names",
        "finds the contradiction in a constraint of nothing",
        "adds the constant of the objective, minimising",
        "stops when cancelled, with what it has",
        "throws at options that make no sense",
      ]),
    );
  });
});

/** The sentences that are not true of a solver. */
async function failedBy(solver: Solver): Promise<string[]> {
  const failed: string[] = [];
  for (const { sentence, check } of solverConformance) {
    try {
      await check(solver);
    } catch {
      failed.push(sentence);
    }
  }
  return failed;
}
