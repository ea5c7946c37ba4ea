import { describe, expect, it } from "vitest";
import { plus, sum, times } from "../modelling/expression.ts";
import { LinearModel } from "../modelling/linear-model.ts";
import { highs, highsFrom } from "./highs.ts";

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

  it("calls unbounded what its presolve takes for optimal, or infeasible", async () => {
    for (const integer of [true, false]) {
      const model = new LinearModel();
      const fixed = model.addVariable({ lower: 6, upper: 10 });
      const [whole, other] = [model.addVariable({ integer }), model.addVariable({ integer })];
      const spare = model.addVariable({ lower: 6, upper: 9, integer });
      model.addConstraint(sum([times(3, spare), fixed, times(-0.25, whole), other]), { lower: 0 });
      model.addConstraint(sum([times(-1, fixed), whole, times(-1, other)]), { lower: 0 });
      model.maximise(plus(times(0.001, fixed), other));
      expect(await highs.solve(model.data())).toEqual({ status: "unbounded" });
    }
  });

  it("is right about integers with fractional bounds", async () => {
    const model = new LinearModel();
    const low = model.addVariable({ lower: -6, upper: -3, integer: true });
    const high = model.addVariable({ lower: 1.5, upper: 5.5, integer: true });
    model.addConstraint(plus(times(3.5, low), times(4, high)), { lower: 0 });
    model.maximise(times(-0.25, low));
    expect(await highs.solve(model.data())).toMatchObject({ status: "optimal", objective: 1.25 });
  });

  it("is stopped from another thread, in the middle of a long solve", async () => {
    const flag = new Int32Array(new SharedArrayBuffer(4));
    let asked = 0;
    const outcome = await highs.solve(marketSplit(), {
      cancelled: () => {
        // As if another thread had written it after a while.
        if (++asked === 500) Atomics.store(flag, 0, 1);
        return Atomics.load(flag, 0) === 1;
      },
    });
    expect(outcome).toMatchObject({ status: "feasible", reason: "cancelled" });
    // HiGHS asks a few times more on its way out.
    expect(asked).toBeLessThan(520);
    if (outcome.status === "feasible") expect(outcome.bound).toBeLessThan(outcome.objective);
  });

  it("stops at its seconds in the middle of a long solve", async () => {
    const began = performance.now();
    const outcome = await highs.solve(marketSplit(), { limits: { seconds: 0.7 } });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(outcome).toMatchObject({ reason: "time limit" });
  });

  it("tries again to load what was not there", async () => {
    const model = new LinearModel();
    model.minimise(model.addVariable({ lower: 2 }));
    let missing = true;
    const late = highsFrom({
      locateFile(file) {
        return missing
          ? `/nowhere/${file}`
          : new URL(`../../node_modules/highs/build/${file}`, import.meta.url).pathname;
      },
    });
    await expect(late.solve(model.data())).rejects.toThrow();
    missing = false;
    expect(await late.solve(model.data())).toMatchObject({ status: "optimal", objective: 2 });
  });
});

/** Thirty things to halve in four ways at once, which takes every solver minutes: the markets of Cornuéjols and Dawande. */
function marketSplit() {
  const model = new LinearModel();
  const things = Array.from({ length: 30 }, () => model.addVariable({ upper: 1, integer: true }));
  const missed = [];
  let state = 7;
  for (let market = 0; market < 4; market++) {
    const sizes = things.map(() => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * 100);
    });
    const [over, under] = [model.addVariable(), model.addVariable()];
    missed.push(over, under);
    const half = Math.floor(sizes.reduce((total, size) => total + size, 0) / 2);
    const split = sum(things.map((thing, at) => times(sizes[at]!, thing)));
    model.addConstraint(sum([split, over, times(-1, under)]), { equals: half });
  }
  model.minimise(sum(missed));
  return model.data();
}
