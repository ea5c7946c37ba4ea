import { describe, expect, it } from "vitest";
import { sum, times } from "../modelling/expression.ts";
import { LinearModel } from "../modelling/linear-model.ts";
import { solverFor } from "./choose-solver.ts";
import { highs } from "./highs.ts";
import { javascriptLpSolver } from "./javascript-lp-solver.ts";

function cover(variables: number, rows: number, integer: boolean) {
  const model = new LinearModel();
  const all = Array.from({ length: variables }, () => model.addVariable({ integer }));
  for (let row = 0; row < rows; row++) model.addConstraint(sum(all.filter((_, at) => at % rows === row)), { lower: 1 });
  model.minimise(sum(all.map((variable, at) => times(1 + (at % 3), variable))));
  return model.data();
}

describe("javascript-lp-solver", () => {
  it("does not take a model that it could not be stopped in", async () => {
    await expect(javascriptLpSolver.solve(cover(1001, 200, false))).rejects.toThrow(
      new RangeError("javascript-lp-solver takes models of at most 200000 cells, got 200200; HiGHS takes larger ones"),
    );
  });

  it("needs a clock for its seconds", async () => {
    await expect(javascriptLpSolver.solve(cover(4, 2, false), { limits: { seconds: 1 } })).rejects.toThrow(
      new RangeError("a limit of 1 seconds needs a clock in the options"),
    );
  });

  it("is chosen for small models, and HiGHS for large ones and for those with many integers", () => {
    expect(solverFor(cover(60, 100, false))).toBe(javascriptLpSolver);
    expect(solverFor(cover(61, 100, false))).toBe(highs);
    expect(solverFor(cover(20, 5, true))).toBe(javascriptLpSolver);
    expect(solverFor(cover(21, 5, true))).toBe(highs);
  });
});
