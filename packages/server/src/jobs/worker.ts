import { setMaxListeners } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { OfficeError } from "@praxis/engine/dispatch";
import type { FastifyBaseLogger } from "fastify";
import { isAway } from "../store/database.ts";
import type { Attempt } from "../store/job-changes.ts";
import type { Job } from "../store/job-rows.ts";
import type { Enqueue } from "../store/jobs.ts";
import type { Store, TenantStore } from "../store/store.ts";
import type { Failure } from "../store/tables.ts";
import type { Threads } from "../threads/threads.ts";
import type { JobMeasures, Outcome } from "../watching/job-measures.ts";
import { inSpan, noteInSpan } from "../watching/tracing.ts";
import { type Computation, computationOf } from "./computations.ts";
import { Cancelled, type Computing, LimitExceeded } from "./computing.ts";
import { Helper } from "./helper.ts";
import type { JobNews } from "./job-news.ts";
import { type JobQueue, MOST_TAKEOVERS, type Take } from "./queue.ts";
import type { PartExchange } from "./shared-batches.ts";

/** How often a job that fails by itself is tried again. */
const MOST_RETRIES = 2;

/** Milliseconds between two looks at whether a job is still wanted. */
const LOOK_MILLISECONDS = 1000;

/** Milliseconds that a job has after it was told to end, for its best answer so far. */
const ENDING_MILLISECONDS = 10_000;

/** Milliseconds between two reports of how far a job is. */
const REPORT_MILLISECONDS = 100;

/** Milliseconds in which a database that has gone away may come back before what a job came to is given up. */
const WRITING_MILLISECONDS = 60_000;

/** What a worker works with. */
export interface WorkerOptions {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly threads: Threads;
  readonly news: JobNews;
  readonly measures: JobMeasures;
  readonly log: Pick<FastifyBaseLogger, "error" | "info">;
  /** Seconds that a job may take. */
  readonly jobSeconds: number;
  /** Whether there may be other workers, who take parts of jobs. */
  readonly shares: boolean;
}

/** This process stops, and somebody else will go on. */
class Stopping extends Error {}

/** Somebody else has the job. */
class Lost extends Error {}

/** Takes up jobs, has them computed, and writes down what comes of them. */
export class JobWorker {
  readonly #options: WorkerOptions;
  readonly #stop = new AbortController();
  #helper: Helper | undefined;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    setMaxListeners(0, this.#stop.signal);
    if (this.#options.shares) this.#helper = new Helper(this.#options);
    await this.#options.queue.work(this.#take, { atOnce: Math.max(1, this.#options.threads.size) });
  }

  /** Puts back what is under way. */
  stop(): void {
    this.#helper?.stop();
    this.#stop.abort(new Stopping("the worker stops"));
  }

  readonly #take: Take = async ({ tenant, job: id, trace = {} }, lost) => {
    const { store, queue, measures } = this.#options;
    const office = store.tenant(tenant);
    const claimed = await office.jobs.claim(id);
    if (claimed === undefined) return;
    const { job, input } = claimed;
    const { kind, attempt } = job;
    this.#options.news.tell(id);
    measures.takenUp(job);
    const attributes = { "praxis.job": id, "praxis.kind": kind, "praxis.attempt": attempt };
    await inSpan({ name: `job ${kind}`, from: trace, attributes }, async () => {
      const again = queue.enqueueFor(tenant, { again: true });
      const outcome = await this.#compute({ office, job, input, lost, again });
      measures.ended(job, outcome);
      const { state = "lost", code } = outcome ?? {};
      noteInSpan(
        { "praxis.state": state, ...(code !== undefined && { "praxis.code": code }) },
        { failed: state === "failed" },
      );
    });
  };

  async #compute({ office, job, input, lost, again }: Taken): Promise<Outcome> {
    if (job.takeovers > MOST_TAKEOVERS) {
      const detail = `${job.takeovers} workers were lost over it; ask for less at once`;
      return await this.#end(office, job, { code: "worker-lost", detail });
    }
    const watch = new JobWatch(office, job, { ...this.#options, stop: this.#stop.signal, lost });
    const report = new Reports(office, job, this.#options.news);
    const computation = computationOf(job.kind);
    const seconds = limitOf(computation, input, this.#options.jobSeconds);
    const computing: Computing = {
      threads: this.#options.threads,
      exchange: this.#options.shares ? exchangeOf(office, job) : undefined,
      signal: watch.signal,
      seconds,
      tell: (progress) => report.add(progress),
    };
    let write: () => Promise<Outcome>;
    let hasResult = false;
    try {
      watch.limit(seconds);
      const computed = computation.compute(input as never, computing);
      const result = await Promise.race([computed, watch.patience]);
      hasResult = true;
      write = async () =>
        (await office.jobs.end(job, { state: "succeeded", result })) ? { state: "succeeded" } : undefined;
    } catch (error) {
      write = () => this.#failed({ office, job, again }, error);
    }
    try {
      await report.settle({ hasResult });
      return await untilWritten(write);
    } finally {
      watch.end();
      this.#options.news.tell(job.id);
    }
  }

  async #failed({ office, job, again }: Pick<Taken, "office" | "job" | "again">, error: unknown): Promise<Outcome> {
    if (error instanceof Lost) return undefined;
    if (error instanceof Stopping) return await requeue({ office, job, again }, { failed: false });
    if (error instanceof Cancelled) {
      const { result } = error;
      const isOurs = await office.jobs.end(job, { state: "cancelled", ...(result === undefined ? {} : { result }) });
      return isOurs ? { state: "cancelled" } : undefined;
    }
    if (error instanceof LimitExceeded) {
      return await this.#end(office, job, { code: error.code, detail: error.message });
    }
    // It would fail again in the same way.
    if (error instanceof OfficeError) {
      return await this.#end(office, job, { code: "cannot-be-computed", detail: error.message });
    }
    this.#options.log.error({ err: error, job: job.id }, "a job failed by itself");
    if (job.failures < MOST_RETRIES) return await requeue({ office, job, again }, { failed: true });
    return await this.#end(office, job, {
      code: "internal",
      detail: "the fault is ours; the log of the service tells more",
    });
  }

  async #end(office: TenantStore, job: Attempt, failure: Failure): Promise<Outcome> {
    const isOurs = await office.jobs.end(job, { state: "failed", failure });
    this.#options.news.tell(job.id);
    return isOurs ? { state: "failed", code: failure.code } : undefined;
  }
}

/** Puts a job back, for whoever takes it up next. */
async function requeue(
  { office, job, again }: Pick<Taken, "office" | "job" | "again">,
  { failed }: { readonly failed: boolean },
): Promise<Outcome> {
  const isOurs = await office.jobs.requeue(job, { failed, enqueue: again });
  return isOurs ? { state: "requeued" } : undefined;
}

/** Writes down what came of a job. A database that is away for a moment must not cost all the work. */
async function untilWritten(write: () => Promise<Outcome>): Promise<Outcome> {
  const until = Date.now() + WRITING_MILLISECONDS;
  for (;;) {
    try {
      return await write();
    } catch (error) {
      // Then the queue hands the job out again: that its worker could not write is no failure of the job.
      if (!isAway(error) || Date.now() > until) throw error;
      await delay(LOOK_MILLISECONDS);
    }
  }
}

interface Taken {
  readonly office: TenantStore;
  readonly job: Job;
  readonly input: unknown;
  readonly lost: AbortSignal;
  readonly again: Enqueue;
}

function exchangeOf({ parts }: TenantStore, job: Attempt): PartExchange {
  return {
    offer: (offered) => parts.offer(job, offered),
    takeBack: () => parts.takeBack(job),
    collect: () => parts.collect(job),
    clear: () => parts.clear(job),
  };
}

/** The seconds that a job may take: what it asks for itself, within what all may. Searches end by themselves before. */
function limitOf({ isSearch }: Pick<Computation, "isSearch">, input: unknown, jobSeconds: number): number {
  const { timeLimitSeconds = jobSeconds } = input as { timeLimitSeconds?: number };
  return isSearch ? jobSeconds : Math.min(timeLimitSeconds, jobSeconds);
}

type Watching = Pick<WorkerOptions, "news"> & { readonly stop: AbortSignal; readonly lost: AbortSignal };

/** Ends a job that is no longer wanted, or takes too long. */
class JobWatch {
  /** Rejects when a job that was told to end does not. */
  readonly patience: Promise<never>;
  readonly #end = new AbortController();
  readonly #over = new AbortController();
  readonly #looks: NodeJS.Timeout;
  readonly #unsubscribe: () => void;
  #limit: NodeJS.Timeout | undefined;
  #patience: NodeJS.Timeout | undefined;

  constructor(office: TenantStore, job: Attempt, { news, stop, lost }: Watching) {
    const look = async () => {
      const unwanted = await office.jobs.isUnwanted(job).catch(() => false as const);
      if (unwanted === "cancelled") this.#abort(new Cancelled());
      if (unwanted === "lost") this.#abort(new Lost());
    };
    this.#looks = setInterval(() => void look(), LOOK_MILLISECONDS);
    this.#unsubscribe = news.listen(job.id, () => void look());
    this.patience = new Promise((_, reject) => {
      this.signal.addEventListener("abort", () => {
        this.#patience = setTimeout(() => reject(this.signal.reason), ENDING_MILLISECONDS);
      });
    });
    this.patience.catch(() => {});
    // Every batch listens while it runs.
    setMaxListeners(0, this.signal);
    const whileWatching = { signal: this.#over.signal };
    if (stop.aborted) this.#abort(stop.reason);
    stop.addEventListener("abort", () => this.#abort(stop.reason), whileWatching);
    lost.addEventListener("abort", () => this.#abort(new Lost()), whileWatching);
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  limit(seconds: number): void {
    const message = `it took longer than ${seconds} seconds; ask for less, or give it more time`;
    // Longer than what a timer can wait for is as good as no limit.
    this.#limit = setTimeout(
      () => this.#abort(new LimitExceeded("time-limit", message)),
      Math.min(1000 * seconds, 2 ** 31 - 1),
    );
  }

  end(): void {
    clearInterval(this.#looks);
    clearTimeout(this.#limit);
    clearTimeout(this.#patience);
    this.#unsubscribe();
    this.#over.abort();
  }

  #abort(reason: Error): void {
    if (!this.signal.aborted) this.#end.abort(reason);
  }
}

type News = Parameters<Computing["tell"]>[0];

/** Writes down how far a job is: one after the other, and of what comes meanwhile only the newest. */
class Reports {
  #writing: Promise<void> | undefined;
  #next: News | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #write: (news: News) => Promise<void>;

  constructor(office: TenantStore, job: Attempt & Pick<Job, "id">, news: JobNews) {
    this.#write = async ({ progress, best }) => {
      await office.jobs.report(job, { progress, best });
      news.tell(job.id);
    };
  }

  add(news: News): void {
    this.#next = news;
    // A job that has ended by then needs no report.
    this.#timer ??= setTimeout(() => {
      this.#writing = this.#writeNext();
    }, REPORT_MILLISECONDS);
  }

  /** Writes what is not written yet, unless there is a result, which says more. */
  async settle({ hasResult }: { readonly hasResult: boolean }): Promise<void> {
    await this.#writing;
    clearTimeout(this.#timer);
    if (hasResult) this.#next = undefined;
    await this.#writeNext();
    clearTimeout(this.#timer);
  }

  async #writeNext(): Promise<void> {
    const news = this.#next;
    this.#next = undefined;
    // What is not written down now will be with the next, or with the result.
    if (news !== undefined) await this.#write(news).catch(() => {});
    this.#timer = undefined;
    if (this.#next !== undefined) this.add(this.#next);
  }
}
