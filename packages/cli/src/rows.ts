import type { Comparison, Ranking, Replications, Sweep } from "@praxis/engine";
import type { Row } from "./answer.ts";

/** A row for each measure. */
export function replicationRows({ measures }: Replications): Row[] {
  return Object.entries(measures).map(([measure, estimate]) => ({ measure, ...estimate }));
}

/** A row for each variant and measure. */
export function comparisonRows({ measures: base, variants }: Comparison): Row[] {
  return Object.entries(variants).flatMap(([variant, { measures }]) =>
    Object.entries(measures).map(([measure, { unit, difference, ...estimate }]) => ({
      variant,
      measure,
      unit,
      baseMean: base[measure]!.mean,
      baseHalfWidth: base[measure]!.halfWidth,
      variantMean: estimate.mean,
      variantHalfWidth: estimate.halfWidth,
      differenceMean: difference.mean,
      differenceHalfWidth: difference.halfWidth,
      measurable: difference.measurable,
      confidence: difference.confidence,
      replications: difference.replications,
    })),
  );
}

/** A row for each variant, from the best on. */
export function rankingRows({ variants, measure, unit, probability, decided }: Ranking): Row[] {
  return variants.map(({ name, mean, halfWidth, replications, behind, standing }, index) => ({
    place: index + 1,
    variant: name,
    standing,
    ...{ measure, unit, mean, halfWidth, replications },
    differenceMean: behind.mean,
    differenceHalfWidth: behind.halfWidth,
    ...{ probability, decided },
  }));
}

/** A row for each combination of values and measure. */
export function sweepRows({ settings, points }: Sweep): Row[] {
  return points.flatMap(({ values, measures }) => {
    const place = Object.fromEntries(settings.map((name, index) => [name, plainText(values[index])]));
    return Object.entries(measures).map(([measure, estimate]) => ({ ...place, measure, ...estimate }));
  });
}

function plainText(value: unknown): string | number {
  return typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value);
}
