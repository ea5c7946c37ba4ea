import { describe, expect, it } from "vitest";
import { bruteForce } from "./brute-force.ts";
import { plus, times } from "./expression.ts";
import { LinearModel } from "./linear-model.ts";
import { cheapestCorner, crossingCount, fallsForever } from "./vertices.ts";

describe("brute force", () => {
  it("does not take integers without an end", async () => {
    const model = new LinearModel();
    model.addVariable({ integer: true });
    await expect(bruteForce.solve(model.data())).rejects.toThrow(
      new RangeError("brute force takes models of at most 1000000 points, got Infinity; ask another solver"),
    );
  });

  it("counts each choice of the integers as one unit of work", async () => {
    const model = new LinearModel();
    const x = model.addVariable({ upper: 9, integer: true });
    model.maximise(x);
    const outcome = await bruteForce.solve(model.data(), { limits: { work: 4 } });
    expect(outcome).toMatchObject({ status: "feasible", objective: 3, bound: 9, gap: 2, reason: "work limit" });
    expect(await bruteForce.solve(model.data(), { limits: { work: 10 } })).toMatchObject({ status: "optimal" });
  });

  it("fits the continuous variables to each choice", async () => {
    const model = new LinearModel();
    const x = model.addVariable({ upper: 3, integer: true });
    const y = model.addVariable();
    model.addConstraint(plus(times(2, x), y), { lower: 3.5 });
    model.minimise(plus(times(1.5, x), y));
    // x = 0: 3.5; 1: 1.5 + 1.5; 2: 3 + 0; 3: 4.5.
    expect(await bruteForce.solve(model.data())).toMatchObject({ status: "optimal", objective: 3 });
  });
});

describe("corners", () => {
  const square = {
    costs: [-1, -2],
    lower: [0, 0],
    upper: [4, 4],
    rows: [{ coefficients: [1, 1], lower: -Infinity, upper: 6 }],
  };

  it("are where bounds and rows cross", () => {
    // Four bounds and one row: ten pairs.
    expect(crossingCount(square)).toBe(10);
    expect(cheapestCorner(square)).toEqual([2, 4]);
    expect(fallsForever(square)).toBe(false);
  });

  it("stand on a face that has none of its own", () => {
    const strip = {
      costs: [1, 0],
      lower: [-Infinity, -Infinity],
      upper: [Infinity, Infinity],
      rows: [{ coefficients: [1, 0], lower: 2, upper: 5 }],
    };
    expect(cheapestCorner(strip)).toEqual([2, 0]);
    expect(fallsForever(strip)).toBe(false);
    expect(fallsForever({ ...strip, costs: [1, 1] })).toBe(true);
  });
});
