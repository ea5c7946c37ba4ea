import { solve as solveYalps } from "yalps";
import { type LinearModelData, objectiveAt, type Solver } from "../../src/index.ts";

/**
 * yalps behind `Solver`, for a second opinion in tests: without limits, progress and a start.
 *
 * Its variables are zero or more, so each of ours is written as a shift and one or two of those.
 */
export const yalps: Solver = {
  name: "yalps",
  async solve(model) {
    const { variables, objective } = model;
    const written = Array.from({ length: variables.count }, (_, index) => parts(model, index));
    if (written.some(({ empty }) => empty)) return { status: "infeasible" };
    const answer = solveYalps(
      {
        direction: objective.sense === "minimise" ? "minimize" : "maximize",
        objective: "cost",
        constraints: new Map([...rowsOf(model, written), ...spansOf(written)]),
        variables: new Map(
          written.flatMap(({ own }, index) =>
            own.map((sign, part) => [`${index}/${part}`, entries(model, index, sign)]),
          ),
        ),
        integers: written.flatMap(({ own }, index) =>
          variables.integer[index] === 1 ? own.map((_, part) => `${index}/${part}`) : [],
        ),
      },
      { includeZeroVariables: true, tolerance: 0, maxIterations: 1000, precision: 1e-9 },
    );
    if (answer.status === "infeasible") return { status: "infeasible" };
    if (answer.status === "unbounded") {
      // It says so of the relaxation; without costs it has to find a whole solution.
      if (!variables.integer.includes(1) || !objective.costs.some(Boolean)) return { status: "unbounded" };
      const anything = { ...model, objective: { ...objective, costs: new Float64Array(variables.count) } };
      const { status } = await yalps.solve(anything);
      return { status: status === "infeasible" ? "infeasible" : "unbounded" };
    }
    if (answer.status === "timedout") return { status: "unknown", reason: "work limit" };
    if (answer.status !== "optimal") return { status: "unknown", reason: "numerical trouble" };
    const found = new Map(answer.variables);
    const solution = Float64Array.from(written, ({ shift, own }, index) =>
      own.reduce((value, sign, part) => value + sign * (found.get(`${index}/${part}`) ?? 0), shift),
    );
    const value = objectiveAt(model, solution);
    return { status: "optimal", solution, objective: value, bound: value, gap: 0 };
  },
};

interface Parts {
  readonly shift: number;
  /** Signs of its parts: one, or two when it is free. */
  readonly own: readonly number[];
  readonly span: number;
  readonly empty: boolean;
}

function parts({ variables }: LinearModelData, index: number): Parts {
  const integer = variables.integer[index] === 1;
  const lower = integer ? Math.ceil(variables.lower[index]!) : variables.lower[index]!;
  const upper = integer ? Math.floor(variables.upper[index]!) : variables.upper[index]!;
  const empty = lower > upper;
  if (lower !== -Infinity) return { shift: lower, own: [1], span: upper - lower, empty };
  if (upper !== Infinity) return { shift: upper, own: [-1], span: Infinity, empty };
  return { shift: 0, own: [1, -1], span: Infinity, empty };
}

function entries({ objective, constraints }: LinearModelData, index: number, sign: number): Map<string, number> {
  const column = new Map([["cost", sign * objective.costs[index]!]]);
  for (let row = 0; row < constraints.count; row++) {
    for (let entry = constraints.starts[row]!; entry < constraints.starts[row + 1]!; entry++) {
      if (constraints.indices[entry] === index) column.set(`row ${row}`, sign * constraints.coefficients[entry]!);
    }
  }
  column.set(`span ${index}`, 1);
  return column;
}

function rowsOf(
  { constraints }: LinearModelData,
  written: readonly Parts[],
): [string, { min?: number; max?: number }][] {
  return Array.from({ length: constraints.count }, (_, row) => {
    let moved = 0;
    for (let entry = constraints.starts[row]!; entry < constraints.starts[row + 1]!; entry++) {
      moved += constraints.coefficients[entry]! * written[constraints.indices[entry]!]!.shift;
    }
    return [`row ${row}`, { min: constraints.lower[row]! - moved, max: constraints.upper[row]! - moved }];
  });
}

function spansOf(written: readonly Parts[]): [string, { max: number }][] {
  return written.flatMap(({ span }, index) => (span === Infinity ? [] : [[`span ${index}`, { max: span }]]));
}
