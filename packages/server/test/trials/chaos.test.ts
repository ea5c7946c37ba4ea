/**
 * Workers that are killed, and a database that goes away, while jobs are computed.
 *
 * @module
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { type PraxisProcess, type Ready, startPraxis } from "../support/process.ts";
import { office, week } from "../support/service.ts";
import { atSize } from "../support/size.ts";

/** How often workers die, the milliseconds between, and how often the database goes away. */
const { jobs, replications, mostDeaths, between, restarts } = atSize({
  usual: { jobs: 8, replications: 60_000, mostDeaths: 4, between: 1500, restarts: 1 },
  full: { jobs: 200, replications: 2000, mostDeaths: Number.POSITIVE_INFINITY, between: 2000, restarts: 2 },
});

/** A job of each kind in turn, whose answer is the same wherever it is computed; a worker lives long enough for some. */
const requests = Array.from({ length: jobs }, (_, at) =>
  at % 2 === 0
    ? { kind: "simulations", body: { scenario: office, replications, seed: at } }
    : { kind: "rosters", body: { problem: week, workLimit: 1000, seed: at } },
);

let postgres: TestPostgres;
let url: string;
const place = mkdtempSync(join(tmpdir(), "praxis-chaos-"));
const running: PraxisProcess[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  url = Object.assign(new URL(postgres.url), { pathname: "/praxis_chaos" }).href;
  await query("create database praxis_chaos", postgres.url);
});
afterAll(async () => {
  for (const process of running) await process.kill();
  await postgres.stop();
  rmSync(place, { recursive: true, force: true });
});

it("jobs end as they should, each once and with the same bytes, when workers are killed and the database restarts", {
  timeout: 1_800_000,
}, async () => {
  const service = start(["serve", "--port", "0", "--format", "json"], { PRAXIS_THREADS: "0" });
  const ready = JSON.parse(await service.firstLine()) as Ready;
  const workers = [startWorker(), startWorker()];
  const undisturbed = await resultsOf(ready, "undisturbed");

  const disturbed = resultsOf(ready, "disturbed");
  let deaths = 0;
  let isOver = false;
  const over = disturbed.then(
    () => {
      isOver = true;
    },
    () => {
      isOver = true;
    },
  );
  while (!isOver && deaths < mostDeaths) {
    await Promise.race([over, delay(between)]);
    if (isOver) break;
    const unlucky = deaths % workers.length;
    await workers[unlucky]!.kill();
    workers[unlucky] = startWorker();
    deaths += 1;
    if (deaths % 2 === 0 && deaths <= 2 * restarts) await postgres.restart();
  }
  expect(await disturbed).toEqual(undisturbed);
  expect(deaths).toBeGreaterThanOrEqual(2 * restarts);
  expect(service.child.exitCode).toBeNull();

  const ends = "select count(*) from job_event where data->>'state' = 'succeeded' group by job_id";
  expect(await query(ends, url)).toEqual(Array.from({ length: 2 * jobs }, () => ({ count: "1" })));
  const [counted] = await query(
    "select count(*), sum(takeovers) as takeovers, sum(failures) as failures from job",
    url,
  );
  expect(counted).toMatchObject({ count: String(2 * jobs), failures: "0" });
  expect(Number(counted!["takeovers"])).toBeGreaterThan(0);
  console.info(`${jobs} jobs, ${deaths} deaths, ${counted!["takeovers"]} takeovers`);
});

function start(words: readonly string[], env: Readonly<Record<string, string>>): PraxisProcess {
  const settings = { PRAXIS_DATABASE_URL: url, PRAXIS_REQUESTS_PER_MINUTE: "1000000", ...env };
  const process = startPraxis(words, { cwd: place, env: settings });
  running.push(process);
  return process;
}

function startWorker(): PraxisProcess {
  return start(["worker"], { PRAXIS_THREADS: "1" });
}

/** Posts all requests, and waits for what comes of them: the bytes of their results. */
async function resultsOf({ url, key }: Ready, name: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const addresses: string[] = [];
  for (const [at, { kind, body }] of requests.entries()) {
    const init = { method: "POST", headers: { ...headers, "idempotency-key": `${name}-${at}` } };
    const { self } = await answerOf(`${url}/v1/${kind}`, { ...init, body: JSON.stringify(body) });
    addresses.push(self);
  }
  const results: string[] = [];
  for (const address of addresses) {
    let job = await answerOf(url + address, { headers });
    while (job.finishedAt === null) {
      await delay(100);
      job = await answerOf(url + address, { headers });
    }
    expect(job).toMatchObject({ state: "succeeded", failure: null });
    results.push(JSON.stringify(job.result));
  }
  return results;
}

interface JobSeen {
  readonly self: string;
  readonly finishedAt: string | null;
  readonly result: unknown;
}

/** Asks until there is an answer, as clients should: while the database is away it is 503. */
async function answerOf(url: string, init: RequestInit): Promise<JobSeen> {
  for (;;) {
    const answer = await answerTo(url, init);
    if (answer?.ok === true) return (await answer.json()) as JobSeen;
    if (answer !== undefined) {
      expect([answer.status, await answer.text()]).toEqual([503, expect.any(String)]);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    await delay(200);
  }
}

/** Undefined when the connection breaks; then the service has to be there nevertheless. */
async function answerTo(url: string, init: RequestInit): Promise<Response | undefined> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const [service] = running;
    if (service?.child.exitCode !== null)
      throw new Error(`the service has ended: ${service?.told()}`, { cause: error });
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
}

async function query(statement: string, url: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, string>>(statement);
  await client.end();
  return rows;
}
