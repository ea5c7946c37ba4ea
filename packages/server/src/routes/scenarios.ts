import { type Issue, type Scenario, ScenarioError } from "@praxis/engine";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { office } from "../jobs/examples.ts";
import { repeatable } from "../plugins/idempotency.ts";
import { anyPost, anyRequest, Issues, issueBody, Problem, problemsOf } from "../plugins/problem.ts";
import type { Services } from "../services.ts";
import type { NewScenario, ScenarioRecord, ScenarioVersion } from "../store/scenarios.ts";
import type { Document } from "../threads/text.ts";
import { consumes, documentBody } from "./documents.ts";
import { Cursor, cursorOf, numberOf, pageQuery } from "./job-schemas.ts";
import { isId } from "./jobs.ts";

const scenarioBody = documentBody("A scenario, as docs/scenario-format.md describes it", office);

const header = {
  id: z.uuid(),
  name: z.string(),
  newest: z.int().meta({ description: "The number of the newest version, from 1." }),
  createdAt: z.iso.datetime({ offset: true }),
  self: z.string(),
};

const Listed = z.object(header).meta({ id: "ScenarioListed" });

const VersionListed = z
  .object({ id: z.uuid(), version: z.int(), name: z.string(), createdAt: header.createdAt, self: z.string() })
  .meta({ id: "ScenarioVersionListed" });

const Stored = z.object({ ...VersionListed.shape, warnings: Issues }).meta({ id: "ScenarioStored" });

const Shown = z
  .object({
    ...VersionListed.shape,
    newest: header.newest,
    document: z.record(z.string(), z.unknown()).meta({ description: "The scenario as data." }),
    content: z.string().meta({ description: "The scenario as it was handed in." }),
  })
  .meta({ id: "ScenarioShown" });

const Params = z.object({ id: z.string().max(100) });
/** Scenarios: checked before they are kept, and never changed afterwards; a change is a new version. */
export function scenarioRoutes({ threads }: Services): FastifyPluginAsyncZod {
  const tags = ["scenarios"];

  /** @throws {ScenarioError} when it would not run */
  const checked = async (document: Document): Promise<NewScenario & { readonly warnings: readonly Issue[] }> => {
    const { scenario, issues, warnings } = await threads.answer("findInScenario", { document });
    if (scenario === undefined) throw new ScenarioError(issues);
    const content = typeof document === "string" ? document : JSON.stringify(document, null, 2);
    return { name: scenario.name, content, document: scenario as Scenario & Record<string, unknown>, warnings };
  };

  return async (app) => {
    app.post(
      "/scenarios",
      {
        config: { scope: "plan" },
        schema: {
          operationId: "createScenario",
          summary: "Keeps a scenario, if it runs",
          tags,
          consumes,
          headers: repeatable,
          body: scenarioBody,
          response: { 201: Stored.describe("It is kept."), ...problemsOf("invalid", ...anyPost) },
        },
      },
      async ({ tenant, body }, reply) => {
        const { warnings, ...scenario } = await checked(body);
        const version = versionListed(await tenant.scenarios.create(scenario));
        return reply
          .code(201)
          .header("location", `/v1/scenarios/${version.id}`)
          .send({ ...version, warnings: warnings.map(issueBody) });
      },
    );

    app.post(
      "/scenarios/:id/versions",
      {
        config: { scope: "plan" },
        schema: {
          operationId: "addScenarioVersion",
          summary: "Adds a version of a scenario, if it runs",
          tags,
          consumes,
          params: Params,
          querystring: z.object({
            after: z.coerce.number().int().min(1).optional().meta({
              description: "The version that this one was made from; if it is not the newest, nothing is done.",
            }),
          }),
          headers: repeatable,
          body: scenarioBody,
          response: {
            201: Stored.describe("It is kept."),
            ...problemsOf("not-found", "invalid", ...anyPost),
          },
        },
      },
      async ({ tenant, params: { id }, query: { after }, body }, reply) => {
        if (!isId(id) || (await tenant.scenarios.find(id)) === undefined) throw notFound(id);
        const { warnings, ...scenario } = await checked(body);
        const added = await tenant.scenarios.addVersion(id, scenario, after);
        if (added === undefined) throw notFound(id);
        if (added === "stale")
          throw new Problem("conflict", `there is a version newer than ${after}; look at it first`);
        const version = versionListed(added);
        return reply
          .code(201)
          .header("location", version.self)
          .send({ ...version, warnings: warnings.map(issueBody) });
      },
    );

    app.get(
      "/scenarios",
      {
        config: { scope: "read" },
        schema: {
          operationId: "listScenarios",
          summary: "Lists scenarios, the newest first",
          tags,
          querystring: z.object({ ...pageQuery, name: z.string().max(500).optional() }),
          response: {
            200: z.object({ items: z.array(Listed), next: Cursor.nullable() }).describe("A part of the list."),
            ...problemsOf("wrong-shape", ...anyRequest),
          },
        },
      },
      async ({ tenant, query: { limit, cursor, name } }) => {
        const { items, next } = await tenant.scenarios.list({ limit, before: numberOf(cursor), name });
        return { items: items.map(scenarioListed), next: cursorOf(next) };
      },
    );

    app.get(
      "/scenarios/:id",
      {
        config: { scope: "read" },
        schema: {
          operationId: "getScenario",
          summary: "A scenario: its newest version, or another",
          tags,
          params: Params,
          querystring: z.object({ version: z.coerce.number().int().min(1).max(1e9).optional() }),
          response: { 200: Shown.describe("The version."), ...problemsOf("wrong-shape", "not-found", ...anyRequest) },
        },
      },
      async ({ tenant, params: { id }, query: { version } }) => {
        const found = isId(id) ? await tenant.scenarios.find(id, version) : undefined;
        if (found === undefined) throw notFound(id, version);
        const { newest, document, content } = found;
        return { ...versionListed(found), newest, document, content };
      },
    );

    app.get(
      "/scenarios/:id/versions",
      {
        config: { scope: "read" },
        schema: {
          operationId: "listScenarioVersions",
          summary: "Lists the versions of a scenario, the newest first",
          tags,
          params: Params,
          response: {
            200: z.object({ items: z.array(VersionListed) }).describe("All of them."),
            ...problemsOf("not-found", ...anyRequest),
          },
        },
      },
      async ({ tenant, params: { id } }) => {
        const versions = isId(id) ? await tenant.scenarios.versions(id) : [];
        if (versions.length === 0) throw notFound(id);
        return { items: versions.map(versionListed) };
      },
    );
  };
}

function notFound(id: string, version?: number): Problem {
  return new Problem("not-found", `there is no scenario ${id}${version === undefined ? "" : ` in version ${version}`}`);
}

function scenarioListed({ createdAt, ...scenario }: ScenarioRecord) {
  return { ...scenario, createdAt: createdAt.toISOString(), self: `/v1/scenarios/${scenario.id}` };
}

function versionListed({ id, version, name, createdAt }: Omit<ScenarioVersion, "content" | "document">) {
  const self = `/v1/scenarios/${id}?version=${version}`;
  return { id, version, name, createdAt: createdAt.toISOString(), self };
}
