import { applyChanges, type Change, compareWith, reportComparison, type Scenario } from "@praxis/engine";
import { type Arguments, text, texts } from "../arguments.ts";
import { clockOf } from "../clock.ts";
import type { Action } from "../commands.ts";
import { conducted, sequentialOptions } from "../experiment.ts";
import { changesOf, namedChanges, readScenario, rosterOf, warn, whatIfs } from "../office.ts";
import { ranked, refuseAlone } from "../ranking.ts";
import { comparisonRows } from "../rows.ts";
import type { Terminal } from "../terminal.ts";
import { exitCodes, InputError } from "../trouble.ts";

/** The variant that --roster makes. */
const rostered = "as rostered";

/** Simulates variants beside the office as it is: `praxis compare`. */
export const compare: Action = async (args, terminal) => {
  const office = readScenario(args);
  const variants = variantsOf(office, args, terminal);
  // A roster of four weeks is compared with four weeks of the office as it is.
  const base = applyChanges(
    office,
    (variants[rostered] ?? []).filter(({ path }) => path[0] === "calendar"),
  );
  warn(base, terminal);
  if (text(args, "rank") !== undefined) return await ranked(base, variants, { args, terminal });
  refuseAlone(args);
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

/** The variants asked for by name, one as --roster has it, and one more of all that --set sets; all of the file when nothing is asked for. */
function variantsOf(base: Scenario, args: Arguments, terminal: Terminal): Record<string, readonly Change[]> {
  const whatIf = texts(args, "set");
  const asked = texts(args, "variant");
  const roster = rosterOf(base, args, terminal);
  const changes = changesOf(args);
  const isAsked = [asked, whatIf, roster, changes].some((list) => list.length > 0);
  const named = isAsked ? asked : Object.keys(base.variants ?? {});
  const variants: [string, readonly Change[]][] = named.map((name) => [name, namedChanges(base, [name])]);
  if (changes.length > 0) variants.push([text(args, "changes")!, changes]);
  if (roster.length > 0) variants.push([rostered, roster]);
  if (whatIf.length > 0) variants.push([whatIf.join(", "), whatIfs(base, args)]);
  if (variants.length === 0) {
    throw new InputError(
      "nothing to compare with: the scenario names no variants; give a what-if, as in --set staff.physician.count=3",
    );
  }
  return Object.fromEntries(variants);
}
