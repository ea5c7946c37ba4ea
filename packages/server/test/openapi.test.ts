import { Validator } from "@seriousme/openapi-schema-validator";
import openapiTypescript, { astToString } from "openapi-typescript";
import { expect, it } from "vitest";
import { describedService } from "./support/described.ts";

const app = await describedService();

it("has an openapi.json that is fresh (`pnpm openapi` writes it anew)", async () => {
  await expect(`${JSON.stringify(app.swagger(), null, 2)}\n`).toMatchFileSnapshot("../openapi.json");
});

it("has a client whose types are fresh (`pnpm openapi` writes them anew)", async () => {
  const generated = astToString(await openapiTypescript(structuredClone(app.swagger()) as never));
  const head = "/**\n * What the service can be asked, generated from its description.\n *\n * @module\n */\n\n";
  await expect(head + generated).toMatchFileSnapshot("../src/client/description.ts");
});

it("has an openapi.json that is valid OpenAPI 3.1", async () => {
  const { valid, errors } = await new Validator().validate({ ...app.swagger() });
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

it("has no field for what identifies a patient", async () => {
  const text = JSON.stringify(app.swagger()).toLowerCase();
  expect(text).not.toMatch(/patient_?name|birth|record_?number|"mrn"|social_?security/);
});
