import { z } from "zod";

/** JSON knows no NaN and no infinity: what is undefined is null. */
const Value = z.number().nullable();

/** What every result carries: numbers depend on these. */
export const resultHeader = {
  scenario: z.string().meta({ description: "Name of the scenario." }),
  seed: z.union([z.number(), z.string()]),
  engineVersion: z.string(),
  replications: z.int(),
};

const interval = {
  mean: Value.meta({ description: "Null when the measure was undefined in all replications." }),
  sd: Value.meta({ description: "Standard deviation between replications." }),
  halfWidth: Value.meta({ description: "The expected value lies within mean ± halfWidth with this confidence." }),
  confidence: z.number(),
  replications: z.int().meta({ description: "How many replications the mean is taken over." }),
  missing: z.int().optional().meta({ description: "How many more gave no value." }),
};

const measure = {
  ...interval,
  p10: Value,
  p50: Value,
  p90: Value,
  min: Value,
  max: Value,
  unit: z.string().meta({ description: "min, clock (minutes since the start), share, $, d, or what is counted." }),
};

const Measure = z.object(measure).meta({ id: "Estimate" });

/** Estimates by the name of their measure. */
export const Estimates = z.record(z.string(), Measure);

const Differences = z
  .array(z.looseObject({ path: z.unknown() }))
  .meta({ description: "What really differs from the base, computed from the two scenarios." });

const VariantMeasure = z
  .object({
    ...measure,
    difference: z
      .object({ ...interval, measurable: z.boolean() })
      .meta({ description: "Variant minus base, paired by replication; not measurable when the interval holds zero." }),
  })
  .meta({ id: "VariantEstimate" });

/** Variants beside the base. */
export const VariantResults = z.record(
  z.string(),
  z.object({ changes: Differences, measures: z.record(z.string(), VariantMeasure) }),
);

/** One for each combination of values. */
export const SweepPoints = z.array(
  z.object({ values: z.array(z.unknown()), changes: Differences, measures: Estimates }),
);

/** What became of a wish for precision. */
export const UntilReached = z.object({ measure: z.string(), halfWidth: z.number(), reached: z.boolean() });
