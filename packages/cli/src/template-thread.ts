import { MessageChannel } from "node:worker_threads";
import { type AnsweredSession, type SolvedPart, solvedParts } from "@praxis/engine";
import { SolveLine } from "./solve-line.ts";
import type { TemplateNews, TemplateTask } from "./template-task.ts";
import type { Terminal } from "./terminal.ts";

/** What is looked for, in words. */
const words: Readonly<Record<SolvedPart, string>> = {
  "best template": "looking for the best template",
  bound: "how good is it?",
  alternatives: "looking for simpler ones",
  frontier: "under other weights",
};

/**
 * Answers a session file in a thread of its own, and shows on the terminal how far it has come.
 *
 * An interruption of the program (Ctrl-C) ends the search with the best template so far, a second one ends the program.
 */
export async function askTemplateThread(
  task: Omit<TemplateTask, "stop" | "port">,
  terminal: Terminal,
): Promise<AnsweredSession> {
  const { Piscina } = await import("piscina");
  const filename = new URL("template-worker.js", import.meta.url).href;
  const pool = new Piscina({ filename, minThreads: 1, maxThreads: 1 });
  const stop = new SharedArrayBuffer(4);
  const end = () => Atomics.store(new Int32Array(stop), 0, 1);
  process.once("SIGINT", end);
  const { port1: ours, port2: port } = new MessageChannel();
  const line = new SolveLine(terminal);
  line.say(words[solvedParts[0]]);
  ours.on("message", ({ part, cost }: TemplateNews) => {
    const next = solvedParts[solvedParts.indexOf(part) + 1];
    if (next !== undefined) line.say(`a template that costs ${cost.toFixed(2)}: ${words[next]}`);
  });
  try {
    return await pool.run({ ...task, stop, port }, { transferList: [port] });
  } finally {
    process.removeListener("SIGINT", end);
    ours.close();
    line.clear();
    await pool.destroy();
  }
}
