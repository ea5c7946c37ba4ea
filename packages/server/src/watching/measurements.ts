import type { FastifyInstance } from "fastify";
import { Gauge, Histogram, type Registry } from "prom-client";
import type { Store } from "../store/store.ts";

/** Lets Prometheus see how the service is doing. */
export function measure(app: FastifyInstance, { store, registry }: { store: Store; registry: Registry }): void {
  const seconds = new Histogram({
    name: "praxis_request_seconds",
    help: "How long requests took",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  new Gauge({
    name: "praxis_jobs",
    help: "Jobs of all tenants that wait or run",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      const unfinished = await store.unfinishedJobs();
      for (const state of ["queued", "running"]) this.set({ state }, unfinished.get(state) ?? 0);
    },
  });
  new Gauge({
    name: "praxis_webhook_deliveries",
    help: "What webhooks of all tenants are still to be told",
    registers: [registry],
    async collect() {
      this.set(await store.pendingDeliveries());
    },
  });
  app.addHook("onResponse", async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    // Addresses that nobody knows are one: their number has no bound.
    seconds.observe({ method, route: routeOptions.url ?? "unknown", status: statusCode }, elapsedTime / 1000);
  });
  app.get("/metrics", { schema: { hide: true } }, async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
