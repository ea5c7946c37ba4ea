import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { JobKind } from "../jobs/job-kind.ts";
import type { JobNews } from "../jobs/job-news.ts";
import { problemsOf } from "../plugins/problem.ts";
import type { Services } from "../services.ts";
import type { JobEvent } from "../store/job-changes.ts";
import { isFinal } from "../store/jobs.ts";
import type { TenantStore } from "../store/store.ts";

/** Milliseconds after which events are looked for of which nobody has told. */
const LOOK_MILLISECONDS = 1000;

/** Milliseconds after which a line without meaning shows that the connection is alive. */
const HEARTBEAT_MILLISECONDS = 15_000;

interface EventRoute {
  readonly kind: JobKind;
  readonly services: Services;
  /** @throws {Problem} when there is no such job */
  readonly find: (tenant: TenantStore, id: string) => Promise<unknown>;
}

/** Adds the route that follows a job by server-sent events, until it ends. */
export function followRoute(app: FastifyInstance, { kind, services, find }: EventRoute): void {
  const { name, path } = kind;
  const { news, closing } = services;
  app.withTypeProvider<ZodTypeProvider>().get(
    `/${path}/:id/events`,
    {
      config: { scope: "read" },
      schema: {
        operationId: `follow${name.replace(/^./, (letter) => letter.toUpperCase())}`,
        summary: `Follows a ${name}: each state and each better answer, until it ends`,
        tags: [path],
        params: z.object({ id: z.string().max(100) }),
        headers: z.looseObject({
          "last-event-id": z
            .string()
            .regex(/^\d{1,15}$/)
            .optional()
            .meta({ description: "Goes on after this event." }),
        }),
        response: {
          200: {
            description: "Events `state` and `progress`, with JSON as data; the last is a state that lasts.",
            content: { "text/event-stream": { schema: z.string() } },
          },
          ...problemsOf("wrong-shape", "not-found", "no-key", "not-allowed", "too-many-requests", "internal"),
        },
      },
    },
    async ({ tenant, params: { id }, headers }, reply) => {
      await find(tenant, id);
      const after = Number(headers["last-event-id"] ?? 0);
      const stream = Readable.from(eventLines(tenant, { id, after, news, closing }));
      reply.header("cache-control", "no-store").header("x-accel-buffering", "no").type("text/event-stream");
      return reply.send(stream as never);
    },
  );
}

interface Stream {
  readonly id: string;
  readonly after: number;
  readonly news: JobNews;
  readonly closing: AbortSignal;
}

async function* eventLines(tenant: TenantStore, { id, after, news, closing }: Stream): AsyncGenerator<string> {
  // Before the first look: what happens while it is looked at is looked for again.
  using following = news.follow(id);
  let last = after;
  let spoke = Date.now();
  yield `retry: ${LOOK_MILLISECONDS}\n\n`;
  while (!closing.aborted) {
    const found = await tenant.jobs.eventsAfter(id, last);
    for (const event of found?.events ?? []) {
      yield lineOf(event);
      last = event.number;
      spoke = Date.now();
    }
    if (found === undefined || isFinal(found.state)) return;
    if (Date.now() - spoke > HEARTBEAT_MILLISECONDS) {
      yield ": still here\n\n";
      spoke = Date.now();
    }
    await following.wait(LOOK_MILLISECONDS);
  }
}

function lineOf({ number, type, at, data }: JobEvent): string {
  const json = JSON.stringify({ at: at.toISOString(), ...(data as object) });
  return `id: ${number}\nevent: ${type}\ndata: ${json}\n\n`;
}
