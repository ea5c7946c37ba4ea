/** Sends every example of the description, and holds the service to it. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describedService } from "./support/described.ts";
import { mondays, planned, type TestService, testService, week } from "./support/service.ts";

interface Media {
  readonly example?: object;
  readonly schema: { readonly $ref?: string };
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly examples?: readonly object[] }>> };
}

const description = (await describedService()).swagger() as unknown as Description;

/** What has a body, and the example of it. */
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { operationId, requestBody }]) => {
    const media = requestBody?.content["application/json"];
    if (media === undefined) return [];
    const named = description.components.schemas[media.schema.$ref?.split("/").at(-1) ?? ""];
    return [{ operationId, method: method.toUpperCase(), path, example: media.example ?? named?.examples?.[0] }];
  }),
);

let service: TestService;
const ids: Record<string, string> = {};
beforeAll(async () => {
  service = await testService({ works: true });
  const job = async (path: string, body: object) =>
    (await service.ended((await service.post(path, body)).json().self)).id;
  ids["rosters"] = await job("/v1/rosters", { problem: week });
  ids["weeks"] = await job("/v1/weeks", { problem: mondays });
  const made = async (path: string) => {
    const { example } = operations.find(({ path: known, method }) => known === path && method === "POST")!;
    return (await service.post(path, { ...example, ...(path === "/v1/feeds" && { jobId: ids["rosters"] }) })).json().id;
  };
  ids["replanScenario"] = (await service.post("/v1/scenarios", planned)).json().id;
  for (const kind of ["scenarios", "webhooks", "feeds"]) ids[kind] = await made(`/v1/${kind}`);
});
afterAll(async () => await service.close());

describe("the description", () => {
  it("has an example of every body", () => {
    expect(operations.length).toBeGreaterThanOrEqual(24);
    expect(operations.filter(({ example }) => example === undefined)).toEqual([]);
  });

  it.each(operations)(
    "has an example that does what $operationId says",
    async ({ operationId, method, path, example }) => {
      const url = path.replace("{id}", ids[operationId] ?? ids[path.split("/")[2]!] ?? "");
      // An id is one of this service.
      const body = { ...example, ...("jobId" in example! && { jobId: ids["rosters"] }) };
      const answer = await (method === "PATCH" ? service.patch(url, body) : service.post(url, body));
      expect(answer.statusCode, answer.body).toBeLessThan(300);
      if (answer.statusCode !== 202) return;
      const { self } = answer.json();
      expect(await service.ended(self)).toMatchObject({ state: "succeeded", failure: null });
    },
  );
});
