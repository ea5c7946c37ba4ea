import "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Problem } from "./problem.ts";

/** Guesses of keys and of secret addresses that one address of the network has in a minute. */
const MOST_GUESSES = 60;

/** Counts a request; refuses it when there were too many of its kind. */
export type Limit = (request: FastifyRequest) => Promise<void>;

/**
 * Limits how often something is asked for in a minute, counted by what identifies who asks.
 *
 * @param what as in “requests with this key are limited to …”
 */
export function limitEach(
  app: FastifyInstance,
  max: number,
  what: string,
  keyGenerator: (request: FastifyRequest) => string,
): Limit {
  const count = app.createRateLimit({ max, timeWindow: "1 minute", keyGenerator });
  return async (request) => {
    const use = await count(request);
    if (use.isAllowed || !use.isExceeded) return;
    const { max, ttlInSeconds: retryAfter } = use;
    throw new Problem("too-many-requests", `${what} are limited to ${max} a minute; wait ${retryAfter} seconds`, {
      retryAfter,
    });
  };
}

/** Limits guessing what is secret. */
export function limitGuesses(app: FastifyInstance, what: string): Limit {
  return limitEach(app, MOST_GUESSES, what, ({ ip }) => ip);
}
