import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PraxisClient, praxisClient } from "../src/client/client.ts";
import { office, type TestService, testService, week } from "./support/service.ts";

let service: TestService;
let client: PraxisClient;
beforeAll(async () => {
  service = await testService({ works: true });
  await service.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = service.app.server.address() as AddressInfo;
  const { authorization } = await service.headers();
  client = praxisClient({ url: `http://127.0.0.1:${port}`, key: authorization.slice("Bearer ".length) });
});
afterAll(async () => await service.close());

describe("a client made from the description", () => {
  it("keeps a scenario, simulates it, and reads what comes of it", async () => {
    const { data: kept } = await client.POST("/v1/scenarios", { body: office });
    const { data: made, response } = await client.POST("/v1/simulations", {
      body: { scenarioId: kept!.id, replications: 20, measures: ["wait"], seed: 1, confidence: 0.95 },
      params: { header: { "idempotency-key": "client" } },
    });
    expect(response.headers.get("location")).toBe(made!.self);
    for (;;) {
      const { data: job } = await client.GET("/v1/simulations/{id}", { params: { path: { id: made!.id } } });
      if (job!.finishedAt === null) await delay(50);
      else {
        const wait = job!.result!.measures["wait"]!;
        expect(wait).toMatchObject({ replications: 20, mean: expect.any(Number), halfWidth: expect.any(Number) });
        break;
      }
    }
    const { data: list } = await client.GET("/v1/simulations", { params: { query: { state: "succeeded" } } });
    expect(list!.items.map(({ id }) => id)).toEqual([made!.id]);
  });

  it("gets problems as problems", async () => {
    const { data, error, response } = await client.POST("/v1/rosters/validate", { body: { ...week, days: "two" } });
    expect({ error, status: response.status }).toEqual({ error: undefined, status: 200 });
    expect(data!.issues[0]).toMatchObject({ pointer: "/days", hint: expect.any(String) });
    const { error: problem } = await client.GET("/v1/rosters/{id}", { params: { path: { id: "none" } } });
    expect(problem).toMatchObject({ status: 404, type: "/problems/not-found" });
  });
});
