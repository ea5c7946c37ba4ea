/**
 * What every solver has to do right, whoever wrote it. Each check fails by throwing.
 *
 * @module
 */

import { expect } from "vitest";
import {
  LinearModel,
  type LinearModelData,
  type Operand,
  type Outcome,
  plus,
  type SolveOptions,
  type SolveProgress,
  type Solver,
  sum,
  times,
  type Variable,
} from "../../src/index.ts";
import { expectHonest } from "./judge.ts";

/** A check, as a sentence about the solver. */
export interface Check {
  readonly sentence: string;
  check(solver: Solver): Promise<void>;
}

const clock = () => performance.now() / 1000;

/** The suite. Its integers have bounds, and its models are small, so that brute force can take part. */
export const solverConformance: readonly Check[] = [
  optimum("finds the optimum of a linear model", 1100, (model) => {
    const [chairs, tables] = variables(model, 2);
    model.addConstraint(plus(chairs!, times(2, tables!)), { upper: 40 });
    model.addConstraint(plus(times(2, chairs!), tables!), { upper: 50 });
    model.maximise(plus(times(30, chairs!), times(50, tables!)));
  }),
  optimum(
    "finds the optimum of whole numbers, which is not the rounded one",
    20,
    (model) => {
      // Without wholeness: 21 at x = 3, y = 1.5. Rounded: (3, 1), worth 19.
      const x = model.addVariable({ integer: true, upper: 9 });
      const y = model.addVariable({ integer: true, upper: 5 });
      model.addConstraint(plus(times(6, x), times(4, y)), { upper: 24 });
      model.addConstraint(plus(x, times(2, y)), { upper: 6 });
      model.maximise(plus(times(5, x), times(4, y)));
    },
    [4, 0],
  ),
  optimum(
    "mixes whole and fractional numbers",
    -1,
    (model) => {
      const whole = model.addVariable({ integer: true, upper: 4 });
      const part = model.addVariable({ upper: 3.25 });
      model.addConstraint(plus(whole, part), { lower: 2.5 });
      model.addConstraint(plus(times(2, whole), times(-1, part)), { upper: 3.5 });
      model.minimise(plus(times(2, part), times(-1, whole)));
    },
    [2, 0.5],
  ),
  status("calls a contradiction infeasible", "infeasible", (model) => {
    const [x, y] = variables(model, 2);
    model.addConstraint(plus(x!, y!), { lower: 3 });
    model.addConstraint(plus(x!, y!), { upper: 2 });
    model.minimise(x!);
  }),
  status("calls it infeasible that no whole number lies between the bounds", "infeasible", (model) => {
    model.minimise(model.addVariable({ lower: 0.2, upper: 0.8, integer: true }));
  }),
  status("calls it infeasible that only fractions keep a constraint", "infeasible", (model) => {
    const x = model.addVariable({ upper: 5, integer: true });
    const y = model.addVariable({ upper: 5, integer: true });
    model.addConstraint(plus(times(2, x), times(2, y)), { equals: 5 });
    model.maximise(plus(x, y));
  }),
  status("calls it unbounded that costs fall for ever", "unbounded", (model) => {
    const [x, y] = variables(model, 2);
    model.addConstraint(plus(x!, times(-1, y!)), { upper: 1 });
    model.minimise(times(-1, x!));
  }),
  status("calls it unbounded beside whole numbers too", "unbounded", (model) => {
    const x = model.addVariable({ upper: 3, integer: true });
    const y = model.addVariable();
    model.addConstraint(plus(x, y), { lower: 0.5 });
    model.maximise(plus(x, y));
  }),
  status("tells infeasible from unbounded where the costs alone would fall for ever", "infeasible", (model) => {
    const [x, y] = variables(model, 2);
    model.addConstraint(plus(x!, times(-1, y!)), { equals: 0 });
    model.addConstraint(plus(x!, y!), { lower: -5, upper: -3 });
    model.maximise(plus(x!, y!));
  }),
  status("tells infeasible from unbounded where wholeness is what cannot be", "infeasible", (model) => {
    const x = model.addVariable({ upper: 4, integer: true });
    const y = model.addVariable();
    model.addConstraint(times(2, x), { equals: 3 });
    model.maximise(y);
  }),
  optimum("solves the empty model", 7, (model) => model.minimise(7)),
  status("finds the contradiction in a constraint of nothing", "infeasible", (model) => {
    model.addConstraint(0, { lower: 1 });
  }),
  status("finds it beside variables too", "infeasible", (model) => {
    model.minimise(model.addVariable({ upper: 2 }));
    model.addConstraint(0, { lower: 1 });
  }),
  optimum(
    "solves a model without constraints",
    -5,
    (model) => {
      const x = model.addVariable({ lower: 2, upper: 5 });
      const y = model.addVariable({ lower: 3, upper: 7 });
      model.minimise(plus(x, times(-1, y)));
    },
    [2, 7],
  ),
  status("calls a model without constraints unbounded", "unbounded", (model) => model.maximise(model.addVariable())),
  optimum(
    "keeps both sides of a range",
    3.5,
    (model) => {
      const x = model.addVariable();
      model.addConstraint(times(2, x), { lower: 3, upper: 7 });
      model.maximise(x);
    },
    [3.5],
  ),
  optimum(
    "keeps the lower side of a range",
    1.5,
    (model) => {
      const x = model.addVariable();
      model.addConstraint(times(2, x), { lower: 3, upper: 7 });
      model.minimise(x);
    },
    [1.5],
  ),
  optimum(
    "keeps an equality",
    -4.5,
    (model) => {
      const [x, y] = variables(model, 2);
      model.addConstraint(plus(x!, y!), { equals: 3 });
      model.addConstraint(plus(x!, times(-1, y!)), { equals: 0 });
      model.minimise(plus(times(-1, x!), times(-2, y!)));
    },
    [1.5, 1.5],
  ),
  optimum(
    "lets a free variable be negative",
    -6,
    (model) => {
      const x = model.addVariable({ lower: -Infinity });
      const y = model.addVariable({ lower: -Infinity });
      model.addConstraint(plus(x, y), { lower: -6 });
      model.addConstraint(plus(x, times(-1, y)), { equals: 2 });
      model.minimise(plus(x, y));
    },
    [-2, -4],
  ),
  optimum(
    "keeps negative bounds",
    -17.5,
    (model) => {
      const x = model.addVariable({ lower: -2.5, upper: -1 });
      const y = model.addVariable({ lower: -Infinity, upper: -3 });
      model.addConstraint(y, { lower: -15 });
      model.minimise(plus(x, y));
    },
    [-2.5, -15],
  ),
  optimum(
    "maximises up to a negative upper bound",
    -4,
    (model) => {
      const x = model.addVariable({ lower: -Infinity, upper: -1 });
      const y = model.addVariable({ lower: -Infinity, upper: -3 });
      model.maximise(plus(x, y));
    },
    [-1, -3],
  ),
  optimum(
    "finds whole numbers between fractional bounds",
    -1.5,
    (model) => {
      const x = model.addVariable({ lower: -2.5, upper: 2.5, integer: true });
      const y = model.addVariable({ lower: -7.5, upper: 0.5, integer: true });
      model.addConstraint(plus(x, y), { lower: -1.5 });
      model.minimise(plus(x, times(0.5, plus(x, y))));
    },
    [-1, 0],
  ),
  optimum("adds the constant of the objective, minimising", 12, (model) => {
    model.minimise(plus(model.addVariable({ lower: 2 }), 10));
  }),
  optimum("adds the constant of the objective, maximising", -95, (model) => {
    model.maximise(plus(times(1, model.addVariable({ upper: 5, integer: true })), -100));
  }),
  optimum("moves the constant of a constraint to the other side", 4, (model) => {
    const x = model.addVariable();
    model.addConstraint(plus(x, 3), { lower: 7 });
    model.minimise(x);
  }),
  optimum("gets through a degenerate corner", -0.05, (model) => {
    // Beale's example, on which a simplex method without care goes round for ever.
    const [a, b, c, d] = variables(model, 4);
    model.addConstraint(combination([a!, b!, c!, d!], [0.25, -60, -0.04, 9]), { upper: 0 });
    model.addConstraint(combination([a!, b!, c!, d!], [0.5, -90, -0.02, 3]), { upper: 0 });
    model.addConstraint(c!, { upper: 1 });
    model.minimise(combination([a!, b!, c!, d!], [-0.75, 150, -0.02, 6]));
  }),
  optimum(
    "has a value for every variable, zero or not",
    3,
    (model) => {
      const [x, y, z] = variables(model, 3);
      model.addConstraint(sum([x!, y!, z!]), { lower: 3 });
      model.minimise(sum([times(2, x!), y!, times(3, z!)]));
    },
    [0, 3, 0],
  ),
  optimum("adds up what a constraint mentions twice", 2, (model) => {
    const x = model.addVariable();
    model.addConstraint(sum([x, x, times(-1, x), times(2, x)]), { lower: 6 });
    model.minimise(x);
  }),
  optimum("takes names for nothing but names", 2, (model) => {
    const x = model.addVariable({ name: "2 nurses; free", integer: true, upper: 4 });
    const y = model.addVariable({ name: "cost", upper: 4 });
    model.addConstraint(plus(x, y), { name: "End\nBounds: x >= 9", lower: 2 });
    model.minimise(plus(x, times(3, y)));
  }),
  optimum("holds numbers from a ten-millionth to a million", 0.05, (model) => {
    const small = model.addVariable({ upper: 1e6 });
    const large = model.addVariable({ upper: 1 });
    model.addConstraint(plus(times(1e-7, small), large), { lower: 0.05 });
    model.minimise(plus(times(1e-7, small), times(1e6, large)));
  }),
  optimum(
    "holds them in one constraint of whole numbers",
    999_991,
    (model) => {
      const large = model.addVariable({ upper: 3, integer: true });
      const small = model.addVariable({ lower: -9, upper: 40, integer: true });
      model.addConstraint(plus(times(1e6, large), times(-0.5, small)), { lower: 10 });
      model.minimise(plus(times(1e6, large), times(1, small)));
    },
    [1, -9],
  ),
  {
    sentence: "stops at any limit of work with an answer that can be believed",
    async check(solver) {
      const { model, optimum } = knapsack(14);
      const statuses = new Set<string>();
      for (const work of [0, 1, 2, 3, 5, 10, 20, 50, 200, 1000]) {
        const outcome = await solver.solve(model, { limits: { work } });
        expectHonest(model, outcome, optimum);
        if (outcome.status === "feasible" || outcome.status === "unknown") expect(outcome.reason).toBe("work limit");
        statuses.add(outcome.status);
      }
      expect([...statuses].some((status) => status === "feasible" || status === "unknown")).toBe(true);
    },
  },
  {
    sentence: "gives the same bytes twice under a limit of work",
    async check(solver) {
      const { model } = knapsack(14);
      for (const work of [3, 30, 300]) {
        const once = await solver.solve(model, { limits: { work }, seed: 7 });
        await solver.solve(model, { seed: 8 });
        expect(await solver.solve(model, { limits: { work }, seed: 7 })).toEqual(once);
      }
    },
  },
  {
    sentence: "never calls a relaxation a solution when its seconds are over",
    async check(solver) {
      const { model, optimum } = knapsack(14);
      for (const seconds of [0.001, 0.003, 0.01]) {
        expectHonest(model, await solver.solve(model, { limits: { seconds }, clock }), optimum);
      }
    },
  },
  {
    sentence: "holds its limit of seconds",
    async check(solver) {
      const { model, optimum } = knapsack(18);
      const began = clock();
      const outcome = await solver.solve(model, { limits: { seconds: 0.2 }, clock });
      // The machine may be busy; without its limit the slowest of the solvers takes ten times as long.
      expect(clock() - began).toBeLessThan(1.5);
      expectHonest(model, outcome, optimum);
    },
  },
  {
    sentence: "stops when cancelled, with what it has",
    async check(solver) {
      const { model, optimum } = knapsack(14);
      let asked = 0;
      const outcome = await solver.solve(model, { cancelled: () => ++asked > 3 });
      expectHonest(model, outcome, optimum);
      if (outcome.status === "feasible" || outcome.status === "unknown") expect(outcome.reason).toBe("cancelled");
      expect(asked).toBeGreaterThan(0);
      const atOnce = await solver.solve(model, { cancelled: () => true });
      expect(atOnce).toMatchObject({ status: "unknown", reason: "cancelled" });
    },
  },
  {
    sentence: "does not lose a start that keeps the constraints",
    async check(solver) {
      const { model, optimum } = knapsack(14);
      const start = new Float64Array(model.variables.count);
      start[1] = 1;
      const outcome = await solver.solve(model, { start, cancelled: () => true });
      expectHonest(model, outcome, optimum);
      expect(outcome).toMatchObject({ status: "feasible", reason: "cancelled", objective: model.objective.costs[1] });
    },
  },
  {
    sentence: "is not led astray by a start that breaks the constraints",
    async check(solver) {
      const { model, optimum } = knapsack(12);
      const start = new Float64Array(model.variables.count).fill(1);
      expectHonest(model, await solver.solve(model, { start }), optimum);
      expect(await solver.solve(model, { start, cancelled: () => true })).toMatchObject({ status: "unknown" });
    },
  },
  {
    sentence: "tells of its progress, ever better, up to the optimum",
    async check(solver) {
      const { model, optimum } = knapsack(14);
      const told: SolveProgress[] = [];
      await solver.solve(model, { clock, onProgress: (progress) => told.push(progress) });
      const objectives = told.flatMap(({ objective }) => (objective === undefined ? [] : [objective]));
      expect(objectives.at(-1)).toBeCloseTo(optimum, 6);
      expect([...objectives].sort((one, other) => one - other)).toEqual(objectives);
      for (const { bound, gap } of told) {
        if (bound !== undefined) expect(bound).toBeGreaterThanOrEqual(optimum - 1e-6);
        expect(gap).toBeGreaterThanOrEqual(0);
      }
    },
  },
  {
    sentence: "throws at options that make no sense",
    async check(solver) {
      const model = built((model) => model.minimise(model.addVariable()));
      const wrong: SolveOptions[] = [
        { limits: { seconds: -1 }, clock },
        { limits: { seconds: NaN }, clock },
        { limits: { work: 1.5 } },
        { relativeGap: -0.1 },
        { seed: -1 },
        { start: [1, 2] },
        { start: [NaN] },
      ];
      for (const options of wrong) await expect(solver.solve(model, options)).rejects.toThrow(RangeError);
    },
  },
];

/** A check that a model has this optimum; with the values of its variables in order, where there is one solution only. */
function optimum(
  sentence: string,
  expected: number,
  build: (model: LinearModel) => void,
  values?: readonly number[],
): Check {
  return {
    sentence,
    async check(solver) {
      const model = built(build);
      const outcome = await solver.solve(model);
      expect(outcome.status).toBe("optimal");
      expectHonest(model, outcome, expected);
      if (values !== undefined) expectValues(outcome, values);
    },
  };
}

function expectValues(outcome: Outcome, values: readonly number[]): void {
  if (!("solution" in outcome)) throw new Error(`no solution: ${outcome.status}`);
  expect(outcome.solution.length).toBe(values.length);
  values.forEach((value, index) => {
    expect(outcome.solution[index]).toBeCloseTo(value, 6);
  });
}

function status(sentence: string, expected: Outcome["status"], build: (model: LinearModel) => void): Check {
  return {
    sentence,
    async check(solver) {
      expect((await solver.solve(built(build))).status).toBe(expected);
    },
  };
}

function built(build: (model: LinearModel) => void): LinearModelData {
  const model = new LinearModel();
  build(model);
  return model.data();
}

function variables(model: LinearModel, count: number): Variable[] {
  return Array.from({ length: count }, () => model.addVariable());
}

function combination(variables: readonly Variable[], coefficients: readonly number[]): Operand {
  return sum(variables.map((variable, at) => times(coefficients[at]!, variable)));
}

/** Things to carry, of which three sacks allow so many; hard enough that no solver sees the answer at once. */
function knapsack(things: number): { model: LinearModelData; optimum: number } {
  const model = new LinearModel();
  const take = Array.from({ length: things }, () => model.addVariable({ upper: 1, integer: true }));
  const worth = take.map((_, at) => 20 + ((at * 37) % 23));
  const sacks = [31, 17, 11].map((step) => take.map((_, at) => 10 + ((at * step + 5) % 29)));
  for (const weights of sacks) {
    const room = Math.floor(weights.reduce((total, weight) => total + weight, 0) / 2);
    model.addConstraint(combination(take, weights), { upper: room });
  }
  model.maximise(combination(take, worth));
  return { model: model.data(), optimum: bestByEnumeration(worth, sacks) };
}

function bestByEnumeration(worth: readonly number[], sacks: readonly (readonly number[])[]): number {
  const rooms = sacks.map((weights) => Math.floor(weights.reduce((total, weight) => total + weight, 0) / 2));
  const best = (at: number, left: readonly number[]): number => {
    if (at === worth.length) return 0;
    const without = best(at + 1, left);
    const after = left.map((room, sack) => room - sacks[sack]![at]!);
    return after.some((room) => room < 0) ? without : Math.max(without, worth[at]! + best(at + 1, after));
  };
  return best(0, rooms);
}
