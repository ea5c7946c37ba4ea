import { clockTime } from "@praxis/engine";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { week } from "../jobs/kinds/week.ts";
import { repeatable } from "../plugins/idempotency.ts";
import { anyPost, Problem, problemsOf } from "../plugins/problem.ts";
import type { Services } from "../services.ts";
import type { Document } from "../threads/text.ts";
import { Id, isId, withoutPlan } from "./jobs.ts";

const date = z.string().max(20).meta({ description: "As in 2026-12-08." });
const clock = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/, "is no time of day such as 08:30");
const dollars = z.number().min(0).max(1e6);

const Wish = z
  .strictObject({
    type: z.string().min(1).max(200).meta({ description: "Name of the visit type." }),
    provider: z.string().min(1).max(200).optional().meta({ description: "Whom the patient knows." }),
    from: date.optional().meta({ description: "The first date that will do; today unless given." }),
    until: date.optional().meta({ description: "The last one; four weeks after the first unless given." }),
    hours: z
      .strictObject({ from: clock, to: clock })
      .optional()
      .meta({ description: "When a visit should begin: the time of day that suits." }),
    prices: z
      .strictObject({
        day: dollars.default(1).meta({ description: "Dollars for each day later." }),
        provider: dollars.default(0).meta({ description: "Dollars for another provider than the one who is known." }),
        hour: dollars.default(0).meta({ description: "Dollars for each hour outside the time that suits." }),
      })
      .default({ day: 1, provider: 0, hour: 0 })
      .meta({ description: "What makes a place worse; as they stand, the soonest is the best." }),
    now: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ description: "When it is asked; the present unless given." }),
    appointments: z
      .looseObject({ resourceType: z.literal("Bundle"), entry: z.array(z.unknown()).max(20_000).optional() })
      .optional()
      .meta({
        description:
          "What is booked: a FHIR R4 Bundle of Appointments. Only their times, states, visit types and providers are looked at, and nothing of it is kept.",
      }),
    most: z.int().min(1).max(100).default(5).meta({ description: "How many places to name." }),
  })
  .meta({
    id: "VisitWanted",
    examples: [
      { type: "visit", provider: "Dr-A", now: "2026-12-07T12:00:00Z", prices: { day: 2, provider: 15, hour: 0 } },
    ],
  });

const instant = z.iso.datetime({ offset: true });
const counted = z.int();

const NextSlots = z
  .object({
    praxis: z.string().meta({ description: "The version of the engine." }),
    problem: z.string(),
    zone: z.string(),
    offers: z
      .array(
        z.object({
          provider: z.string(),
          department: z.string(),
          start: instant,
          end: instant,
          type: z.string().meta({ description: "The visit type for which the slot was made." }),
          left: z.int().meta({ description: "How many can still be booked into it." }),
          price: z.number().meta({ description: "Dollars, the sum of the parts." }),
          parts: z.object({ day: z.number(), provider: z.number(), hour: z.number() }),
        }),
      )
      .meta({ description: "The best first." }),
    appointments: z
      .object({
        booked: counted.meta({ description: "Those that hold a place with somebody of this week." }),
        withoutPlace: counted.meta({ description: "Cancelled, only proposed, or without a time." }),
        elsewhere: counted.meta({ description: "With nobody of this week." }),
        ignored: counted.meta({ description: "Entries that are no appointments." }),
      })
      .meta({ description: "What became of the entries of the Bundle." }),
  })
  .meta({ id: "NextSlots" });

/** Questions about weeks of templates that are answered at once. */
export function weekQuestionRoutes({ threads }: Services): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      "/weeks/:id/next-slots",
      {
        config: { scope: "read", mayIdentify: true },
        schema: {
          operationId: "findNextSlots",
          summary: "The next best slots for a visit in a week that was found, beside what is booked",
          tags: ["weeks"],
          headers: repeatable,
          params: Id,
          body: Wish,
          response: {
            200: NextSlots.describe("The places that are left."),
            ...problemsOf("invalid", "not-found", "conflict", ...anyPost),
          },
        },
      },
      async ({ tenant, params: { id }, body: { now, appointments, hours, ...wish } }) => {
        const job = isId(id) ? await tenant.jobs.find(id) : undefined;
        if (job === undefined || job.kind !== week.name) throw new Problem("not-found", `there is no week ${id}`);
        const { slots } = (job.result ?? {}) as { slots?: unknown };
        if (slots === undefined) throw new Problem("conflict", withoutPlan(job).join("; "));
        const { problem } = (await tenant.jobs.inputOf(id)) as { readonly problem: Document };
        return await threads.answer("nextSlotsInWeek", {
          problem,
          week: job.result,
          wish: { ...wish, ...(hours && { hours: { from: clockTime(hours.from), to: clockTime(hours.to) } }) },
          now: now ?? new Date().toISOString(),
          appointments,
        });
      },
    );
  };
}
