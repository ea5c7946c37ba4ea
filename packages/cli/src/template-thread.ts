import type { AnsweredSession } from "@praxis/engine";
import type { TemplateTask } from "./template-task.ts";

/**
 * Answers a session file in a thread of its own: an interruption of the program (Ctrl-C) ends the search with the best
 * template so far, a second one ends the program.
 */
export async function askTemplateThread(task: Omit<TemplateTask, "stop">): Promise<AnsweredSession> {
  const { Piscina } = await import("piscina");
  const filename = new URL("template-worker.js", import.meta.url).href;
  const pool = new Piscina({ filename, minThreads: 1, maxThreads: 1 });
  const stop = new SharedArrayBuffer(4);
  const end = () => Atomics.store(new Int32Array(stop), 0, 1);
  process.once("SIGINT", end);
  try {
    return await pool.run({ ...task, stop });
  } finally {
    process.removeListener("SIGINT", end);
    await pool.destroy();
  }
}
