/**
 * The shipped scenarios beside what others computed, or proved, for them.
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
interface Expectations {
  readonly seed: number;
  readonly replications: number;
  /** Replications of the run that goes with every change. */
  readonly suiteReplications: number;
  readonly tolerance: number;
  readonly references: readonly Reference[];
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

/** Runs a scenario and those of its variants that have references, and compares. */
export function agreementsOf(directory: URL, replications: number): Agreement[] {
  const { seed, tolerance, references } = expectationsOf(directory);
  const base = parseScenario(readFileSync(new URL("scenario.yaml", directory), "utf8"));
  return [...new Set(references.map(({ variant }) => variant))].flatMap((variant) => {
    const scenario = variant === null ? base : applyChanges(base, variantChanges(base, variant));
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
