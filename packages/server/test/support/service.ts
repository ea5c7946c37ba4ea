import { setTimeout as delay } from "node:timers/promises";
import { Registry } from "prom-client";
import { buildApp } from "../../src/app.ts";
import { office } from "../../src/jobs/examples.ts";
import { JobNews } from "../../src/jobs/job-news.ts";
import { JobQueue } from "../../src/jobs/queue.ts";
import { JobWorker } from "../../src/jobs/worker.ts";
import type { Services } from "../../src/services.ts";
import { type Scope, scopes } from "../../src/store/keys.ts";
import { Store } from "../../src/store/store.ts";
import { Threads } from "../../src/threads/threads.ts";
import { JobMeasures } from "../../src/watching/job-measures.ts";
import { serviceLog } from "../../src/watching/log.ts";
import { startDelivering } from "../../src/webhooks/deliverer.ts";

export { mondays, planned, session, week } from "../../src/jobs/examples.ts";
export { office };

import { freshDatabase } from "./database.ts";

/** Where the threads of tests are: built beforehand by `pnpm test:local`, because Node 20 reads no TypeScript. */
const threadFile = new URL("../../dist/threads/thread.js", import.meta.url);

/** Threads that compute, one at once: each that begins costs a second. */
export function testThreads(options: ConstructorParameters<typeof Threads>[0] = {}): Threads {
  return new Threads({ size: 1, file: threadFile, ...options });
}

/** What a test may choose. */
export interface TestOptions extends Partial<Omit<Services, "store" | "queue" | "threads" | "news" | "registry">> {
  readonly threads?: Threads;
  readonly jobSeconds?: number;
  /** Whether jobs are computed. */
  readonly works?: boolean;
  /** Hears the lines of the log. */
  readonly log?: (line: string) => void;
}

/** A service with a database of its own, without a port. */
export async function testService({ works = false, jobSeconds = 60, log = () => {}, ...options }: TestOptions = {}) {
  const database = await freshDatabase();
  const threads = options.threads ?? testThreads();
  const queue = works ? await JobQueue.open(database, { jobSeconds }) : undefined;
  const waiting = { enqueueFor: () => async () => {}, enqueueDeliveryFor: () => async () => {} };
  const store = new Store(database, queue ?? waiting);
  const news = new JobNews();
  const registry = new Registry();
  const closing = new AbortController();
  const services: Services = {
    store,
    queue: queue ?? waiting,
    threads,
    news,
    registry,
    closing: closing.signal,
    jobsPerTenant: 100,
    requestsPerMinute: 10_000,
    bodyMegabytes: 1,
    webhookTargets: "any",
    origins: [],
    publicUrl: undefined,
    tokens: undefined,
    firstTenant: "office",
    demo: { scenario: "praxis: 1", roster: "roster: 1", template: "template: 1", week: "week: 1" },
    ...options,
  };
  const logger = serviceLog("info", { write: log });
  const app = await buildApp(services, { log: logger });
  app.addHook("preClose", async () => closing.abort());
  const worker =
    queue &&
    new JobWorker({
      ...services,
      queue,
      threads,
      log: logger,
      jobSeconds,
      shares: true,
      measures: new JobMeasures(registry),
    });
  await worker?.start();
  if (queue !== undefined) await startDelivering({ store, queue, log: logger, targets: services.webhookTargets });
  // A thread takes a second to begin, and on a busy machine many: nobody of a test waits for it.
  if (options.threads === undefined) await threads.run("findInScenario", { document: office });
  const tenant = await store.tenantNamed("office");

  /** The head that lets a request in. */
  const headers = async (allowed: readonly Scope[] = scopes, name = "office") => {
    const { key } = await (await store.tenantNamed(name)).keys.create({ name: "test", scopes: allowed });
    return { authorization: `Bearer ${key}` };
  };
  const own = await headers();
  return {
    app,
    store,
    tenant,
    news,
    database,
    headers,
    get: (url: string, head: Record<string, string> = {}) => app.inject({ url, headers: { ...own, ...head } }),
    post: (url: string, body: unknown, head: Record<string, string> = {}) =>
      app.inject({ method: "POST", url, payload: body as object, headers: { ...own, ...head } }),
    patch: (url: string, body: unknown) => app.inject({ method: "PATCH", url, payload: body as object, headers: own }),
    delete: (url: string) => app.inject({ method: "DELETE", url, headers: own }),
    /** Waits for a job. */
    async ended(self: string) {
      for (;;) {
        const job = (await app.inject({ url: self, headers: own })).json();
        if (job.finishedAt !== null) return job;
        await delay(50);
      }
    },
    threads,
    async close() {
      worker?.stop();
      await app.close();
      await queue?.close();
      if (options.threads === undefined) await threads.close();
      await database.close();
    },
  };
}

/** A service that a whole file of tests uses. */
export type TestService = Awaited<ReturnType<typeof testService>>;
