/**
 * Reads what-ifs as they are typed: `staff.physician.count=3`.
 *
 * @module
 */

import { parse as parseYaml } from "yaml";
import { OfficeError } from "../errors.ts";
import type { Change } from "./change.ts";
import { forbiddenNames, parsePath } from "./path.ts";
import type { Scenario } from "./schema.ts";
import { suggestion } from "./schema-wording.ts";

const sections = [
  "name",
  "description",
  "calendar",
  "attributes",
  "shifts",
  "staff",
  "rooms",
  "equipment",
  "visitTypes",
  "tasks",
  "templates",
  "arrivals",
  "serviceLevels",
];

/**
 * Reads what somebody wants to try: `staff.physician.count=3`.
 *
 * Dots separate the keys of the path; names with dots stand in quotes. An element of a list is chosen by its index, or by
 * the name of its activity. The value is written as in the file: `takes={ lognormal: { mean: 20 min, sd: 8 min } }`.
 * Nothing takes the place away: `staff.nurse.breaks=`.
 *
 * @throws {OfficeError} when it is not written so, or begins with no key of a scenario
 * @example
 * const office = parseScenario("{ praxis: 1, name: Small, calendar: { length: 1 d }, staff: { nurse: { count: 1 } } }");
 * parseWhatIf("staff.nurse.count=2", office).path // ["staff", "nurse", "count"]
 */
export function parseWhatIf(text: string, scenario: Scenario): Change {
  const equals = text.indexOf("=");
  if (equals < 0) throw new OfficeError(`“${text}” is not a change; write a path, = and a value: staff.nurse.count=2`);
  const path = parsePath(text.slice(0, equals).trim());
  if (path === undefined) {
    throw new OfficeError(`“${text}” has no path before the =; write for example staff.nurse.count=2`);
  }
  const forbidden = path.find((key) => forbiddenNames.has(key));
  if (forbidden !== undefined) throw new OfficeError(`“${text}”: “${forbidden}” cannot be a name; choose another`);
  const known = [...new Set([...Object.keys(scenario), ...sections])];
  if (!known.includes(path[0]!)) {
    throw new OfficeError(`“${text}”: there is no “${path[0]}” in a scenario; ${suggestion(path[0]!, known)}`);
  }
  return { path, value: readValue(text.slice(equals + 1).trim(), text), label: text };
}

/** A value as the file would write it. */
function readValue(text: string, whole: string): unknown {
  if (text.length > 100_000)
    throw new OfficeError("the value is longer than 100,000 characters; write it into the file");
  if (text === "") return null;
  try {
    const value: unknown = parseYaml(text, { version: "1.2", schema: "core", maxAliasCount: 0, logLevel: "error" });
    // A number too large for a number is no value; the checks say so.
    return value;
  } catch {
    throw new OfficeError(
      `“${whole}”: the value is not written as in a file; text with brackets or colons needs quotes`,
    );
  }
}
