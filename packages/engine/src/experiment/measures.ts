import { defaultMeasures, measureNamed } from "../clinic/measures.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Precision } from "./sample.ts";

/** The units of measures, by name. */
export type MeasureUnits = ReadonlyMap<string, string>;

/**
 * The measures that several scenarios can be compared by: those asked for, or those that all have by default.
 *
 * @throws {OfficeError} when a measure asked for is unknown in one of the scenarios
 */
export function commonMeasures(
  scenarios: readonly Scenario[],
  { measures, until }: { readonly measures?: readonly string[]; readonly until?: Precision },
): MeasureUnits {
  const names = [...(measures ?? defaultsOfAll(scenarios)), ...(until === undefined ? [] : [until.measure])];
  const units = new Map<string, string>();
  for (const name of names) {
    for (const scenario of scenarios) {
      const { unit } = measureNamed(name, scenario);
      if (!units.has(name)) units.set(name, unit);
    }
  }
  return units;
}

function defaultsOfAll(scenarios: readonly Scenario[]): string[] {
  const [first = [], ...others] = scenarios.map((scenario) => defaultMeasures(scenario).map(({ name }) => name));
  return first.filter((name) => others.every((names) => names.includes(name)));
}
