import { type Change, comparing, OfficeError, type Scenario, variantChanges } from "@praxis/engine";
import { z } from "zod";
import { within } from "../../threads/reply.ts";
import { office } from "../examples.ts";
import { experimentFields, experimentKind, Replications, Until, WhatIf, withOneScenario } from "../experiment-kind.ts";
import { Estimates, resultHeader, UntilReached, VariantResults } from "../experiment-results.ts";
import { changesOf } from "../office.ts";

const ComparisonRequest = withOneScenario(
  z.strictObject({
    ...experimentFields,
    variants: z
      .array(z.string().max(200))
      .max(50)
      .optional()
      .meta({ description: "Variants that the scenario names; all of them when neither these nor whatIfs are given." }),
    whatIfs: z
      .record(z.string().min(1).max(200), WhatIf)
      .optional()
      .meta({ description: "What-ifs by the name that the answer gives them." }),
    replications: Replications.default(100),
    until: Until.optional(),
  }),
).meta({
  id: "ComparisonRequest",
  examples: [{ scenario: office, whatIfs: { "two nurses": { "staff.nurse.count": 2 } }, replications: 20 }],
});

const ComparisonResult = z
  .object({ ...resultHeader, measures: Estimates, variants: VariantResults, until: UntilReached.optional() })
  .meta({ id: "ComparisonResult" });

type Input = z.infer<typeof ComparisonRequest>;

/** What-ifs beside the office as it is, with the same patients and the same luck. */
export const comparison = experimentKind({
  name: "comparison",
  path: "comparisons",
  summary: "Simulates what-ifs beside the office as it is, with the same patients and the same luck",
  request: ComparisonRequest,
  result: ComparisonResult,
  experiment(office, input: Input, replications) {
    const { seed, confidence, measures, until } = input;
    return comparing(office, variantsOf(office, input), {
      seed,
      confidence,
      replications: replications ?? input.replications,
      ...(measures && { measures }),
      ...(until && replications === undefined && { until }),
    });
  },
});

/** @throws {OfficeError} when there is nothing to compare with */
function variantsOf(office: Scenario, { variants, whatIfs = {} }: Input): Record<string, readonly Change[]> {
  const asked = variants ?? (Object.keys(whatIfs).length > 0 ? [] : Object.keys(office.variants ?? {}));
  const named = asked.map((name, index) => {
    const changes = within(`/variants/${index}`, () => variantChanges(office, name));
    return [name, changes] as const;
  });
  const own = Object.entries(whatIfs).map(([name, whatIf]) => {
    const pointer = name.replaceAll("~", "~0").replaceAll("/", "~1");
    return [name, within(`/whatIfs/${pointer}`, () => changesOf(whatIf, office))] as const;
  });
  if (named.length + own.length > 0) return Object.fromEntries([...named, ...own]);
  throw new OfficeError(
    'there is nothing to compare with; give whatIfs such as { "three physicians": { "staff.physician.count": 3 } }',
  );
}
