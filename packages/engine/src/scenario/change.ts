/**
 * One change of a place of a scenario, carried out on plain data.
 *
 * @module
 */

import { OfficeError, ScenarioError } from "../errors.ts";
import { pointerTo } from "./document.ts";
import { forbiddenNames, formatPath, isMap, keyIn, keysIn, type Path, parsePath } from "./path.ts";
import type { Scenario } from "./schema.ts";
import { suggestion } from "./schema-wording.ts";

/** A change of one place of a scenario. */
export interface Change {
  /** Keys to the place; in lists an index, or the name of a step's activity. */
  readonly path: Path;
  /** What stands there afterwards, in the words of the file; null takes the place away. */
  readonly value: unknown;
  /** How its author wrote it, for errors. */
  readonly label?: string;
}

/** Changes plain data without checking what comes of it. */
export function changedData(data: unknown, changes: readonly Change[]): unknown {
  return changes.reduce((changed, change) => changedAt(changed, change, 0), data);
}

/**
 * The changes that a variant of the file stands for.
 *
 * @throws {OfficeError} when there is no such variant
 */
export function variantChanges(scenario: Scenario, name: string): Change[] {
  const { variants = {} } = scenario;
  const variant = Object.hasOwn(variants, name) ? variants[name] : undefined;
  if (variant === undefined) {
    throw new OfficeError(`there is no variant “${name}”; ${suggestion(name, Object.keys(variants))}`);
  }
  return Object.entries(variant.set).map(([label, value]) => {
    const path = parsePath(label);
    if (path === undefined)
      throw new OfficeError(
        `variant “${name}”: “${label}” is not a path; write names with dots between them, such as staff.nurse.count`,
      );
    return { path, value, label };
  });
}

/** How a change is called in errors. */
export function labelOf({ label, path, value }: Change): string {
  return label ?? `${formatPath(path)}=${JSON.stringify(value)}`;
}

/** Copies what lies on the way, and nothing else. */
function changedAt(container: unknown, change: Change, depth: number): unknown {
  const { path, value } = change;
  if (depth === path.length) return value;
  const wanted = path[depth]!;
  const here = path.slice(0, depth);
  if (forbiddenNames.has(String(wanted)))
    throw nowhere(change, depth, `“${wanted}” cannot be a name`, "choose another");
  if (!Array.isArray(container) && !isMap(container)) {
    const message = `${formatPath(here) || "the scenario"} has nothing inside that could be changed`;
    throw nowhere(change, depth, message, `change ${formatPath(here)} itself`);
  }
  const last = depth === path.length - 1;
  const key = keyIn(container, wanted);
  if (key === undefined && (Array.isArray(container) || !last)) {
    const where = here.length === 0 ? "a scenario" : formatPath(here);
    throw nowhere(change, depth, `there is no “${wanted}” in ${where}`, suggestion(String(wanted), keysIn(container)));
  }
  if (Array.isArray(container)) {
    const index = Number(key);
    if (last && value === null) return container.filter((_, at) => at !== index);
    return container.map((element, at) => (at === index ? changedAt(element, change, depth + 1) : element));
  }
  const name = key ?? String(wanted);
  if (last && value === null) return Object.fromEntries(Object.entries(container).filter(([other]) => other !== name));
  return { ...container, [name]: changedAt(container[name], change, depth + 1) };
}

function nowhere(change: Change, depth: number, message: string, hint: string): ScenarioError {
  const path = pointerTo(change.path.slice(0, depth));
  return new ScenarioError([{ code: "no-such-place", path, message: `${labelOf(change)}: ${message}`, hint }]);
}
