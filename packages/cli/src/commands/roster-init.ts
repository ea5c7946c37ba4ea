import {
  clockText,
  minutes,
  reportCover,
  rosterOfScenario,
  rosterText,
  type ScenarioRoster,
  share,
} from "@praxis/engine";
import type { Row } from "../answer.ts";
import { type Arguments, seed, text, wholeNumber } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { readOffice } from "../office.ts";
import type { OptionName } from "../options.ts";
import { exitCodes, InputError } from "../trouble.ts";

/** Says how many people a scenario needs when, and writes its roster problem: `praxis roster init`. */
export const rosterInit: Action = async (args, terminal) => {
  const { scenario } = readOffice(args, terminal);
  const wanted = quantityOf(args, "share", { read: share, example: "80 %", isGood: (value) => value > 0 && value < 1 });
  const within = quantityOf(args, "within", {
    read: minutes,
    example: "2 min",
    isGood: (value) => value >= 0 && value < 1440,
  });
  const replications = wholeNumber(args, "replications", { from: 10, to: 10_000 });
  const answer = rosterOfScenario(scenario, {
    seed: seed(args),
    ...(wanted !== undefined && { share: wanted }),
    ...(within !== undefined && { within }),
    ...(replications !== undefined && { replications }),
    onProgress: (role) => terminal.tell(`how many are needed: ${role} …\n`),
  });
  return {
    data: answer,
    rows: () => rowsOf(answer),
    report: () => reportCover(answer),
    texts: { yaml: () => rosterText(answer) },
    exitCode: answer.roles.every(({ met }) => met) ? exitCodes.done : exitCodes.noFeasibleAnswer,
  };
};

/** What a flag says with its unit; undefined when it is not there. */
function quantityOf(
  args: Arguments,
  name: OptionName,
  { read, example, isGood }: { read: (text: string) => number; example: string; isGood: (value: number) => boolean },
): number | undefined {
  const given = text(args, name);
  if (given === undefined) return undefined;
  const value = valueOr(() => read(given), Number.NaN);
  if (!isGood(value))
    throw new InputError(`--${name} ${given} is not understood; write for example --${name} "${example}"`);
  return value;
}

function valueOr(read: () => number, otherwise: number): number {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function rowsOf({ roles }: ScenarioRoster): Row[] {
  return roles.flatMap(({ role, intervals, present }) =>
    intervals.map((interval, index) => ({
      role,
      from: clockText(interval.from),
      to: clockText(interval.to),
      offered: interval.offered,
      offeredHalfWidth: interval.offeredHalfWidth,
      needed: interval.people,
      there: present[index]!,
      inTime: interval.reached,
      inTimeHalfWidth: interval.reachedHalfWidth,
    })),
  );
}
