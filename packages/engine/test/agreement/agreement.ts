/**
 * The shipped scenarios beside what others computed, or proved, for them, and beside what they gave before.
 *
 * @module
 */

import { readFileSync } from "node:fs";
import { runTask } from "../../src/experiment/task.ts";
import { applyChanges, estimate, parseScenario, type Scenario, variantChanges } from "../../src/index.ts";

/** A number that somebody else computed, or proved, for a shipped scenario. */
interface Reference {
  /** The variant it belongs to; null for the scenario itself. */
  readonly variant: string | null;
  /** A measure, or a sum of measures ("a + b"). */
  readonly measure: string;
  readonly value: number;
  /** 0 when the value is exact. */
  readonly standardError: number;
  /** Beyond the standard errors, as a share of the value; that of the file unless given. */
  readonly tolerance?: number;
  readonly source: string;
}

/** What lies beside a shipped scenario as expected.json. */
export interface Expectations {
  readonly seed: number;
  readonly replications: number;
  /** Replications of the run that goes with every change. */
  readonly suiteReplications: number;
  readonly tolerance: number;
  readonly references: readonly Reference[];
  readonly back: Back;
}

/** The numbers that a scenario gives at one seed: whatever alters them has to be meant. */
export interface Back {
  readonly seed: number;
  readonly replications: number;
  readonly measures: readonly string[];
  /** The mean of each measure, by variant; null where it is undefined. */
  readonly means: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

/** A reference beside what Praxis finds. */
export interface Agreement extends Reference {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly error: number;
  /** The most by which the two may differ: 3.5 combined standard errors and the tolerance. */
  readonly allowed: number;
  readonly agrees: boolean;
}

const combinedErrorsAllowed = 3.5;

/** Expectations of the scenario in a directory of scenarios. */
export function expectationsOf(directory: URL): Expectations {
  return JSON.parse(readFileSync(new URL("expected.json", directory), "utf8")) as Expectations;
}

/** The scenario of a directory, as it is or as a variant has it. */
function scenarioIn(directory: URL, variant: string | null): Scenario {
  const base = parseScenario(readFileSync(new URL("scenario.yaml", directory), "utf8"));
  return variant === null ? base : applyChanges(base, variantChanges(base, variant));
}

/** Runs a scenario and those of its variants that have references, and compares. */
export function agreementsOf(directory: URL, replications: number): Agreement[] {
  const { seed, tolerance, references } = expectationsOf(directory);
  return [...new Set(references.map(({ variant }) => variant))].flatMap((variant) => {
    const scenario = scenarioIn(directory, variant);
    const own = references.filter((reference) => reference.variant === variant);
    const values = valuesOf(scenario, { seed, replications, measures: own.map(({ measure }) => measure) });
    return own.map((reference) => compared(reference, values.get(reference.measure)!, tolerance));
  });
}

function compared(reference: Reference, values: Float64Array, usual: number): Agreement {
  const { mean, sd, replications } = estimate(values);
  const error = sd / Math.sqrt(replications);
  const { value, standardError, tolerance = usual } = reference;
  const allowed = combinedErrorsAllowed * Math.hypot(error, standardError) + tolerance * Math.abs(value);
  return { ...reference, mean, error, allowed, agrees: Math.abs(mean - value) <= allowed };
}

/** How the scenario itself is called among its variants. */
export const asItIs = "as it is";

/** What a scenario and all its variants give now, where `back` says what they gave before. */
export function meansNow(directory: URL, { seed, replications, measures }: Back): Back["means"] {
  const variants = Object.keys(scenarioIn(directory, null).variants ?? {});
  const meansOf = (variant: string | null) => {
    const values = valuesOf(scenarioIn(directory, variant), { seed, replications, measures });
    return Object.fromEntries(measures.map((measure) => [measure, rounded(estimate(values.get(measure)!).mean)]));
  };
  return Object.fromEntries([null, ...variants].map((variant) => [variant ?? asItIs, meansOf(variant)]));
}

/** Ten digits: the last ones of a double may differ between machines. */
function rounded(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(10)) : null;
}

interface Wanted {
  readonly seed: number;
  readonly replications: number;
  readonly measures: readonly string[];
}

/** The values of each measure, a sum of measures added up. */
function valuesOf(scenario: Scenario, { seed, replications, measures }: Wanted): Map<string, Float64Array> {
  const names = [...new Set(measures.flatMap(summandsOf))];
  const table = runTask({ scenario, seed, measures: names, from: 0, to: replications });
  const at = (row: number, name: string) => table[row * names.length + names.indexOf(name)]!;
  return new Map(
    measures.map((measure) => {
      const summands = summandsOf(measure);
      const sum = (row: number) => summands.reduce((total, name) => total + at(row, name), 0);
      return [measure, Float64Array.from({ length: replications }, (_, row) => sum(row))];
    }),
  );
}

function summandsOf(measure: string): string[] {
  return measure.split(" + ");
}
