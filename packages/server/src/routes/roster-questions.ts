import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { tours, week } from "../jobs/examples.ts";
import { Scores, Tours } from "../jobs/roster-results.ts";
import { repeatable } from "../plugins/idempotency.ts";
import { anyPost, problemsOf } from "../plugins/problem.ts";
import type { Services } from "../services.ts";

const Problem = z.union([z.string().min(1), z.record(z.string(), z.unknown())]).meta({
  description: "A roster to be made, as docs/roster-format.md describes it: as data, or as the text of a file.",
});

const roster = z
  .union([Tours, z.looseObject({ roster: Tours })])
  .meta({ description: "A roster: what a job has answered, or its tours alone." });

const header = { praxis: z.string().meta({ description: "The version of the engine." }), problem: z.string() };

const Score = z
  .object({
    ...header,
    keepsAll: z.boolean().meta({ description: "Whether everything holds that has to." }),
    cost: z.number().meta({ description: "Dollars, of what has a price." }),
    scores: Scores,
  })
  .meta({ id: "RosterScore" });

const Candidates = z
  .object({
    ...header,
    candidates: z
      .array(
        z.object({
          person: z.string(),
          instead: z.string().nullable().meta({ description: "What the person has on that day now." }),
          breaks: z.array(z.string()).readonly().meta({ description: "Rules that would be broken and are not now." }),
          cost: z.number().meta({ description: "Dollars more than with the shift left open." }),
        }),
      )
      .meta({ description: "Those who break nothing first, the cheapest of them before the others." }),
  })
  .meta({ id: "Candidates" });

const WhyNot = z
  .looseObject({
    ...header,
    status: z.enum(["optimal", "feasible", "infeasible", "unknown"]),
    atLeast: z.number().nullable().optional().meta({ description: "Dollars that it costs more, whatever is done." }),
  })
  .meta({ id: "WhyNot", description: "The best roster with it and what differs, or the rules that collide." });

const person = z.string().min(1).max(200);
const date = z.string().max(20).meta({ description: "As in 2026-12-08." });
/** Questions about rosters that are answered at once. */
export function rosterQuestionRoutes({ threads }: Services): FastifyPluginAsyncZod {
  const tags = ["rosters"];
  const problems = problemsOf("invalid", ...anyPost);
  return async (app) => {
    app.post(
      "/rosters/score",
      {
        config: { scope: "read" },
        schema: {
          operationId: "scoreRoster",
          summary: "Judges any roster, whoever made it",
          tags,
          headers: repeatable,
          body: z.strictObject({ problem: Problem, roster }).meta({ examples: [{ problem: week, roster: tours }] }),
          response: { 200: Score.describe("What every rule says of it."), ...problems },
        },
      },
      async ({ body }) => await threads.answer("scoreRoster", body),
    );

    app.post(
      "/rosters/candidates",
      {
        config: { scope: "read" },
        schema: {
          operationId: "findCandidates",
          summary: "Who can take a shift that somebody leaves behind",
          tags,
          headers: repeatable,
          body: z
            .strictObject({ problem: Problem, roster, person, date, shift: z.string().min(1).max(200) })
            .meta({ examples: [{ problem: week, roster: tours, person: "MA-1", date: "2026-12-07", shift: "early" }] }),
          response: { 200: Candidates.describe("Everybody else, the best first."), ...problems },
        },
      },
      async ({ body }) => await threads.answer("candidatesOfShift", body),
    );

    app.post(
      "/rosters/why",
      {
        config: { scope: "read" },
        schema: {
          operationId: "askWhyNot",
          summary: "Why a roster is not another: what it would cost, and which rules would pay",
          tags,
          headers: repeatable,
          body: z
            .strictObject({
              problem: Problem,
              roster,
              person,
              dates: z.array(date).min(1).max(366),
              shift: z
                .string()
                .min(1)
                .max(200)
                .optional()
                .meta({ description: "What they should have; off for a day off; any shift unless given." }),
              timeLimitSeconds: z.number().positive().max(10).default(5),
            })
            .meta({
              examples: [{ problem: week, roster: tours, person: "MA-2", dates: ["2026-12-07"], shift: "early" }],
            }),
          response: { 200: WhyNot.describe("The answer."), ...problems },
        },
      },
      async ({ body }) => await threads.answer("whyNotInRoster", body, 2 * body.timeLimitSeconds + 5),
    );
  };
}
