import { type Scenario, ScenarioError, type Setting, sweeping } from "@praxis/engine";
import { z } from "zod";
import { within } from "../../threads/reply.ts";
import { office } from "../examples.ts";
import { experimentFields, experimentKind, Replications, withOneScenario } from "../experiment-kind.ts";
import { resultHeader, SweepPoints } from "../experiment-results.ts";
import { changesOf } from "../office.ts";

/** A sweep of more points is a mistake, or a study for which other tools are better. */
const MOST_POINTS = 400;

const SweepRequest = withOneScenario(
  z.strictObject({
    ...experimentFields,
    over: z
      .array(
        z.strictObject({
          setting: z.string().min(1).max(500).meta({ description: "A path into the scenario: staff.physician.count" }),
          values: z.array(z.unknown()).min(1).max(MOST_POINTS).meta({ description: "As the file would write them." }),
        }),
      )
      .min(1)
      .max(2)
      .meta({ description: "One or two settings; every combination of their values is simulated." }),
    replications: Replications.default(100),
  }),
).meta({
  id: "SweepRequest",
  examples: [{ scenario: office, over: [{ setting: "staff.nurse.count", values: [1, 2] }], replications: 20 }],
});

const SweepResult = z
  .object({ ...resultHeader, settings: z.array(z.string()), points: SweepPoints })
  .meta({ id: "SweepResult" });

type Input = z.infer<typeof SweepRequest>;

/** A scenario at every combination of values of its settings. */
export const sweep = experimentKind({
  name: "sweep",
  path: "sweeps",
  summary: "Simulates a scenario at several values of one or two settings",
  request: SweepRequest,
  result: SweepResult,
  experiment(office, input: Input, replications) {
    const { seed, confidence, measures } = input;
    return sweeping(office, settingsOf(office, input), {
      seed,
      confidence,
      replications: replications ?? input.replications,
      ...(measures && { measures }),
    });
  },
});

function settingsOf(office: Scenario, { over }: Input): Setting[] {
  const points = over.reduce((product, { values }) => product * values.length, 1);
  if (points > MOST_POINTS) {
    const message = `${points} points are too many`;
    throw new ScenarioError([{ code: "too-large", path: "/over", message, hint: `ask for at most ${MOST_POINTS}` }]);
  }
  return over.map(({ setting, values }, index) => ({
    name: setting,
    changes: values.flatMap((value, at) =>
      within(`/over/${index}/values/${at}`, () => changesOf({ [setting]: value }, office)),
    ),
  }));
}
