import type { Computing } from "./computing.ts";
import { conductInThreads } from "./conduct.ts";
import { improveInThread } from "./improve.ts";
import { isReplan, replanInThread } from "./replan.ts";
import { solveInThreads } from "./solve-roster.ts";
import { solveTemplateInThread } from "./solve-template.ts";
import { solveWeekInThreads } from "./solve-week.ts";

/** How the jobs of a kind are computed. */
export interface Computation {
  /** Whether its `timeLimitSeconds` ends it with the best answer so far; other kinds fail when they take longer. */
  readonly isSearch: boolean;
  /** Computes the result. It runs in the worker's own thread, and leaves all real work to others. */
  compute(input: never, computing: Computing): Promise<unknown>;
}

/**
 * How each kind of job is computed. It is apart from the kinds because a worker's own thread needs no more of them:
 * without their schemas, and the engine behind them, it begins sooner.
 */
const computations: Readonly<Record<string, Computation>> = {
  simulation: experiment("simulation"),
  comparison: experiment("comparison"),
  sweep: experiment("sweep"),
  roster: search((input: Parameters<typeof solveInThreads>[0], computing) =>
    isReplan(input) ? replanInThread(input, computing) : solveInThreads(input, computing),
  ),
  template: search(solveTemplateInThread),
  week: search(solveWeekInThreads),
  plan: search(improveInThread),
};

/** @throws {RangeError} when there is no kind of this name */
export function computationOf(kind: string): Computation {
  const computation = computations[kind];
  if (computation === undefined) throw new RangeError(`there is no kind of job called ${kind}`);
  return computation;
}

function experiment(kind: string): Computation {
  return { isSearch: false, compute: (input, computing) => conductInThreads({ kind, input }, computing) };
}

function search<Input>(compute: (input: Input, computing: Computing) => Promise<unknown>): Computation {
  return { isSearch: true, compute };
}
