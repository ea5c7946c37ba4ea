import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { session } from "../jobs/examples.ts";
import { documentField } from "../jobs/search-fields.ts";
import { TemplateCost } from "../jobs/template-results.ts";
import { repeatable } from "../plugins/idempotency.ts";
import { anyPost, problemsOf } from "../plugins/problem.ts";
import type { Services } from "../services.ts";

/** The most patients that a session file may have. */
const MOST_PATIENTS = 200;

/** Questions about templates that are answered at once. */
export function templateQuestionRoutes({ threads }: Services): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      "/templates/cost",
      {
        config: { scope: "read" },
        schema: {
          operationId: "priceTemplate",
          summary: "What any template costs: waits, idle time and overtime to be expected",
          tags: ["templates"],
          headers: repeatable,
          body: z
            .strictObject({
              problem: documentField("The session"),
              times: z
                .array(z.number().min(0))
                .min(1)
                .max(MOST_PATIENTS)
                .meta({ description: "Minutes after the start, one for each patient in the order of being seen." }),
              seed: z.union([z.int().min(0), z.string().min(1).max(200)]).default(1),
            })
            .meta({ examples: [{ problem: session, times: [0, 15, 30, 45] }] }),
          response: { 200: TemplateCost.describe("What is to be expected."), ...problemsOf("invalid", ...anyPost) },
        },
      },
      async ({ body }) => await threads.answer("priceTemplate", body),
    );
  };
}
