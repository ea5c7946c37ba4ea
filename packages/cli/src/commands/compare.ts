import { type Change, compareWith, reportComparison, type Scenario } from "@praxis/engine";
import { type Arguments, texts } from "../arguments.ts";
import { clockOf } from "../clock.ts";
import type { Action } from "../commands.ts";
import { conducted, sequentialOptions } from "../experiment.ts";
import { namedChanges, readScenario, warn, whatIfs } from "../office.ts";
import { comparisonRows } from "../rows.ts";
import { exitCodes, InputError } from "../trouble.ts";

/** Simulates variants beside the office as it is: `praxis compare`. */
export const compare: Action = async (args, terminal) => {
  const base = readScenario(args);
  const variants = variantsOf(base, args);
  warn(base, terminal);
  const options = sequentialOptions(args, base);
  const result = await conducted(args, terminal, (executor, progress) =>
    compareWith(executor, base, variants, { ...options, progress }),
  );
  return {
    data: result,
    rows: () => comparisonRows(result),
    report: () => reportComparison(result, { clock: clockOf(base) }),
    exitCode: result.until?.reached === false ? exitCodes.noFeasibleAnswer : exitCodes.done,
  };
};

/** The variants asked for by name, and one more of all that --set sets; all of the file when nothing is asked for. */
function variantsOf(base: Scenario, args: Arguments): Record<string, readonly Change[]> {
  const whatIf = texts(args, "set");
  const asked = texts(args, "variant");
  const named = asked.length > 0 || whatIf.length > 0 ? asked : Object.keys(base.variants ?? {});
  const variants: [string, readonly Change[]][] = named.map((name) => [name, namedChanges(base, [name])]);
  if (whatIf.length > 0) variants.push([whatIf.join(", "), whatIfs(base, args)]);
  if (variants.length === 0) {
    throw new InputError(
      "nothing to compare with: the scenario names no variants; give a what-if, as in --set staff.physician.count=3",
    );
  }
  return Object.fromEntries(variants);
}
