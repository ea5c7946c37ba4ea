import { setTimeout as delay } from "node:timers/promises";
import { sql } from "kysely";
import { Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { LimitExceeded } from "../src/jobs/computing.ts";
import { JobQueue } from "../src/jobs/queue.ts";
import { JobWorker } from "../src/jobs/worker.ts";
import { isAway } from "../src/store/database.ts";
import { ONCE } from "../src/store/eager-pool.ts";
import { listenToJobs } from "../src/store/job-listener.ts";
import type { JobStore } from "../src/store/jobs.ts";
import type { Store } from "../src/store/store.ts";
import type { Threads } from "../src/threads/threads.ts";
import { JobMeasures } from "../src/watching/job-measures.ts";
import { office, type TestService, testService, testThreads } from "./support/service.ts";

const threads = testThreads();
const lines: string[] = [];

let service: TestService;
let jobs: JobStore;
beforeAll(async () => {
  service = await testService({ threads, log: (line) => void lines.push(line) });
  jobs = service.tenant.jobs;
});
afterAll(async () => {
  await service.close();
  await threads.close();
});

const endless = { scenario: office, replications: 500_000, seed: 1, measures: ["wait"], confidence: 0.95 };

/** A job that is in the store, but not in the queue: the test hands it out. */
async function made(input: object = endless): Promise<string> {
  const { id } = await jobs.create({ kind: "simulation", title: "Small office", input }, async () => {});
  return id;
}

interface WorkerParts {
  readonly computes?: Threads;
  readonly jobSeconds?: number;
  readonly store?: Store;
}

/** A worker that takes what the test hands it, and nothing else. */
function worker({ computes = threads, jobSeconds = 60, store = service.store }: WorkerParts = {}) {
  let take!: (job: string) => Promise<void>;
  const queue = {
    enqueueFor: () => async () => {},
    work: async (given: (ticket: { tenant: string; job: string }, lost: AbortSignal) => Promise<void>) => {
      take = (job) => given({ tenant: service.tenant.id, job }, new AbortController().signal);
    },
  };
  const { news } = service;
  const log = { error: ({ err }: { err: Error }) => void lines.push(err.message), info: () => {} };
  const made = new JobWorker({
    store,
    news,
    threads: computes,
    queue: queue as never,
    log: log as never,
    jobSeconds,
    shares: false,
    measures: new JobMeasures(new Registry()),
  });
  return { take: (job: string) => take(job), stop: () => made.stop(), ready: made.start() };
}

/** Threads that do nothing but fail. */
function failing(error: Error): Threads {
  return { size: 1, run: async () => Promise.reject(error) } as unknown as Threads;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(20);
}

describe("a job", () => {
  it("that is cancelled while it waits is never taken up", async () => {
    const id = await made();
    expect((await jobs.cancel(id))?.state).toBe("cancelled");
    await worker().take(id);
    expect(await jobs.find(id)).toMatchObject({ state: "cancelled", attempt: 0 });
  });

  it("that is cancelled while it runs ends within moments, and keeps its best answer so far", async () => {
    const id = await made();
    const taken = worker().take(id);
    await until(async () => (await jobs.find(id))!.best !== null);
    await service.delete(`/v1/simulations/${id}`);
    const asked = performance.now();
    await taken;
    expect(performance.now() - asked).toBeLessThan(5000);
    const job = (await jobs.find(id))!;
    expect(job).toMatchObject({ state: "cancelled", result: null, best: { measures: { wait: { unit: "min" } } } });
    expect(job.progress!.done).toBeGreaterThan(1);
    expect((await service.delete(`/v1/simulations/${id}`)).statusCode).toBe(200);
  });

  it("that takes longer than it asked for fails, with the reason, and keeps its best answer", async () => {
    const id = await made({ ...endless, timeLimitSeconds: 3 });
    await worker().take(id);
    const job = (await jobs.find(id))!;
    expect(job).toMatchObject({ state: "failed", failure: { code: "time-limit" }, failures: 0 });
    expect(job.failure!.detail).toContain("3 seconds");
    expect((await service.delete(`/v1/simulations/${id}`)).json()).toMatchObject({ status: 409 });
  });

  it("that needs too much memory fails, with the reason, and is not tried again", async () => {
    const id = await made();
    await worker({ computes: failing(new LimitExceeded("memory-limit", "too much")) }).take(id);
    expect(await jobs.find(id)).toMatchObject({ state: "failed", failure: { code: "memory-limit" }, attempt: 1 });
  });

  it("that fails by itself is tried twice more, and tells nobody but the log why", async () => {
    const id = await made();
    const { take } = worker({ computes: failing(new Error("the cabinet is locked")) });
    await take(id);
    expect(await jobs.find(id)).toMatchObject({ state: "queued", failures: 1, takeovers: 0 });
    await take(id);
    await take(id);
    const job = (await jobs.find(id))!;
    expect(job).toMatchObject({ state: "failed", failure: { code: "internal" }, failures: 2, attempt: 3 });
    expect(job.failure!.detail).not.toContain("cabinet");
    expect(lines.join("")).toContain("cabinet");
  });

  it("is put back when its worker stops, and that is no failure", async () => {
    const id = await made();
    const first = worker();
    const taken = first.take(id);
    await until(async () => (await jobs.find(id))!.state === "running");
    first.stop();
    await taken;
    expect(await jobs.find(id)).toMatchObject({ state: "queued", failures: 0, takeovers: 0, attempt: 1 });
  });
});

describe("a database that goes away", () => {
  it("when a job has been computed costs neither the work nor a failure", async () => {
    const id = await made({ ...endless, replications: 20 });
    let refusals = 2;
    const away = Object.assign(new Error("terminating connection"), { code: "57P01" });
    const end: JobStore["end"] = async (...ending) => {
      refusals -= 1;
      if (refusals >= 0) throw away;
      return await jobs.end(...ending);
    };
    const unharmed = { claim: (id: string) => jobs.claim(id), isUnwanted: async () => false as const };
    const tenant = () => ({ jobs: { ...unharmed, end } });
    await worker({ store: { tenant } as never }).take(id);
    expect(await jobs.find(id)).toMatchObject({ state: "succeeded", failures: 0, attempt: 1 });
    expect(refusals).toBe(-1);
  });

  it.runIf(inject("postgres"))("on PostgreSQL fails the statements that were under way, and nothing else", async () => {
    const { kysely } = service.database;
    const ends = sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'unlucky'`;
    // One whose connection breaks between two statements, and one whose breaks during one.
    for (const meanwhile of [delay(300), sql`select pg_sleep(5)`]) {
      const unlucky = kysely.transaction().execute(async (transaction) => {
        await sql`set local application_name = 'unlucky'`.execute(transaction);
        if (meanwhile instanceof Promise) await meanwhile;
        else await meanwhile.execute(transaction);
        await sql`select 1`.execute(transaction);
      });
      setTimeout(() => void ends.execute(kysely), 100);
      const error = await unlucky.catch((error: unknown) => error);
      expect(isAway(error), String(error)).toBe(true);
    }
    // What was read is answered before its transaction has ended; whoever comes next has a connection that works.
    await Promise.all(Array.from({ length: 30 }, () => jobs.list({ kind: "simulation", limit: 1 })));
    const open = sql<{ count: string }>`select count(*) from pg_stat_activity where state = 'idle in transaction'`;
    await until(async () => (await open.execute(kysely)).rows[0]!.count === "0");
  });

  it.runIf(inject("postgres"))(
    "on PostgreSQL is asked again in other words when a newer version has changed a table",
    async () => {
      const { kysely } = service.database;
      const all = () => kysely.selectFrom("tenant").selectAll().where("name", "=", "nobody").execute();
      await Promise.all(Array.from({ length: 30 }, all));
      await sql`alter table tenant add column later text`.execute(kysely);
      const failures = await Promise.all(
        Array.from({ length: 30 }, () =>
          all().then(
            () => [],
            (error: unknown) => [error],
          ),
        ),
      );
      // One for each connection that remembered it, and no other.
      expect(failures.flat().length).toBeGreaterThan(0);
      expect(failures.flat().filter((error) => !isAway(error))).toEqual([]);
      for (let again = 0; again < 30; again += 1) expect(await all()).toEqual([]);
    },
  );

  it.runIf(inject("postgres"))(
    "on PostgreSQL takes one statement from whoever said that there is but one",
    async () => {
      const { kysely } = service.database;
      const says = sql`select set_config('praxis.tenant', 'nobody', true) ${sql.raw(ONCE)}`;
      const told = sql<{ tenant: string }>`select current_setting('praxis.tenant', true) as tenant, ${1}::int as one`;
      const once = (statements: number) =>
        kysely.transaction().execute(async (transaction) => {
          await says.execute(transaction);
          for (let at = 1; at < statements; at += 1) await told.execute(transaction);
          return (await told.execute(transaction)).rows;
        });
      expect(await once(1)).toEqual([{ tenant: "nobody", one: 1 }]);
      // Whose it is ends with the statement, whoever has the connection next.
      const after = sql<{ tenant: string }>`select current_setting('praxis.tenant', true) as tenant`;
      for (let at = 0; at < 20; at += 1) expect((await after.execute(kysely)).rows[0]!.tenant ?? "").toBe("");
      await expect(once(2)).rejects.toThrow("of one statement");
      // And a failure is told as what it is.
      const fails = kysely.transaction().execute(async (transaction) => {
        await says.execute(transaction);
        await sql`select ${"x"}::int from tenant`.execute(transaction);
      });
      await expect(fails).rejects.toThrow("invalid input syntax");
      expect(await once(1)).toHaveLength(1);
    },
  );

  it.runIf(inject("postgres"))("on PostgreSQL keeps nobody from hearing of jobs when it is back", async () => {
    const heard = new Set<string>();
    const stop = listenToJobs(service.database.url!, "everything", (job) => heard.add(job));
    const hears = async () => {
      await until(async () => {
        const id = await made();
        await delay(100);
        return heard.has(id);
      });
    };
    try {
      await hears();
      const others = sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen praxis_job%'`;
      await others.execute(service.database.kysely);
      await hears();
    } finally {
      await stop();
    }
  });
});

describe("a worker that is gone", () => {
  it("has its job taken over; what it still says is not heard", async () => {
    const id = await made({ ...endless, replications: 20 });
    const lost = (await jobs.claim(id))!.job;
    await worker().take(id);
    expect(await jobs.find(id)).toMatchObject({ state: "succeeded", takeovers: 1, failures: 0, attempt: 2 });
    expect(await jobs.end(lost, { state: "failed", failure: { code: "internal", detail: "" } })).toBe(false);
    expect(await jobs.report(lost, { progress: { done: 1, total: 2, unit: "replications" }, best: {} })).toBe(false);
    expect((await jobs.find(id))!.state).toBe("succeeded");
  });

  it("is one too many when it is the twenty-first", async () => {
    const id = await made();
    for (let loss = 0; loss <= 20; loss++) await jobs.claim(id);
    await worker().take(id);
    expect(await jobs.find(id)).toMatchObject({ state: "failed", failure: { code: "worker-lost" }, takeovers: 21 });
  });

  it("before it has taken the job up costs the job nothing, however often that happens", async () => {
    const { kysely } = service.database;
    const queue = await JobQueue.open(service.database, { jobSeconds: 60 });
    const wanted = { kind: "simulation", title: "Small office", input: endless };
    const { id } = await jobs.create(wanted, queue.enqueueFor(service.tenant.id));
    // As the queue notes a hundred workers that were gone while they had it at hand.
    const lost = sql`update jobs.job set state = 'active', retry_count = 100, heartbeat_on = now() - interval '1 day',
      started_on = now() - interval '1 day' where data ->> 'job' = ${id} returning id`;
    expect((await lost.execute(kysely)).rows).toHaveLength(1);
    const state = sql<{ state: string }>`select state from jobs.job where data ->> 'job' = ${id}`;
    await until(async () => (await state.execute(kysely)).rows[0]?.state === "retry");
    expect(await jobs.find(id)).toMatchObject({ state: "queued", takeovers: 0, failures: 0 });
    await queue.close();
  });
});

describe("a thread", () => {
  it("that runs out of memory takes its task with it, and nothing else", async () => {
    const small = testThreads({ size: 1, memoryMegabytes: 32 });
    const many = Array.from({ length: 300_000 }, (_, index) => ({ name: `somebody ${index}`, pathway: [index] }));
    const tooMuch = small.run("findInScenario", { document: { ...office, visitTypes: many } as never });
    const enough = small.run("findInScenario", { document: office });
    await expect(tooMuch).rejects.toMatchObject({ name: "LimitExceeded", code: "memory-limit" });
    expect(await enough).toMatchObject({ issues: [] });
    expect(await small.run("findInScenario", { document: office })).toMatchObject({ issues: [] });
    await small.close();
  });

  it("that takes too long for somebody who waits is ended, and what comes after it is answered", async () => {
    await threads.answer("findInScenario", { document: office });
    const long = { document: `${JSON.stringify(office)}${" ".repeat(4_000_000)}` };
    await expect(threads.answer("findInScenario", long, 0.005)).rejects.toThrow();
    expect(await threads.answer("findInScenario", { document: office })).toMatchObject({ issues: [] });
  });
});
