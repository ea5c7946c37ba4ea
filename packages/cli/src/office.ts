import {
  applyChanges,
  type Change,
  type Difference,
  difference,
  parseScenario,
  parseWhatIf,
  type Scenario,
  variantChanges,
  warningsOf,
} from "@praxis/engine";
import { type Arguments, text, texts } from "./arguments.ts";
import { readText } from "./files.ts";
import type { Terminal } from "./terminal.ts";
import { InputError } from "./trouble.ts";

/** A scenario as a command line describes it. */
export interface Office {
  /** As it stands in the file. */
  readonly base: Scenario;
  /** With the changes of --variant and --set. */
  readonly scenario: Scenario;
  /** What really differs between the two. */
  readonly changes: readonly Difference[];
}

/**
 * Reads the scenario file of a command line, and applies its --variant and --set, in this order.
 * Warnings about the result go to the terminal.
 *
 * @throws {InputError} when the file cannot be read
 * @throws {ScenarioError} when something is wrong in it, or a change does not fit
 */
export function readOffice(args: Arguments, terminal: Terminal): Office {
  const base = readScenario(args);
  const scenario = applyChanges(base, [...namedChanges(base, texts(args, "variant")), ...whatIfs(base, args)]);
  warn(scenario, terminal);
  return { base, scenario, changes: difference(base, scenario) };
}

/** Reads the scenario file of a command line. */
export function readScenario(args: Arguments): Scenario {
  const file = fileOf(args, "run");
  return parseScenario(readText(file), { file: fileName(file) });
}

/**
 * The scenario file that was named.
 *
 * @throws {InputError} when none was
 */
export function fileOf(args: Arguments, command: string): string {
  const file = text(args, "file");
  if (file !== undefined && file !== "") return file;
  throw new InputError(
    `${command} needs a scenario file, as in: praxis ${command} scenarios/family-practice/scenario.yaml; - reads what is piped in`,
  );
}

/** What a scenario file is called in messages. */
export function fileName(file: string): string {
  return file === "-" ? "standard input" : file;
}

/** The changes of variants that the file names, one after the other. */
export function namedChanges(scenario: Scenario, names: readonly string[]): Change[] {
  return names.flatMap((name) => variantChanges(scenario, name));
}

/** The changes of --set. */
export function whatIfs(scenario: Scenario, args: Arguments): Change[] {
  return texts(args, "set").map((whatIf) => parseWhatIf(whatIf, scenario));
}

/** Says what is legal but strange. */
export function warn(scenario: Scenario, terminal: Terminal): void {
  for (const { message, hint } of warningsOf(scenario)) terminal.tell(`warning: ${message}${hint && `; ${hint}`}\n`);
}
