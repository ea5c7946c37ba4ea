import type { AddressInfo } from "node:net";
import type { FastifyBaseLogger } from "fastify";
import pino from "pino";
import { collectDefaultMetrics, Registry } from "prom-client";
import type { Configuration } from "./configuration.ts";
import { JobNews } from "./jobs/job-news.ts";
import { JobQueue } from "./jobs/queue.ts";
import { JobWorker } from "./jobs/worker.ts";
import type { Begun, RunningService, RunningWorker, ServeOptions } from "./service.ts";
import type { Services } from "./services.ts";
import { type Database, openDatabase } from "./store/database.ts";
import { listenToJobs } from "./store/job-listener.ts";
import { scopes } from "./store/keys.ts";
import { Store } from "./store/store.ts";
import type { Threads } from "./threads/threads.ts";
import { JobMeasures } from "./watching/job-measures.ts";
import { serviceLog } from "./watching/log.ts";
import { startTracing, type Tracing } from "./watching/tracing.ts";
import { showWorker } from "./watching/worker-page.ts";
import { startDelivering } from "./webhooks/deliverer.ts";

/** The tenant of whoever starts the service. */
const firstTenant = "office";

/** Milliseconds between two times that what is old is forgotten. */
const FORGET_MILLISECONDS = 3_600_000;
const DAY = 86_400_000;

/** Starts the service with threads that have been asked to begin. */
export async function serveWith(
  begun: Begun,
  configuration: Configuration,
  { demo, newKey = false }: ServeOptions,
): Promise<RunningService> {
  await using parts = await openParts(configuration, begun);
  const { store, queue, threads, news, log, registry, tracing } = parts;
  const key = await firstKey(store, newKey);
  const closing = new AbortController();
  const services: Services = {
    ...configuration,
    ...{ store, queue, threads, news, demo, firstTenant },
    ...{ registry, traceRequests: tracing?.requests, closing: closing.signal },
  };
  // Loaded here, because workers need nothing of it, and are to begin soon.
  const { buildApp } = await import("./app.ts");
  const app = await buildApp(services, { log });
  // Streams of events end before the connections are counted.
  app.addHook("preClose", async () => closing.abort());
  const worker = configuration.threads === 0 ? undefined : await startWorker(parts, configuration);
  const forgetting = setInterval(() => void forget(store, configuration), FORGET_MILLISECONDS).unref();
  parts.defer(async () => {
    clearInterval(forgetting);
    worker?.stop();
    await app.close();
  });
  await app.listen({ host: configuration.host, port: configuration.port });
  const { port } = app.server.address() as AddressInfo;
  const host = configuration.host.includes(":") ? `[${configuration.host}]` : configuration.host;
  return { url: `http://${host}:${port}`, key, close: parts.keep() };
}

/** Starts a worker with threads that have been asked to begin. */
export async function workWith(begun: Begun, configuration: Configuration): Promise<RunningWorker> {
  await using parts = await openParts(configuration, begun);
  // A job that is taken up before there is a thread for it waits, and is lost if this process ends.
  await begun.warm;
  const worker = await startWorker(parts, configuration);
  parts.defer(async () => worker.stop());
  const { host, metricsPort: port } = configuration;
  if (port !== undefined) parts.defer(await showWorker(parts.registry, { host, port }));
  return { close: parts.keep() };
}

async function startWorker(parts: Parts, { jobSeconds, database }: Configuration): Promise<JobWorker> {
  // A folder has one process, in which all threads work on its jobs anyway.
  const worker = new JobWorker({
    ...parts,
    ...{ jobSeconds, shares: "url" in database, measures: new JobMeasures(parts.registry) },
  });
  await worker.start();
  return worker;
}

/** What a service and a worker are made of. What has been opened is closed again, the last first. */
class Parts {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly threads: Threads;
  readonly news: JobNews;
  readonly log: FastifyBaseLogger;
  /** What this process measures. */
  readonly registry: Registry;
  readonly tracing: Tracing | undefined;
  #closing: (() => Promise<void>)[];

  constructor(opened: Omit<Parts, "defer" | "keep" | typeof Symbol.asyncDispose>, closing: (() => Promise<void>)[]) {
    this.store = opened.store;
    this.queue = opened.queue;
    this.threads = opened.threads;
    this.news = opened.news;
    this.log = opened.log;
    this.registry = opened.registry;
    this.tracing = opened.tracing;
    this.#closing = closing;
  }

  defer(close: () => Promise<void>): void {
    this.#closing.push(close);
  }

  /** Leaves closing to whoever gets what is returned. */
  keep(): () => Promise<void> {
    const closing = this.#closing;
    this.#closing = [];
    return () => closeAll(closing);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await closeAll(this.#closing);
  }
}

async function closeAll(closing: (() => Promise<void>)[]): Promise<void> {
  for (let close = closing.pop(); close !== undefined; close = closing.pop()) await close();
}

async function openParts(configuration: Configuration, { threads, answers }: Omit<Begun, "warm">): Promise<Parts> {
  const { log, webhookTargets: targets } = configuration;
  const closing = [() => threads.close()];
  try {
    const tracing = configuration.traces ? await startTracing() : undefined;
    if (tracing !== undefined) closing.push(() => tracing.close());
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const database: Database = await openDatabase(configuration.database);
    closing.push(() => database.close());
    const queue = await JobQueue.open(database, configuration);
    closing.push(() => queue.close());
    const news = new JobNews();
    // A folder has one process, in which whoever does something to a job tells it.
    if (database.url !== undefined) {
      // Whoever answers nobody need not hear how jobs of others come along.
      closing.push(listenToJobs(database.url, answers ? "everything" : "cancelling", (job) => news.tell(job)));
    }
    // Results alone go to the standard output.
    const logger = serviceLog(log, pino.destination(2));
    const store = new Store(database, queue);
    await startDelivering({ store, queue, log: logger, targets });
    return new Parts({ store, queue, threads, news, log: logger, registry, tracing }, closing);
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
}

async function firstKey(store: Store, newKey: boolean): Promise<string | undefined> {
  const { keys } = await store.tenantNamed(firstTenant);
  const wanted = { name: "first key", scopes };
  return newKey ? (await keys.create(wanted)).key : await keys.createFirst(wanted);
}

async function forget(store: Store, { keepDays }: Configuration): Promise<void> {
  const now = Date.now();
  const before = { requestsBefore: new Date(now - DAY), jobsBefore: new Date(now - keepDays * DAY) };
  // What is not forgotten now will be in an hour.
  await store.forget(before).catch(() => {});
}
