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

/** Milliseconds that are computed in this thread before others are started, which takes about as long. */
const MILLISECONDS_HERE = 200;

/** Runs every task in worker threads, started with the first. */
export function threadExecutor({
  workers,
  worker = new URL("worker.js", import.meta.url),
}: ExecutorOptions): ClosableExecutor {
  let pool: Promise<Piscina> | undefined;
  const start = async () => {
    const { Piscina } = await import("piscina");
    return new Piscina({ filename: worker.href, minThreads: workers, maxThreads: workers });
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
      await (await pool)?.destroy();
    },
  };
}

/** Runs small experiments in this thread, and what is left of larger ones in worker threads. */
export function localExecutor(options: ExecutorOptions): ClosableExecutor {
  const threads = threadExecutor(options);
  const allHere = options.workers === 1;
  let spent = 0;
  return {
    workers: options.workers,
    async run(task) {
      // Lets progress be drawn, and an interruption be heard.
      await nextTurn();
      const parts: Float64Array[] = [];
      let { from } = task;
      while (from < task.to && (allHere || spent < MILLISECONDS_HERE)) {
        const started = performance.now();
        const to = allHere ? task.to : from + 1;
        parts.push(runTask({ ...task, from, to }));
        spent += performance.now() - started;
        from = to;
      }
      if (from < task.to) parts.push(await threads.run({ ...task, from } satisfies Task));
      return parts.length === 1 ? parts[0]! : Float64Array.from(parts.flatMap((part) => [...part]));
    },
    close: () => threads.close(),
  };
}
