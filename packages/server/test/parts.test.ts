import { Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Helper } from "../src/jobs/helper.ts";
import { JobMeasures } from "../src/watching/job-measures.ts";
import { office, type TestService, testService, testThreads } from "./support/service.ts";

let service: TestService;
beforeAll(async () => {
  service = await testService({ works: true });
});
afterAll(async () => await service.close());

/** Some twelve seconds of one thread: others are asked only where there is much to do. */
const request = {
  scenario: { ...office, calendar: { length: "2 wk" } },
  changes: { "staff.nurse.count": 2 },
  whatIfs: { "three nurses": { "staff.nurse.count": 3 } },
  measures: ["wait", "throughput"],
  replications: 8000,
};

/** Runs a job, and says how many of its batches somebody else did. */
async function run(helps: boolean) {
  const threads = testThreads();
  const finished: number[] = [];
  const errors: unknown[] = [];
  const store = Object.assign(Object.create(service.store) as typeof service.store, {
    tenant: (id: string) => {
      const { parts } = service.store.tenant(id);
      const finish: typeof parts.finish = async (part, result) => {
        finished.push(part.number);
        await parts.finish(part, result);
      };
      return { parts: { finish } };
    },
    takePart: () => service.store.takePart(),
  });
  const log = { error: (error: unknown) => void errors.push(error) };
  const helper = helps
    ? new Helper({ store, threads, log: log as never, measures: new JobMeasures(new Registry()) })
    : undefined;
  const { self } = (await service.post("/v1/comparisons", request)).json();
  const job = await service.ended(self);
  helper?.stop();
  await threads.close();
  expect(errors).toEqual([]);
  return { job, finished };
}

describe("a job", () => {
  // Twice twelve seconds, and many more on a machine that does other things as well.
  it("comes to the same bytes whether others help or not, and leaves no parts behind", {
    timeout: 240_000,
  }, async () => {
    const alone = await run(false);
    const helped = await run(true);
    expect(helped.finished.length).toBeGreaterThan(0);
    expect(alone.finished).toEqual([]);
    expect(helped.job).toMatchObject({ state: "succeeded", attempt: 1 });
    expect(JSON.stringify(helped.job.result)).toBe(JSON.stringify(alone.job.result));
    expect(await service.database.kysely.selectFrom("job_part").selectAll().execute()).toEqual([]);
  });
});

describe("a part", () => {
  it("is taken once, while its job is computed, and of no other attempt", async () => {
    const { tenant, store } = service;
    const job = await tenant.jobs.create({ kind: "simulation", title: "t", input: {} }, async () => {});
    const task = { to: 1 };
    await tenant.parts.offer({ id: job.id, attempt: 1 }, [{ number: 0, task }]);
    expect(await store.takePart()).toBeUndefined();
    const { attempt } = (await tenant.jobs.claim(job.id))!.job;
    expect(await store.takePart()).toEqual({ tenant: tenant.id, id: job.id, attempt, number: 0, task });
    expect(await store.takePart()).toBeUndefined();
    await tenant.parts.offer({ id: job.id, attempt }, [{ number: 1, task }]);
    expect(await tenant.parts.takeBack({ id: job.id, attempt })).toBe(1);
    expect(await tenant.parts.takeBack({ id: job.id, attempt })).toBeUndefined();
    await tenant.parts.finish({ id: job.id, attempt, number: 0 }, Uint8Array.of(1, 2, 3));
    const back = await tenant.parts.collect({ id: job.id, attempt });
    expect(back).toMatchObject({ open: 0, done: [{ number: 0 }] });
    expect([...back.done[0]!.result]).toEqual([1, 2, 3]);
    expect((await tenant.parts.collect({ id: job.id, attempt })).done).toEqual([]);
    // What comes for an attempt that is over is not wanted.
    await tenant.jobs.claim(job.id);
    await tenant.parts.offer({ id: job.id, attempt }, [{ number: 2, task }]);
    expect(await store.takePart()).toBeUndefined();
    await tenant.parts.clear(job);
  });
});
