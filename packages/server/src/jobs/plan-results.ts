import { z } from "zod";
import { VariantResults } from "./experiment-results.ts";

const Worth = z.looseObject({ mean: z.number(), halfWidth: z.number() });

const Step = z
  .object({
    round: z.int(),
    move: z.string().meta({ description: "What was tried, in words." }),
    kept: z.boolean(),
    reason: z.string().optional().meta({ description: "Why it was not kept." }),
    worth: z.record(z.string(), Worth).meta({ description: "Beside the plan before it, for each goal." }),
  })
  .meta({ id: "PlanStep" });

/** What a search has kept so far. */
export const PlanSoFar = z
  .object({ steps: z.array(Step).meta({ description: "What has been tried in earnest so far." }) })
  .meta({ id: "PlanSoFar" });

/** A plan, and what it is worth. */
export const PlanResult = z
  .looseObject({
    engineVersion: z.string(),
    scenario: z.string(),
    ended: z.enum(["nothing helps", "budget", "cancelled"]).meta({ description: "Why the search ended." }),
    steps: z.array(Step),
    changes: z
      .array(
        z.object({
          path: z.array(z.union([z.string(), z.number()])),
          value: z.unknown(),
          label: z.string().optional(),
        }),
      )
      .meta({ description: "The plan: what was kept. Empty when nothing helps." }),
    claim: z
      .looseObject({ replications: z.int(), variants: VariantResults })
      .optional()
      .meta({ description: "The plan beside the office as it is, on replications that the search has not seen." }),
  })
  .meta({ id: "PlanResult" });
