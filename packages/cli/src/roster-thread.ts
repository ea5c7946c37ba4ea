import { MessageChannel } from "node:worker_threads";
import {
  bestAnswer,
  bestRepairSoFar,
  bestSoFar,
  bestWhyNotSoFar,
  type RosterAnswers,
  type RosterLimits,
  type RosterNews,
  type RosterQuestion,
  type RosterQuestionOf,
  SharedIncumbent,
} from "@praxis/engine";
import type { Piscina } from "piscina";
import type { RosterThreadTask } from "./roster-task.ts";
import { SolveLine } from "./solve-line.ts";
import type { Terminal } from "./terminal.ts";

/** Seconds after its limit, and a tenth of it, after which a solve that does not end is ended. */
const GRACE_SECONDS = 1.5;

/** How far to go, and how broadly. */
export interface ThreadLimits extends RosterLimits {
  readonly threads: number;
  /** As many threads, if they have been started already; who started them ends them. */
  readonly pool?: Piscina;
}

/** Starts threads, which load the engine while this one still reads the question. */
export async function startThreads(count: number): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  const filename = new URL("roster-worker.js", import.meta.url).href;
  return new Piscina({ filename, minThreads: count, maxThreads: count });
}

/**
 * Asks a question about rosters in threads of their own, and shows on the terminal how far they have come.
 *
 * All threads look for the same answer, each with other luck, and share what they find; the first that has proved
 * something ends the others. An interruption of the program (Ctrl-C) ends them with the best answer so far, a second one
 * ends the program. A thread that does not end by itself in time is ended from outside.
 */
export async function askInThreads<Kind extends RosterQuestion["kind"]>(
  question: RosterQuestionOf<Kind>,
  { threads, pool: started, ...limits }: ThreadLimits,
  terminal: Terminal,
): Promise<RosterAnswers[Kind]> {
  const pool = started ?? (await startThreads(threads));
  const stop = new SharedArrayBuffer(4);
  const end = () => Atomics.store(new Int32Array(stop), 0, 1);
  process.once("SIGINT", end);
  const line = new SolveLine(terminal);
  const { people, days } = question.problem;
  const incumbent = new SharedIncumbent({ people: people.length, days });
  try {
    const ask = async (thread: number) => {
      const task = { question, ...limits, seed: limits.seed + thread, stop, shared: incumbent.memory };
      const answer = await runWatched<Kind>(pool, task, { line, started: terminal.started });
      return answer ?? leftBehind(question, incumbent);
    };
    return await bestAnswer<Kind>(threads, ask, end);
  } finally {
    process.removeListener("SIGINT", end);
    line.clear();
    if (started === undefined) await pool.destroy();
  }
}

/** What is known of a solve that had to be ended. */
function leftBehind<Kind extends RosterQuestion["kind"]>(
  question: RosterQuestionOf<Kind>,
  incumbent: SharedIncumbent,
): RosterAnswers[Kind] {
  return best(question, incumbent) as RosterAnswers[Kind];
}

function best(question: RosterQuestion, incumbent: SharedIncumbent): RosterAnswers[RosterQuestion["kind"]] {
  if (question.kind === "solve") return bestSoFar(question.problem, incumbent);
  if (question.kind === "why") return bestWhyNotSoFar(question.problem, question.roster, { ...question, incumbent });
  return bestRepairSoFar(question.problem, question.roster, { ...question.how, incumbent });
}

/** The answer of a thread; undefined when it had to be ended. */
async function runWatched<Kind extends RosterQuestion["kind"]>(
  pool: Piscina,
  task: Omit<RosterThreadTask, "port">,
  { line, started }: { readonly line: SolveLine; readonly started: number },
): Promise<RosterAnswers[Kind] | undefined> {
  const { port1: ours, port2: port } = new MessageChannel();
  const end = new AbortController();
  const { seconds = Infinity } = task.limits;
  // What has passed since the program was started counts.
  const left = Math.max(seconds - (performance.now() - started) / 1000, seconds / 2);
  const limits = left === Infinity ? task.limits : { ...task.limits, seconds: left };
  let watchdog: NodeJS.Timeout | undefined;
  // On a busy machine a thread takes seconds until it can begin: ended before, it would have looked at nothing.
  const watch = () => {
    if (left < Infinity) watchdog = setTimeout(() => end.abort(), 1000 * (left + 0.1 * seconds + GRACE_SECONDS));
  };
  ours.on("message", (said: RosterNews) => (said === "begun" ? watch() : line.update(said)));
  try {
    return await pool.run({ ...task, limits, port }, { transferList: [port], signal: end.signal });
  } catch (error) {
    if (end.signal.aborted) return undefined;
    throw error;
  } finally {
    clearTimeout(watchdog);
    ours.close();
  }
}
