import { rosterJsonSchema, scenarioJsonSchema, templateJsonSchema, weekJsonSchema } from "@praxis/engine";
import { text } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { InputError } from "../trouble.ts";

const schemas = {
  scenario: scenarioJsonSchema,
  roster: rosterJsonSchema,
  template: templateJsonSchema,
  week: weekJsonSchema,
};

/** The JSON Schema of files of a kind, whatever the format asked for: `praxis schema`. */
export const schema: Action = async (args) => {
  const of = text(args, "of") ?? "scenario";
  if (!Object.hasOwn(schemas, of)) {
    throw new InputError(`--of is ${Object.keys(schemas).join(", ")}, not “${of}”`);
  }
  const data = schemas[of as keyof typeof schemas]();
  const json = JSON.stringify(data, undefined, 2);
  return { data, rows: () => [{ schema: json }], report: () => json };
};
