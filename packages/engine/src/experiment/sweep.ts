import { applyChanges, type Change, difference } from "../scenario/changes.ts";
import type { Scenario } from "../scenario/schema.ts";
import { engineVersion } from "../version.ts";
import { type ConductOptions, conduct, conductWith, type Experiment } from "./conduct.ts";
import type { Executor } from "./executor.ts";
import { commonMeasures } from "./measures.ts";
import { estimatesOf } from "./replicate.ts";
import type { Sweep } from "./results.ts";
import { type ExperimentOptions, sample } from "./sample.ts";

/** One thing that a sweep turns: its values, each as the change that sets it. */
export interface Setting {
  readonly name: string;
  readonly changes: readonly Change[];
}

/**
 * Simulates a scenario at every combination of values of its settings, on common random numbers.
 *
 * Points come in the order of the values, the last setting changing fastest.
 *
 * @throws {ScenarioError} when a value does not fit, or a measure is unknown at one of the points
 * @throws {RangeError} when `replications` is not a whole number from 1
 */
export function sweep(base: Scenario, settings: readonly Setting[], options: ExperimentOptions): Sweep {
  return conduct(sweeping(base, settings, options));
}

/** Does what `sweep` does, wherever the executor runs its tasks; the result is the same to the last digit. */
export async function sweepWith(
  executor: Executor,
  base: Scenario,
  settings: readonly Setting[],
  options: ExperimentOptions & ConductOptions,
): Promise<Sweep> {
  return conductWith(executor, sweeping(base, settings, options), options);
}

/** The experiment that {@link sweep} conducts. */
export function* sweeping(base: Scenario, settings: readonly Setting[], options: ExperimentOptions): Experiment<Sweep> {
  const { seed, confidence = 0.95 } = options;
  const combinations = combine(settings.map(({ changes }) => changes));
  const scenarios = combinations.map((changes) => applyChanges(base, changes));
  const units = commonMeasures(scenarios, options);
  const samples = yield* sample(scenarios, { ...options, measures: [...units.keys()] });
  return {
    scenario: base.name,
    seed,
    engineVersion,
    replications: samples.replications,
    settings: settings.map(({ name }) => name),
    points: combinations.map((changes, point) => ({
      values: changes.map(({ value }) => value),
      changes: difference(base, scenarios[point]!),
      measures: estimatesOf(samples, point, { units, confidence }),
    })),
  };
}

/** Every way to take one from each list. */
function combine<Item>(lists: readonly (readonly Item[])[]): Item[][] {
  return lists.reduce<Item[][]>((rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])), [[]]);
}
