import { replicating } from "@praxis/engine";
import { z } from "zod";
import { office } from "../examples.ts";
import { experimentFields, experimentKind, Replications, Until, withOneScenario } from "../experiment-kind.ts";
import { Estimates, resultHeader, UntilReached } from "../experiment-results.ts";

const SimulationRequest = withOneScenario(
  z.strictObject({ ...experimentFields, replications: Replications.default(100), until: Until.optional() }),
).meta({ id: "SimulationRequest", examples: [{ scenario: office, replications: 20 }] });

const SimulationResult = z
  .object({ ...resultHeader, measures: Estimates, until: UntilReached.optional() })
  .meta({ id: "SimulationResult" });

/** A scenario, simulated many times: what to expect, and how surely. */
export const simulation = experimentKind({
  name: "simulation",
  path: "simulations",
  summary: "Simulates a scenario many times, each time with other luck, and says what to expect and how surely",
  request: SimulationRequest,
  result: SimulationResult,
  experiment(office, input: z.infer<typeof SimulationRequest>, replications) {
    const { seed, confidence, measures, until } = input;
    return replicating(office, {
      seed,
      confidence,
      replications: replications ?? input.replications,
      ...(measures && { measures }),
      // An answer so far is not judged by whether it is precise enough.
      ...(until && replications === undefined && { until }),
    });
  },
});
