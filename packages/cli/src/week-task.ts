import type { MessagePort } from "node:worker_threads";
import {
  highs,
  type PricedSession,
  parseWeekProblem,
  priceAll,
  pricingTasks,
  type SolveLimits,
  type SolveProgress,
  type StopReason,
  sessionPricing,
  solveWeek,
  type WeekOutcome,
  type WeekProblem,
  type WeekSlot,
} from "@praxis/engine";

/** A week as threads get it: laws of chance are functions, which cannot be sent. */
export interface WeekFile {
  readonly text: string;
  /** The template that is in use, when it stands in another file. */
  readonly today?: readonly WeekSlot[];
}

/** How far to go. */
export interface WeekLimits {
  readonly limits: SolveLimits;
  readonly relativeGap: number;
  readonly seed: number;
}

interface CommonTask {
  readonly file: WeekFile;
  /** One number that is not 0 as soon as the answer so far has to do. */
  readonly stop: SharedArrayBuffer;
}

/** Some sessions to be priced. */
export interface PriceTask extends CommonTask {
  readonly kind: "price";
  /** Which of the pricing tasks. */
  readonly tasks: readonly number[];
  readonly limits: { readonly seconds?: number };
}

/** A week to be solved, when all sessions have been priced. */
export interface SolveTask extends CommonTask, WeekLimits {
  readonly kind: "solve";
  readonly priced: readonly PricedSession[];
  /** Hears how far it has come. */
  readonly port: MessagePort;
}

/** Dollars for a booking that changes, when the file says nothing: so that nothing changes that need not. */
const USUAL_PRICE = 1;

/** The week of a file. */
export function problemOf({ text, today }: WeekFile): WeekProblem {
  const problem = parseWeekProblem(text);
  if (today === undefined) return problem;
  return { ...problem, today: { slots: today, pricePerChange: problem.today?.pricePerChange ?? USUAL_PRICE } };
}

/** The week that this thread looked at last, so that it is not read again for each handful of sessions. */
let known: { readonly text: string; readonly problem: WeekProblem } | undefined;

/** Does a task in this thread. */
export async function answerWeekTask(
  task: PriceTask | SolveTask,
): Promise<readonly PricedSession[] | StopReason | WeekOutcome> {
  if (known?.text !== task.file.text) known = { text: task.file.text, problem: problemOf(task.file) };
  const { problem } = known;
  const flag = new Int32Array(task.stop);
  const common = { clock: () => performance.now() / 1000, cancelled: () => Atomics.load(flag, 0) !== 0 };
  if (task.kind === "price") {
    const all = pricingTasks(problem);
    const some = task.tasks.map((index) => all[index]!);
    return priceAll(some, sessionPricing(problem), { ...common, limits: task.limits });
  }
  const { priced, port, limits, relativeGap, seed } = task;
  const onProgress = (progress: SolveProgress) => port.postMessage(progress);
  try {
    return await solveWeek(problem, priced, { ...common, solver: highs, limits, relativeGap, seed, onProgress });
  } finally {
    port.close();
  }
}
