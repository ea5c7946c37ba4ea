import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Webhook as Verifier } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { post } from "../src/webhooks/post.ts";
import { lookupOf } from "../src/webhooks/targets.ts";
import { office, type TestService, testService } from "./support/service.ts";

/** What a receiver was sent. */
interface Received {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let service: TestService;
let receiver: Server;
let url: string;
const received: Received[] = [];
/** The statuses that the receiver answers next; afterwards 204. */
const statuses: number[] = [];

beforeAll(async () => {
  service = await testService({ works: true });
  receiver = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ method: request.method!, headers: request.headers, body });
    const status = statuses.shift() ?? 204;
    response.writeHead(status, status === 302 ? { location: `${url}/elsewhere` } : {}).end();
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await service.close();
  receiver.close();
});
beforeEach(() => {
  received.length = 0;
  statuses.length = 0;
});
afterEach(async () => {
  for (const { id } of (await service.get("/v1/webhooks")).json().items) await service.delete(`/v1/webhooks/${id}`);
});

/** A webhook that goes to the receiver. */
async function listening(options: object = {}) {
  const answer = await service.post("/v1/webhooks", { url, ...options });
  expect(answer.statusCode).toBe(201);
  return answer.json() as { id: string; secret: string };
}

function change(id: string, payload: object) {
  return service.patch(`/v1/webhooks/${id}`, payload);
}

async function deliveriesOf(id: string) {
  return (await service.get(`/v1/webhooks/${id}/deliveries`)).json().items;
}

/** Waits until a delivery is over. */
async function settled(id: string) {
  for (;;) {
    const [newest] = await deliveriesOf(id);
    if (newest !== undefined && newest.state !== "pending") return newest;
    await delay(50);
  }
}

/** Waits until the newest delivery has been tried so often. */
async function tried(id: string, times: number) {
  for (;;) {
    const [newest] = await deliveriesOf(id);
    if (newest?.attempts.length >= times) return newest;
    await delay(50);
  }
}

async function simulated(): Promise<string> {
  const { self } = (await service.post("/v1/simulations", { scenario: office, replications: 5 })).json();
  await service.ended(self);
  return self;
}

describe("a webhook", () => {
  it("is told when a job has ended, in a message that the libraries of Standard Webhooks accept", async () => {
    const { id, secret } = await listening();
    const self = await simulated();
    const delivery = await settled(id);
    expect(delivery).toMatchObject({ type: "job.succeeded", state: "delivered", attempts: [{ status: 204 }] });
    expect(received).toHaveLength(1);
    const [{ method, headers, body }] = received as [Received];
    expect(method).toBe("POST");
    expect(headers["webhook-id"]).toBe(delivery.id);
    expect(headers["content-type"]).toBe("application/json");
    const message = new Verifier(secret).verify(body, headers as Record<string, string>);
    expect(message).toEqual({
      type: "job.succeeded",
      timestamp: expect.any(String),
      data: { id: self.split("/")[3], kind: "simulation", state: "succeeded", self },
    });
    const forged = body.replace("succeeded", "failed");
    expect(() => new Verifier(secret).verify(forged, headers as Record<string, string>)).toThrow();
  });

  it("is told of what it listens to alone, and of a job that is cancelled before it began", async () => {
    const cancellations = await listening({ events: ["job.cancelled"] });
    const failures = await listening({ events: ["job.failed"] });
    await simulated();
    const input = { scenario: office };
    const queued = await service.tenant.jobs.create({ kind: "simulation", title: "t", input }, async () => {});
    await service.delete(`/v1/simulations/${queued.id}`);
    expect(await settled(cancellations.id)).toMatchObject({ type: "job.cancelled", state: "delivered" });
    expect(await deliveriesOf(failures.id)).toEqual([]);
    expect(received.map(({ body }) => JSON.parse(body).data.id)).toEqual([queued.id]);
  });

  it("is told again, by the same id, when it did not hear", async () => {
    statuses.push(503);
    const { id } = await listening();
    await service.post(`/v1/webhooks/${id}/ping`, {});
    const delivery = await settled(id);
    expect(delivery).toMatchObject({
      state: "delivered",
      nextAt: null,
      attempts: [
        { outcome: "refused", status: 503 },
        { outcome: "delivered", status: 204 },
      ],
    });
    const [first, second] = received.map(({ headers }) => headers["webhook-id"]);
    expect(second).toBe(first);
  });

  it("that says it is gone is paused, hears nothing more, and can be let go on", async () => {
    statuses.push(410);
    const { id } = await listening();
    await service.post(`/v1/webhooks/${id}/ping`, {});
    expect(await settled(id)).toMatchObject({ state: "failed", attempts: [{ outcome: "gone" }] });
    const paused = (await service.get(`/v1/webhooks/${id}`)).json();
    expect(paused).toMatchObject({ pausedAt: expect.any(String), pauseReason: "the address says that it is gone" });
    await simulated();
    expect(await deliveriesOf(id)).toHaveLength(1);

    expect((await change(id, { paused: false })).json()).toMatchObject({ pausedAt: null, pauseReason: null });
    await simulated();
    expect(await settled(id)).toMatchObject({ type: "job.succeeded", state: "delivered" });
  });

  it("that is paused gives up what it was still to be told, and can be told it afterwards", async () => {
    statuses.push(500);
    const { id } = await listening();
    await service.post(`/v1/webhooks/${id}/ping`, {});
    await tried(id, 1);
    await change(id, { paused: true });
    const given = await settled(id);
    expect(given).toMatchObject({ state: "failed", nextAt: null });
    const again = await service.post(`/v1/deliveries/${given.id}/redeliver`, {});
    expect(again.statusCode).toBe(202);
    expect(again.json()).toMatchObject({ id: given.id, state: "pending" });
    expect(await settled(id)).toMatchObject({ state: "delivered", attempts: [{ status: 204 }] });
  });

  it("is paused when it could not be told anything for a day", async () => {
    const { id } = await listening();
    const { webhooks } = service.tenant;
    await change(id, { url: "http://127.0.0.1:1" });
    const { id: delivery } = (await webhooks.ping(id))!;
    await tried(id, 1);
    const attempt = { at: new Date().toISOString(), milliseconds: 1, outcome: "unreachable", status: null } as const;
    let attempts = 1;
    for (; (await webhooks.due(delivery)) !== undefined; attempts++) await webhooks.noteAttempt(delivery, attempt);
    expect(attempts).toBe(11);
    const paused = (await service.get(`/v1/webhooks/${id}`)).json();
    expect(paused.pauseReason).toBe("a delivery was tried for a day in vain");
  });

  it("has a secret that can be changed: for a day either verifies, afterwards the new one alone", async () => {
    const { id, secret: old } = await listening();
    const { secret } = (await service.post(`/v1/webhooks/${id}/rotate`, {})).json();
    expect(secret).not.toBe(old);
    await service.post(`/v1/webhooks/${id}/ping`, {});
    await settled(id);
    const [{ body, headers }] = received as [Received];
    for (const known of [old, secret]) new Verifier(known).verify(body, headers as Record<string, string>);

    const { kysely } = service.database;
    await kysely.updateTable("webhook").set({ former_until: new Date() }).where("id", "=", id).execute();
    await service.post(`/v1/webhooks/${id}/ping`, {});
    await settled(id);
    const later = received[1]!;
    new Verifier(secret).verify(later.body, later.headers as Record<string, string>);
    expect(() => new Verifier(old).verify(later.body, later.headers as Record<string, string>)).toThrow();
  });

  it("tells its secret once, and nowhere afterwards, nor again to a request that is repeated", async () => {
    const { id, secret } = await listening();
    const shown = await service.get(`/v1/webhooks/${id}`);
    const listed = await service.get("/v1/webhooks");
    const audited = await service.get("/v1/audit");
    for (const { body } of [shown, listed, audited]) expect(body).not.toContain(secret);
    const repeated = await service.post("/v1/webhooks", { url }, { "idempotency-key": "one" });
    expect(repeated.json()).toMatchObject({ status: 422, detail: expect.stringContaining("without Idempotency-Key") });
  });

  it("takes no more than twenty, and no address that is none", async () => {
    for (let i = 0; i < 20; i++) await listening();
    expect((await service.post("/v1/webhooks", { url })).json()).toMatchObject({
      status: 422,
      detail: "there are 20 webhooks, which is the most; take one away",
    });
    const wrong = (await service.post("/v1/webhooks", { url: "tool.example" })).json();
    expect(wrong).toMatchObject({ status: 422, issues: [{ pointer: "/url", detail: "the address is no address" }] });
  });
});

describe("a message", () => {
  const message = () => ({ url, headers: { "webhook-id": "1" }, body: "{}" });

  it("does not go where a redirection points", async () => {
    statuses.push(302);
    expect(await post(message(), { targets: "any" })).toMatchObject({ outcome: "refused", status: 302 });
    expect(received).toHaveLength(1);
  });

  it("does not go inside the network, neither by address nor by a name that means one", async () => {
    expect(await post(message(), { targets: "public" })).toMatchObject({ outcome: "forbidden" });
    const lookup = lookupOf("public", (_host, _options, found) => found(null, [{ address: "127.0.0.1", family: 4 }]));
    const named = { ...message(), url: url.replace("127.0.0.1", "tool.example") };
    expect(await post(named, { targets: "public", lookup })).toMatchObject({ outcome: "forbidden" });
    expect(received).toEqual([]);
  });

  it("waits neither for an answer that does not come, nor for the end of one that does not end", async () => {
    const slow = createServer((request, response) => {
      if (request.url === "/endless") response.writeHead(200).write("more");
    }).listen(0, "127.0.0.1");
    await once(slow, "listening");
    const address = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
    const options = { targets: "any", answerMilliseconds: 200 } as const;
    expect(await post({ ...message(), url: address }, options)).toMatchObject({ outcome: "too-slow", status: null });
    const endless = { ...message(), url: `${address}/endless` };
    expect(await post(endless, options)).toMatchObject({ outcome: "delivered", status: 200 });
    slow.closeAllConnections();
    slow.close();
  });

  it("says that nobody is there", async () => {
    const nobody = { ...message(), url: "http://127.0.0.1:1" };
    expect(await post(nobody, { targets: "any" })).toMatchObject({ outcome: "unreachable", status: null });
  });
});
