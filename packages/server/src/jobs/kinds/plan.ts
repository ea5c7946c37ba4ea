import { warningsOf } from "@praxis/engine";
import { z } from "zod";
import { planned } from "../examples.ts";
import { experimentFields, withOneScenario } from "../experiment-kind.ts";
import type { JobKind } from "../job-kind.ts";
import { officeOf } from "../office.ts";
import { PlanResult, PlanSoFar } from "../plan-results.ts";
import { searchFields, withOneLimit } from "../search-fields.ts";

const { scenario, scenarioId, version, changes, seed } = experimentFields;

/** What a search for a plan is told besides its scenario. */
export const planFields = {
  seed,
  ...searchFields,
  pricePerChange: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .meta({ description: "The share that a change has to take off all goals together, being a burden: 0.02." }),
  replications: z
    .int()
    .min(10)
    .max(100_000)
    .default(400)
    .meta({ description: "Fresh replications that say what the plan is worth." }),
};

const PlanRequest = withOneLimit(
  withOneScenario(
    z.strictObject({
      ...{ scenario, scenarioId, version, changes },
      ...planFields,
    }),
  ),
).meta({ id: "PlanRequest", examples: [{ scenario: planned, workLimit: 500, replications: 20 }] });

/** A better plan with the same people, rooms and patients, and what it is worth. */
export const plan: JobKind<z.infer<typeof PlanRequest>> = {
  name: "plan",
  path: "plans",
  summary: "Finds a better plan with the same people, rooms and patients, and says what it is worth",
  request: PlanRequest,
  best: PlanSoFar,
  result: PlanResult,
  check(input) {
    const office = officeOf(input);
    return { title: office.name, warnings: warningsOf(office) };
  },
};
