import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifySchema {
    operationId?: string;
  }
}

/** Writes down whatever changed something, and with which key it was done. Bodies are nobody's business. */
export function keepAudit(app: FastifyInstance): void {
  app.addHook("onResponse", async ({ method, url, tenant, key, routeOptions, log }, reply) => {
    if (method === "GET" || method === "HEAD" || reply.statusCode >= 400 || tenant === null) return;
    if (reply.hasHeader("idempotency-replayed")) return;
    // Questions change nothing.
    if (routeOptions.config.scope === "read") return;
    const location = reply.getHeader("location");
    const subject = typeof location === "string" ? location : (url.split("?", 1)[0] ?? "");
    const action = routeOptions.schema?.operationId ?? method;
    await tenant.audit.add({ keyId: key.id, action, subject }).catch((error: unknown) => log.error(error));
  });
}
