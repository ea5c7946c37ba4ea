/**
 * Sends requests made from the service's own description, some of them damaged, and holds the answers against it.
 *
 * PRAXIS_FUZZ says how many; `pnpm fuzz:service` sends many more than the suite does.
 */

import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mondays, office, session, type TestService, testService, week } from "./support/service.ts";

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>;
}

let service: TestService;
let operations: readonly Operation[] = [];
let ids: readonly string[] = [];
const ajv = new Ajv2020({ strict: false, validateFormats: false });

beforeAll(async () => {
  service = await testService({ works: true, jobsPerTenant: 1_000_000, requestsPerMinute: 10_000_000 });
  const document = (await service.get("/openapi.json")).json();
  ajv.addSchema(document, "openapi");
  operations = Object.entries<object>(document.paths)
    .filter(([path]) => path.startsWith("/v1/") && !path.endsWith("/events"))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => ({ method: method.toUpperCase(), path, responses })),
    );
  const made = [
    await service.post("/v1/scenarios", office),
    await service.post("/v1/simulations", { scenario: office }),
    await service.post("/v1/rosters", { problem: week }),
    await service.post("/v1/weeks", { problem: mondays }),
  ];
  ids = made.map((answer) => answer.json().id);
  for (const answer of made.slice(1)) await service.ended(answer.json().self);
});
afterAll(async () => await service.close());

/** Bodies that are right, which the search damages: a key less, a key more, another value. */
const bodies = [
  office,
  { problem: week },
  { scenario: office, replications: 3 },
  { scenario: office, whatIfs: { a: { "staff.nurse.count": 2 } } },
  { scenario: office, over: [{ setting: "staff.nurse.count", values: [1, 2] }] },
  {
    problem: week,
    roster: { "MA-1": ["early", null], "MA-2": [null, "early"] },
    person: "MA-1",
    date: "2026-12-08",
    shift: "early",
  },
  { problem: session, times: [0, 15, 30, 45] },
  { problem: mondays, gap: 0.01 },
  { scenario: office, replications: 10, workLimit: 100 },
  { absent: [{ person: "MA-1", from: "2026-12-08" }] },
  { type: "visit", now: "2026-12-07T12:00:00Z", appointments: { resourceType: "Bundle", entry: [] } },
  { name: "k", scopes: ["read"] },
];

const damaged = fc
  .tuple(fc.constantFrom<object>(...bodies), fc.option(fc.string(), { nil: undefined }), fc.jsonValue())
  .map(([body, key, value]) => (key === undefined ? body : { ...body, [key]: value }));

const body = fc.oneof(
  damaged,
  fc.tuple(fc.constantFrom<object>(...bodies), fc.nat(5), fc.jsonValue()).map(([body, at, value]) => {
    const keys = Object.keys(body);
    return { ...body, [keys[at % keys.length]!]: value };
  }),
  fc.jsonValue(),
);

const runs = Number(process.env["PRAXIS_FUZZ"] ?? 150);

it("answers whatever it is sent as its description says, and never with a fault of its own", {
  timeout: 3_600_000,
}, async () => {
  const request = fc.record({
    operation: fc.nat(),
    id: fc.oneof(fc.nat(3), fc.string()),
    query: fc.option(
      fc.constantFrom("limit=3", "limit=x", "cursor=%00", "version=1", "version=0", "after=1", "state=failed"),
      { nil: "" },
    ),
    type: fc.constantFrom("application/json", "application/yaml", "text/plain"),
    body,
  });
  const send = async ({
    operation,
    id,
    query,
    type,
    body,
  }: typeof request extends fc.Arbitrary<infer R> ? R : never) => {
    const { method, path, responses } = operations[operation % operations.length]!;
    const hasBody = method === "POST" || method === "PATCH";
    const known = typeof id === "number" ? ids[id]! : encodeURIComponent(id);
    const url = `${path.replace("{id}", known === "" ? "-" : known)}?${query}`;
    const answer = await service.app.inject({
      method: method as "GET",
      url,
      headers: { authorization: own, ...(hasBody ? { "content-type": type } : {}) },
      ...(hasBody ? { payload: JSON.stringify(body) } : {}),
    });
    const where = `${method} ${url} ${answer.statusCode}`;
    expect(answer.statusCode, where).toBeLessThan(500);
    const described = responses[answer.statusCode];
    expect(described, `${where} is not described`).toBeDefined();
    const media = String(answer.headers["content-type"]).split(";")[0]!;
    expect(Object.keys(described!.content ?? {}), where).toContain(media);
    const pointer = [
      "paths",
      path,
      method.toLowerCase(),
      "responses",
      String(answer.statusCode),
      "content",
      media,
      "schema",
    ];
    const reference = pointer
      .map((key) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1")))
      .join("/");
    const validate = ajv.getSchema(`openapi#/${reference}`)!;
    // What is no JSON is described as a text.
    const isJson = media === "application/json" || media === "application/problem+json";
    expect(validate(isJson ? answer.json() : answer.body), `${where} ${ajv.errorsText(validate.errors)}`).toBe(true);
  };
  const { authorization: own } = await service.headers();
  await fc.assert(fc.asyncProperty(request, send), { numRuns: runs });
});
