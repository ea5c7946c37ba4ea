import "@fastify/swagger";
import { Registry } from "prom-client";
import { buildApp } from "../../src/app.ts";
import type { Services } from "../../src/services.ts";

/** A service that can only describe itself: for that it needs no database, and nothing that computes. */
export async function describedService() {
  const nothing = {} as never;
  const services: Services = {
    store: nothing,
    queue: nothing,
    threads: nothing,
    news: nothing,
    registry: new Registry(),
    closing: new AbortController().signal,
    jobsPerTenant: 1,
    requestsPerMinute: 1,
    bodyMegabytes: 1,
    webhookTargets: "public",
    origins: [],
    publicUrl: undefined,
    tokens: undefined,
    firstTenant: "office",
    demo: { scenario: "", roster: "", template: "", week: "" },
  };
  const app = await buildApp(services);
  await app.ready();
  return app;
}
