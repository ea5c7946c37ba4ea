import type { PricedSession, StopReason, WeekJson } from "@praxis/engine";
import { engineVersion } from "@praxis/engine/dispatch";
import type { Document } from "../threads/text.ts";
import type { Computing } from "./computing.ts";
import { limitsOf, type SearchLimits, type Stop, stoppable } from "./stoppable.ts";
import { withNews } from "./with-news.ts";

/** Sessions that a thread prices before it is asked for the next. */
const SESSIONS_AT_ONCE = 16;

/** A week to be looked for. */
export interface WeekInput extends SearchLimits {
  readonly problem: Document;
  readonly gap: number;
  readonly seed: number;
}

/**
 * Looks for a week: all threads price sessions, one then finds the mix.
 *
 * @throws {Cancelled} with the best week so far, if there is one
 */
export function solveWeekInThreads(input: WeekInput, computing: Computing): Promise<unknown> {
  const limits = limitsOf(input, computing);
  const until = "seconds" in limits ? performance.now() + 1000 * limits.seconds : Infinity;
  const left = () => (until === Infinity ? {} : { seconds: Math.max(0, (until - performance.now()) / 1000) });
  return stoppable<{ status: string }>(computing, async (stop) => {
    const priced = await priceInThreads(input, computing, { ...stop, left });
    if (computing.signal.aborted) return undefined;
    if (typeof priced === "string") {
      const { name } = await computing.threads.run("nameOfWeek", input, stop);
      return { praxis: engineVersion, problem: name, seed: input.seed, status: "unknown", reason: priced };
    }
    const found = await mixInThread(input, computing, { ...stop, priced, limits: { ...limits, ...left() } });
    // What is not known yet is no answer to a job that was cancelled.
    return computing.signal.aborted && !("slots" in found) ? undefined : found;
  });
}

interface Pricing extends Stop {
  readonly left: () => { readonly seconds?: number };
}

/** Prices all sessions, a handful at a time for each thread; the reason when it had to end before. */
async function priceInThreads(
  { problem }: WeekInput,
  { threads, tell }: Computing,
  { stop, signal, left }: Pricing,
): Promise<PricedSession[] | StopReason> {
  const count = await threads.run("countSessions", { problem }, { signal });
  const priced: PricedSession[] = [];
  let next = 0;
  let done = 0;
  let reason: StopReason | undefined;
  const lane = async () => {
    while (next < count && reason === undefined) {
      const from = next;
      next = Math.min(count, from + SESSIONS_AT_ONCE);
      const tasks = Array.from({ length: next - from }, (_, index) => from + index);
      const answer = await threads.run("priceSessions", { problem, tasks, stop, limits: left() }, { signal });
      if (typeof answer === "string") reason = answer;
      else for (const [index, session] of answer.entries()) priced[from + index] = session;
      done += tasks.length;
      tell({ progress: { done, total: count, unit: "sessions priced" } });
    }
  };
  await Promise.all(Array.from({ length: threads.size }, lane));
  return reason ?? priced;
}

interface Mixing extends Stop {
  readonly priced: readonly PricedSession[];
  readonly limits: { readonly seconds?: number; readonly work?: number };
}

function mixInThread(
  { problem, gap, seed }: WeekInput,
  { threads, tell }: Computing,
  { stop, signal, priced, limits }: Mixing,
) {
  const began = performance.now();
  const hear = (best: WeekJson) => {
    const passed = Math.round((performance.now() - began) / 1000);
    const total = Math.max(passed, Math.round(limits.seconds ?? passed));
    tell({ progress: { done: passed, total, unit: "seconds" }, best });
  };
  return withNews(hear, (port) => {
    const task = { problem, priced, stop, limits, relativeGap: gap, seed, port };
    return threads.run("solveMix", task, { signal, transferList: [port] });
  });
}
