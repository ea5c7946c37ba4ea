import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { refuseRepeating, repeatable } from "../plugins/idempotency.ts";
import { anyPost, anyRequest, Problem, problemsOf } from "../plugins/problem.ts";
import { type KeyRecord, scopes } from "../store/keys.ts";
import { Cursor, cursorOf, numberOf, pageQuery } from "./job-schemas.ts";
import { isId } from "./jobs.ts";

const Moment = z.iso.datetime({ offset: true });

const Scopes = z
  .array(z.enum(scopes))
  .min(1)
  .meta({ description: "read: to look; plan: to keep scenarios and compute; train; admin: to give out keys." });

const Key = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: Scopes,
    createdAt: Moment,
    expiresAt: Moment.nullable(),
    revokedAt: Moment.nullable(),
    lastUsedAt: Moment.nullable(),
  })
  .meta({ id: "Key" });

const NewKey = z
  .strictObject({
    name: z.string().min(1).max(200).meta({ description: "What it is for." }),
    scopes: Scopes,
    expiresAt: Moment.optional().meta({ description: "When it stops opening anything; never unless given." }),
  })
  .meta({ examples: [{ name: "calendar of the front desk", scopes: ["read"] }] });

const Made = z
  .object({ ...Key.shape, key: z.string().meta({ description: "The key itself, shown here and never again." }) })
  .meta({ id: "KeyMade" });

const Entry = z
  .object({ number: z.int(), at: Moment, keyId: z.uuid().nullable(), action: z.string(), subject: z.string() })
  .meta({ id: "AuditEntry" });

/** Keys to the service, and what was done with them. */
export const keyRoutes: FastifyPluginAsyncZod = async (app) => {
  const tags = ["keys"];
  app.post(
    "/keys",
    {
      config: { scope: "admin" },
      schema: {
        operationId: "createKey",
        summary: "Makes a key",
        tags,
        headers: repeatable,
        body: NewKey,
        response: {
          201: Made.describe("The key."),
          ...problemsOf("invalid", ...anyPost),
        },
      },
    },
    async (request, reply) => {
      const { tenant, body } = request;
      refuseRepeating(request, "a key");
      const expiresAt = body.expiresAt === undefined ? undefined : new Date(body.expiresAt);
      const { key, record } = await tenant.keys.create({ ...body, expiresAt });
      return reply.code(201).send({ ...keyShown(record), key });
    },
  );

  app.get(
    "/keys",
    {
      config: { scope: "admin" },
      schema: {
        operationId: "listKeys",
        summary: "Lists keys, the newest first; what opens is not among what is told",
        tags,
        querystring: z.object(pageQuery),
        response: {
          200: z.object({ items: z.array(Key), next: Cursor.nullable() }).describe("A part of the list."),
          ...problemsOf("wrong-shape", ...anyRequest),
        },
      },
    },
    async ({ tenant, query: { limit, cursor } }) => {
      const { items, next } = await tenant.keys.list({ limit, before: numberOf(cursor) });
      return { items: items.map(keyShown), next: cursorOf(next) };
    },
  );

  app.delete(
    "/keys/:id",
    {
      config: { scope: "admin" },
      schema: {
        operationId: "revokeKey",
        summary: "Takes a key away: from now on it opens nothing",
        tags,
        params: z.object({ id: z.string().max(100) }),
        response: { 200: Key.describe("It opens nothing any more."), ...problemsOf("not-found", ...anyRequest) },
      },
    },
    async ({ tenant, params: { id } }) => {
      const record = isId(id) ? await tenant.keys.revoke(id) : undefined;
      if (record === undefined) throw new Problem("not-found", `there is no key ${id}`);
      return keyShown(record);
    },
  );

  app.get(
    "/audit",
    {
      config: { scope: "admin" },
      schema: {
        operationId: "listAuditEntries",
        summary: "What was done, and with which key; the newest first",
        tags,
        querystring: z.object(pageQuery),
        response: {
          200: z.object({ items: z.array(Entry), next: Cursor.nullable() }).describe("A part of the list."),
          ...problemsOf("wrong-shape", ...anyRequest),
        },
      },
    },
    async ({ tenant, query: { limit, cursor } }) => {
      const { items, next } = await tenant.audit.list({ limit, before: numberOf(cursor) });
      return { items: items.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })), next: cursorOf(next) };
    },
  );
};

function keyShown({ createdAt, expiresAt, revokedAt, lastUsedAt, scopes, ...key }: KeyRecord) {
  return {
    ...key,
    scopes: [...scopes],
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
