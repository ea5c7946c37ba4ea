import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ScenarioError } from "@praxis/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LimitExceeded } from "../src/jobs/computing.ts";
import { problemKinds } from "../src/plugins/problems.ts";
import { Busy, type Threads } from "../src/threads/threads.ts";
import { office, type TestService, testService } from "./support/service.ts";

/** Threads that answer as a test wishes: they are not what is tested here. */
let answer: () => unknown = () => ({ scenario: office, issues: [], warnings: [] });
const threads = { size: 1, answer: async () => answer(), close: async () => {} } as unknown as Threads;
const lines: string[] = [];

let service: TestService;
beforeAll(async () => {
  service = await testService({ threads, jobsPerTenant: 2, log: (line) => void lines.push(line) });
});
afterAll(async () => await service.close());

describe("a key", () => {
  it.each([
    ["nothing", {}],
    ["a wrong one", { authorization: "Bearer praxis_wrong" }],
    ["another scheme", { authorization: "Basic cHJheGlz" }],
  ])("is needed: %s does not do", async (_, headers) => {
    const answer = await service.app.inject({ url: "/v1/scenarios", headers });
    expect(answer.json()).toMatchObject({ status: 401, type: "/problems/no-key" });
    expect(answer.headers["www-authenticate"]).toContain("Bearer");
  });

  it("opens nothing any more when it has expired or was taken away", async () => {
    const { key } = await service.tenant.keys.create({
      name: "old",
      scopes: ["read"],
      expiresAt: new Date(Date.now() - 1),
    });
    const old = await service.app.inject({ url: "/v1/scenarios", headers: { authorization: `Bearer ${key}` } });
    expect(old.statusCode).toBe(401);
    const made = (await service.post("/v1/keys", { name: "new", scopes: ["read"] })).json();
    const use = () => service.app.inject({ url: "/v1/scenarios", headers: { authorization: `Bearer ${made.key}` } });
    expect((await use()).statusCode).toBe(200);
    await service.delete(`/v1/keys/${made.id}`);
    expect((await use()).statusCode).toBe(401);
  });

  it("is told once, and never kept: only its hash is", async () => {
    const { key } = (await service.post("/v1/keys", { name: "secret", scopes: ["read"] })).json();
    expect(key).toMatch(/^praxis_.{43}$/);
    expect((await service.get("/v1/keys")).body).not.toContain(key);
    const rows = await service.database.kysely.selectFrom("api_key").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(rows.some(({ last_used_at }) => last_used_at !== null)).toBe(true);
  });

  it("is not made twice by repeating, because its answer is not kept", async () => {
    const head = { "idempotency-key": "k" };
    expect((await service.post("/v1/keys", { name: "twice", scopes: ["read"] }, head)).statusCode).toBe(422);
  });
});

describe("an idempotency key", () => {
  it("makes one job of two requests, and tells both the same", async () => {
    answer = () => ({ title: "Small office", warnings: [] });
    const head = { "idempotency-key": "one" };
    const first = await service.post("/v1/simulations", { scenario: office }, head);
    const second = await service.post("/v1/simulations", { scenario: office }, head);
    expect(second.statusCode).toBe(202);
    expect(second.json()).toEqual(first.json());
    expect(second.headers).toMatchObject({ location: first.headers.location, "idempotency-replayed": "true" });
    expect((await service.get("/v1/simulations")).json().items).toHaveLength(1);
    const other = await service.post("/v1/simulations", { scenario: office, seed: 2 }, head);
    expect(other.json()).toMatchObject({ status: 422, type: "/problems/key-used" });
    await service.delete(first.json().self);
  });

  it("makes one job of requests at the same time", async () => {
    const head = { "idempotency-key": "race" };
    const all = await Promise.all([1, 2, 3].map(() => service.post("/v1/sweeps", sweep, head)));
    // Who comes while the first is being answered is told to ask again; who comes after it is told the same.
    expect(all.map(({ statusCode }) => statusCode).filter((status) => status !== 202 && status !== 409)).toEqual([]);
    const { items } = (await service.get("/v1/sweeps")).json();
    expect(items).toHaveLength(1);
    await service.delete(items[0].self);
  });

  it("may be used again when the request came to nothing", async () => {
    const head = { "idempotency-key": "again" };
    answer = () => {
      throw new Busy("too many requests are being worked on");
    };
    expect((await service.post("/v1/sweeps", sweep, head)).statusCode).toBe(503);
    answer = () => ({ title: "Small office", warnings: [] });
    const made = await service.post("/v1/sweeps", sweep, head);
    expect(made.statusCode).toBe(202);
    await service.delete(made.json().self);
  });
});

const sweep = { scenario: office, over: [{ setting: "staff.nurse.count", values: [1] }] };

describe("a problem", () => {
  const json = { "content-type": "application/json" };
  const cases: [string, number, () => Promise<{ statusCode: number; headers: object; json(): object }>][] = [
    ["no JSON", 400, () => service.post("/v1/sweeps", "{", json)],
    ["a body that reaches into objects", 400, () => service.post("/v1/sweeps", '{"__proto__":{"x":1}}', json)],
    ["half of a character", 400, () => service.post("/v1/sweeps", String.raw`{"scenario":"a\ud800b"}`, json)],
    ["a key that is half of a character", 400, () => service.post("/v1/sweeps", String.raw`{"\udfff":1}`, json)],
    ["an unknown key", 400, () => service.post("/v1/sweeps", { ...sweep, extra: 1 })],
    ["an address that cannot be decoded", 400, () => service.get("/%zz")],
    ["an unknown address", 404, () => service.get("/v1/nothing?name=somebody")],
    ["an id that is none", 404, () => service.get("/v1/sweeps/1")],
    ["a body that is too large", 413, () => service.post("/v1/scenarios", { name: "x".repeat(1 << 20) })],
    ["a body that is too deep", 413, () => service.post("/v1/sweeps", `${"[".repeat(101)}${"]".repeat(101)}`, json)],
    ["a body of too many values", 413, () => service.post("/v1/sweeps", `[${"1,".repeat(200_001)}1]`, json)],
    ["another media type", 415, () => service.post("/v1/sweeps", "<a/>", { "content-type": "application/xml" })],
  ];
  it.each(cases)("is the answer to %s, with %i", async (_, status, ask) => {
    const answer = await ask();
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject({ "content-type": "application/problem+json" });
    expect(answer.json()).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//) });
    expect(JSON.stringify(answer.json())).not.toContain("somebody");
  });

  it.each([
    ["escaped in two halves", String.raw`{"scenario":"\ud83d\ude00"}`],
    ["a backslash and letters", String.raw`{"scenario":"\\ud800"}`],
  ])("is not the answer to whole characters, %s", async (_, body) => {
    answer = () => ({ title: "Small office", warnings: [] });
    const made = await service.post("/v1/simulations", body, json);
    expect(made.statusCode).toBe(202);
    await service.delete(made.json().self);
  });

  it.each([
    ["a social security number", { scenario: { ...office, description: "for 123-45-6789" } }, "/scenario/description"],
    ["the number of a record", { scenario: { ...office, name: "MRN: A-445566" } }, "/scenario/name"],
    ["a date of birth", { scenario: { ...office, name: "Jane, born 3/12/1957" } }, "/scenario/name"],
    ["a date of birth", { scenario: office, "DOB 1957": 1 }, ""],
  ])("is the answer to %s, which is not repeated", async (what, body, pointer) => {
    const answer = await service.post("/v1/simulations", body);
    const detail = `this looks like ${what}`;
    expect(answer.json()).toMatchObject({ status: 422, issues: [{ pointer, code: "looks-like-identity", detail }] });
    expect(answer.body).not.toMatch(/6789|445566|1957/);
  });

  it.each([
    "Record 12 patients a day, born of experience",
    "2026-12-07 to 2026-12-11, 100-20-30000 steps",
    "MRN lookup takes 2 min; patient number is asked for",
    "call 555-0100",
  ])("is not the answer to “%s”", async (description) => {
    answer = () => ({ title: "Small office", warnings: [] });
    const made = await service.post("/v1/simulations", { scenario: { ...office, description } });
    expect(made.statusCode).toBe(202);
    await service.delete(made.json().self);
  });

  it("is the answer when too many jobs wait", async () => {
    answer = () => ({ title: "Small office", warnings: [] });
    const jobs = [await service.post("/v1/sweeps", sweep), await service.post("/v1/sweeps", sweep)];
    const third = await service.post("/v1/sweeps", sweep);
    expect(third.json()).toMatchObject({ status: 429 });
    expect(third.headers["retry-after"]).toBe("10");
    for (const job of jobs) await service.delete(job.json().self);
  });

  it.each([
    ["takes too long", new LimitExceeded("time-limit", "this takes longer than 10 seconds"), 422, "too-slow"],
    ["has to wait", new Busy("too many requests are being worked on"), 503, "busy"],
    ["is wrong", new ScenarioError([{ code: "x", path: "/scenario", message: "m", hint: "h" }]), 422, "invalid"],
  ])("is the answer when a request %s", async (_, error, status, kind) => {
    answer = () => {
      throw error;
    };
    expect((await service.post("/v1/sweeps", sweep)).json()).toMatchObject({ status, type: `/problems/${kind}` });
  });

  it("keeps to itself what broke inside, and logs it without bodies, queries and keys", async () => {
    answer = () => {
      throw new Error("the cabinet is locked");
    };
    const broken = await service.post("/v1/sweeps?secret=1", { ...sweep, seed: "a phrase of mine" });
    expect(broken.json()).toMatchObject({ status: 500, type: "/problems/internal" });
    expect(broken.body).not.toContain("cabinet");
    const log = lines.join("");
    expect(log).toContain("the cabinet is locked");
    expect(log).not.toMatch(/secret|a phrase of mine|praxis_/);
  });

  it("is explained, in docs/errors.md and where its type leads to", async () => {
    const document = readFileSync(fileURLToPath(new URL("../../../docs/errors.md", import.meta.url)), "utf8");
    const headings = (what: string) =>
      [...document.matchAll(new RegExp(`^### ${what} \`([a-z-]+)\``, "gm"))].map(([, name]) => name);
    expect(headings("Problem")).toEqual(Object.keys(problemKinds));
    const sources = readdirSync(new URL("../src", import.meta.url), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => readFileSync(new URL(`../src/${file}`, import.meta.url), "utf8"));
    const codes = sources.flatMap((text) => [...text.matchAll(/code(?::| =) "([a-z-]+)"(?! in)/g)]);
    const known = [...document.matchAll(/^### (?:Failure )?`([a-z-]+)`/gm)].map(([, name]) => name);
    const own = codes.map(([, code]) => code!).filter((code) => !known.includes(code));
    expect(new Set(headings("Issue"))).toEqual(new Set(own));
    expect(headings("Failure")).toEqual([
      "time-limit",
      "memory-limit",
      "cannot-be-computed",
      "worker-lost",
      "internal",
    ]);
    for (const name of Object.keys(problemKinds)) {
      expect((await service.get(`/problems/${name}`)).json()).toMatchObject({ type: `/problems/${name}` });
    }
    expect((await service.get("/problems/toString")).statusCode).toBe(404);
  });
});

describe("the service", () => {
  it("is well, and says so; while it closes it takes no new work", async () => {
    expect((await service.get("/health/live")).json()).toEqual({ status: "ok" });
    expect((await service.get("/health/ready")).json()).toEqual({ status: "ok" });
  });

  it("shows how it is doing", async () => {
    const { body } = await service.get("/metrics");
    expect(body).toMatch(/praxis_jobs\{state="queued"\} \d/);
    expect(body).toContain('route="/v1/sweeps",status="202"');
  });

  it("tells browsers to be careful, and lets no other web page in", async () => {
    const { headers } = await service.get("/health/live", { origin: "https://elsewhere.example" });
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers).not.toHaveProperty("access-control-allow-origin");
    const asks = { origin: "https://elsewhere.example", "access-control-request-method": "POST" };
    const before = await service.app.inject({ method: "OPTIONS", url: "/v1/scenarios", headers: asks });
    expect(before.statusCode).toBe(404);
    expect(before.headers).not.toHaveProperty("access-control-allow-origin");
  });

  it("waits neither for slow heads nor for slow bodies", () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout } = service.app.server;
    expect({ headersTimeout, requestTimeout, keepAliveTimeout }).toEqual({
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 20_000,
    });
  });

  it("shows its description to people", async () => {
    expect((await service.get("/docs/")).statusCode).toBe(200);
  });
});

it("minds no content type where there is no body", async () => {
  const { headers, app } = { headers: await service.headers(), app: service.app };
  const withType = { ...headers, "content-type": "application/json" };
  expect((await app.inject({ method: "DELETE", url: "/v1/sweeps/1", headers: withType })).statusCode).toBe(404);
  expect((await app.inject({ method: "POST", url: "/v1/sweeps", headers: withType })).statusCode).toBe(400);
});

describe("limits", () => {
  it("hold for each key by itself, and for guesses from one address", async () => {
    const limited = await testService({ threads, requestsPerMinute: 3, origins: ["https://practice.example"] });
    const other = await limited.headers();
    const answers = [];
    for (let request = 0; request < 4; request++) answers.push(await limited.get("/v1/scenarios"));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429]);
    expect(answers[3]!.json()).toMatchObject({ type: "/problems/too-many-requests" });
    expect(Number(answers[3]!.headers["retry-after"])).toBeGreaterThan(0);
    expect((await limited.app.inject({ url: "/v1/scenarios", headers: other })).statusCode).toBe(200);

    const guess = (key: number) =>
      limited.app.inject({ url: "/v1/scenarios", headers: { authorization: `Bearer praxis_${key}` } });
    for (let key = 0; key < 60; key++) expect((await guess(key)).statusCode).toBe(401);
    expect((await guess(60)).statusCode).toBe(429);

    const asked = await limited.get("/health/live", { origin: "https://practice.example" });
    expect(asked.headers["access-control-allow-origin"]).toBe("https://practice.example");
    const elsewhere = await limited.get("/health/live", { origin: "https://elsewhere.example" });
    expect(elsewhere.headers).not.toHaveProperty("access-control-allow-origin");
    await limited.close();
  });
});
