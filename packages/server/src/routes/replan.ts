import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { roster } from "../jobs/kinds/roster.ts";
import type { ReplanInput } from "../jobs/replan.ts";
import { searchFields, withOneLimit } from "../jobs/search-fields.ts";
import { repeatable } from "../plugins/idempotency.ts";
import { anyPost, Problem, problemsOf } from "../plugins/problem.ts";
import type { Services } from "../services.ts";
import { jobSchemas, jobShown } from "./job-schemas.ts";
import { accepted, Id, isId, LOOK_AGAIN, requireRoom } from "./jobs.ts";

const date = z.string().max(20).meta({ description: "As in 2026-12-08." });

const Replan = withOneLimit(
  z.strictObject({
    absent: z
      .array(z.strictObject({ person: z.string().min(1).max(200), from: date, to: date.optional() }))
      .max(1000)
      .meta({ description: "Who cannot come, from the first day to the last." }),
    today: date
      .optional()
      .meta({ description: "The first date that can still be changed; the first day unless given." }),
    pricePerChange: z
      .number()
      .min(0)
      .max(1e6)
      .default(50)
      .meta({ description: "Dollars for each day of a person that changes; days away do not count." }),
    ...searchFields,
    gap: z.number().min(0).lt(1).default(1e-4).meta({ description: "A proven distance from the best that is enough." }),
    seed: z.int().min(0).max(0x7fffffff).default(1),
  }),
).meta({ id: "Replan", examples: [{ absent: [{ person: "MA-1", from: "2026-12-08" }], pricePerChange: 25 }] });

/** Mends a roster that was found: a new job, which leaves the old roster as it is. */
export function replanRoutes(services: Services): FastifyPluginAsyncZod {
  const { queue, threads } = services;
  return async (app) => {
    app.patch(
      "/rosters/:id",
      {
        config: { scope: "plan" },
        schema: {
          operationId: "replanRoster",
          summary: "Mends a roster with the fewest changes when somebody cannot come, as a new job",
          tags: ["rosters"],
          headers: repeatable,
          params: Id,
          body: Replan,
          response: {
            202: {
              description: "It is queued; the roster of the old job stays as it is.",
              headers: accepted,
              content: { "application/json": { schema: jobSchemas(roster as never).Job } },
            },
            ...problemsOf("invalid", "not-found", "conflict", ...anyPost),
          },
        },
      },
      async ({ tenant, idempotencyKey, params: { id }, body }, reply) => {
        const job = isId(id) ? await tenant.jobs.find(id) : undefined;
        if (job === undefined || job.kind !== roster.name) throw new Problem("not-found", `there is no roster ${id}`);
        const { roster: tours } = (job.result ?? {}) as { roster?: unknown };
        if (tours === undefined) throw new Problem("conflict", `it has no roster to be mended; it is ${job.state}`);
        await requireRoom(tenant, services);
        const { problem } = (await tenant.jobs.inputOf(id)) as ReplanInput;
        const { absent, today, pricePerChange, ...search } = body;
        const repair = { absent, today, pricePerChange };
        const input: ReplanInput = { problem, roster: tours, repair, replans: id, ...search };
        const { title } = await threads.answer("checkInput", { kind: roster.name, input });
        const made = await tenant.jobs.create(
          { kind: roster.name, title, input, idempotencyKey },
          queue.enqueueFor(tenant.id),
        );
        const shown = jobShown(made, roster as never);
        return reply
          .code(202)
          .header("location", shown.self)
          .header("retry-after", LOOK_AGAIN)
          .send(shown as never);
      },
    );
  };
}
