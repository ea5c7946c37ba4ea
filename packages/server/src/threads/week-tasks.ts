import type { MessagePort } from "node:worker_threads";
import {
  engineVersion,
  highs,
  type PricedSession,
  priceAll,
  pricingTasks,
  type SolvedWeek,
  type SolveLimits,
  sessionPricing,
  solveWeek,
  type WeekJson,
  type WeekOutcome,
  type WeekProblem,
  weekToJson,
} from "@praxis/engine";
import { answering } from "./reply.ts";
import { type Document, weekOf } from "./text.ts";

interface WeekTask {
  readonly problem: Document;
}

/** Part of a week's work, which ends early when `stop` says so. */
interface StoppableTask extends WeekTask {
  readonly stop: SharedArrayBuffer;
  readonly limits: SolveLimits;
}

/** Some of a week's sessions to be priced. */
export interface PriceSessionsTask extends StoppableTask {
  /** Which of the pricing tasks. */
  readonly tasks: readonly number[];
}

/** A week to be solved, when all its sessions have been priced. */
export interface MixTask extends StoppableTask {
  readonly priced: readonly PricedSession[];
  readonly relativeGap: number;
  readonly seed: number;
  /** Hears of each better week. */
  readonly port: MessagePort;
}

/** The week that this thread looked at last, so that it is not read again for each handful of sessions. */
let known: { readonly text: string; readonly problem: WeekProblem } | undefined;

function weekHere(document: Document): WeekProblem {
  const text = JSON.stringify(document);
  if (known?.text !== text) known = { text, problem: weekOf(document) };
  return known.problem;
}

/** How many sessions there are to be priced. */
export const countSessions = answering(({ problem }: WeekTask) => pricingTasks(weekHere(problem)).length);

/** The name of a week. */
export const nameOfWeek = answering(({ problem }: WeekTask) => ({ name: weekHere(problem).name }));

/** Prices some sessions; the reason why it ended when it had to end before. */
export const priceSessions = answering(({ problem, tasks, stop, limits }: PriceSessionsTask) => {
  const week = weekHere(problem);
  const all = pricingTasks(week);
  return priceAll(
    tasks.map((index) => all[index]!),
    sessionPricing(week),
    { ...running(stop), limits },
  );
});

/** A week as clients get it, or why there is none. */
type WeekAnswer =
  | (WeekJson & { readonly seed: number })
  | ({ readonly praxis: string; readonly problem: string; readonly seed: number } & WeekOutcome);

/** Finds the mix of sessions that is best for the week. */
export const solveMix = answering(async (task: MixTask): Promise<WeekAnswer> => {
  const { problem, priced, stop, limits, relativeGap, seed, port } = task;
  const week = weekHere(problem);
  const onBetter = (better: SolvedWeek) => port.postMessage({ ...weekToJson(better, week), seed });
  try {
    const options = { ...running(stop), solver: highs, limits, relativeGap, seed, onBetter };
    const outcome = await solveWeek(week, priced, options);
    if ("slots" in outcome) return { ...weekToJson(outcome, week), seed };
    return { praxis: engineVersion, problem: week.name, seed, ...outcome };
  } finally {
    port.close();
  }
});

function running(stop: SharedArrayBuffer) {
  const flag = new Int32Array(stop);
  return { clock: () => performance.now() / 1000, cancelled: () => Atomics.load(flag, 0) !== 0 };
}
