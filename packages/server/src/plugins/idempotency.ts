import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { Problem } from "./problem.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The key under which the answer to this request will be kept. */
    idempotencyKey: string | undefined;
  }
}

const MOST_CHARACTERS = 200;

/** The head of a request that can be repeated, for its description. */
export const repeatable = z.looseObject({
  "idempotency-key": z
    .string()
    .min(1)
    .max(MOST_CHARACTERS)
    .regex(/^[\x21-\x7e]+$/, "must be visible ASCII characters")
    .optional()
    .meta({ description: "With the same key and body the first answer is given again, and nothing is done twice." }),
});

/**
 * Lets every POST and PATCH be repeated without doing things twice: with the same `Idempotency-Key` and the same body the first
 * answer is given again, with another body nothing is done.
 */
export function answerOnce(app: FastifyInstance): void {
  app.decorateRequest("idempotencyKey", undefined);
  app.addHook("preHandler", async (request, reply) => {
    const key = request.headers["idempotency-key"];
    if (!["POST", "PATCH"].includes(request.method) || typeof key !== "string") return;
    const known = await request.tenant.requests.begin(key, fingerprintOf(request));
    if (known === "another") {
      throw new Problem("key-used", "this Idempotency-Key was sent with another request; take a new one for each");
    }
    if (known === "under way") {
      throw new Problem("conflict", "the first request with this key is still being answered; ask again", {
        retryAfter: 1,
      });
    }
    if (known === "new") {
      request.idempotencyKey = key;
      return;
    }
    reply.header("idempotency-replayed", "true");
    if (known.location !== null) reply.header("location", known.location);
    return reply.code(known.status).type("application/json").serializer(String).send(known.body);
  });
  app.addHook("onSend", async (request, reply, payload) => {
    const { idempotencyKey: key, tenant } = request;
    if (key === undefined) return payload;
    // What went wrong may go well the next time, and what is wrong with the request is found again.
    if (reply.statusCode >= 400) await tenant.requests.abandon(key);
    else {
      const location = reply.getHeader("location");
      const answer = { location: typeof location === "string" ? location : null, body: String(payload) };
      await tenant.requests.end(key, { status: reply.statusCode, ...answer });
    }
    return payload;
  });
}

/**
 * Refuses a key for a request whose answer holds what is told once and kept nowhere.
 *
 * @param what it is: `a key`
 * @throws {Problem} when the request has one
 */
export function refuseRepeating({ idempotencyKey }: Pick<FastifyRequest, "idempotencyKey">, what: string): void {
  if (idempotencyKey === undefined) return;
  throw new Problem("invalid", `${what} is told once, so its answer is not kept; send this without Idempotency-Key`);
}

/** What makes two requests the same. */
function fingerprintOf({ method, url, body }: FastifyRequest): string {
  return createHash("sha256")
    .update(`${method} ${url}\n${JSON.stringify(body)}`)
    .digest("hex");
}
