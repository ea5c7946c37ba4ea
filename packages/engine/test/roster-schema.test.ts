/** The JSON Schema of roster files that lies beside the engine for editors, and the page that explains the format. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkRosterProblem } from "../src/planning/roster-file.ts";
import { rosterJsonSchema } from "../src/planning/roster-json-schema.ts";
import { rules } from "../src/roster/rules.ts";
import { root } from "./support/sources.ts";

describe("packages/engine/roster.schema.json", () => {
  it("is what the format says today; `pnpm schema` writes it anew", async () => {
    await expect(`${JSON.stringify(rosterJsonSchema(), undefined, 1)}\n`).toMatchFileSnapshot("../roster.schema.json");
  });

  it("explains every key of the file's first level", () => {
    const { properties } = rosterJsonSchema() as {
      properties: Record<string, { description?: string; $ref?: string }>;
    };
    expect(Object.keys(properties)).toContain("cover");
    for (const [key, property] of Object.entries(properties)) {
      expect(property.description ?? property.$ref, key).toMatch(/\S/);
    }
  });
});

describe("docs/roster-format.md", () => {
  const page = readFileSync(`${root}docs/roster-format.md`, "utf8");

  it("has an example that is well, and means what its comments say", () => {
    const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const { problem, issues, warnings } = checkRosterProblem(example);
    expect({ issues, warnings }).toEqual({ issues: [], warnings: [] });
    expect(problem!.shifts.length).toBe(10);
    const used = new Set(problem!.uses.map(({ rule }) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  it("names every key of the format, and every rule that a file can use", () => {
    const keys = new Set(keysOf(rosterJsonSchema()));
    expect(keys.size).toBeGreaterThan(70);
    expect([...keys].filter((key) => !page.includes(key))).toEqual([]);
    const ofFiles = rules.filter(({ parameters }) => parameters !== undefined);
    expect(ofFiles.filter(({ name }) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

/** All keys that a map of the format may have. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const inside = Object.values(schema).flatMap(keysOf);
  return "properties" in schema ? [...Object.keys(schema.properties as object), ...inside] : inside;
}
