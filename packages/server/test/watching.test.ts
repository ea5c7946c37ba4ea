import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { InMemorySpanExporter } from "@opentelemetry/sdk-trace-node";
import { Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTracing, type Tracing } from "../src/watching/tracing.ts";
import { showWorker } from "../src/watching/worker-page.ts";
import { office, planned, type TestService, testService } from "./support/service.ts";

const exporter = new InMemorySpanExporter();
let tracing: Tracing;
let service: TestService;
beforeAll(async () => {
  tracing = await startTracing(exporter);
  service = await testService({ works: true, traceRequests: tracing.requests });
});
afterAll(async () => {
  await service.close();
  await tracing.close();
});

describe("a trace", () => {
  it("leads from the request to the job that it asked for, and to how that ended", async () => {
    const good = await service.ended(
      (await service.post("/v1/simulations?why=hush", { scenario: office, replications: 2 })).json().self,
    );
    await service.post("/v1/simulations", { scenario: { ...office, hush: 1 } });
    const bad = await service.ended((await service.post("/v1/plans", { scenario: office })).json().self);
    await service.app.inject({ url: "/feeds/hush/calendar.ics" });
    // Spans are sent in batches.
    await new Promise((resolve) => setTimeout(resolve, 5500));
    const spans = exporter.getFinishedSpans();
    const jobOf = (id: string) => spans.find(({ attributes }) => attributes["praxis.job"] === id)!;
    const request = spans.find(({ name }) => name === "POST /v1/simulations")!;
    expect(jobOf(good.id).spanContext().traceId).toBe(request.spanContext().traceId);
    expect(jobOf(good.id)).toMatchObject({
      name: "job simulation",
      attributes: { "praxis.kind": "simulation", "praxis.attempt": 1, "praxis.state": "succeeded" },
    });
    expect(jobOf(bad.id)).toMatchObject({
      attributes: { "praxis.state": "failed", "praxis.code": "cannot-be-computed" },
      status: { code: 2 },
    });
    expect(request.attributes).toMatchObject({ "url.path": "/v1/simulations", "http.response.status_code": 202 });
    const told = JSON.stringify(spans.map(({ name, attributes, events }) => ({ name, attributes, events })));
    expect(told).not.toContain("hush");
    expect(told).toContain("/feeds/…/calendar.ics");
  });
});

describe("what is measured", () => {
  it("is how long jobs waited and ran, and what became of them, by kind", async () => {
    await service.ended((await service.post("/v1/plans", { scenario: planned, workLimit: 1 })).json().self);
    const text = (await service.get("/metrics")).body;
    expect(text).toMatch(/^praxis_job_wait_seconds_count\{kind="plan"\} \d+$/m);
    expect(text).toMatch(/^praxis_job_run_seconds_sum\{kind="plan"\} [\d.]+$/m);
    expect(text).toMatch(/^praxis_jobs_ended_total\{kind="plan",state="succeeded",code=""\} 1$/m);
    expect(text).toMatch(/^praxis_jobs_ended_total\{kind="plan",state="failed",code="cannot-be-computed"\} 1$/m);
    expect(text).toMatch(/^praxis_jobs\{state="queued"\} 0$/m);
  });
});

it("a worker shows how it is, and answers nothing else", async () => {
  const registry = new Registry();
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const { port } = free.address() as AddressInfo;
  free.close();
  await once(free, "close");
  const close = await showWorker(registry, { host: "127.0.0.1", port });
  const url = `http://127.0.0.1:${port}`;
  expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: "ok" });
  expect((await fetch(`${url}/metrics`)).headers.get("content-type")).toContain("text/plain");
  expect((await fetch(`${url}/v1/scenarios`)).status).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: "POST" })).status).toBe(405);
  await close();
  await expect(fetch(`${url}/health/live`)).rejects.toThrow();
});

it("of services that start at once, one makes the first key", async () => {
  const { keys } = await service.store.tenantNamed("a new office");
  const wanted = { name: "first key", scopes: ["read"] as const };
  const made = await Promise.all([1, 2, 3].map(() => keys.createFirst(wanted)));
  expect(made.filter((key) => key !== undefined)).toHaveLength(1);
  expect(await keys.createFirst(wanted)).toBeUndefined();
});
