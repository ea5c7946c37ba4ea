/**
 * Solves an instance as `praxis roster solve` does: in threads of their own that share the best roster.
 *
 * @module
 */

import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { highs, SharedIncumbent, solveRosterModel, type ToursOutcome } from "@praxis/engine";
import type { Instance } from "./instance.ts";
import { stateInTerms } from "./terms.ts";

/** How an instance is to be solved. */
interface Effort {
  readonly seed: number;
  readonly threads: number;
  /** For each thread. */
  readonly seconds: number;
  /** Whether the seconds are those of the processor. */
  readonly onProcessor: boolean;
}

/** What a thread is sent. */
interface Task extends Effort {
  readonly instance: Instance;
  readonly shared: SharedArrayBuffer;
  /** One number that is not 0 as soon as a thread has proved its roster. */
  readonly stop: SharedArrayBuffer;
}

/** What came of an instance, in its own costs. */
export interface Solved {
  readonly status: ToursOutcome["status"];
  readonly tours: readonly (readonly number[])[] | undefined;
  readonly cost: number;
  readonly bound: number;
}

/** Milliseconds for which the seconds of the processor are remembered: asking for them takes as long as a step of the search. */
const REMEMBERED = 5;

if (!isMainThread && parentPort !== null) parentPort.postMessage(await solveAlone(workerData as Task));

/** The best of several threads, whose seeds follow each other. */
export async function solveInThreads(instance: Instance, effort: Effort): Promise<Solved> {
  const { people, days } = stateInTerms(instance).model;
  const { memory: shared } = new SharedIncumbent({ people, days });
  const task = { ...effort, instance, shared, stop: new SharedArrayBuffer(4) };
  if (effort.threads === 1) return await solveAlone(task);
  const answers = await Promise.all(
    Array.from({ length: effort.threads }, (_, thread) => solveApart({ ...task, seed: effort.seed + 1000 * thread })),
  );
  const [best] = answers.sort((a, b) => a.cost - b.cost);
  const settled = answers.find(({ status }) => status === "optimal" || status === "infeasible");
  return settled ?? { ...best!, bound: Math.max(...answers.map(({ bound }) => bound)) };
}

function solveApart(task: Task): Promise<Solved> {
  const worker = new Worker(new URL(import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

async function solveAlone({ instance, seed, threads, seconds, onProcessor, shared, stop }: Task): Promise<Solved> {
  const { model, constant } = stateInTerms(instance);
  const clock = onProcessor ? processorClock(threads) : () => performance.now() / 1000;
  const incumbent = new SharedIncumbent(model, shared);
  const flag = new Int32Array(stop);
  const outcome = await solveRosterModel(model, {
    solver: highs,
    search: { relaxation: highs, random: uniforms(seed), clock, incumbent },
    limits: { seconds },
    clock,
    cancelled: () => Atomics.load(flag, 0) !== 0,
  });
  if (outcome.status === "optimal" || outcome.status === "infeasible") Atomics.store(flag, 0, 1);
  const found = "tours" in outcome;
  const bound = "bound" in outcome ? (outcome.bound ?? -Infinity) : -Infinity;
  return {
    status: outcome.status,
    tours: found ? outcome.tours.map((tour) => [...tour]) : undefined,
    cost: found ? outcome.cost + constant : Infinity,
    bound: bound + constant,
  };
}

/** Mulberry32. */
export function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A clock of the seconds that the processor has spent, for each of so many threads. */
function processorClock(threads: number): () => number {
  let asked = Number.NEGATIVE_INFINITY;
  let seconds = 0;
  return () => {
    const now = performance.now();
    if (now - asked > REMEMBERED) {
      asked = now;
      seconds = process.cpuUsage().user / 1e6 / threads;
    }
    return seconds;
  };
}
