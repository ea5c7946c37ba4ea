import { availableParallelism } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type { TransferListItem } from "node:worker_threads";
import { type Issue, ScenarioError } from "@praxis/engine/dispatch";
import { Piscina } from "piscina";
import { LimitExceeded } from "../jobs/computing.ts";
import type { Reply } from "./reply.ts";
import type * as tasks from "./tasks.ts";

/** How threads are held. */
export interface ThreadsOptions {
  /** How many compute at once; one for each core unless given. */
  readonly size?: number | undefined;
  /** What JavaScript may fill in each of them. */
  readonly memoryMegabytes?: number | undefined;
  /** The compiled file of the threads; its place differs between the tests, which run on sources, and the rest. */
  readonly file?: URL | undefined;
  /** Whether somebody waits for answers to quick questions, for which other threads are kept; so it is unless given. */
  readonly answers?: boolean | undefined;
}

type Tasks = {
  readonly [Name in keyof typeof tasks as (typeof tasks)[Name] extends (input: never) => Promise<Reply<unknown>>
    ? Name
    : never]: (typeof tasks)[Name];
};
type TaskName = keyof Tasks;
type InputOf<Name extends TaskName> = Parameters<Tasks[Name]>[0];
type ValueOf<Name extends TaskName> = Tasks[Name] extends (input: never) => Promise<Reply<infer Value>> ? Value : never;

/** Work that may take minutes; everything else is quick, and does not wait behind it. */
const longTasks: readonly TaskName[] = [
  "beginExperiment",
  "runReplications",
  "solveRoster",
  "repairRoster",
  "solveTemplate",
  "priceSessions",
  "solveMix",
  "improveOffice",
];

/** Questions whose answers may take seconds. */
const questions: readonly TaskName[] = ["whyNotInRoster"];

/** Threads for quick work: one that works, and one beside it when that meets something slow. */
const QUICK_THREADS = 2;

/** Quick tasks that may wait; whoever comes then is told to come again. */
const MOST_WAITING = 200;

const MOST_QUESTIONS = 10;

/** Milliseconds after which a thread ends that has nothing to do; quick ones are kept longer, because somebody waits for them. */
const IDLE_MILLISECONDS = 60_000;

const USUAL_MEGABYTES = 1024;

/** Seconds that somebody who is waiting is kept waiting at most. */
const ANSWER_SECONDS = 10;

/** Too much is asked for at once. */
export class Busy extends Error {
  override readonly name = "Busy";
}

/** Threads that compute, so that whoever answers requests never has to. */
export class Threads {
  readonly size: number;
  readonly #memoryMegabytes: number;
  readonly #long: Pool;
  readonly #quick: Pool;
  readonly #questions: Pool;
  /** Long tasks that run or wait. */
  #underWay = 0;

  constructor({
    size = availableParallelism(),
    memoryMegabytes = USUAL_MEGABYTES,
    file,
    answers = true,
  }: ThreadsOptions = {}) {
    this.size = size;
    this.#memoryMegabytes = memoryMegabytes;
    const options = {
      filename: (file ?? new URL("thread.js", import.meta.url)).href,
      minThreads: 0,
      // A thread that runs out of memory takes one task with it, and no other.
      concurrentTasksPerWorker: 1,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    };
    this.#long = new Pool({
      ...options,
      idleTimeout: IDLE_MILLISECONDS,
      maxThreads: Math.max(1, size),
      workerData: { isPatient: true },
    });
    const quick = { idleTimeout: 60 * IDLE_MILLISECONDS, maxThreads: QUICK_THREADS, maxQueue: MOST_WAITING };
    const questions = { idleTimeout: IDLE_MILLISECONDS, maxThreads: 1, maxQueue: MOST_QUESTIONS };
    // Each thread takes a second to begin, and a hundred megabytes.
    this.#quick = answers ? new Pool({ ...options, ...quick }) : this.#long;
    this.#questions = answers ? new Pool({ ...options, ...questions }) : this.#long;
  }

  /**
   * Runs a task for somebody who waits for its answer.
   *
   * @throws {Busy} when it could not begin in time
   * @throws {LimitExceeded} when it took too long, or ran out of memory
   * @throws {ScenarioError} with what is wrong in what the user has written
   */
  async answer<Name extends TaskName>(
    name: Name,
    input: InputOf<Name>,
    seconds = ANSWER_SECONDS,
  ): Promise<ValueOf<Name>> {
    const signal = AbortSignal.timeout(1000 * seconds);
    const pool = this.#poolOf(name);
    let waits = false;
    // Whoever listens first hears first: later the task has left the queue.
    signal.addEventListener("abort", () => {
      waits = pool.queueSize > 0;
    });
    try {
      return await this.run(name, input, { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
      if (waits) throw new Busy("the service has more to do than it can keep up with");
      throw new LimitExceeded("time-limit", `this takes longer than ${seconds} seconds; ask for less at once`);
    }
  }

  /**
   * Runs a task.
   *
   * @throws {ScenarioError} with what is wrong in what the user has written
   * @throws {LimitExceeded} when the thread ran out of memory
   * @throws {Busy} when too many tasks wait
   * @throws the reason of the signal, which ends the thread
   */
  async run<Name extends TaskName>(
    name: Name,
    input: InputOf<Name>,
    { signal, transferList = [] }: { readonly signal?: AbortSignal; readonly transferList?: TransferListItem[] } = {},
  ): Promise<ValueOf<Name>> {
    const pool = this.#poolOf(name);
    const isLong = longTasks.includes(name);
    if (isLong) this.#underWay += 1;
    try {
      const options = { name, transferList, ...(signal && { signal }) };
      const reply: Reply<ValueOf<Name>> = await pool.run(input, options);
      if ("value" in reply) return reply.value;
      throw new ScenarioError(reply.issues as Issue[]);
    } catch (error) {
      throw signal?.aborted === true ? signal.reason : this.#inOurWords(error);
    } finally {
      if (isLong) this.#underWay -= 1;
    }
  }

  /** Threads for long tasks that have nothing to do. */
  get idle(): number {
    return Math.max(0, this.size - this.#underWay);
  }

  /** Lets the first threads begin, so that whoever comes first need not wait for them. */
  async warmUp(): Promise<void> {
    const pools = new Set(this.size === 0 ? [this.#quick] : [this.#quick, this.#long]);
    // Should one fail, whoever asks next is told.
    await Promise.allSettled([...pools].map((pool) => pool.run(undefined, { name: "wake" satisfies TaskName })));
  }

  async close(): Promise<void> {
    const pools = new Set([this.#long, this.#quick, this.#questions]);
    await Promise.all([...pools].map((pool) => pool.closeNow()));
  }

  #poolOf(name: TaskName): Pool {
    if (longTasks.includes(name)) return this.#long;
    return questions.includes(name) ? this.#questions : this.#quick;
  }

  #inOurWords(error: unknown): unknown {
    if (!(error instanceof Error)) return error;
    if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") {
      const message = `it needs more than the ${this.#memoryMegabytes} megabytes that one thread may fill`;
      return new LimitExceeded("memory-limit", `${message}; ask for less at once`);
    }
    if (error.message.includes("queue is at limit")) return new Busy("too many requests are being worked on");
    return error;
  }
}

/** Milliseconds that threads have to begin before they are ended nevertheless. */
const BEGIN_MILLISECONDS = 10_000;

/** A pool that knows how many of its threads have begun. */
class Pool extends Piscina {
  #begun = 0;

  constructor(options: ConstructorParameters<typeof Piscina>[0]) {
    super(options);
    this.on("workerCreate", () => this.#begun++);
    this.on("workerDestroy", () => this.#begun--);
  }

  /** Ends all threads. Node 20 crashes as a whole when one is ended while it loads its modules; so that is waited for. */
  async closeNow(): Promise<void> {
    const until = performance.now() + BEGIN_MILLISECONDS;
    while (this.#begun < this.threads.length && performance.now() < until) await delay(10);
    await this.destroy();
  }
}
