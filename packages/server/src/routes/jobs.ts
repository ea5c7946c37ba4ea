import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { JobKind } from "../jobs/job-kind.ts";
import { repeatable } from "../plugins/idempotency.ts";
import { anyPost, anyRequest, Problem, problemsOf } from "../plugins/problem.ts";
import type { Services } from "../services.ts";
import type { Job } from "../store/job-rows.ts";
import { isFinal } from "../store/jobs.ts";
import type { TenantStore } from "../store/store.ts";
import { jobStates } from "../store/tables.ts";
import { followRoute } from "./job-events.ts";
import { cursorOf, jobListed, jobSchemas, jobShown, numberOf, pageQuery } from "./job-schemas.ts";

/** Seconds after which it is worth looking at a job again. */
const LOOK_AGAIN = "1";

export const Id = z.object({ id: z.string().max(100) });

/** What an answer of 202 says in its head. */
export const accepted = {
  location: { schema: { type: "string" }, description: "Where the job is." },
  "retry-after": { schema: { type: "string" }, description: "Seconds after which it is worth looking." },
};

/** The routes of one kind of job: ask for one, list them, look at one, follow it, cancel it. */
export function jobRoutes(kind: JobKind, services: Services): FastifyPluginAsyncZod {
  const { queue, threads } = services;
  const { Job, Jobs } = jobSchemas(kind);
  const { name, path, summary } = kind;
  const title = name.replace(/^./, (letter) => letter.toUpperCase());
  const tags = [path];

  return async (app) => {
    app.post(
      `/${path}`,
      {
        config: { scope: "plan" },
        schema: {
          operationId: `create${title}`,
          summary,
          tags,
          headers: repeatable,
          body: kind.request,
          response: {
            202: { description: "It is queued.", headers: accepted, content: { "application/json": { schema: Job } } },
            ...problemsOf("invalid", ...anyPost),
          },
        },
      },
      async (request, reply) => {
        const { tenant, body } = request;
        await requireRoom(tenant, services);
        const input = await withScenario(body as Record<string, unknown>, tenant);
        const { title } = await threads.answer("checkInput", { kind: name, input });
        return await acceptJob(request, reply, { kind, title, input, queue });
      },
    );

    app.get(
      `/${path}`,
      {
        config: { scope: "read" },
        schema: {
          operationId: `list${title}s`,
          summary: `Lists ${path}, the newest first`,
          tags,
          querystring: z.object({ ...pageQuery, state: z.enum(jobStates).optional() }),
          response: { 200: Jobs.describe("A part of the list."), ...problemsOf("wrong-shape", ...anyRequest) },
        },
      },
      async ({ tenant, query: { limit, cursor, state } }) => {
        const { items, next } = await tenant.jobs.list({ kind: name, state, limit, before: numberOf(cursor) });
        return { items: items.map((job) => jobListed(job, kind)), next: cursorOf(next) };
      },
    );

    app.get(
      `/${path}/:id`,
      {
        config: { scope: "read" },
        schema: {
          operationId: `get${title}`,
          summary: `A ${name}: its state, the best answer so far, its result`,
          tags,
          params: Id,
          response: { 200: Job.describe("As it is now."), ...problemsOf("not-found", ...anyRequest) },
        },
      },
      async ({ tenant, params: { id } }, reply) => {
        const job = await jobOf(tenant, id);
        if (!isFinal(job.state)) reply.header("retry-after", LOOK_AGAIN);
        return reply.send(jobShown(job, kind) as never);
      },
    );

    app.delete(
      `/${path}/:id`,
      {
        config: { scope: "plan" },
        schema: {
          operationId: `cancel${title}`,
          summary: `Cancels a ${name}; the best answer so far is kept`,
          tags,
          params: Id,
          response: {
            200: Job.describe("It has been cancelled."),
            202: Job.describe("It will end in a moment."),
            ...problemsOf("not-found", "conflict", ...anyRequest),
          },
        },
      },
      async ({ tenant, params: { id } }, reply) => {
        await jobOf(tenant, id);
        const job = (await tenant.jobs.cancel(id))!;
        services.news.tell(id);
        if (job.state === "succeeded" || job.state === "failed") {
          throw new Problem("conflict", `it has ${job.state} before it could be cancelled`);
        }
        return reply.code(job.state === "cancelled" ? 200 : 202).send(jobShown(job, kind) as never);
      },
    );

    for (const { name: form, type, what, ending } of kind.forms ?? []) {
      app.get(
        `/${path}/:id/${form}`,
        {
          config: { scope: "read" },
          schema: {
            operationId: `get${title}As${form.replace(/^./, (letter) => letter.toUpperCase())}`,
            summary: `The result of a ${name}: ${what}`,
            tags,
            params: Id,
            querystring: z.object({
              weeks: z.coerce
                .number()
                .int()
                .min(1)
                .max(53)
                .default(1)
                .meta({ description: "How many weeks from the start." }),
              person: z.string().max(200).optional().meta({ description: "Whose part of it alone, in calendars." }),
            }),
            response: {
              200: { description: `It is ${what}.`, content: { [type]: { schema: z.string() } } },
              ...problemsOf("invalid", "not-found", "conflict", "busy", ...anyRequest),
            },
          },
        },
        async ({ tenant, params: { id }, query }, reply) => {
          const job = await jobOf(tenant, id);
          const { result } = job;
          if (!isWritable(result)) throw new Problem("conflict", withoutPlan(job).join("; "));
          const input = await tenant.jobs.inputOf(id);
          const stamp = new Date().toISOString();
          const text = await threads.answer("writeResult", { kind: name, form, input, result, stamp, ...query });
          const file = `attachment; filename="${name}.${ending}"`;
          return reply
            .type(`${type}; charset=utf-8`)
            .header("content-disposition", file)
            .serializer(String)
            .send(text as never);
        },
      );
    }

    followRoute(app, { kind, services, find: async (tenant, id) => await jobOf(tenant, id) });
  };

  /** A job of this kind and of this tenant. */
  async function jobOf(tenant: TenantStore, id: string) {
    const job = isId(id) ? await tenant.jobs.find(id) : undefined;
    if (job === undefined || job.kind !== name) throw new Problem("not-found", `there is no ${name} ${id}`);
    return job;
  }
}

/** Says that a job has no plan, and what would help. */
export function withoutPlan({ kind, state }: Pick<Job, "kind" | "state">): readonly [message: string, hint: string] {
  if (!isFinal(state)) return [`the ${kind} is ${state}`, "ask again when it has succeeded"];
  return [`the ${kind} has ended without a plan`, "its result or its failure says why; take another"];
}

/** Whether a result is a plan, and not the reason why there is none. */
export function isWritable(result: unknown): boolean {
  return typeof result === "object" && result !== null && ("roster" in result || "slots" in result);
}

/** A job to be made, and where it waits. */
interface Accepting extends Pick<Services, "queue"> {
  readonly kind: JobKind;
  readonly title: string;
  readonly input: unknown;
}

/** Makes a job, and answers where it is. */
export async function acceptJob(
  { tenant, idempotencyKey }: FastifyRequest,
  reply: FastifyReply,
  { kind, title, input, queue }: Accepting,
): Promise<never> {
  const made = { kind: kind.name, title, input, idempotencyKey };
  const shown = jobShown(await tenant.jobs.create(made, queue.enqueueFor(tenant.id)), kind);
  reply.code(202).header("location", shown.self).header("retry-after", LOOK_AGAIN);
  // The description of each route says of which kind its job is.
  return reply.send(shown) as never;
}

/** @throws {Problem} when a tenant has as many jobs under way as one may have */
export async function requireRoom({ jobs }: TenantStore, { jobsPerTenant }: Services): Promise<void> {
  if ((await jobs.countUnfinished()) < jobsPerTenant) return;
  const detail = `${jobsPerTenant} jobs wait or run already; wait until some have ended, or cancel them`;
  throw new Problem("too-many-requests", detail, { retryAfter: 10 });
}

const Uuid = z.uuid();

/** Whether a database would take it for an id. */
export function isId(text: string): boolean {
  return Uuid.safeParse(text).success;
}

/** The input of a job, with the scenario that its request only names. */
async function withScenario({ scenarioId, version, ...input }: Record<string, unknown>, tenant: TenantStore) {
  if (scenarioId === undefined) return input;
  const found = await tenant.scenarios.find(scenarioId as string, version as number | undefined);
  if (found !== undefined) return { ...input, scenario: found.content };
  const which = version === undefined ? "" : ` in version ${version}`;
  const message = `there is no scenario ${scenarioId}${which}`;
  const hint = "GET /v1/scenarios lists those there are";
  throw new Problem("invalid", message, { issues: [{ code: "unknown-name", path: "/scenarioId", message, hint }] });
}
