import type { FastifyInstance, FastifyRequest } from "fastify";
import { hashOf, type Scope } from "../store/keys.ts";
import type { Store, TenantStore } from "../store/store.ts";
import { limitEach, limitGuesses } from "./limits.ts";
import { Problem } from "./problem.ts";
import { type TokenIssuer, tokenReader } from "./tokens.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** All that the tenant of the request's key has. There is no way to what others have. */
    tenant: TenantStore;
    /** The key that the request came with; of a token, the scopes are its own and the id stands for who sent it. */
    key: { readonly id: string; readonly scopes: readonly Scope[] };
  }

  interface FastifyContextConfig {
    /** What a key must allow for this route. */
    scope?: Scope;
  }
}

/** Milliseconds between two notes that a key is in use. */
const NOTED_EVERY = 60_000;

/** What letting in takes. */
interface LoginOptions {
  readonly store: Store;
  readonly requestsPerMinute: number;
  /** Whose tokens let in besides keys; undefined: nobody's. */
  readonly tokens: TokenIssuer | undefined;
  /** Name of the tenant of tokens that name none. */
  readonly firstTenant: string;
}

/**
 * Lets nobody in without a key that allows what the route does.
 *
 * It looks before anything of the body is read; so who may not enter costs nothing.
 */
export function requireKeys(
  app: FastifyInstance,
  { store, requestsPerMinute, tokens, firstTenant }: LoginOptions,
): void {
  const limitUnknown = limitGuesses(app, "requests without a good key");
  const limitUse = limitEach(app, requestsPerMinute, "requests with this key", ({ key }) => key.id);
  app.decorateRequest("tenant", null as never);
  app.decorateRequest("key", null as never);
  const readToken = tokens && tokenReader(tokens);
  const tenantNamed = remembered((name: string) => store.tenantNamed(name));
  app.addHook("onRequest", async (request) => {
    const [, secret] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? "") ?? [];
    const claims = secret !== undefined && isToken(secret) ? await readToken?.(secret) : undefined;
    const key = secret === undefined || claims !== undefined ? undefined : await store.keyOf(hashOf(secret));
    if (claims !== undefined) {
      request.tenant = await tenantNamed(claims.tenant ?? firstTenant);
      request.key = claims;
    } else if (key !== undefined) {
      request.tenant = store.tenant(key.tenant_id);
      request.key = { id: key.id, scopes: key.scopes as Scope[] };
    } else {
      await limitUnknown(request);
      throw new Problem("no-key", "send a good key as in: Authorization: Bearer praxis_…");
    }
    await limitUse(request);
    requireScope(request);
    if (key !== undefined && (key.last_used_at === null || Date.now() - key.last_used_at.getTime() > NOTED_EVERY)) {
      // Others who come with it meanwhile need not note it again.
      key.last_used_at = new Date();
      await request.tenant.keys.noteUse(key.id);
    }
  });
}

/** Whether it looks like a token, JWS in its compact form, and not like a key. */
function isToken(secret: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(secret);
}

/** @throws {Problem} when the key does not allow what the route does */
function requireScope({ key: { scopes }, routeOptions }: FastifyRequest): void {
  const { scope } = routeOptions.config;
  if (scope === undefined || scopes.includes(scope)) return;
  const has = scopes.length === 0 ? "none" : scopes.join(", ");
  throw new Problem("not-allowed", `this needs a key with the scope “${scope}”; this one has: ${has}`);
}

/** Asks once for each name; what failed is asked again. */
function remembered<Found>(ask: (name: string) => Promise<Found>): (name: string) => Promise<Found> {
  const known = new Map<string, Promise<Found>>();
  return async (name) => {
    const found = known.get(name) ?? ask(name);
    known.set(name, found);
    return await found.catch((error: unknown) => {
      known.delete(name);
      throw error;
    });
  };
}
