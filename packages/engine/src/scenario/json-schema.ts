/**
 * The format as JSON Schema, for editors.
 *
 * @module
 */

import { z } from "zod";
import { scenarioSchema } from "./schema.ts";

/**
 * The JSON Schema (draft 2020-12) of a scenario, generated from what `parseScenario` checks.
 *
 * Editors complete and explain with it: `# yaml-language-server: $schema=…/scenario.schema.json`.
 *
 * @example
 * scenarioJsonSchema().title // "Praxis scenario"
 */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(scenarioSchema, { target: "draft-2020-12" });
  return { $schema, title: "Praxis scenario", ...schema };
}
