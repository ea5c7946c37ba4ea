/**
 * Solvers as one would write them at first, with the mistakes that the suite has to find.
 *
 * @module
 */

import highsModule from "highs";
import solverModule from "javascript-lp-solver";
import { type LinearModelData, type Outcome, objectiveAt, type Solver, variableName } from "../../src/index.ts";

const instance = (highsModule as unknown as typeof highsModule.default)();
const simplex = solverModule as unknown as typeof solverModule.default;

/** Hands everything to javascript-lp-solver and believes what comes back, also when its time was up. */
export const believingJavascriptLpSolver: Solver = {
  name: "javascript-lp-solver, believed",
  async solve(model, options) {
    const seconds = options?.limits?.seconds;
    const result = simplex.Solve({
      optimize: "worth",
      opType: model.objective.sense === "minimise" ? "min" : "max",
      constraints: Object.fromEntries([
        ...rowsOf(model).map(({ lower, upper }, row) => [`c${row}`, boundsOf(lower, upper)]),
        ...Array.from(model.variables.upper, (upper, index) => [`u${index}`, boundsOf(-Infinity, upper)]),
      ]),
      variables: Object.fromEntries(
        Array.from({ length: model.variables.count }, (_, index) => [
          `v${index}`,
          {
            worth: model.objective.costs[index]!,
            [`u${index}`]: 1,
            ...Object.fromEntries(rowsOf(model).map(({ coefficients }, row) => [`c${row}`, coefficients[index]!])),
          },
        ]),
      ),
      ints: Object.fromEntries(Array.from(model.variables.integer, (integer, index) => [`v${index}`, integer === 1])),
      ...(seconds === undefined ? {} : { timeout: seconds * 1000 }),
    }) as Record<string, unknown>;
    if (result["feasible"] !== true) return { status: "infeasible" };
    const solution = Float64Array.from({ length: model.variables.count }, (_, index) =>
      Number(result[`v${index}`] ?? 0),
    );
    return solved(model, solution, Number(result["result"]));
  },
};

/** Writes LP text with the names as they are, and takes whatever is not infeasible for a solution. */
export const textHighs: Solver = {
  name: "HiGHS, by text",
  async solve(model) {
    const highs = await instance;
    const names = Array.from({ length: model.variables.count }, (_, index) => variableName(model, index));
    const sumOf = (values: ArrayLike<number>) =>
      names.map((name, index) => `${values[index]! < 0 ? "-" : "+"} ${Math.abs(values[index]!)} ${name}`).join(" ");
    const text = [
      model.objective.sense === "minimise" ? "Minimize" : "Maximize",
      `obj: ${sumOf(model.objective.costs)}`,
      "Subject To",
      ...rowsOf(model).flatMap(({ coefficients, lower, upper }, row) => [
        ...(lower === -Infinity ? [] : [`l${row}: ${sumOf(coefficients)} >= ${lower}`]),
        ...(upper === Infinity ? [] : [`u${row}: ${sumOf(coefficients)} <= ${upper}`]),
      ]),
      "Bounds",
      ...names.map((name, index) => `${model.variables.lower[index]} <= ${name} <= ${model.variables.upper[index]}`),
      "General",
      names.filter((_, index) => model.variables.integer[index] === 1).join(" "),
      "End",
    ].join("\n");
    const result = highs.solve(text, { output_flag: false });
    if (result.Status === "Infeasible") return { status: "infeasible" };
    if (result.Status === "Unbounded") return { status: "unbounded" };
    const columns: Record<string, { readonly Primal?: number }> = result.Columns;
    const solution = Float64Array.from(names, (name) => columns[name]?.Primal ?? 0);
    return solved(model, solution, result.ObjectiveValue);
  },
};

function solved(model: LinearModelData, solution: Float64Array, told: number): Outcome {
  const objective = Number.isFinite(told) ? told : objectiveAt(model, solution);
  return { status: "optimal", solution, objective, bound: objective, gap: 0 };
}

function boundsOf(lower: number, upper: number) {
  return { ...(lower === -Infinity ? {} : { min: lower }), ...(upper === Infinity ? {} : { max: upper }) };
}

function rowsOf({ constraints, variables }: LinearModelData) {
  return Array.from({ length: constraints.count }, (_, row) => {
    const coefficients = new Float64Array(variables.count);
    for (let entry = constraints.starts[row]!; entry < constraints.starts[row + 1]!; entry++) {
      coefficients[constraints.indices[entry]!] = constraints.coefficients[entry]!;
    }
    return { coefficients, lower: constraints.lower[row]!, upper: constraints.upper[row]! };
  });
}
