import { z } from "zod";
import { sessionOf } from "../../threads/text.ts";
import { session } from "../examples.ts";
import type { JobKind } from "../job-kind.ts";
import { documentField, searchFields, withOneLimit } from "../search-fields.ts";
import { TemplateResult } from "../template-results.ts";

const TemplateRequest = withOneLimit(
  z.strictObject({
    problem: documentField("A session whose template is to be found"),
    ...searchFields,
    seed: z.union([z.int().min(0), z.string().min(1).max(200)]).default(1),
  }),
).meta({ id: "TemplateRequest", examples: [{ problem: session }] });

/** When the patients of a session should come, with a certificate, and what simpler templates cost. */
export const template: JobKind<z.infer<typeof TemplateRequest>> = {
  name: "template",
  path: "templates",
  summary: "Finds when the patients of a session should come, with a proof, and what simpler templates cost",
  request: TemplateRequest,
  best: TemplateResult,
  result: TemplateResult,
  check({ problem }) {
    return { title: sessionOf(problem).problem.name ?? "Session", warnings: [] };
  },
};
