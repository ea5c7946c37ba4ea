import { rosterJsonSchema, scenarioJsonSchema } from "@praxis/engine";
import { text } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { InputError } from "../trouble.ts";

/** The JSON Schema of scenario or roster files, whatever the format asked for: `praxis schema`. */
export const schema: Action = async (args) => {
  const of = text(args, "of") ?? "scenario";
  if (of !== "scenario" && of !== "roster") throw new InputError(`--of is scenario or roster, not “${of}”`);
  const data = of === "scenario" ? scenarioJsonSchema() : rosterJsonSchema();
  const json = JSON.stringify(data, undefined, 2);
  return { data, rows: () => [{ schema: json }], report: () => json };
};
