/** The JSON Schema of week files that lies beside the engine for editors, and the page that explains the format. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkWeekProblem } from "../src/planning/week-file.ts";
import { weekJsonSchema } from "../src/planning/week-json-schema.ts";
import { root } from "./support/sources.ts";

describe("packages/engine/week.schema.json", () => {
  it("is what the format says today; `pnpm schema` writes it anew", async () => {
    await expect(`${JSON.stringify(weekJsonSchema(), undefined, 1)}\n`).toMatchFileSnapshot("../week.schema.json");
  });

  it("explains every key of the file's first level", () => {
    const { properties } = weekJsonSchema() as { properties: Record<string, { description?: string; $ref?: string }> };
    expect(Object.keys(properties)).toContain("visitTypes");
    for (const [key, property] of Object.entries(properties)) {
      expect(property.description ?? property.$ref, key).toMatch(/\S/);
    }
  });
});

describe("docs/week-format.md", () => {
  const page = readFileSync(`${root}docs/week-format.md`, "utf8");

  it("has an example that is well, and means what its comments say", () => {
    const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const { problem, issues, warnings } = checkWeekProblem(example);
    expect({ issues, warnings }).toEqual({ issues: [], warnings: [] });
    expect(problem!.sessions.length).toBe(19);
    expect(
      problem!.sessions.find(({ provider, weekday, kind }) => provider === 0 && weekday === 4 && kind === "afternoon")
        ?.to,
    ).toBe(900);
    expect(problem!.resources.map(({ name }) => name)).toEqual(["exam room", "medical assistant"]);
  });

  it("names every key of the format", () => {
    const keys = new Set(keysOf(weekJsonSchema()));
    expect(keys.size).toBeGreaterThan(50);
    expect([...keys].filter((key) => !page.includes(key) && !sharedKeys.has(key))).toEqual([]);
  });
});

/** Laws of chance and words for days are explained where scenarios are. */
const sharedKeys = new Set(keysOf((weekJsonSchema() as { $defs: unknown }).$defs));

/** All keys that a map of the format may have. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const inside = Object.values(schema).flatMap(keysOf);
  return "properties" in schema ? [...Object.keys(schema.properties as object), ...inside] : inside;
}
