import { scenarioJsonSchema } from "@praxis/engine";
import type { Action } from "../commands.ts";

/** The JSON Schema of scenario files, whatever the format asked for: `praxis schema`. */
export const schema: Action = async () => {
  const data = scenarioJsonSchema();
  const json = JSON.stringify(data, undefined, 2);
  return { data, rows: () => [{ schema: json }], report: () => json };
};
