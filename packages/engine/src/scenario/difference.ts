/**
 * What really differs between two scenarios.
 *
 * @module
 */

import { isMap, type Path } from "./path.ts";
import type { Scenario } from "./schema.ts";

/** A place in which two scenarios differ. */
export interface Difference {
  /** Keys to the place; indexes in lists. */
  readonly path: Path;
  /** What stands there in the first; undefined when nothing does. */
  readonly from: unknown;
  /** What stands there in the second; undefined when nothing does. */
  readonly to: unknown;
}

/**
 * Finds every place in which two scenarios differ, however they came about, in the order of the file.
 *
 * Where both have a map or a list, the difference lies inside; lists are compared element by element.
 *
 * @example
 * const one = parseScenario("{ praxis: 1, name: Small, calendar: { length: 1 d }, staff: { nurse: { count: 1 } } }");
 * const two = applyChanges(one, [setStaff("nurse", 2)]);
 * difference(one, two) // [{ path: ["staff", "nurse", "count"], from: 1, to: 2 }]
 */
export function difference(from: Scenario, to: Scenario): Difference[] {
  return differencesIn(from, to, []);
}

function differencesIn(from: unknown, to: unknown, path: Path): Difference[] {
  if (Object.is(from, to)) return [];
  if (Array.isArray(from) && Array.isArray(to)) {
    const length = Math.max(from.length, to.length);
    return Array.from({ length }).flatMap((_, index) => differencesIn(from[index], to[index], [...path, index]));
  }
  if (isMap(from) && isMap(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return keys.flatMap((key) => differencesIn(own(from, key), own(to, key), [...path, key]));
  }
  return [{ path, from, to }];
}

function own(map: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
