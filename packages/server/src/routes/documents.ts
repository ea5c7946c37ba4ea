import { rosterJsonSchema, scenarioJsonSchema, templateJsonSchema, weekJsonSchema } from "@praxis/engine";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { mondays, office, week as rosterWeek, session } from "../jobs/examples.ts";
import { repeatable } from "../plugins/idempotency.ts";
import { anyPost, anyRequest, Issues, issueBody, problemsOf } from "../plugins/problem.ts";
import type { Services } from "../services.ts";

/** How documents may be sent. */
export const consumes = ["application/json", "application/yaml"];

/** A body that is a document. */
export function documentBody(what: string, example: object) {
  return z
    .union([z.string().min(1), z.record(z.string(), z.unknown())])
    .meta({ description: `${what}: JSON, or YAML as application/yaml.`, examples: [example] });
}

const Findings = z
  .object({ valid: z.boolean(), issues: Issues, warnings: Issues })
  .meta({ id: "Findings", description: "Issues keep it from running, warnings do not." });

/** The kinds of documents. */
const documents = [
  {
    name: "Scenario",
    path: "scenarios",
    what: "a scenario",
    find: "findInScenario",
    schema: scenarioJsonSchema,
    demo: "scenario",
    sample: office,
  },
  {
    name: "Roster",
    path: "rosters",
    what: "a roster to be made",
    find: "findInRoster",
    schema: rosterJsonSchema,
    demo: "roster",
    sample: rosterWeek,
  },
  {
    name: "Template",
    path: "templates",
    what: "a session whose template is to be found",
    find: "findInSession",
    schema: templateJsonSchema,
    demo: "template",
    sample: session,
  },
  {
    name: "Week",
    path: "weeks",
    what: "a week of templates to be found",
    find: "findInWeek",
    schema: weekJsonSchema,
    demo: "week",
    sample: mondays,
  },
] as const;

/** What helps to write documents: findings, JSON Schemas, examples. */
export function documentRoutes({ threads, demo }: Services): FastifyPluginAsyncZod {
  return async (app) => {
    for (const { name, path, what, find, schema, demo: example, sample } of documents) {
      const tags = [path];
      app.post(
        `/${path}/validate`,
        {
          config: { scope: "read" },
          schema: {
            operationId: `validate${name}`,
            summary: `Finds everything that is wrong or strange in ${what}`,
            tags,
            consumes,
            headers: repeatable,
            body: documentBody(`The text or the data of ${what}`, sample),
            response: { 200: Findings.describe("What was found."), ...problemsOf(...anyPost) },
          },
        },
        async ({ body }) => {
          const { issues, warnings } = await threads.answer(find, { document: body });
          return { valid: issues.length === 0, issues: issues.map(issueBody), warnings: warnings.map(issueBody) };
        },
      );

      app.get(
        `/${path}/schema`,
        {
          config: { scope: "read" },
          schema: {
            operationId: `get${name}Schema`,
            summary: `The JSON Schema of ${what}`,
            tags,
            response: { 200: z.record(z.string(), z.unknown()).describe("For editors."), ...problemsOf(...anyRequest) },
          },
        },
        async () => schema(),
      );

      app.get(
        `/${path}/demo`,
        {
          config: { scope: "read" },
          schema: {
            operationId: `getDemo${name}`,
            summary: `An example of ${what}, to try things with`,
            tags,
            response: {
              200: z.object({ content: z.string() }).describe("The text of its file."),
              ...problemsOf(...anyRequest),
            },
          },
        },
        async () => ({ content: demo[example] }),
      );
    }
  };
}
