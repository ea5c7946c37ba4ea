import { measureDefinition, replicateWith, reportReplications } from "@praxis/engine";
import type { Answer } from "../answer.ts";
import { text } from "../arguments.ts";
import { clockOf } from "../clock.ts";
import type { Action } from "../commands.ts";
import { conducted, sequentialOptions } from "../experiment.ts";
import { readOffice } from "../office.ts";
import { replicationRows } from "../rows.ts";
import { exitCodes } from "../trouble.ts";

/** Simulates a scenario: `praxis run`. */
export const run: Action = async (args, terminal) => {
  const explained = text(args, "explain");
  if (explained !== undefined) return explain(explained);
  const { scenario, changes } = readOffice(args, terminal);
  const options = sequentialOptions(args, scenario);
  const result = await conducted(args, terminal, (executor, progress) =>
    replicateWith(executor, scenario, { ...options, progress }),
  );
  const enough = result.until?.reached !== false;
  return {
    data: changes.length === 0 ? result : { ...result, changes },
    rows: () => replicationRows(result),
    report: () => reportReplications(result, { changes, clock: clockOf(scenario) }),
    exitCode: enough ? exitCodes.done : exitCodes.noFeasibleAnswer,
  };
};

/** Says how a measure is defined, whatever the scenario. */
function explain(measure: string): Answer {
  const definition = measureDefinition(measure);
  return { data: { measure, definition }, rows: () => [{ measure, definition }], report: () => definition };
}
