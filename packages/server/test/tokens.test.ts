import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Threads } from "../src/threads/threads.ts";
import { office, type TestService, testService } from "./support/service.ts";

const threads = { size: 1, answer: async () => ({ title: "t", warnings: [], scenario: office, issues: [] }) };
const audience = "praxis";
const algorithm = "ES256";
const issuerKey = await generateKeyPair(algorithm);
const strangerKey = await generateKeyPair(algorithm);

/** What the issuer answers with. */
let isAway = false;
let calledItself: string | undefined;
let keysAt: string | undefined;
const issuer = createServer(async (request, response) => {
  if (isAway) return response.writeHead(500).end("away");
  const configuration = { issuer: calledItself ?? url(), jwks_uri: keysAt ?? `${url()}/keys` };
  const keys = { keys: [{ ...(await exportJWK(issuerKey.publicKey)), kid: "one", alg: algorithm }] };
  const isKeys = request.url === "/keys";
  return response.setHeader("content-type", "application/json").end(JSON.stringify(isKeys ? keys : configuration));
});
const url = () => `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;

let service: TestService;
let byTenant: TestService;
beforeAll(async () => {
  await new Promise<void>((resolve) => issuer.listen(0, "127.0.0.1", resolve));
  const tokens = { issuer: url(), audience, tenantClaim: undefined };
  const options = { threads: threads as unknown as Threads };
  service = await testService({ ...options, tokens });
  byTenant = await testService({ ...options, tokens: { ...tokens, tenantClaim: "practice" } });
});
afterAll(async () => {
  issuer.close();
  await service.close();
  await byTenant.close();
});

interface Made {
  readonly scope?: string;
  readonly claims?: Record<string, unknown>;
  readonly change?: (token: SignJWT) => SignJWT;
  readonly key?: typeof issuerKey.privateKey;
  readonly kid?: string;
}

/** A token as the issuer makes it, or somebody who would like to. */
async function token({
  scope = "openid praxis:read praxis:plan",
  claims = {},
  change = (made) => made,
  key,
  kid = "one",
}: Made = {}) {
  const made = new SignJWT({ scope, ...claims })
    .setProtectedHeader({ alg: algorithm, kid })
    .setIssuer(url())
    .setAudience(audience)
    .setSubject("jane.roe@practice.example")
    .setExpirationTime("5 min");
  return await change(made).sign(key ?? issuerKey.privateKey);
}

const use = (bearer: string, to = service, method: "GET" | "POST" = "GET", path = "/v1/scenarios") =>
  to.app.inject({
    method,
    url: path,
    headers: { authorization: `Bearer ${bearer}` },
    ...(method === "POST" ? { payload: office } : {}),
  });

describe("a token", () => {
  it("lets in as far as its scopes go, and never tells who came", async () => {
    const bearer = await token();
    expect((await use(bearer)).statusCode).toBe(200);
    const made = await use(bearer, service, "POST");
    expect(made.statusCode).toBe(201);
    expect((await use(bearer, service, "GET", "/v1/keys")).json()).toMatchObject({
      status: 403,
      detail: "this needs a key with the scope “admin”; this one has: read, plan",
    });
    const { items } = (await service.get("/v1/audit")).json();
    const own = items.filter(({ action }: { action: string }) => action === "createScenario");
    expect(own).toMatchObject([
      { keyId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/) },
    ]);
    expect(JSON.stringify(items)).not.toContain("roe");
  });

  it("without scopes of ours opens nothing", async () => {
    const answer = await use(await token({ scope: "openid read plan" }));
    expect(answer.json()).toMatchObject({ status: 403, detail: expect.stringContaining("this one has: none") });
  });

  const wrong: [string, Made][] = [
    ["signed by somebody else", { key: strangerKey.privateKey }],
    ["for others", { change: (made) => made.setAudience("payroll") }],
    ["of another issuer", { change: (made) => made.setIssuer("https://login.example") }],
    ["out of date", { change: (made) => made.setExpirationTime("1 min ago") }],
    ["not good yet", { change: (made) => made.setNotBefore("5 min") }],
    ["signed with a key that nobody knows", { kid: "two" }],
  ];
  it.each(wrong)("that is %s lets nobody in", async (_, made) => {
    const answer = await use(await token(made));
    expect(answer.json()).toMatchObject({ status: 401, type: "/problems/no-key" });
  });

  it.each([
    [
      "is not signed at all",
      async () => `${Buffer.from('{"alg":"none"}').toString("base64url")}.${(await token()).split(".")[1]}.`,
    ],
    [
      "is signed with what is public",
      async () => {
        const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(issuerKey.publicKey)));
        const made = new SignJWT({ scope: "praxis:read" }).setProtectedHeader({ alg: "HS256", kid: "one" });
        return await made
          .setIssuer(url())
          .setAudience(audience)
          .setSubject("x")
          .setExpirationTime("5 min")
          .sign(secret);
      },
    ],
    [
      "has no end",
      async () => {
        const made = new SignJWT({ scope: "praxis:read" }).setProtectedHeader({ alg: algorithm, kid: "one" });
        return await made.setIssuer(url()).setAudience(audience).setSubject("x").sign(issuerKey.privateKey);
      },
    ],
    ["is no token", async () => "a.b.c"],
  ])("that %s lets nobody in", async (_, made) => {
    expect((await use(await made())).statusCode).toBe(401);
  });

  it("opens what its tenant has, and nothing of others", async () => {
    const of = async (practice: unknown) => await token({ claims: { practice } });
    const made = await use(await of("north"), byTenant, "POST");
    expect(made.statusCode).toBe(201);
    const { self } = made.json();
    expect((await use(await of("north"), byTenant, "GET", self)).statusCode).toBe(200);
    expect((await use(await of("south"), byTenant, "GET", self)).statusCode).toBe(404);
    for (const nobody of [undefined, "", 7]) expect((await use(await of(nobody), byTenant)).statusCode).toBe(401);
  });

  it("is 503 while its issuer does not answer as it should, and good again after; keys open all the time", async () => {
    const tokens = { issuer: url(), audience, tenantClaim: undefined };
    const fresh = await testService({ threads: threads as unknown as Threads, tokens });
    try {
      isAway = true;
      const answer = await use(await token(), fresh);
      expect(answer.json()).toMatchObject({ status: 503, type: "/problems/no-issuer" });
      expect(answer.headers["retry-after"]).toBe("5");
      expect((await fresh.get("/v1/scenarios")).statusCode).toBe(200);
      isAway = false;
      // Keys of another issuer would let its tokens in.
      calledItself = "https://other.example";
      expect((await use(await token(), fresh)).statusCode).toBe(503);
      calledItself = undefined;
      keysAt = "http://login.example/keys";
      expect((await use(await token(), fresh)).statusCode).toBe(503);
      keysAt = undefined;
      expect((await use(await token(), fresh)).statusCode).toBe(200);
    } finally {
      isAway = false;
      calledItself = undefined;
      keysAt = undefined;
      await fresh.close();
    }
  });
});

it("without a trusted issuer no token lets anybody in", async () => {
  const plain = await testService({ threads: threads as unknown as Threads });
  expect((await use(await token(), plain)).statusCode).toBe(401);
  await plain.close();
});
