import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LinearModel } from "../modelling/linear-model.ts";
import { highs } from "./highs.ts";

/** At least 44 pieces of 81 cm, 3 of 70, 48 of 68 from rolls of 218 cm: Chvátal's kind of cutting stock. */
const demand = [44, 3, 48];

describe("a relaxation", () => {
  it("grows by columns and tells what rows are worth", async () => {
    using relaxation = await highs.openRelaxation({ rows: { lower: demand, upper: demand.map(() => Infinity) } });
    expect(relaxation.addColumns(patterns([2, 0, 0], [0, 3, 0], [0, 0, 3]))).toBe(0);
    const first = relaxation.solve();
    expect(first.objective).toBeCloseTo(22 + 1 + 16, 9);
    expect([...first.rowDuals].map((dual) => dual.toFixed(6))).toEqual(["0.500000", "0.333333", "0.333333"]);
    expect(first.basis).toEqual(["basic", "basic", "basic"]);

    // 1.5 pieces' worth in one roll of cost 1: (2 · 1/3 + 1/2 > 1).
    expect(relaxation.addColumns(patterns([1, 0, 2]))).toBe(3);
    const second = relaxation.solve();
    expect(second.objective).toBeCloseTo(1 + 24 + 10, 9);
    expect([...second.columnValues].map(Math.round)).toEqual([10, 1, 0, 24]);
    expect(second.basis[2]).toBe("lower");
    expect(second.reducedCosts[2]).toBeGreaterThan(0);
    // The worth of all rows is the cost of all columns.
    expect(demand.reduce((worth, pieces, row) => worth + pieces * second.rowDuals[row]!, 0)).toBeCloseTo(35, 9);
  });

  it("goes on from its basis", async () => {
    using relaxation = await highs.openRelaxation(cover(120, 400));
    const cold = relaxation.solve();
    expect(cold.status).toBe("optimal");
    expect(relaxation.solve().iterations).toBe(0);
    relaxation.changeBounds(0, 0, 0.5);
    const warm = relaxation.solve();
    expect(warm.iterations).toBeLessThan(cold.iterations / 3);
  });

  it("takes rows, bounds, costs and deletions, and gives what a fresh model gives", async () => {
    using relaxation = await highs.openRelaxation({
      rows: { lower: [2], upper: [Infinity] },
      columns: { costs: [3, 5], lower: [0, 0], upper: [9, 9], starts: [0, 1, 2], rows: [0, 0], coefficients: [1, 1] },
    });
    expect(relaxation.solve().objective).toBeCloseTo(6, 9);
    expect(relaxation.addRows({ lower: [1], upper: [4], starts: [0, 1], columns: [1], coefficients: [1] })).toBe(1);
    expect(relaxation.solve().objective).toBeCloseTo(8, 9);
    relaxation.changeCosts([0, 1], [7, 2]);
    expect(relaxation.solve().objective).toBeCloseTo(4, 9);
    relaxation.changeRowBounds(0, 6, 6);
    expect(relaxation.solve().objective).toBeCloseTo(4 * 2 + 2 * 7, 9);
    relaxation.changeBounds(0, 3, 9);
    expect(relaxation.solve().objective).toBeCloseTo(3 * 2 + 3 * 7, 9);
    relaxation.deleteRows([1]);
    expect([relaxation.rowCount, relaxation.columnCount]).toEqual([1, 2]);
    expect(relaxation.solve().objective).toBeCloseTo(3 * 2 + 3 * 7, 9);
    relaxation.deleteColumns([0]);
    expect(relaxation.solve().objective).toBeCloseTo(6 * 2, 9);
    expect(relaxation.columnCount).toBe(1);
  });

  it("says infeasible and unbounded, and recovers from both", async () => {
    using relaxation = await highs.openRelaxation({ rows: { lower: [2], upper: [3] } });
    expect(relaxation.solve()).toMatchObject({ status: "infeasible", objective: NaN });
    relaxation.addColumns({ costs: [1], lower: [0], upper: [1], starts: [0, 1], rows: [0], coefficients: [1] });
    expect(relaxation.solve().status).toBe("infeasible");
    relaxation.addColumns({ costs: [-1], lower: [0], upper: [Infinity], starts: [0, 0], rows: [], coefficients: [] });
    relaxation.changeBounds(0, 0, 5);
    expect(relaxation.solve().status).toBe("unbounded");
    relaxation.changeBounds(1, 0, 4);
    expect(relaxation.solve()).toMatchObject({ status: "optimal", objective: 2 - 4 });
  });

  it("has an answer without rows, and without columns", async () => {
    using empty = await highs.openRelaxation({ rows: { lower: [], upper: [] } });
    expect(empty.solve()).toMatchObject({ status: "optimal", objective: 0 });
    empty.addColumns({ costs: [2], lower: [3], upper: [4], starts: [0, 0], rows: [], coefficients: [] });
    expect(empty.solve()).toMatchObject({ status: "optimal", objective: 6 });
  });

  it("stops at a number of iterations, when cancelled, and goes on", async () => {
    using relaxation = await highs.openRelaxation(cover(60, 200));
    expect(relaxation.solve({ iterations: 5 })).toMatchObject({ status: "stopped", objective: NaN });
    expect(relaxation.solve({ cancelled: () => true }).status).toBe("stopped");
    let asked = 0;
    expect(relaxation.solve({ cancelled: () => ++asked > 3 }).status).toBe("stopped");
    expect(relaxation.solve({ seconds: 0 }).status).toBe("stopped");
    expect(relaxation.solve({ seconds: 60 }).status).toBe("optimal");
  });

  it("agrees with a fresh model after any changes", async () => {
    const changes = fc.array(
      fc.record({ column: fc.nat(11), upper: fc.integer({ min: 0, max: 3 }), cost: fc.integer({ min: 1, max: 9 }) }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(changes, async (changes) => {
        const start = cover(6, 12);
        using relaxation = await highs.openRelaxation(start);
        const costs = Array.from(start.columns.costs);
        const upper = Array.from(start.columns.upper);
        for (const change of changes) {
          costs[change.column] = change.cost;
          upper[change.column] = change.upper;
          relaxation.changeCosts([change.column], [change.cost]);
          relaxation.changeBounds(change.column, 0, change.upper);
          const fresh = await highs.solve(modelOf(start, costs, upper));
          const warm = relaxation.solve();
          expect(warm.status).toBe(fresh.status);
          if (fresh.status === "optimal") expect(warm.objective).toBeCloseTo(fresh.objective, 7);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("throws at the door, and after it is closed", async () => {
    using relaxation = await highs.openRelaxation(cover(3, 4));
    const one = { costs: [1], lower: [0], upper: [1] };
    const wrong = [
      () => relaxation.addColumns({ ...one, starts: [0, 1], rows: [3], coefficients: [1] }),
      () => relaxation.addColumns({ ...one, starts: [0, 2], rows: [1, 1], coefficients: [1, 1] }),
      () => relaxation.addColumns({ ...one, starts: [0, 1], rows: [1], coefficients: [NaN] }),
      () => relaxation.addColumns({ ...one, upper: [-1], starts: [0, 0], rows: [], coefficients: [] }),
      () => relaxation.addColumns({ ...one, starts: [0, 2], rows: [1], coefficients: [1] }),
      () => relaxation.addRows({ lower: [0], upper: [], starts: [0, 0], columns: [], coefficients: [] }),
      () => relaxation.changeBounds(4, 0, 1),
      () => relaxation.changeBounds(0, 2, 1),
      () => relaxation.changeCosts([0], [Infinity]),
      () => relaxation.deleteColumns([2, 1]),
      () => relaxation.solve({ iterations: 0.5 }),
    ];
    for (const call of wrong) expect(call).toThrow(RangeError);
    expect(relaxation.solve().status).toBe("optimal");
    relaxation.close();
    expect(() => relaxation.solve()).toThrow("this relaxation is closed; open another one");
    relaxation.close();
  });

  it("gives its memory back", async () => {
    // Each of these holds several megabytes while open: 400 of them do not fit side by side.
    for (let round = 0; round < 400; round++) {
      using relaxation = await highs.openRelaxation(cover(50, 2000));
      if (round % 100 === 0) expect(relaxation.solve().status).toBe("optimal");
    }
  });
});

function patterns(...columns: readonly (readonly number[])[]) {
  const entries = columns.map((column) => column.flatMap((pieces, row) => (pieces === 0 ? [] : [{ row, pieces }])));
  const starts = [0];
  for (const column of entries) starts.push(starts.at(-1)! + column.length);
  return {
    costs: columns.map(() => 1),
    lower: columns.map(() => 0),
    upper: columns.map(() => Infinity),
    starts,
    rows: entries.flat().map(({ row }) => row),
    coefficients: entries.flat().map(({ pieces }) => pieces),
  };
}

/** Every row asks for two of the columns that have it; each column has four rows. */
function cover(rows: number, columns: number) {
  const perColumn = Math.min(4, rows);
  const indexes = Array.from({ length: columns }, (_, column) => [
    ...new Set(Array.from({ length: perColumn }, (_, at) => (column * 7 + at * (at + 3) * 5 + 3 * at) % rows)),
  ]);
  const starts = [0];
  for (const column of indexes) starts.push(starts.at(-1)! + column.length);
  return {
    rows: { lower: new Array<number>(rows).fill(2), upper: new Array<number>(rows).fill(Infinity) },
    columns: {
      costs: Array.from({ length: columns }, (_, column) => 1 + ((column * 31) % 17) / 4),
      lower: new Array<number>(columns).fill(0),
      upper: new Array<number>(columns).fill(3),
      starts,
      rows: indexes.flat(),
      coefficients: indexes.flat().map(() => 1),
    },
  };
}

function modelOf({ rows, columns }: ReturnType<typeof cover>, costs: readonly number[], upper: readonly number[]) {
  const model = new LinearModel();
  const variables = costs.map((_, column) => model.addVariable({ upper: upper[column]! }));
  rows.lower.forEach((lower, row) => {
    const inRow = variables.filter(({ index }) =>
      columns.rows.slice(columns.starts[index], columns.starts[index + 1]).includes(row),
    );
    model.addRow(
      inRow.map(({ index }) => index),
      inRow.map(() => 1),
      { lower },
    );
  });
  model.minimise({
    terms: variables.map((variable) => ({ variable, coefficient: costs[variable.index]! })),
    constant: 0,
  });
  return model.data();
}
