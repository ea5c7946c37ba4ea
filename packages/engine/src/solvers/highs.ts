/**
 * HiGHS behind {@link Solver}: the solver for models of every size.
 *
 * @see Huangfu & Hall (2018), Parallelizing the dual revised simplex method, Mathematical Programming Computation 10
 * @module
 */

import type { CallbackData, Highs, HighsCallbackMap, Model, ModelData, ModelStatusCode } from "highs";
import { boundOfBounds, hasIntegers, type LinearModelData, objectiveAt } from "../modelling/model-data.ts";
import type { RelaxationSolver } from "../modelling/relaxation.ts";
import { feasibilityTolerance, wholeBounds, wholeValues } from "../modelling/search.ts";
import {
  type CheckedOptions,
  checkOptions,
  gapBetween,
  type Outcome,
  type Solver,
  type StopReason,
} from "../modelling/solver.ts";
import { trivialOutcome } from "../modelling/trivial.ts";
import { largestViolation } from "../modelling/violation.ts";
import { HighsRelaxation } from "./highs-relaxation.ts";
import { type HighsLoading, HighsRuntime, secondsWithoutEnd } from "./highs-runtime.ts";

/**
 * HiGHS, loaded when it is first asked to solve.
 *
 * A unit of work is an iteration of the simplex method. It is looked at where HiGHS lets itself be interrupted, so a
 * solve goes a little further than its limit, always to the same place. The time limit runs on a clock of its own. A
 * `start` is used by models with integers. Coefficients of 1e-9 and less count as zero; constraints may be broken by
 * 1e-7, and by what rounding integers to the last bit adds.
 *
 * @example
 * const model = new LinearModel();
 * const rooms = model.addVariable({ name: "rooms", upper: 3.5, integer: true });
 * model.maximise(rooms);
 * const outcome = await highs.solve(model.data());
 * outcome.status === "optimal" && outcome.solution[rooms.index] // 3
 */
export const highs: Solver & RelaxationSolver = highsFrom({});

/**
 * HiGHS whose WebAssembly lies elsewhere, as a browser's may.
 *
 * @example
 * const inBrowser = highsFrom({ locateFile: (file) => `/assets/${file}` });
 * inBrowser.name // "HiGHS"
 */
export function highsFrom(loading: HighsLoading): Solver & RelaxationSolver {
  const runtime = new HighsRuntime(loading);
  return {
    name: "HiGHS",
    async solve(model, options) {
      const checked = checkOptions(model, options);
      const trivial = trivialOutcome(model);
      if (trivial !== undefined) return trivial;
      const instance = await runtime.get();
      return runtime.guard(() => solveOn(instance, model, checked));
    },
    async openRelaxation(start) {
      const instance = await runtime.get();
      return runtime.guard(() => new HighsRelaxation(runtime, instance, start));
    },
  };
}

/** Not a whole second of HiGHS's own log between two looks at the bound. */
const secondsBetweenBounds = 1;

function solveOn(instance: Highs, model: LinearModelData, options: CheckedOptions): Outcome {
  if (options.cancelled?.() === true) return keepStart({ status: "unknown", reason: "cancelled" }, model, options);
  const integers = hasIntegers(model);
  // HiGHS takes an integer for what rounds to its fractional bound, and may be wrong by one. Whole bounds are safe.
  const bounds = wholeBounds(model);
  if (bounds.lower.some((least, index) => least > bounds.upper[index]!)) return { status: "infeasible" };
  if (integers && mayFallForever(model)) {
    const endless = endlessOutcome(instance, model, bounds, options);
    if (endless !== undefined) return keepStart(endless, model, options);
  }
  return instance.withModel(modelData(instance, model, bounds), (native) => {
    setOptions(native, options, integers);
    if (options.start !== undefined && integers) native.setSolution({ colValue: Float64Array.from(options.start) });
    const halt: { reason?: StopReason } = {};
    run(instance, native, callbacks(instance, options, integers, halt));
    return keepStart(outcomeOf(instance, native, model, options, halt.reason), model, options);
  });
}

/** Whether the bounds of the variables leave it open that costs fall for ever. */
function mayFallForever(model: LinearModelData): boolean {
  return !Number.isFinite(boundOfBounds(model));
}

/**
 * The outcome, when it is already that of the relaxation: infeasible, unbounded, or stopped.
 *
 * Where integers have no bounds HiGHS may call one of the solutions optimal though there is always a better one. Its
 * linear programmes make no such mistake, and what they bound is bounded.
 */
function endlessOutcome(
  instance: Highs,
  model: LinearModelData,
  bounds: { lower: Float64Array; upper: Float64Array },
  options: CheckedOptions,
): Outcome | undefined {
  const { integrality: _, ...relaxed } = modelData(instance, model, bounds);
  return instance.withModel(relaxed, (native): Outcome | undefined => {
    setOptions(native, options, false);
    const halt: { reason?: StopReason } = {};
    run(instance, native, callbacks(instance, options, false, halt));
    const status = native.getModelStatus();
    const is = instance.constants.modelStatus;
    if (status === is.optimal) return undefined;
    if (status === is.infeasible || status === is.unbounded || status === is.unboundedOrInfeasible) {
      return infeasibleOrUnbounded(instance, model, options);
    }
    return { status: "unknown", reason: halt.reason ?? reasonOf(instance, status) };
  });
}

/** A solve that was stopped before HiGHS had looked at the start still has the start. */
function keepStart(outcome: Outcome, model: LinearModelData, { start }: CheckedOptions): Outcome {
  if (outcome.status !== "unknown" || start === undefined) return outcome;
  const given = Float64Array.from(start);
  if (largestViolation(model, given) > feasibilityTolerance) return outcome;
  const solution = wholeValues(model, given);
  const objective = objectiveAt(model, solution);
  const { reason, bound = boundOfBounds(model) } = outcome;
  return { status: "feasible", solution, objective, bound, gap: gapBetween(objective, bound), reason };
}

function modelData(
  instance: Highs,
  model: LinearModelData,
  bounds: { lower: Float64Array; upper: Float64Array },
): ModelData {
  const { variables, constraints, objective } = model;
  const { minimize, maximize } = instance.constants.objectiveSense;
  return {
    numCols: variables.count,
    numRows: constraints.count,
    sense: objective.sense === "minimise" ? minimize : maximize,
    offset: objective.constant,
    colCost: objective.costs,
    colLower: bounds.lower,
    colUpper: bounds.upper,
    rowLower: constraints.lower,
    rowUpper: constraints.upper,
    matrix: {
      format: "csr",
      numRows: constraints.count,
      numCols: variables.count,
      starts: constraints.starts,
      indices: constraints.indices,
      values: constraints.coefficients,
    },
    ...(hasIntegers(model) ? { integrality: Int32Array.from(variables.integer) } : {}),
  };
}

/** Runs, and once more on another road where rounding led the first one nowhere. */
function run(instance: Highs, native: Model, listeners: HighsCallbackMap): void {
  const { unknown, solveError } = instance.constants.modelStatus;
  native.run(listeners);
  const status = native.getModelStatus();
  if (status !== unknown && status !== solveError) return;
  native.clearSolver();
  native.options.set({ presolve: "off", simplex_strategy: 4 });
  native.run(listeners);
}

function setOptions(native: Model, { limits, relativeGap, seed }: CheckedOptions, integers: boolean): void {
  native.options.set({
    output_flag: false,
    mip_rel_gap: Math.min(relativeGap, 1e9),
    mip_abs_gap: 1e-9,
    mip_min_logging_interval: secondsBetweenBounds,
    random_seed: seed,
    ...(limits.seconds === undefined ? {} : { time_limit: Math.min(limits.seconds, secondsWithoutEnd) }),
    ...(limits.work === undefined || integers ? {} : { simplex_iteration_limit: Math.min(limits.work, 0x7fffffff) }),
  });
}

function callbacks(
  instance: Highs,
  { limits, cancelled, onProgress, clock }: CheckedOptions,
  integers: boolean,
  halt: { reason?: StopReason },
): HighsCallbackMap {
  const { mipInterrupt, simplexInterrupt, mipImprovingSolution, mipLogging } = instance.constants.callbackType;
  const began = clock?.();
  const tell = ({ data }: { readonly data: CallbackData }) => {
    const objective = known(data.mip_primal_bound);
    const bound = known(data.mip_dual_bound);
    onProgress?.({
      ...(objective === undefined ? {} : { objective }),
      ...(data.mip_solution === undefined ? {} : { solution: Float64Array.from(data.mip_solution) }),
      ...(bound === undefined ? {} : { bound }),
      gap: gapBetween(objective, bound),
      ...(clock === undefined || began === undefined ? {} : { seconds: clock() - began }),
    });
    return undefined;
  };
  const stop = (event: { readonly data: CallbackData; interrupt(): void }) => {
    if (cancelled?.() === true) halt.reason = "cancelled";
    else if (limits.work !== undefined && Number(event.data.mip_total_lp_iterations ?? 0) >= limits.work) {
      halt.reason = "work limit";
    } else return undefined;
    event.interrupt();
    return undefined;
  };
  return {
    ...(integers && (cancelled !== undefined || limits.work !== undefined) ? { [mipInterrupt]: stop } : {}),
    ...(!integers && cancelled !== undefined ? { [simplexInterrupt]: stop } : {}),
    ...(integers && onProgress !== undefined ? { [mipImprovingSolution]: tell, [mipLogging]: tell } : {}),
  };
}

/** HiGHS says that it knows nothing by an infinite bound. */
function known(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function outcomeOf(
  instance: Highs,
  native: Model,
  model: LinearModelData,
  options: CheckedOptions,
  halted: StopReason | undefined,
): Outcome {
  const status = native.getModelStatus();
  const is = instance.constants.modelStatus;
  switch (status) {
    case is.optimal: {
      const outcome = solvedOf(native, model);
      options.onProgress?.({ objective: outcome.objective, bound: outcome.bound, gap: outcome.gap });
      return outcome;
    }
    case is.infeasible:
      // Its presolve calls some models infeasible that are unbounded.
      return mayFallForever(model) ? infeasibleOrUnbounded(instance, model, options) : { status: "infeasible" };
    case is.unbounded:
      // Of a model with integers only the relaxation may be known to be unbounded.
      return hasIntegers(model) ? infeasibleOrUnbounded(instance, model, options) : { status: "unbounded" };
    case is.unboundedOrInfeasible:
      return infeasibleOrUnbounded(instance, model, options);
    default:
      return stoppedOf(instance, native, model, halted ?? reasonOf(instance, status));
  }
}

function solvedOf(native: Model, model: LinearModelData): Outcome & { status: "optimal" } {
  const integers = hasIntegers(model);
  const { colValue, rowDual, colDual } = native.getSolution();
  const solution = wholeValues(model, colValue);
  const objective = objectiveAt(model, solution);
  if (!integers) {
    const duals = { constraints: rowDual, reducedCosts: colDual };
    return { status: "optimal", solution, objective, bound: objective, gap: 0, duals };
  }
  return { status: "optimal", solution, ...boundOf(native, model, objective) };
}

/** A solve that ended early: with what it has, if it has anything that keeps the constraints. */
function stoppedOf(instance: Highs, native: Model, model: LinearModelData, reason: StopReason): Outcome {
  const integers = hasIntegers(model);
  const found = native.info.get("primal_solution_status") === instance.constants.solutionStatus.feasible;
  if (found) {
    const solution = wholeValues(model, native.getSolution().colValue);
    const objective = objectiveAt(model, solution);
    if (integers) return { status: "feasible", solution, ...boundOf(native, model, objective), reason };
    const bound = boundOfBounds(model);
    return { status: "feasible", solution, objective, bound, gap: gapBetween(objective, bound), reason };
  }
  const bound = integers ? known(native.info.get("mip_dual_bound") as number) : undefined;
  return { status: "unknown", reason, ...(bound === undefined ? {} : { bound }) };
}

/** A bound lies on its side of the objective, whatever rounding says. */
function boundOf(native: Model, model: LinearModelData, objective: number) {
  const told = native.info.get("mip_dual_bound") as number;
  const bound = model.objective.sense === "minimise" ? Math.min(told, objective) : Math.max(told, objective);
  return { objective, bound, gap: gapBetween(objective, bound) };
}

/** Without anything to gain a model cannot be unbounded: it is infeasible, or it was the costs that fell for ever. */
function infeasibleOrUnbounded(instance: Highs, model: LinearModelData, options: CheckedOptions): Outcome {
  const anything = modelData(instance, withoutCosts(model), wholeBounds(model));
  return instance.withModel(anything, (native): Outcome => {
    const integers = hasIntegers(model);
    setOptions(native, options, integers);
    const halt: { reason?: StopReason } = {};
    run(instance, native, callbacks(instance, { ...options, onProgress: () => undefined }, integers, halt));
    const status = native.getModelStatus();
    const is = instance.constants.modelStatus;
    if (status === is.infeasible || status === is.unboundedOrInfeasible) return { status: "infeasible" };
    const found = native.info.get("primal_solution_status") === instance.constants.solutionStatus.feasible;
    if (status === is.optimal || found) return { status: "unbounded" };
    return { status: "unknown", reason: halt.reason ?? reasonOf(instance, status) };
  });
}

function withoutCosts(model: LinearModelData): LinearModelData {
  return { ...model, objective: { ...model.objective, costs: new Float64Array(model.variables.count) } };
}

function reasonOf(instance: Highs, status: ModelStatusCode): StopReason {
  const is = instance.constants.modelStatus;
  if (status === is.timeLimit) return "time limit";
  if (status === is.iterationLimit || status === is.solutionLimit) return "work limit";
  return "numerical trouble";
}
