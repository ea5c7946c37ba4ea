/**
 * The format of week files as JSON Schema, for editors.
 *
 * @module
 */

import { z } from "zod";
import { weekSchema } from "./week-schema.ts";

/**
 * The JSON Schema (draft 2020-12) of a week file, generated from what `parseWeekProblem` checks.
 *
 * @example
 * weekJsonSchema().title // "Praxis week"
 */
export function weekJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(weekSchema, { target: "draft-2020-12" });
  return { $schema, title: "Praxis week", ...schema };
}
