/**
 * A service that is killed while jobs are posted, and clients that post them again.
 *
 * @module
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshFolder } from "../support/database.ts";
import { freePort, startPostgres, type TestPostgres } from "../support/postgres.ts";
import { type PraxisProcess, type Ready, startPraxis } from "../support/process.ts";
import { office } from "../support/service.ts";
import { atSize } from "../support/size.ts";

const { posts, deaths, databases } = atSize<{ posts: number; deaths: number; databases: ("folder" | "PostgreSQL")[] }>({
  usual: { posts: 60, deaths: 2, databases: ["folder"] },
  full: { posts: 500, deaths: 10, databases: ["folder", "PostgreSQL"] },
});

/** Clients that post at once. */
const CLIENTS = 8;

const place = mkdtempSync(join(tmpdir(), "praxis-killed-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe.each(databases)("a service with a %s that is killed again and again", (database) => {
  let postgres: TestPostgres | undefined;
  let settings: Readonly<Record<string, string>> = { PRAXIS_FOLDER: join(place, "data") };
  let service: PraxisProcess;
  let ready: Ready;
  let key: string | null;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    if (database === "folder") await freshFolder(join(place, "data"));
    else {
      postgres = await startPostgres();
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      await client.query("create database praxis_killed");
      await client.end();
      settings = { PRAXIS_DATABASE_URL: Object.assign(new URL(postgres.url), { pathname: "/praxis_killed" }).href };
    }
    await start();
    ({ key } = ready);
  });
  afterAll(async () => {
    await service.kill();
    await postgres?.stop();
  });

  async function start(): Promise<void> {
    const limits = { PRAXIS_THREADS: "0", PRAXIS_REQUESTS_PER_MINUTE: "1000000", PRAXIS_JOBS_PER_TENANT: "1000000" };
    const words = ["serve", "--port", String(port), "--format", "json"];
    service = startPraxis(words, { cwd: place, env: { ...settings, ...limits } });
    ready = JSON.parse(await service.firstLine()) as Ready;
  }

  it("loses nothing that it has accepted, and does nothing twice", { timeout: 1_800_000 }, async () => {
    const accepted = new Map<number, string>();
    const waiting = Array.from({ length: posts }, (_, at) => at);
    const client = async () => {
      for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
        const id = await post(at);
        if (id !== undefined) accepted.set(at, id);
        else {
          // Whoever was answering may be gone, or may not; that is known a minute later.
          waiting.push(at);
          await delay(200);
        }
      }
    };
    const clients = Promise.all(Array.from({ length: CLIENTS }, client));
    for (let death = 1; death <= deaths; death += 1) {
      while (accepted.size < (death * posts) / (deaths + 1)) await delay(5);
      await service.kill();
      await start();
    }
    await clients;
    expect(accepted.size).toBe(posts);
    const there = await all();
    expect(there).toHaveLength(posts);
    expect(new Set(there)).toEqual(new Set(accepted.values()));
  });

  /** Posts a job; undefined when there is no answer, or none yet. */
  async function post(at: number): Promise<string | undefined> {
    const headers = {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": `k-${at}`,
    };
    const body = JSON.stringify({ scenario: office, replications: 2, seed: at });
    try {
      const answer = await fetch(`${ready.url}/v1/simulations`, { method: "POST", headers, body });
      expect([202, 409, 503]).toContain(answer.status);
      const { id } = (await answer.json()) as { id: string };
      return answer.status === 202 ? id : undefined;
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }

  /** The ids of all jobs that the service knows. */
  async function all(): Promise<string[]> {
    const headers = { authorization: `Bearer ${key}` };
    const found: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const cursor: string = next === "" ? "" : `&cursor=${next}`;
      const answer = await fetch(`${ready.url}/v1/simulations?limit=50${cursor}`, { headers });
      const page = (await answer.json()) as { items: { id: string }[]; next: string | null };
      found.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    return found;
  }
});
