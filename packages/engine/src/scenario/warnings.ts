/** What is legal but strange in a scenario. */
import type { Issue } from "../errors.ts";
import type { Scenario } from "./schema.ts";

export function warningsOf(_scenario: Scenario): Issue[] {
  return [];
}
