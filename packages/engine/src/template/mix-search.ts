/**
 * Finds the best mix of patterns for a week, with a bound that holds for all of them.
 *
 * The relaxation, in which patterns may be split, says how much each pattern would cost beyond the best (its reduced
 * cost). The integer programme is then solved over the patterns that cost little: no mix with one of the others costs
 * less than the relaxation and the least reduced cost that was left out (reduced cost fixing). When that is not enough
 * of a proof, so many patterns are taken in that it is.
 *
 * @see Wolsey (2020), Integer Programming, 2nd ed., section 7.6
 * @module
 */

import type { Duals, SolveProgress, StopReason } from "../modelling/solver.ts";
import { gapBetween, type Outcome, type SolveLimits, type SolveOptions, type Solver } from "../modelling/solver.ts";
import { columnsOf, mixModel, type PlacedColumn, type WeekModel } from "./mix-model.ts";

/** What a solve needs and may use. */
export interface MixOptions extends Pick<SolveOptions, "seed" | "clock" | "cancelled" | "onProgress"> {
  readonly solver: Solver;
  /** Seconds for everything together, or the solver's units of work for each programme that it is given. */
  readonly limits?: SolveLimits;
  /** A mix counts as optimal when its gap is no greater; 0.001 by default. */
  readonly relativeGap?: number;
  /** How many patterns, those of least reduced cost, the first integer programme chooses from; 1,000 by default. */
  readonly columnsAtFirst?: number;
  /** Hears of each better mix while the search goes on. */
  readonly onBetter?: (mix: FoundMix) => void;
}

/** Patterns that are chosen, and how often. */
export interface ChosenColumn extends PlacedColumn {
  readonly count: number;
}

/** A mix, and how good it is. */
export interface FoundMix {
  readonly status: "optimal" | "feasible";
  readonly chosen: readonly ChosenColumn[];
  readonly cost: number;
  readonly bound: number;
  readonly gap: number;
  /** By how much the cost changes when the amount of each requirement goes up by one; empty when nobody knows. */
  readonly duals: readonly number[];
  readonly reason?: StopReason;
}

/** What came of a search. */
export type MixOutcome =
  | FoundMix
  | { readonly status: "infeasible" }
  | { readonly status: "unknown"; readonly reason: StopReason; readonly bound?: number };

/**
 * For most weeks they are enough of a proof. Where no two of 20 (50) providers were alike, and all had wishes, it took 4
 * (9) seconds on one core so, and 14 (17) with all patterns.
 */
const COLUMNS_AT_FIRST = 1_000;

/** Looks for the best mix of a week's patterns. */
export async function searchMix(week: WeekModel, options: MixOptions): Promise<MixOutcome> {
  const began = options.clock?.() ?? 0;
  const all = columnsOf(week);
  const relaxation = await options.solver.solve(mixModel(week, all, false), unheard(timeLeft(options, began)));
  if (relaxation.status === "infeasible") return relaxation;
  if (relaxation.status !== "optimal") return undecided(relaxation);
  const { objective: least, duals } = relaxation;
  const reduced = all.map((_, index) => Math.max(0, duals?.reducedCosts[index] ?? 0));
  let beyond = [...reduced].sort((a, b) => a - b)[options.columnsAtFirst ?? COLUMNS_AT_FIRST] ?? Infinity;
  let start: readonly ChosenColumn[] | undefined;
  for (;;) {
    const some = all.filter((_, index) => reduced[index]! <= beyond);
    const isAll = some.length === all.length;
    const left = isAll ? Infinity : least + beyond;
    const found = (cost: number, proven: number) => {
      const bound = Math.min(cost, Math.max(least, Math.min(proven, left)));
      return { cost, bound, gap: gapBetween(cost, bound), duals: dualsOf(duals, week) };
    };
    const onProgress = (progress: SolveProgress) => {
      options.onProgress?.(progress);
      const { solution, objective, bound = -Infinity } = progress;
      if (solution === undefined || objective === undefined) return;
      options.onBetter?.({ status: "feasible", chosen: chosenOf(solution, some), ...found(objective, bound) });
    };
    const outcome = await solveOver(week, some, { ...timeLeft(options, began), onProgress, start });
    if (outcome.status === "infeasible" && !isAll) {
      beyond = Infinity;
      continue;
    }
    if (outcome.status !== "optimal" && outcome.status !== "feasible") return undecided(outcome);
    const chosen = chosenOf(outcome.solution, some);
    const mix = found(outcome.objective, outcome.bound);
    const isDone = mix.gap <= (options.relativeGap ?? USUAL_GAP);
    if (!isDone && outcome.status === "optimal" && left < outcome.bound) {
      beyond = outcome.objective - least;
      start = chosen;
      continue;
    }
    return {
      status: isDone ? "optimal" : "feasible",
      chosen,
      ...mix,
      ...(outcome.status === "feasible" && !isDone ? { reason: outcome.reason } : {}),
    };
  }
}

/** Of a mix that counts as optimal. */
const USUAL_GAP = 1e-3;

async function solveOver(
  week: WeekModel,
  columns: readonly PlacedColumn[],
  {
    start,
    solver,
    columnsAtFirst: _,
    onBetter: __,
    ...options
  }: MixOptions & { readonly start: readonly ChosenColumn[] | undefined },
): Promise<Outcome> {
  const model = mixModel(week, columns, true);
  const { relativeGap = USUAL_GAP } = options;
  return await solver.solve(model, {
    ...options,
    relativeGap,
    ...(start === undefined ? {} : { start: startOf(start, columns, model.variables.count) }),
  });
}

/** The values with which a programme begins. What is missing or beyond is left for the solver to find. */
function startOf(chosen: readonly ChosenColumn[], columns: readonly PlacedColumn[], length: number): Float64Array {
  const values = new Float64Array(length);
  for (const { pattern, ofClass, count } of chosen) {
    const index = columns.findIndex((column) => column.pattern === pattern && column.ofClass === ofClass);
    values[index] = count;
  }
  return values;
}

/** The columns of a solution, which on its way is whole but for rounding. */
function chosenOf(solution: Float64Array, columns: readonly PlacedColumn[]): ChosenColumn[] {
  return columns.flatMap((column, index) => {
    const count = Math.round(solution[index]!);
    return count > 0 ? [{ ...column, count }] : [];
  });
}

/** Of the requirements, whose rows come after those of the classes. */
function dualsOf(duals: Duals | undefined, { classes }: WeekModel): readonly number[] {
  return duals === undefined ? [] : Array.from(duals.constraints.subarray(classes.length));
}

function undecided(outcome: Outcome): MixOutcome {
  if (outcome.status === "infeasible") return outcome;
  if (outcome.status === "unbounded") throw new Error("a week's cost cannot fall without end; a price must be wrong");
  const reason = "reason" in outcome ? outcome.reason : "numerical trouble";
  return { status: "unknown", reason };
}

/** The options with what is left of their time. */
function timeLeft(options: MixOptions, began: number): MixOptions {
  const { limits, clock } = options;
  if (limits?.seconds === undefined || clock === undefined) return options;
  return { ...options, limits: { ...limits, seconds: Math.max(0, began + limits.seconds - clock()) } };
}

/** The options without whoever listens: the relaxation is no mix of patterns yet. */
function unheard({
  onProgress: _,
  relativeGap: __,
  solver: ___,
  columnsAtFirst: ____,
  onBetter: _____,
  ...options
}: MixOptions): SolveOptions {
  return options;
}
