import { rosterJsonSchema, scenarioJsonSchema, templateJsonSchema } from "@praxis/engine";
import { text } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { InputError } from "../trouble.ts";

const schemas = { scenario: scenarioJsonSchema, roster: rosterJsonSchema, template: templateJsonSchema } as const;

/** The JSON Schema of scenario, roster or session files, whatever the format asked for: `praxis schema`. */
export const schema: Action = async (args) => {
  const of = text(args, "of") ?? "scenario";
  if (!Object.hasOwn(schemas, of)) throw new InputError(`--of is scenario, roster or template, not “${of}”`);
  const data = schemas[of as keyof typeof schemas]();
  const json = JSON.stringify(data, undefined, 2);
  return { data, rows: () => [{ schema: json }], report: () => json };
};
