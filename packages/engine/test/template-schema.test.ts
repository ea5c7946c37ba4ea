/** The JSON Schema of session files that lies beside the engine for editors, and the page that explains the format. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkSession } from "../src/planning/template-file.ts";
import { templateJsonSchema } from "../src/planning/template-json-schema.ts";
import { root } from "./support/sources.ts";

describe("packages/engine/template.schema.json", () => {
  it("is what the format says today; `pnpm schema` writes it anew", async () => {
    await expect(`${JSON.stringify(templateJsonSchema(), undefined, 1)}\n`).toMatchFileSnapshot(
      "../template.schema.json",
    );
  });
});

describe("docs/template-format.md", () => {
  const page = readFileSync(`${root}docs/template-format.md`, "utf8");

  it("has an example that is well", () => {
    const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const { question, issues, warnings } = checkSession(example);
    expect({ issues, warnings }).toEqual({ issues: [], warnings: [] });
    expect(question!.problem.patients.length).toBe(14);
  });

  it("names every key of the format", () => {
    const { $defs: _, ...own } = templateJsonSchema();
    const keys = new Set(keysOf(own));
    expect(keys.size).toBeGreaterThan(30);
    expect([...keys].filter((key) => !page.includes(key))).toEqual([]);
  });
});

/** All keys that a map of the format may have. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const inside = Object.values(schema).flatMap(keysOf);
  return "properties" in schema ? [...Object.keys(schema.properties as object), ...inside] : inside;
}
