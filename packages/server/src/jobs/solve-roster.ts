import { MessageChannel } from "node:worker_threads";
import type { RosterNews, RosterOutcome } from "@praxis/engine";
import { bestAnswer, SharedIncumbent } from "@praxis/engine/dispatch";
import type { Document } from "../threads/text.ts";
import { Cancelled, type Computing, LimitExceeded } from "./computing.ts";
import { Watchdog } from "./watchdog.ts";

/** Seconds beyond its limit, and a tenth of it, after which a thread that does not end is ended. */
const GRACE_SECONDS = 2;

/** Milliseconds between two looks at the best roster so far. */
const LOOK_MILLISECONDS = 1000;

/** The part of a job's time that a search may take: 1.1 of it and the grace still fit. */
const SHARE_OF_TIME = 0.8;

/** Seconds that a search may take when nobody says otherwise. */
const USUAL_SECONDS = 60;

/** A roster to be looked for. */
export interface RosterInput {
  readonly problem: Document;
  readonly timeLimitSeconds?: number | undefined;
  readonly workLimit?: number | undefined;
  readonly gap: number;
  readonly seed: number;
  readonly threads: number;
}

/** What the threads of one search share. */
interface Search {
  readonly input: RosterInput;
  readonly seconds: number | undefined;
  readonly incumbent: SharedIncumbent;
  readonly stop: SharedArrayBuffer;
}

/**
 * Looks for a roster in as many threads as asked for, each with other luck; the first that has proved something ends the
 * others.
 *
 * @throws {Cancelled} with the best roster so far, if there is one
 */
export async function solveInThreads(input: RosterInput, computing: Computing): Promise<unknown> {
  const { threads, signal } = computing;
  const { problem, workLimit, timeLimitSeconds = USUAL_SECONDS } = input;
  const incumbent = new SharedIncumbent(await threads.run("rosterSize", { problem }, { signal }));
  // A search that ends by itself has its roster, while a job that is ended has failed.
  const seconds = workLimit === undefined ? Math.min(timeLimitSeconds, SHARE_OF_TIME * computing.seconds) : undefined;
  const search: Search = { input, seconds, incumbent, stop: new SharedArrayBuffer(4) };
  const end = () => Atomics.store(new Int32Array(search.stop), 0, 1);
  signal.addEventListener("abort", end);
  const looks = setInterval(interimLooks(search, computing), LOOK_MILLISECONDS);
  try {
    // Under a limit of work the answer of one thread is always the same.
    const size = workLimit === undefined ? Math.min(input.threads, threads.size) : 1;
    const outcome = await bestAnswer<"solve">(size, (thread) => searchInThread(search, thread, computing), end);
    const result = await threads.run("rosterResult", { problem, outcome });
    if (signal.aborted) throw signal.reason instanceof Cancelled ? new Cancelled(foundIn(result)) : signal.reason;
    return result;
  } finally {
    clearInterval(looks);
    signal.removeEventListener("abort", end);
  }
}

/** The answer of a thread; when it has to be ended, the best that it has left behind. */
async function searchInThread(
  { input, seconds, incumbent, stop }: Search,
  thread: number,
  { threads, signal }: Computing,
): Promise<RosterOutcome> {
  const { problem, gap, seed, workLimit } = input;
  const { port1: ours, port2: port } = new MessageChannel();
  using watchdog = new Watchdog();
  const stopped = () => watchdog.endIn(GRACE_SECONDS);
  if (signal.aborted) stopped();
  signal.addEventListener("abort", stopped);
  // On a busy machine a thread takes seconds until it can begin.
  ours.on("message", (news: RosterNews) => {
    if (news === "begun" && seconds !== undefined && !signal.aborted) watchdog.endIn(1.1 * seconds + GRACE_SECONDS);
  });
  const limits = seconds === undefined ? { work: workLimit! } : { seconds };
  const task = { problem, limits, relativeGap: gap, seed: seed + thread, stop, shared: incumbent.memory, port };
  try {
    return await threads.run("solveRoster", task, { signal: watchdog.signal, transferList: [port] });
  } catch (error) {
    const isLost = watchdog.signal.aborted || (error instanceof LimitExceeded && incumbent.read() !== undefined);
    if (!isLost) throw error;
    return await threads.run("rosterLeftBehind", { problem, shared: incumbent.memory });
  } finally {
    signal.removeEventListener("abort", stopped);
    ours.close();
  }
}

/** Tells of each better roster and each better bound. */
function interimLooks({ input: { problem }, seconds, incumbent }: Search, { threads, tell }: Computing): () => void {
  const began = performance.now();
  let told = "";
  let looking = false;
  return () => {
    const { cost } = incumbent.read() ?? {};
    const known = `${cost} ${incumbent.bound}`;
    if (looking || cost === undefined || known === told) return;
    looking = true;
    told = known;
    const passed = Math.round((performance.now() - began) / 1000);
    const progress = { done: passed, total: Math.max(passed, seconds ?? passed), unit: "seconds" };
    threads
      .run("rosterSoFar", { problem, shared: incumbent.memory })
      .then((best) => tell({ progress, best }))
      // The search itself meets the same trouble, and tells it.
      .catch(() => {})
      .finally(() => {
        looking = false;
      });
  };
}

/** A result that holds a roster. */
function foundIn(result: { readonly status: string }): unknown {
  return "roster" in result ? result : undefined;
}
