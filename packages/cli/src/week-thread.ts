import { MessageChannel } from "node:worker_threads";
import {
  type PricedSession,
  pricingTasks,
  type SolveProgress,
  type StopReason,
  type WeekOutcome,
} from "@praxis/engine";
import { Piscina } from "piscina";
import { SolveLine } from "./solve-line.ts";
import type { Terminal } from "./terminal.ts";
import { type PriceTask, problemOf, type SolveTask, type WeekFile, type WeekLimits } from "./week-task.ts";

/** Sessions that a thread prices before it is asked for the next. */
const SESSIONS_AT_ONCE = 16;

/** Seconds after its limit, and a tenth of it, after which a solve that does not end is ended. */
const GRACE_SECONDS = 1.5;

/**
 * Solves a week in threads of their own, and shows on the terminal how far it has come: all threads price sessions, one
 * then finds the mix. An interruption of the program (Ctrl-C) ends them with the best answer so far, a second one ends the
 * program.
 */
export async function solveInThreads(
  file: WeekFile,
  { threads, ...limits }: WeekLimits & { readonly threads: number },
  terminal: Terminal,
): Promise<WeekOutcome> {
  const count = pricingTasks(problemOf(file)).length;
  const filename = new URL("week-worker.js", import.meta.url).href;
  // A thread takes longer to start than to price a handful.
  const used = Math.max(1, Math.min(threads, Math.ceil(count / SESSIONS_AT_ONCE)));
  const pool = new Piscina({ filename, minThreads: used, maxThreads: used });
  const stop = new SharedArrayBuffer(4);
  const end = () => Atomics.store(new Int32Array(stop), 0, 1);
  process.once("SIGINT", end);
  const { seconds } = limits.limits;
  const work: Work = {
    pool,
    file,
    stop,
    line: new SolveLine(terminal, "no week yet"),
    until: endOf(seconds, terminal),
  };
  try {
    const priced = await priceInThreads(work, count);
    if (typeof priced === "string") return { status: "unknown", reason: priced };
    return await solveInThread(work, priced, limits);
  } finally {
    process.removeListener("SIGINT", end);
    work.line.clear();
    await pool.destroy();
  }
}

interface Work {
  readonly pool: Piscina;
  readonly file: WeekFile;
  readonly stop: SharedArrayBuffer;
  readonly line: SolveLine;
  /** When it has to be over, as `performance.now()` counts; Infinity when there is no limit. */
  readonly until: number;
}

/** What has passed since the program was started counts, but for half of the limit. */
function endOf(seconds: number | undefined = Infinity, { started }: Terminal): number {
  return Math.max(started + 1000 * seconds, performance.now() + 500 * seconds);
}

function secondsLeft({ until }: Work): { readonly seconds?: number } {
  return until === Infinity ? {} : { seconds: Math.max(0, (until - performance.now()) / 1000) };
}

/** Prices all sessions, a handful at a time for each thread. */
async function priceInThreads(work: Work, count: number): Promise<PricedSession[] | StopReason> {
  const { file, stop, pool, line } = work;
  const handfuls = Array.from({ length: Math.ceil(count / SESSIONS_AT_ONCE) }, (_, index) =>
    Array.from(
      { length: Math.min(SESSIONS_AT_ONCE, count - index * SESSIONS_AT_ONCE) },
      (_, one) => index * SESSIONS_AT_ONCE + one,
    ),
  );
  const priced: PricedSession[] = [];
  let done = 0;
  let reason: StopReason | undefined;
  const next = handfuls.values();
  const price = async () => {
    for (const tasks of next) {
      if (reason !== undefined) return;
      const task: PriceTask = { kind: "price", file, stop, tasks, limits: secondsLeft(work) };
      const answer: readonly PricedSession[] | StopReason = await pool.run(task);
      if (typeof answer === "string") {
        reason = answer;
        return;
      }
      for (const [place, index] of tasks.entries()) priced[index] = answer[place]!;
      done += tasks.length;
      line.say(`${done} of ${count} sessions priced`);
    }
  };
  await Promise.all(Array.from({ length: pool.maxThreads }, price));
  return reason ?? priced;
}

/** Finds the mix in one thread; a thread that does not end by itself in time is ended from outside. */
async function solveInThread(
  work: Work,
  priced: readonly PricedSession[],
  { limits, relativeGap, seed }: WeekLimits,
): Promise<WeekOutcome> {
  const { port1: ours, port2: port } = new MessageChannel();
  const left = secondsLeft(work);
  const task: SolveTask = {
    kind: "solve",
    file: work.file,
    stop: work.stop,
    priced,
    port,
    limits: { ...limits, ...left },
    relativeGap,
    seed,
  };
  const end = new AbortController();
  const { seconds } = left;
  const watchdog =
    seconds === undefined
      ? undefined
      : setTimeout(() => end.abort(), 1000 * (seconds + 0.1 * limits.seconds! + LONGEST_WHY + GRACE_SECONDS));
  ours.on("message", (progress: SolveProgress) => work.line.update(progress));
  try {
    return await work.pool.run(task, { transferList: [port], signal: end.signal });
  } catch (error) {
    if (end.signal.aborted) return { status: "unknown", reason: "time limit" };
    throw error;
  } finally {
    clearTimeout(watchdog);
    ours.close();
  }
}

/** Seconds that the engine takes at the least to say why there is no week. */
const LONGEST_WHY = 5;
