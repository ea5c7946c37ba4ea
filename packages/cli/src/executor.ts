import { setImmediate as nextTurn } from "node:timers/promises";
import { type Executor, OfficeError, runTask, type Task } from "@praxis/engine";
import type { Piscina } from "piscina";
import type { TaskAnswer } from "./answer-task.ts";

/** An executor that holds threads, and lets them go. */
export interface ClosableExecutor extends Executor {
  close(): Promise<void>;
}

/** How executors are made. */
export interface ExecutorOptions {
  /** How many threads compute at once. */
  readonly workers: number;
  /** The compiled worker file; its place differs between the tests, which run on sources, and the rest. */
  readonly worker?: URL;
}

/** Milliseconds that are computed in this thread before others are started, which takes longer. */
const MILLISECONDS_HERE = 200;

/** Milliseconds below which the next stretch of work in this thread may be longer. */
const SHORT_STRETCH = 20;

/** A task that a thread works on, and one so that it need not wait until this thread has time for it. */
const TASKS_AT_HAND = 2;

/**
 * Megabytes that a thread may fill before it looks for what is no longer used. Replications leave little behind; left
 * to themselves, threads would each take ten times as much.
 */
const YOUNG_MEGABYTES = 4;

/** Runs every task in worker threads, started with the first. */
function threadExecutor({
  workers,
  worker = new URL("worker.js", import.meta.url),
}: ExecutorOptions): ClosableExecutor {
  let pool: Promise<Piscina> | undefined;
  let settled: Promise<unknown> = Promise.resolve();
  const start = async () => {
    const { Piscina } = await import("piscina");
    const threads = new Piscina({
      filename: worker.href,
      minThreads: workers,
      maxThreads: workers,
      concurrentTasksPerWorker: TASKS_AT_HAND,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    settled = Promise.all(threads.threads.map(settling));
    return threads;
  };
  return {
    workers,
    async run(task) {
      pool ??= start();
      const answer: TaskAnswer = await (await pool).run(task);
      if ("trouble" in answer) throw new OfficeError(answer.trouble);
      return answer.values;
    },
    async close() {
      const threads = await pool;
      // Node 20 crashes as a whole when a thread is ended while it loads its modules.
      await settled;
      await threads?.destroy();
    },
  };
}

/** Waits until a thread has loaded what it needs, and says so, or has failed. */
function settling(thread: Piscina["threads"][number]): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ["message", "error", "exit"]) thread.once(event, () => resolve());
  });
}

/** A task, and whom its values go to. */
interface Job {
  readonly task: Task;
  readonly resolve: (values: Float64Array) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Runs tasks in this thread, and those of longer experiments in others beside it: this thread is one of the workers.
 *
 * So nobody waits for threads to start, and there is one less of them to hold in memory.
 */
export function localExecutor({ workers, ...options }: ExecutorOptions): ClosableExecutor {
  const threads = threadExecutor({ ...options, workers: workers - 1 });
  const here = new ThisThread();
  const waiting: Job[] = [];
  let started = workers === 1;
  let computing = false;
  let places = 0;

  /** Gives the threads as much as they should have at hand. */
  function handOut(): void {
    for (; places > 0 && waiting.length > 0; places--) {
      const { task, resolve, reject } = waiting.shift()!;
      void threads
        .run(task)
        .then(resolve, reject)
        .finally(() => {
          places++;
          handOut();
        });
    }
  }

  /** Between two stretches of work here: lets progress be drawn, an interruption be heard, and answers come in. */
  async function pause({ scenario, seed, measures, from }: Task): Promise<void> {
    if (!started && here.spent > MILLISECONDS_HERE) {
      started = true;
      // A task without replications is answered as soon as a thread has started, and has compiled the office.
      const ready = Array.from({ length: threads.workers }, () =>
        threads.run({ scenario, seed, measures, from, to: from }),
      );
      // An office that does not compile there does not compile here either, and this thread says so.
      Promise.all(ready).then(
        () => {
          places = threads.workers * TASKS_AT_HAND;
          handOut();
        },
        () => {},
      );
    }
    await nextTurn();
  }

  async function computeHere(): Promise<void> {
    computing = true;
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      await here.run(job.task, pause).then(job.resolve, job.reject);
      // Whoever waited for these values asks for more only now.
      await nextTurn();
    }
    computing = false;
  }

  return {
    workers,
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        handOut();
        if (!computing) void computeHere();
      }),
    close: () => threads.close(),
  };
}

/** Computes in this thread, in stretches so short that it can do other things in between. */
class ThisThread {
  /** Milliseconds spent computing so far. */
  spent = 0;
  /** Replications that a stretch takes. */
  #stretch = 1;

  async run(task: Task, pause: (task: Task) => Promise<void>): Promise<Float64Array> {
    const values = new Float64Array((task.to - task.from) * task.measures.length);
    for (let from = task.from; from < task.to; ) {
      await pause(task);
      const to = Math.min(from + this.#stretch, task.to);
      values.set(this.#timed({ ...task, from, to }), (from - task.from) * task.measures.length);
      from = to;
    }
    return values;
  }

  #timed(task: Task): Float64Array {
    const began = performance.now();
    const values = runTask(task);
    const took = performance.now() - began;
    this.spent += took;
    if (took < SHORT_STRETCH) this.#stretch *= 2;
    if (took > 2 * SHORT_STRETCH) this.#stretch = Math.ceil(this.#stretch / 2);
    return values;
  }
}
