/**
 * The format of session files as JSON Schema, for editors.
 *
 * @module
 */

import { z } from "zod";
import { templateSchema } from "./template-schema.ts";

/**
 * The JSON Schema (draft 2020-12) of a session file, generated from what `parseSession` checks.
 *
 * Editors complete and explain with it: `# yaml-language-server: $schema=…/template.schema.json`.
 *
 * @example
 * templateJsonSchema().title // "Praxis session"
 */
export function templateJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(templateSchema, { target: "draft-2020-12" });
  return { $schema, title: "Praxis session", ...schema };
}
