import type { Scenario } from "../scenario/schema.ts";
import { engineVersion } from "../version.ts";
import { type ConductOptions, conduct, conductWith, type Experiment } from "./conduct.ts";
import type { Executor } from "./executor.ts";
import { commonMeasures, type MeasureUnits } from "./measures.ts";
import { type MeasureEstimates, measureEstimate, type Replications } from "./results.ts";
import { type ExperimentOptions, type Precision, type Samples, sample } from "./sample.ts";

/** What `replicate` is told. */
export interface ReplicateOptions extends ExperimentOptions {
  /** Go on until this measure is known so precisely, or `replications` are spent. */
  readonly until?: Precision;
}

/**
 * Simulates a scenario many times, each time with other luck, and estimates its measures; in this thread.
 *
 * @throws {OfficeError} when a measure is unknown
 * @throws {RangeError} when `replications` is not a whole number from 1 (with `until`, from 10)
 */
export function replicate(scenario: Scenario, options: ReplicateOptions): Replications {
  return conduct(replicating(scenario, options));
}

/** Does what `replicate` does, wherever the executor runs its tasks; the result is the same to the last digit. */
export async function replicateWith(
  executor: Executor,
  scenario: Scenario,
  options: ReplicateOptions & ConductOptions,
): Promise<Replications> {
  return conductWith(executor, replicating(scenario, options), options);
}

/** The experiment that {@link replicate} conducts. */
export function* replicating(scenario: Scenario, options: ReplicateOptions): Experiment<Replications> {
  const { seed, until, confidence = 0.95 } = options;
  const units = commonMeasures([scenario], options);
  const samples = yield* sample([scenario], { ...options, measures: [...units.keys()] });
  return {
    scenario: scenario.name,
    seed,
    engineVersion,
    replications: samples.replications,
    measures: estimatesOf(samples, 0, { units, confidence }),
    ...(until && { until: { ...until, reached: samples.precise } }),
  };
}

/** Estimates every measure of one of the scenarios sampled. */
export function estimatesOf(
  samples: Samples,
  scenario: number,
  { units, confidence }: { readonly units: MeasureUnits; readonly confidence: number },
): MeasureEstimates {
  const entries = [...units].map(([name, unit]) => {
    return [name, measureEstimate(samples.of(scenario, name), { unit, confidence })] as const;
  });
  return Object.fromEntries(entries);
}
