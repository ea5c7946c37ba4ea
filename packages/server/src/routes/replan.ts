import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { WhatIf } from "../jobs/experiment-kind.ts";
import { plan, planFields } from "../jobs/kinds/plan.ts";
import { roster } from "../jobs/kinds/roster.ts";
import type { ReplanInput } from "../jobs/replan.ts";
import { searchFields, withOneLimit } from "../jobs/search-fields.ts";
import { repeatable } from "../plugins/idempotency.ts";
import { anyPost, Problem, problemsOf } from "../plugins/problem.ts";
import type { Services } from "../services.ts";
import type { NewScenario } from "../store/scenarios.ts";
import { jobSchemas } from "./job-schemas.ts";
import { accepted, acceptJob, Id, isId, requireRoom, withoutPlan } from "./jobs.ts";

/** What a change in an office has to gain unless told otherwise: moves that gain less are not worth the talk about them. */
const USUAL_PRICE = 0.02;

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

const ScenarioReplan = withOneLimit(
  z.strictObject({
    changes: WhatIf.meta({ description: 'What has changed, by path: { "staff.physician.count": 1 }' }),
    after: z
      .int()
      .min(1)
      .optional()
      .meta({ description: "The version that the changes are meant for; if it is not the newest, nothing is done." }),
    ...planFields,
    pricePerChange: planFields.pricePerChange.unwrap().default(USUAL_PRICE),
  }),
).meta({
  id: "ScenarioReplan",
  examples: [{ changes: { "arrivals.booked.appointments.booked": "90 %" }, workLimit: 500, replications: 20 }],
});

/** Plans again what has been planned: as a new job, which leaves what there was as it is. */
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
      async (request, reply) => {
        const { tenant, params, body } = request;
        const { id } = params;
        const job = isId(id) ? await tenant.jobs.find(id) : undefined;
        if (job === undefined || job.kind !== roster.name) throw new Problem("not-found", `there is no roster ${id}`);
        const { roster: tours } = (job.result ?? {}) as { roster?: unknown };
        if (tours === undefined) throw new Problem("conflict", withoutPlan(job).join("; "));
        await requireRoom(tenant, services);
        const { problem } = (await tenant.jobs.inputOf(id)) as ReplanInput;
        const { absent, today, pricePerChange, ...search } = body;
        const repair = { absent, today, pricePerChange };
        const input: ReplanInput = { problem, roster: tours, repair, replans: id, ...search };
        const { title } = await threads.answer("checkInput", { kind: roster.name, input });
        return await acceptJob(request, reply, { kind: roster as never, title, input, queue });
      },
    );

    app.patch(
      "/scenarios/:id",
      {
        config: { scope: "plan" },
        schema: {
          operationId: "replanScenario",
          summary:
            "Changes a scenario, as a new version, and looks for a better plan for it with few changes, as a job",
          tags: ["scenarios"],
          headers: repeatable,
          params: Id,
          body: ScenarioReplan,
          response: {
            202: {
              description: "The version is kept, and the plan is queued; older versions stay as they are.",
              headers: accepted,
              content: { "application/json": { schema: jobSchemas(plan as never).Job } },
            },
            ...problemsOf("invalid", "not-found", ...anyPost),
          },
        },
      },
      async (request, reply) => {
        const { tenant, params, body } = request;
        const { id } = params;
        const { changes, after, ...search } = body;
        const kept = isId(id) ? await tenant.scenarios.find(id) : undefined;
        if (kept === undefined) throw new Problem("not-found", `there is no scenario ${id}`);
        await requireRoom(tenant, services);
        const changed = await threads.answer("changeScenario", { scenario: kept.content, changes });
        const version = await tenant.scenarios.addVersion(id, changed as NewScenario, after ?? kept.newest);
        if (version === "stale" || version === undefined) {
          throw new Problem("conflict", "there is a newer version of this scenario; look at it first");
        }
        const input = { scenario: version.content, ...search };
        return await acceptJob(request, reply, { kind: plan as never, title: version.name, input, queue });
      },
    );
  };
}
