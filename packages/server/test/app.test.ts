import { engineVersion } from "@praxis/engine";
import { buildApp } from "@praxis/server";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { describe, expect, it } from "vitest";
import { z } from "zod";

describe("the service", () => {
  it("says that it is well", async () => {
    const app = await buildApp();
    const answer = await app.inject("/health");
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ status: "ok" });
  });

  it("says which engine computes the results", async () => {
    const app = await buildApp();
    const answer = await app.inject("/version");
    expect(answer.json()).toEqual({ engineVersion });
  });

  it("hands out its own description", async () => {
    const app = await buildApp();
    const answer = await app.inject("/openapi.json");
    expect(answer.json()).toMatchObject({ openapi: "3.1.0", info: { version: engineVersion } });
    expect(Object.keys(answer.json().paths)).toEqual(["/health", "/version"]);
  });
});

describe("a problem", () => {
  it("tells somebody at an unknown address where the known ones are listed, and repeats no query", async () => {
    const app = await buildApp();
    const answer = await app.inject("/patients?name=somebody");
    expect(answer.statusCode).toBe(404);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(answer.json()).toEqual({
      type: "about:blank",
      title: "Not Found",
      status: 404,
      detail: "there is no GET /patients; /openapi.json lists what there is",
      instance: "/patients",
    });
  });

  it("answers an address that cannot be decoded in the same form", async () => {
    const app = await buildApp();
    const answer = await app.inject("/%zz");
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(answer.json()).toMatchObject({ status: 400, title: "Bad Request" });
  });

  it("answers a body that is no JSON in the same form", async () => {
    const app = await appWith();
    const answer = await app.inject({
      method: "POST",
      url: "/staff",
      payload: "{",
      headers: { "content-type": "application/json" },
    });
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(answer.json()).toMatchObject({ status: 400, instance: "/staff" });
  });

  it("names everything that is wrong with a body at once", async () => {
    const app = await appWith();
    const answer = await app.inject({ method: "POST", url: "/staff", payload: { role: 1, count: -2 } });
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    const { status, issues } = answer.json();
    expect(status).toBe(400);
    expect(issues.map((issue: { path: string }) => issue.path)).toEqual(["/role", "/count"]);
    expect(issues[1].message).toMatch(/>=0/);
  });

  it("keeps to itself what broke inside", async () => {
    const lines: string[] = [];
    const app = await appWith({ logger: { stream: { write: (line: string) => void lines.push(line) } } });
    const answer = await app.inject("/broken");
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain("the cabinet is locked");
    expect(answer.json()).toMatchObject({ title: "Internal Server Error", instance: "/broken" });
    expect(lines.join("")).toContain("the cabinet is locked");
  });

  it("lets no answer out that differs from its description", async () => {
    const app = await appWith();
    const answer = await app.inject("/undocumented");
    expect(answer.statusCode).toBe(500);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
  });
});

/** The service with three more routes: one that takes a body, one that throws, one that answers wrongly. */
async function appWith(options: Parameters<typeof buildApp>[0] = {}) {
  const app = await buildApp(options);
  await app.register(async (scope) => {
    scope.setValidatorCompiler(validatorCompiler);
    scope.setSerializerCompiler(serializerCompiler);
    const typed = scope.withTypeProvider<ZodTypeProvider>();
    const Staff = z.object({ role: z.string(), count: z.number().min(0) });
    typed.post("/staff", { schema: { body: Staff } }, async (request) => request.body);
    typed.get("/broken", async () => {
      throw new Error("the cabinet is locked");
    });
    typed.get("/undocumented", { schema: { response: { 200: Staff } } }, async () => ({ wrong: true }) as never);
  });
  return app;
}
