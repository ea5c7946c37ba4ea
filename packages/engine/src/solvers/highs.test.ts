import { describe, expect, it } from "vitest";
import { plus, times } from "../modelling/expression.ts";
import { LinearModel } from "../modelling/linear-model.ts";
import { highs } from "./highs.ts";

describe("HiGHS", () => {
  it("says what another hour of carpentry would bring", async () => {
    const model = new LinearModel();
    const chairs = model.addVariable();
    const tables = model.addVariable();
    const carpentry = model.addConstraint(plus(chairs, times(2, tables)), { upper: 40 });
    const finishing = model.addConstraint(plus(times(2, chairs), tables), { upper: 50 });
    model.maximise(plus(times(30, chairs), times(50, tables)));
    const outcome = await highs.solve(model.data());
    if (outcome.status !== "optimal" || outcome.duals === undefined) throw new Error(outcome.status);
    expect(outcome.duals.constraints[carpentry]).toBeCloseTo(70 / 3, 9);
    expect(outcome.duals.constraints[finishing]).toBeCloseTo(10 / 3, 9);
    // Worth of the whole resource is the worth of what it makes.
    expect((40 * 70) / 3 + (50 * 10) / 3).toBeCloseTo(outcome.objective, 9);
  });

  it("says what a variable that is left out would cost", async () => {
    const model = new LinearModel();
    const cheap = model.addVariable();
    const dear = model.addVariable();
    model.addConstraint(plus(cheap, dear), { lower: 4 });
    model.minimise(plus(times(2, cheap), times(5, dear)));
    const outcome = await highs.solve(model.data());
    if (outcome.status !== "optimal" || outcome.duals === undefined) throw new Error(outcome.status);
    expect([...outcome.duals.constraints]).toEqual([2]);
    expect([...outcome.duals.reducedCosts]).toEqual([0, 3]);
  });
});
