/** Each number of a shipped scenario has a source, or says that it is assumed; each scenario has a page about it. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../src/scenario/parse.ts";
import { formatPath, keyIn, type Path, parsePath } from "../src/scenario/path.ts";
import type { Scenario } from "../src/scenario/schema.ts";
import { root } from "./support/sources.ts";

const scenarios = readdirSync(`${root}scenarios`).filter((name) =>
  existsSync(`${root}scenarios/${name}/scenario.yaml`),
);

/** What is asked, not what is known: the span simulated, and the what-ifs. */
const questions = new Set(["praxis", "name", "description", "calendar", "variants", "sources"]);

describe.each(scenarios)("%s", (name) => {
  const scenario = parseScenario(readFileSync(`${root}scenarios/${name}/scenario.yaml`, "utf8"));

  it("says of every number where it comes from, or that it is assumed", () => {
    const sourced = (scenario.sources ?? []).map(({ path }) => placeOf(path, scenario));
    const unsourced = numbersIn(scenario, []).filter(
      (place) => !sourced.some((source) => source.every((key, depth) => key === place[depth])),
    );
    expect(unsourced.map(formatPath)).toEqual([]);
    expect((scenario.sources ?? []).filter(({ grade }) => grade === undefined)).toEqual([]);
  });

  it("has a page that says what it is, where its numbers come from, and how to try it", () => {
    const page = readFileSync(`${root}scenarios/${name}/README.md`, "utf8");
    for (const heading of ["## Where the numbers come from", "## What it is compared with", "## Try it"]) {
      expect(page).toContain(heading);
    }
    expect(page).toContain(`scenarios/${name}/scenario.yaml`);
    expect(Object.keys(scenario.variants ?? {}).filter((variant) => !page.includes(variant))).toEqual([]);
  });
});

/** The keys to which a path of the file leads: an index where it names an activity. */
function placeOf(path: string, scenario: Scenario): Path {
  let place: unknown = scenario;
  return parsePath(path)!.map((wanted) => {
    const key = keyIn(place, wanted)!;
    place = (place as Readonly<Record<string, unknown>>)[key];
    return String(key);
  });
}

/** Places of numbers, and of texts that hold one. */
function numbersIn(value: unknown, path: Path): Path[] {
  if (questions.has(String(path[0]))) return [];
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, [...path, key]));
  }
  const isNumber = typeof value === "number" || (typeof value === "string" && /^[-$"]*\d/.test(value));
  return isNumber ? [path] : [];
}
