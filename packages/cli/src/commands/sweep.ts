import { parseWhatIf, reportSweep, type Scenario, type Setting, sweepWith } from "@praxis/engine";
import { texts } from "../arguments.ts";
import { clockOf } from "../clock.ts";
import type { Action } from "../commands.ts";
import { conducted, experimentOptions } from "../experiment.ts";
import { readOffice } from "../office.ts";
import { sweepRows } from "../rows.ts";
import { InputError } from "../trouble.ts";
import { valuesOf } from "../values.ts";

/** A sweep of more points is a mistake, or a study for which other tools are better. */
const MOST_POINTS = 400;

/** Simulates a scenario at several values of its settings: `praxis sweep`. */
export const sweep: Action = async (args, terminal) => {
  const { scenario } = readOffice(args, terminal);
  const settings = settingsOf(texts(args, "over"), scenario);
  const options = experimentOptions(args);
  const result = await conducted(args, terminal, (executor, progress) =>
    sweepWith(executor, scenario, settings, { ...options, progress }),
  );
  return {
    data: result,
    rows: () => sweepRows(result),
    report: () => reportSweep(result, { clock: clockOf(scenario) }),
  };
};

function settingsOf(texts: readonly string[], scenario: Scenario): Setting[] {
  if (texts.length < 1 || texts.length > 2) {
    const example = "--over staff.physician.count=2,3,4";
    throw new InputError(`sweep needs one or two settings, as in ${example}; got ${texts.length}`);
  }
  const settings = texts.map((text) => {
    const { path, values } = valuesOf(text);
    return { name: path, changes: values.map((value) => parseWhatIf(`${path}=${value}`, scenario)) };
  });
  const points = settings.reduce((product, { changes }) => product * changes.length, 1);
  if (points > MOST_POINTS) throw new InputError(`a sweep of ${points} points is too long; at most ${MOST_POINTS}`);
  return settings;
}
