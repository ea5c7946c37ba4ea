import { applyChanges, type Change, difference } from "../scenario/changes.ts";
import type { Scenario } from "../scenario/schema.ts";
import { engineVersion } from "../version.ts";
import { type ConductOptions, conduct, conductWith, type Experiment } from "./conduct.ts";
import type { Executor } from "./executor.ts";
import { commonMeasures } from "./measures.ts";
import { estimatesOf } from "./replicate.ts";
import { type Comparison, differenceEstimate, type VariantResult } from "./results.ts";
import { type ExperimentOptions, type Precision, sample } from "./sample.ts";

/** What-ifs by the name that the report gives them. */
export type Variants = Readonly<Record<string, readonly Change[]>>;

/** What `compare` is told. */
export interface CompareOptions extends ExperimentOptions {
  /** Go on until the difference of every variant is known so precisely, or `replications` are spent. */
  readonly until?: Precision;
}

/**
 * Simulates a base and its variants on common random numbers, and estimates what each change does.
 *
 * Differences are paired by replication, variant minus base: the same patients come, with the same luck.
 *
 * @throws {ScenarioError} when a change does not fit, or a measure is unknown in one of the variants
 * @throws {RangeError} when there is no variant, or `replications` is not a whole number from 1 (with `until`, from 10)
 */
export function compare(base: Scenario, variants: Variants, options: CompareOptions): Comparison {
  return conduct(comparing(base, variants, options));
}

/** Does what `compare` does, wherever the executor runs its tasks; the result is the same to the last digit. */
export async function compareWith(
  executor: Executor,
  base: Scenario,
  variants: Variants,
  options: CompareOptions & ConductOptions,
): Promise<Comparison> {
  return conductWith(executor, comparing(base, variants, options), options);
}

/** The experiment that {@link compare} conducts. */
export function* comparing(base: Scenario, variants: Variants, options: CompareOptions): Experiment<Comparison> {
  const { seed, until, confidence = 0.95 } = options;
  if (Object.keys(variants).length === 0) throw new RangeError("a comparison needs at least one variant");
  const scenarios = [base, ...Object.values(variants).map((changes) => applyChanges(base, changes))];
  const units = commonMeasures(scenarios, options);
  const watched = ([first = Number.NaN, ...others]: readonly number[]) => others.map((value) => value - first);
  const samples = yield* sample(scenarios, { ...options, measures: [...units.keys()], watched });
  const results = Object.keys(variants).map((name, index): [string, VariantResult] => {
    const estimates = estimatesOf(samples, index + 1, { units, confidence });
    const measures = Object.entries(estimates).map(([measure, estimate]) => {
      const pair = [samples.of(index + 1, measure), samples.of(0, measure)] as const;
      return [measure, { ...estimate, difference: differenceEstimate(...pair, { confidence }) }] as const;
    });
    const changes = difference(base, scenarios[index + 1]!);
    return [name, { changes, measures: Object.fromEntries(measures) }];
  });
  return {
    scenario: base.name,
    seed,
    engineVersion,
    replications: samples.replications,
    measures: estimatesOf(samples, 0, { units, confidence }),
    variants: Object.fromEntries(results),
    ...(until && { until: { ...until, reached: samples.precise } }),
  };
}
