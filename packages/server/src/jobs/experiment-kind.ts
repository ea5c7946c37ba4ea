import { type Experiment, type Scenario, ScenarioError, warningsOf } from "@praxis/engine";
import { z } from "zod";
import type { JobKind } from "./job-kind.ts";
import { type ExperimentInput, officeOf } from "./office.ts";

/** Values that an experiment may keep in memory until it ends: 160 megabytes. */
const MOST_VALUES = 20_000_000;

/** A what-if: paths and values, as a variant of a scenario file has them. */
export const WhatIf = z
  .record(z.string().max(500), z.unknown())
  .meta({ description: 'Paths into the scenario and their values: { "staff.physician.count": 3 }' });

/** What every experiment is told. */
export const experimentFields = {
  scenario: z
    .union([z.string().min(1), z.record(z.string(), z.unknown())])
    .optional()
    .meta({ description: "A scenario: as data, or as the text of a file. Either this or scenarioId." }),
  scenarioId: z.uuid().optional().meta({ description: "A scenario that is kept here." }),
  version: z.int().min(1).optional().meta({ description: "Which version of it; the newest unless given." }),
  changes: WhatIf.optional().meta({ description: "What is changed before anything else." }),
  seed: z
    .union([z.int().min(0), z.string().min(1).max(200)])
    .default(1)
    .meta({ description: "A number or a phrase; the same seed gives the same numbers." }),
  measures: z
    .array(z.string().max(200))
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "Names of measures; the usual ones unless given." }),
  confidence: z.number().min(0.5).max(0.9999).default(0.95).meta({ description: "Level of the intervals." }),
  timeLimitSeconds: z.number().positive().max(604_800).optional().meta({ description: "Fails when it takes longer." }),
};

/** How many replications. */
export const Replications = z.int().min(1).max(1_000_000).meta({ description: "How often the span is simulated." });

/** Go on until it is precise enough. */
export const Until = z
  .strictObject({
    measure: z.string().max(200),
    halfWidth: z.number().positive().meta({ description: "In the unit of the measure." }),
  })
  .meta({
    id: "Precision",
    description: "Goes on until the interval of a measure is so narrow, or all replications are spent.",
  });

/** Adds the check of a request that it has exactly one scenario. */
export function withOneScenario<Schema extends z.ZodType<{ scenario?: unknown; scenarioId?: unknown }>>(
  schema: Schema,
) {
  return schema.refine(({ scenario, scenarioId }) => (scenario === undefined) !== (scenarioId === undefined), {
    message: "give a scenario or a scenarioId, and not both",
    path: ["scenario"],
  });
}

type Described<Input> = Omit<JobKind<Input>, "check" | "experiment" | "best"> & {
  /** Makes the experiment; with fewer replications when told so. */
  experiment(office: Scenario, input: Input, replications: number | undefined): Experiment<unknown>;
};

/** A kind of job that simulates: everything but its request, its result and its experiment is the same for all. */
export function experimentKind<Input extends ExperimentInput>(described: Described<Input>): JobKind<Input> {
  const experiment = (input: Input, replications?: number) =>
    described.experiment(officeOf(input), input, replications);
  return {
    ...described,
    best: described.result,
    experiment,
    check(input) {
      const office = officeOf(input);
      requireMemory(experiment(input));
      return { title: office.name, warnings: warningsOf(office) };
    },
  };
}

/** @throws {ScenarioError} when all that it asks for would not fit into memory, or it asks for what there is not */
function requireMemory(experiment: Experiment<unknown>): void {
  const { value, done } = experiment.next();
  if (done === true) return;
  const values = value.reduce((sum, { from, to, measures }) => sum + (to - from) * measures.length, 0);
  if (values <= MOST_VALUES) return;
  const message = `${value.length} variants with all their replications and measures are ${values} values`;
  const hint = `ask for at most ${MOST_VALUES}: fewer replications, measures or variants`;
  throw new ScenarioError([{ code: "too-large", path: "/replications", message, hint }]);
}
