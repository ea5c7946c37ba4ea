/**
 * Reads and checks scenarios.
 *
 * @module
 */

import { type Issue, ScenarioError } from "../errors.ts";
import { issuesIn } from "./checks.ts";
import { keysOf, readLocated } from "./located.ts";
import type { Scenario } from "./schema.ts";
import { fileWarningsOf } from "./warnings.ts";

/** What came of checking a text. */
export interface CheckedScenario {
  /** The scenario, if there are no issues. */
  readonly scenario?: Scenario;
  /** Everything that is wrong, in the order of the text. */
  readonly issues: readonly Issue[];
  /** What is legal but strange. */
  readonly warnings: readonly Issue[];
}

/**
 * Reads a scenario from YAML or JSON.
 *
 * @param file its name, for the message of the error
 * @throws {ScenarioError} with everything that is wrong, each with its place
 * @example
 * parseScenario("{ praxis: 1, name: Nobody comes, calendar: { length: 1 d } }").name // "Nobody comes"
 */
export function parseScenario(text: string, { file }: { readonly file?: string } = {}): Scenario {
  const { scenario, issues } = readScenario(text);
  if (scenario === undefined) throw new ScenarioError(issues, file);
  return scenario;
}

/**
 * Checks a text: whether it is a scenario, and what is strange about it. Never throws.
 *
 * @example
 * checkScenario("{ praxis: 1, name: Nobody comes, calendar: { length: 540 } }").issues[0].message // "540 needs its unit"
 */
export function checkScenario(text: string): CheckedScenario {
  const { scenario, issues, placeOf } = readScenario(text);
  if (scenario === undefined) return { issues, warnings: [] };
  const warnings = fileWarningsOf(scenario).map((warning) => ({ ...warning, ...placeOf(keysOf(warning.path)) }));
  return { scenario, issues, warnings };
}

/**
 * Takes plain data for a scenario.
 *
 * @throws {ScenarioError} with everything that is wrong
 */
export function scenarioFrom(data: unknown): Scenario {
  const issues = issuesIn(data);
  if (issues.length > 0) throw new ScenarioError(issues.map(({ keys: _, ...issue }) => issue));
  return data as Scenario;
}

function readScenario(text: string) {
  const { data, issues, placeOf } = readLocated(text, issuesIn);
  return { scenario: issues.length === 0 ? (data as Scenario) : undefined, issues, placeOf };
}
