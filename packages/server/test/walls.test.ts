import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopes } from "../src/store/keys.ts";
import type { Threads } from "../src/threads/threads.ts";
import { mondays, office, session, type TestService, testService, week } from "./support/service.ts";

const checked = { title: "t", warnings: [], scenario: office, issues: [] };
const threads = { size: 1, answer: async () => checked, close: async () => {} } as unknown as Threads;

let service: TestService;
let theirs: Record<string, string>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  service = await testService({ threads });
  theirs = await service.headers(scopes, "another office");
  ids["scenarios"] = (await service.post("/v1/scenarios", office)).json().id;
  ids["simulations"] = (await service.post("/v1/simulations", { scenario: office })).json().id;
  ids["comparisons"] = (await service.post("/v1/comparisons", { scenario: office })).json().id;
  const over = [{ setting: "staff.nurse.count", values: [1] }];
  ids["sweeps"] = (await service.post("/v1/sweeps", { scenario: office, over })).json().id;
  ids["rosters"] = (await service.post("/v1/rosters", { problem: week })).json().id;
  ids["templates"] = (await service.post("/v1/templates", { problem: session })).json().id;
  ids["weeks"] = (await service.post("/v1/weeks", { problem: mondays })).json().id;
  ids["plans"] = (await service.post("/v1/plans", { scenario: office })).json().id;
  ids["webhooks"] = (await service.post("/v1/webhooks", { url: "http://127.0.0.1:1" })).json().id;
  ids["deliveries"] = (await service.post(`/v1/webhooks/${ids["webhooks"]}/ping`, {})).json().id;
  const feed = { jobId: ids["weeks"]!, person: null, weeks: 4 };
  ids["feeds"] = (await service.tenant.feeds.create(feed))!.feed.id;
  ids["keys"] = (await service.post("/v1/keys", { name: "k", scopes: ["read"] })).json().id;
});
afterAll(async () => await service.close());

/** Every route of /v1, from the description that a test keeps fresh. */
async function routes(): Promise<{ method: string; path: string }[]> {
  const { paths } = (await service.get("/openapi.json")).json() as { paths: Record<string, object> };
  return Object.entries(paths)
    .filter(([path]) => path.startsWith("/v1/"))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })));
}

function ask(method: string, url: string, headers: Record<string, string>) {
  const changed = url.includes("webhooks") ? { paused: true } : { absent: [] };
  const others = url.includes("scenarios") ? { changes: {} } : changed;
  const patch = url.includes("feeds") ? { jobId: ids["weeks"] } : others;
  const post = url.includes("scenarios") ? office : url.endsWith("next-slots") ? { type: "visit" } : {};
  const bodies: Record<string, object> = { POST: post, PATCH: patch };
  const body = method in bodies ? { payload: bodies[method]! } : {};
  return service.app.inject({ method: method as "GET", url, headers, ...body });
}

describe("another tenant", () => {
  it("gets 404 for every id that is not theirs, on every route and with every method", async () => {
    const withIds = (await routes()).filter(({ path }) => path.includes("{id}"));
    expect(withIds.length).toBeGreaterThanOrEqual(28);
    for (const { method, path } of withIds) {
      const id = ids[path.split("/")[2]!];
      expect(id, path).toBeDefined();
      const answer = await ask(method, path.replace("{id}", id!), theirs);
      expect({ method, path, status: answer.statusCode }).toEqual({ method, path, status: 404 });
    }
    // Nothing has happened to them.
    expect((await service.get(`/v1/sweeps/${ids["sweeps"]}`)).json().state).toBe("queued");
    expect((await service.get(`/v1/scenarios/${ids["scenarios"]}`)).json().newest).toBe(1);
    expect((await service.get(`/v1/webhooks/${ids["webhooks"]}`)).json().pausedAt).toBeNull();
    expect(await service.tenant.feeds.find(ids["feeds"]!)).toMatchObject({ sequence: 0 });
  });

  it("sees nothing in any list", async () => {
    const lists = (await routes()).filter(
      ({ method, path }) => method === "GET" && !path.includes("{") && path.split("/").length === 3,
    );
    expect(lists.length).toBeGreaterThanOrEqual(10);
    const own = (await service.tenant.keys.list({ limit: 100 })).items.map(({ id }) => id);
    for (const { path } of lists) {
      const { items } = (await ask("GET", path, theirs)).json() as { items: { id?: string; keyId?: string }[] };
      const found = items.map(({ id, keyId }) => id ?? keyId);
      expect(found.filter((id) => id !== undefined && (Object.values(ids).includes(id) || own.includes(id)))).toEqual(
        [],
      );
    }
  });

  it("does not get a scenario by naming it in a job", async () => {
    const answer = await service.app.inject({
      method: "POST",
      url: "/v1/simulations",
      headers: theirs,
      payload: { scenarioId: ids["scenarios"] },
    });
    expect(answer.json()).toMatchObject({ status: 422, issues: [{ pointer: "/scenarioId" }] });
  });

  it("may use an idempotency key that is in use elsewhere", async () => {
    const send = (headers: Record<string, string>) =>
      service.app.inject({
        method: "POST",
        url: "/v1/scenarios",
        headers: { ...headers, "idempotency-key": "same" },
        payload: office,
      });
    const mine = await send(await service.headers());
    const other = await send(theirs);
    expect(other.statusCode).toBe(201);
    expect(other.json().id).not.toBe(mine.json().id);
  });
});

describe("a key", () => {
  it("without the scope of a route gets 403 there, on every route, before anything is read", async () => {
    const train = await service.headers(["train"]);
    for (const { method, path } of await routes()) {
      const answer = await ask(method, path.replace("{id}", "x"), train);
      expect({ method, path, status: answer.statusCode }).toEqual({ method, path, status: 403 });
    }
  });

  it("that may only look changes nothing", async () => {
    const read = await service.headers(["read"]);
    const changing = (await routes()).filter(({ method }) => method !== "GET");
    for (const { method, path } of changing) {
      const { statusCode } = await ask(method, path.replace("{id}", "x"), read);
      const isQuestion = /\/(validate|score|candidates|why|cost|next-slots)$/.test(path);
      expect({ method, path, forbidden: statusCode === 403 }).toEqual({ method, path, forbidden: !isQuestion });
    }
  });

  it("is needed on every route", async () => {
    for (const { method, path } of await routes()) {
      const { statusCode } = await ask(method, path.replace("{id}", "x"), {});
      expect([401, 429]).toContain(statusCode);
    }
  });
});

describe("the database", () => {
  it("shows a tenant nothing of others even to a query that forgets to ask for its own", async () => {
    const mine = await service.tenant.scenarios.list({ limit: 100 });
    expect(mine.items.length).toBeGreaterThan(0);
    const { kysely } = service.database;
    const other = await service.store.tenantNamed("a third office");
    const seen = await kysely.transaction().execute(async (transaction) => {
      await sql`select set_config('praxis.tenant', ${other.id}, true), set_config('role', 'praxis_tenant', true)`.execute(
        transaction,
      );
      return await transaction.selectFrom("scenario").selectAll().execute();
    });
    expect(seen).toEqual([]);
  });

  it("takes no row for another tenant", async () => {
    const { kysely } = service.database;
    const other = await service.store.tenantNamed("a third office");
    const forged = kysely.transaction().execute(async (transaction) => {
      await sql`select set_config('praxis.tenant', ${other.id}, true), set_config('role', 'praxis_tenant', true)`.execute(
        transaction,
      );
      const row = { id: crypto.randomUUID(), name: "forged", newest: 1, tenant_id: service.tenant.id };
      await transaction.insertInto("scenario").values(row).execute();
    });
    await expect(forged).rejects.toThrow("row-level security");
  });

  it("lets nobody rewrite what happened", async () => {
    const { items } = (await service.get("/v1/audit")).json();
    expect(items).toContainEqual(expect.objectContaining({ action: "createKey", subject: "/v1/keys" }));
    const rewriting = service.database.kysely.transaction().execute(async (transaction) => {
      await sql`select set_config('praxis.tenant', ${service.tenant.id}, true), set_config('role', 'praxis_tenant', true)`.execute(
        transaction,
      );
      await transaction.deleteFrom("audit_entry").execute();
    });
    await expect(rewriting).rejects.toThrow("permission denied");
  });
});
