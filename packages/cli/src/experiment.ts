import { availableParallelism } from "node:os";
import {
  type Executor,
  type ExperimentOptions,
  measureNamed,
  minutes,
  type Precision,
  type Progress,
  type Scenario,
  share,
} from "@praxis/engine";
import { type Arguments, confidence, names, seed, text, wholeNumber } from "./arguments.ts";
import { localExecutor } from "./executor.ts";
import type { OptionName } from "./options.ts";
import { progressBar } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import { InputError } from "./trouble.ts";

const MINUTES_OF_A_DAY = 1440;

/** More would not fit into memory, and say nothing new. */
export const MOST_REPLICATIONS = 1_000_000;

/** What a command line says about an experiment. */
export function experimentOptions(args: Arguments): ExperimentOptions & { readonly confidence: number } {
  const measures = names(args, "measures");
  const replications = wholeNumber(args, "replications", { from: 1, to: MOST_REPLICATIONS }) ?? 100;
  return { replications, seed: seed(args), confidence: confidence(args), ...(measures && { measures }) };
}

/** The same for commands that can go on until they are precise enough. */
export function sequentialOptions(
  args: Arguments,
  scenario: Scenario,
): ExperimentOptions & { readonly until?: Precision } {
  const options = experimentOptions(args);
  const until = precisionOf(args, scenario);
  if (until === undefined) return options;
  const replications = wholeNumber(args, "replications", { from: 10, to: MOST_REPLICATIONS }) ?? 10_000;
  return { ...options, replications, until };
}

function precisionOf(args: Arguments, scenario: Scenario): Precision | undefined {
  const wish = text(args, "until-half-width");
  const measure = text(args, "measure");
  if (wish === undefined && measure === undefined) return undefined;
  if (wish === undefined || measure === undefined) {
    const example = "--until-half-width 0.5min --measure wait.consult";
    throw new InputError(`--until-half-width and --measure go together, as in: ${example}`);
  }
  const { unit } = measureNamed(measure, scenario);
  return { measure, halfWidth: amountOf(wish, { unit, measure, flag: "until-half-width" }) };
}

/**
 * Runs an experiment in as many threads as the command line says, with a progress bar while somebody watches.
 */
export async function conducted<Result>(
  args: Arguments,
  terminal: Terminal,
  experiment: (executor: Executor, progress: (progress: Progress) => void) => Promise<Result>,
): Promise<Result> {
  const workers = wholeNumber(args, "workers", { from: 1, to: 256 }) ?? availableParallelism();
  const executor = localExecutor({ workers });
  const bar = await progressBar(terminal);
  try {
    return await experiment(executor, (progress) => bar.update(progress));
  } finally {
    bar.stop();
    await executor.close();
  }
}

/** An amount in the unit of a measure: "0.5min", "2 %", "$20", "3". */
export function amountOf(
  wish: string,
  { unit, measure, flag }: { readonly unit: string; readonly measure: string; readonly flag: OptionName },
): number {
  const { example, read } = reading(unit);
  const value = read(wish.trim());
  if (!(value > 0 && value < Infinity)) {
    throw new InputError(
      `--${flag} of ${measure} must be a positive number with its unit, such as ${example}; got "${wish}"`,
    );
  }
  return value;
}

/** How half-widths of a unit are written, and read. */
function reading(unit: string): { readonly example: string; readonly read: (text: string) => number } {
  const orNaN = (read: (text: string) => number) => (text: string) => {
    try {
      return read(text);
    } catch {
      return Number.NaN;
    }
  };
  if (unit === "min" || unit === "clock") return { example: "0.5min", read: orNaN(minutes) };
  if (unit === "d") return { example: "0.5d", read: orNaN((text) => minutes(text) / MINUTES_OF_A_DAY) };
  if (unit === "share") return { example: "2%", read: orNaN(share) };
  const plain = unit === "$" ? /^\$?(\d+(?:\.\d+)?)$/ : /^(\d+(?:\.\d+)?)(?: \w+)?$/;
  return { example: unit === "$" ? "$20" : "0.5", read: (text) => Number(plain.exec(text)?.[1] ?? Number.NaN) };
}
