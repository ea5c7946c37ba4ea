/** The example of docs/scenario-format.md runs, and the page speaks of everything that the format knows. */

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { replicate } from "../src/experiment/replicate.ts";
import { scenarioJsonSchema } from "../src/scenario/json-schema.ts";
import { checkScenario } from "../src/scenario/parse.ts";
import { root } from "./support/sources.ts";

const page = readFileSync(`${root}docs/scenario-format.md`, "utf8");

it("the example is well, and runs", () => {
  const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const { scenario, issues, warnings } = checkScenario(example);
  expect({ issues, warnings }).toEqual({ issues: [], warnings: [] });
  const { measures } = replicate(scenario!, { replications: 20, seed: 1 });
  expect(measures["throughput"]!.mean).toBeGreaterThan(15);
});

it("the page names every key of the format", () => {
  const keys = new Set(keysOf(scenarioJsonSchema()));
  expect(keys.size).toBeGreaterThan(100);
  expect([...keys].filter((key) => !page.includes(key))).toEqual([]);
});

/** All keys that a map of the format may have. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const inside = Object.values(schema).flatMap(keysOf);
  return "properties" in schema ? [...Object.keys(schema.properties as object), ...inside] : inside;
}
