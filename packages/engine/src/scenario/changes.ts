/**
 * Changes of a scenario: what-ifs, variants, and the difference that they really make.
 *
 * @module
 */

import { ScenarioError } from "../errors.ts";
import { type Change, changedData, labelOf } from "./change.ts";
import { scenarioFrom } from "./parse.ts";
import type { Scenario } from "./schema.ts";

export { type Change, variantChanges } from "./change.ts";
export { type Difference, difference } from "./difference.ts";

/**
 * Changes a scenario: one change after the other, then the whole is checked once.
 *
 * The scenario given is left as it is. A place that does not exist yet is made, if the map in which it stands is there.
 *
 * @throws {ScenarioError} when a path leads nowhere, or when the changed scenario has issues; the message says which change
 * @example
 * const office = parseScenario("{ praxis: 1, name: Small, calendar: { length: 1 d }, staff: { nurse: { count: 1 } } }");
 * applyChanges(office, [{ path: ["staff", "nurse", "count"], value: 2 }]).staff.nurse.count // 2
 */
export function applyChanges(scenario: Scenario, changes: readonly Change[]): Scenario {
  if (changes.length === 0) return scenario;
  const data = changedData(scenario, changes) as Scenario;
  // Its other variants may not fit any more: that matters only to whoever then asks for one.
  const { variants, ...alone } = data;
  try {
    scenarioFrom(changes.some(({ path }) => path[0] === "variants") ? data : alone);
    return data;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const labels = changes.map(labelOf).join(", ");
    const issues = error.issues.map((issue) => ({ ...issue, message: `after ${labels}: ${issue.message}` }));
    throw new ScenarioError(issues);
  }
}

/**
 * The change to so many people of a role.
 *
 * @example
 * setStaff("physician", 3).value // 3
 */
export function setStaff(role: string, count: number): Change {
  return { path: ["staff", role, "count"], value: count, label: `${count} × ${role}` };
}

/**
 * The change to another appointment template for a source of booked patients.
 *
 * @example
 * useTemplate("booked", "longer slots").path // ["arrivals", "booked", "appointments", "template"]
 */
export function useTemplate(source: string, template: string): Change {
  return { path: ["arrivals", source, "appointments", "template"], value: template, label: `template ${template}` };
}
