/**
 * The format of roster files as JSON Schema, for editors.
 *
 * @module
 */

import { z } from "zod";
import { rosterSchema } from "./roster-schema.ts";

/**
 * The JSON Schema (draft 2020-12) of a roster file, generated from what `parseRosterProblem` checks.
 *
 * Editors complete and explain with it: `# yaml-language-server: $schema=…/roster.schema.json`.
 *
 * @example
 * rosterJsonSchema().title // "Praxis roster"
 */
export function rosterJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(rosterSchema, { target: "draft-2020-12" });
  return { $schema, title: "Praxis roster", ...schema };
}
