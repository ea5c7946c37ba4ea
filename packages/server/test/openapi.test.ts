import { buildApp } from "@praxis/server";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, it } from "vitest";

it("has an openapi.json that is fresh (`pnpm openapi` writes it anew)", async () => {
  const app = await buildApp();
  await app.ready();
  await expect(`${JSON.stringify(app.swagger(), null, 2)}\n`).toMatchFileSnapshot("../openapi.json");
});

it("has an openapi.json that is valid OpenAPI 3.1", async () => {
  const app = await buildApp();
  await app.ready();
  const { valid, errors } = await new Validator().validate({ ...app.swagger() });
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});
