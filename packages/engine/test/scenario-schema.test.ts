/** The JSON Schema that lies beside the engine for editors, generated from what `parseScenario` checks. */

import { describe, expect, it } from "vitest";
import { scenarioJsonSchema } from "../src/scenario/json-schema.ts";

describe("packages/engine/scenario.schema.json", () => {
  it("is what the format says today; `pnpm schema` writes it anew", async () => {
    await expect(`${JSON.stringify(scenarioJsonSchema(), undefined, 1)}\n`).toMatchFileSnapshot(
      "../scenario.schema.json",
    );
  });

  it("explains every key of the file's first level", () => {
    const { properties } = scenarioJsonSchema() as {
      properties: Record<string, { description?: string; $ref?: string }>;
    };
    expect(Object.keys(properties)).toContain("visitTypes");
    for (const [key, property] of Object.entries(properties)) {
      expect(property.description ?? property.$ref, key).toMatch(/\S/);
    }
  });
});
