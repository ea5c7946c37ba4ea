import type { LinearModelData } from "./model-data.ts";
import type { Outcome } from "./solver.ts";

/** The outcome of a model without variables, which solvers take for one that nobody has given them yet. */
export function trivialOutcome({ variables, constraints, objective }: LinearModelData): Outcome | undefined {
  if (variables.count > 0) return undefined;
  const kept = constraints.lower.every((lower, row) => lower <= 0 && 0 <= constraints.upper[row]!);
  if (!kept) return { status: "infeasible" };
  const { constant } = objective;
  return { status: "optimal", solution: new Float64Array(), objective: constant, bound: constant, gap: 0 };
}
