import { answerAccess, reportAccess } from "@praxis/engine";
import { type Arguments, text } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { conducted, experimentOptions } from "../experiment.ts";
import { readOffice } from "../office.ts";
import type { OptionName } from "../options.ts";
import { comparisonRows } from "../rows.ts";
import { InputError } from "../trouble.ts";

/** Says whether an office can see all who ask, and what would help: `praxis template access`. */
export const templateAccess: Action = async (args, terminal) => {
  const { scenario, changes } = readOffice(args, terminal);
  const levels = {
    ...levelOf(args, "reminders", "reminders"),
    ...levelOf(args, "same-day", "sameDay"),
    ...levelOf(args, "growth", "growth"),
  };
  const options = experimentOptions(args);
  const answer = await conducted(args, terminal, (executor, progress) =>
    answerAccess(executor, scenario, { ...options, levels, progress }),
  );
  return {
    data: changes.length === 0 ? answer : { ...answer, changes },
    rows: () => comparisonRows(answer.comparison),
    report: () => reportAccess(answer),
  };
};

/** A share from the command line, under the name that the engine gives it; nothing when it is not there. */
function levelOf(args: Arguments, name: OptionName, key: string): Record<string, number> {
  const given = text(args, name);
  if (given === undefined) return {};
  const [, digits] = /^(\d+(?:\.\d+)?)\s*%$/.exec(given.trim()) ?? [];
  const level = Number(digits) / 100;
  if (!(level > 0 && level <= 1)) {
    throw new InputError(`--${name} must be a share above 0 % and at most 100 %, such as 30%, got "${given}"`);
  }
  return { [key]: level };
}
