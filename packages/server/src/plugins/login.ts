import type { FastifyInstance, FastifyRequest } from "fastify";
import { hashOf, type Scope } from "../store/keys.ts";
import type { Store, TenantStore } from "../store/store.ts";
import { limitEach, limitGuesses } from "./limits.ts";
import { Problem } from "./problem.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** All that the tenant of the request's key has. There is no way to what others have. */
    tenant: TenantStore;
    /** The key that the request came with. */
    key: { readonly id: string; readonly scopes: readonly Scope[] };
  }

  interface FastifyContextConfig {
    /** What a key must allow for this route. */
    scope?: Scope;
  }
}

/** Milliseconds between two notes that a key is in use. */
const NOTED_EVERY = 60_000;

/**
 * Lets nobody in without a key that allows what the route does.
 *
 * It looks before anything of the body is read; so who may not enter costs nothing.
 */
export function requireKeys(
  app: FastifyInstance,
  { store, requestsPerMinute }: { readonly store: Store; readonly requestsPerMinute: number },
): void {
  const limitUnknown = limitGuesses(app, "requests without a good key");
  const limitUse = limitEach(app, requestsPerMinute, "requests with this key", ({ key }) => key.id);
  app.decorateRequest("tenant", null as never);
  app.decorateRequest("key", null as never);
  app.addHook("onRequest", async (request) => {
    const found = await keyOf(request, store);
    if (found === undefined) {
      await limitUnknown(request);
      throw new Problem("no-key", "send a good key as in: Authorization: Bearer praxis_…");
    }
    const { id, tenant_id, scopes, last_used_at } = found;
    request.tenant = store.tenant(tenant_id);
    request.key = { id, scopes: scopes as Scope[] };
    await limitUse(request);
    const { scope } = request.routeOptions.config;
    if (scope !== undefined && !request.key.scopes.includes(scope)) {
      throw new Problem(
        "not-allowed",
        `this needs a key with the scope “${scope}”; this one has: ${scopes.join(", ")}`,
      );
    }
    if (last_used_at === null || Date.now() - last_used_at.getTime() > NOTED_EVERY) {
      // Others who come with it meanwhile need not note it again.
      found.last_used_at = new Date();
      await request.tenant.keys.noteUse(id);
    }
  });
}

async function keyOf({ headers }: FastifyRequest, store: Store) {
  const [, key] = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? "") ?? [];
  return key === undefined ? undefined : await store.keyOf(hashOf(key));
}
