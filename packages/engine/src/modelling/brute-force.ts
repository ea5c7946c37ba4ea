import { boundOfBounds, type LinearModelData } from "./model-data.ts";
import { Search, wholeBounds } from "./search.ts";
import { checkOptions, type Outcome, type Solver } from "./solver.ts";
import { cheapestCorner, crossingCount, fallsForever, type SmallProgramme } from "./vertices.ts";

/** Looks at so many points in a second or two. */
const mostPoints = 1_000_000;

/**
 * Tries everything: each choice of the integers, and for each every corner of what is left.
 *
 * It is the oracle of the other solvers, and takes models that have at most a million points to look at: the product of
 * the integers' ranges, times the ways in which bounds and constraints can cross in the continuous variables. A unit of
 * work is one choice of the integers.
 *
 * @example
 * const model = new LinearModel();
 * const rooms = model.addVariable({ upper: 4, integer: true });
 * model.addConstraint(times(2, rooms), { upper: 5 });
 * model.maximise(rooms);
 * const outcome = await bruteForce.solve(model.data());
 * outcome.status === "optimal" && outcome.objective // 2
 */
export const bruteForce: Solver = {
  name: "brute force",
  async solve(model, options) {
    const search = new Search(model, checkOptions(model, options), Infinity);
    return tryAll(model, search);
  },
};

function tryAll(model: LinearModelData, search: Search): Outcome {
  const { variables } = model;
  const { lower, upper } = wholeBounds(model);
  if (lower.some((least, index) => least > upper[index]!)) return { status: "infeasible" };
  const indexes = Array.from({ length: variables.count }, (_, index) => index);
  const whole = indexes.filter((index) => variables.integer[index] === 1);
  const rest = indexes.filter((index) => variables.integer[index] === 0);
  checkSize(model, { lower, upper }, whole, rest);

  const least = search.costOf(boundOfBounds(model));
  const falls = fallsForever(restOf(model, new Float64Array(variables.count), rest));
  const values = Float64Array.from(lower, (value, index) => (variables.integer[index] === 1 ? value : 0));
  do {
    const reason = search.stop();
    if (reason !== undefined) return search.stopped(least, reason);
    const corner = cheapestCorner(restOf(model, values, rest));
    if (corner === undefined) continue;
    // The ways out to infinity are the same for every choice of the integers.
    if (falls) return { status: "unbounded" };
    const solution = values.slice();
    rest.forEach((index, at) => {
      solution[index] = corner[at]! + 0;
    });
    search.offer(solution, least);
  } while (next(values, whole, { lower, upper }));
  return search.finished(Infinity);
}

/** Moves on to the next choice of the integers; false after the last. */
function next(
  values: Float64Array,
  whole: readonly number[],
  { lower, upper }: { lower: Float64Array; upper: Float64Array },
): boolean {
  for (const index of whole) {
    if (values[index]! < upper[index]!) {
      values[index]! += 1;
      return true;
    }
    values[index] = lower[index]!;
  }
  return false;
}

/** What is left to decide once the integers are chosen, as a linear programme that minimises. */
function restOf(model: LinearModelData, values: Float64Array, rest: readonly number[]): SmallProgramme {
  const { variables, constraints, objective } = model;
  const sign = objective.sense === "minimise" ? 1 : -1;
  const placeOf = new Map(rest.map((index, at) => [index, at]));
  return {
    costs: rest.map((index) => sign * objective.costs[index]!),
    lower: rest.map((index) => variables.lower[index]!),
    upper: rest.map((index) => variables.upper[index]!),
    rows: Array.from({ length: constraints.count }, (_, row) => {
      const coefficients = new Array<number>(rest.length).fill(0);
      let fixed = 0;
      for (let entry = constraints.starts[row]!; entry < constraints.starts[row + 1]!; entry++) {
        const index = constraints.indices[entry]!;
        const place = placeOf.get(index);
        if (place === undefined) fixed += constraints.coefficients[entry]! * values[index]!;
        else coefficients[place]! += constraints.coefficients[entry]!;
      }
      return { coefficients, lower: constraints.lower[row]! - fixed, upper: constraints.upper[row]! - fixed };
    }),
  };
}

function checkSize(
  model: LinearModelData,
  { lower, upper }: { lower: Float64Array; upper: Float64Array },
  whole: readonly number[],
  rest: readonly number[],
): void {
  const corners = crossingCount(restOf(model, new Float64Array(model.variables.count), rest));
  const points = whole.reduce((product, index) => product * (upper[index]! - lower[index]! + 1), Math.max(1, corners));
  if (points > mostPoints) {
    throw new RangeError(`brute force takes models of at most ${mostPoints} points, got ${points}; ask another solver`);
  }
}
