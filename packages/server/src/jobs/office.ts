import { applyChanges, type Change, type Scenario, variantChanges } from "@praxis/engine";
import { within } from "../threads/reply.ts";
import { scenarioOf } from "../threads/text.ts";

/** The part of an input that every experiment has. */
export interface ExperimentInput {
  readonly scenario?: string | Record<string, unknown> | undefined;
  readonly changes?: Record<string, unknown> | undefined;
  readonly timeLimitSeconds?: number | undefined;
}

/** The scenario of an input, changed as it asks. */
export function officeOf({ scenario, changes }: ExperimentInput): Scenario {
  const office = scenarioOf(scenario!);
  return changes === undefined ? office : within("/changes", () => applyChanges(office, changesOf(changes, office)));
}

/** What-ifs as changes. */
export function changesOf(whatIf: Record<string, unknown>, office: Scenario): Change[] {
  return variantChanges({ ...office, variants: { "what if": { set: whatIf } } } as Scenario, "what if");
}
