import type { Task } from "@praxis/engine";
import { type Batch, Batches } from "./batches.ts";
import type { Computing } from "./computing.ts";
import { KnownValues } from "./known-values.ts";
import { SharedBatches } from "./shared-batches.ts";

/** An experiment by its kind and its input: threads make it themselves, so nothing but data goes between them. */
export interface ExperimentTask {
  readonly kind: string;
  readonly input: unknown;
}

/** Seconds between two looks at what is known so far; they grow with the length of the job. */
const FIRST_LOOK = 1;
const LOOKS = 30;

/**
 * Conducts an experiment in batches of replications, each in some thread, and puts their values together by the number
 * of the replication: the result is the same to the last digit as in one thread.
 *
 * This thread only hands on bytes. What is to be run next, what is known so far and what the result is, is worked out
 * in threads, from the values of all batches so far. An experiment of a moment never leaves the thread that begins it.
 */
export async function conductInThreads(task: ExperimentTask, computing: Computing): Promise<unknown> {
  const { threads } = computing;
  const begun = await threads.run("beginExperiment", task, computing);
  if ("result" in begun) return begun.result;
  const known = new KnownValues(begun.known);
  const look = interimLooks(task, known, computing);
  let { tasks } = begun;
  for (;;) {
    await runBatches(tasks, known, { ...computing, look });
    const step = await threads.run("advanceExperiment", { ...task, known: known.arrays }, computing);
    if ("result" in step) return step.result;
    ({ tasks } = step);
  }
}

/** Hears of how many replications, and of how many, the values are known of all scenarios. */
type Look = (replications: number, total: number) => void;

type Looking = Computing & { readonly look: Look };

async function runBatches(tasks: readonly Task[], known: KnownValues, { look, ...computing }: Looking): Promise<void> {
  const { threads, signal, exchange } = computing;
  const total = Math.max(...tasks.map(({ to }) => to));
  known.grow(tasks);
  const batches = new Batches(tasks);
  const note = ({ scenario, task }: Batch, values: Float64Array, seconds?: number) => {
    known.set(scenario, task, values);
    look(batches.done({ scenario, task }, seconds), total);
  };
  const shared = exchange && new SharedBatches(batches, exchange, { note });
  const lane = async () => {
    for (;;) {
      signal.throwIfAborted();
      const batch = shared === undefined ? batches.next() : await shared.next(signal);
      if (batch === undefined) return;
      const began = performance.now();
      const values = await threads.run("runReplications", batch.task, computing);
      note(batch, values, (performance.now() - began) / 1000);
    }
  };
  const tending = shared?.tend();
  try {
    await Promise.all(Array.from({ length: threads.size }, lane));
  } finally {
    await shared?.close();
    await tending;
  }
}

/** Tells now and then what is known so far, as an answer with fewer replications. */
function interimLooks(task: ExperimentTask, known: KnownValues, { threads, signal, tell }: Computing): Look {
  const began = performance.now();
  let next = FIRST_LOOK;
  let looking = false;
  let seen = 0;
  return (replications, total) => {
    const seconds = (performance.now() - began) / 1000;
    if (looking || seconds < next || replications < 2 || replications === seen || replications >= total) return;
    looking = true;
    seen = replications;
    const progress = { done: replications, total, unit: "replications" };
    threads
      .run("advanceExperiment", { ...task, known: known.arrays, replications }, { signal })
      .then((step) => tell({ progress, ...("result" in step ? { best: step.result } : {}) }))
      // The experiment itself meets the same trouble, and tells it.
      .catch(() => {})
      .finally(() => {
        looking = false;
        next = seconds + Math.max(FIRST_LOOK, seconds / LOOKS);
      });
  };
}
