import {
  applyChanges,
  type Change,
  type Difference,
  difference,
  parseScenario,
  parseVariant,
  parseWhatIf,
  rosterChanges,
  type Scenario,
  variantChanges,
  warningsOf,
} from "@praxis/engine";
import { type Arguments, text, texts } from "./arguments.ts";
import { readText } from "./files.ts";
import { fileName, fileOf } from "./input-file.ts";
import { absencesOf, readProblem, readRoster } from "./roster.ts";
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
 * Reads the scenario file of a command line, and applies its --variant, --changes, --roster and --set, in this order.
 * Warnings about the result go to the terminal.
 *
 * @throws {InputError} when the file cannot be read
 * @throws {ScenarioError} when something is wrong in it, or a change does not fit
 */
export function readOffice(args: Arguments, terminal: Terminal): Office {
  const base = readScenario(args);
  const changes = [
    ...namedChanges(base, texts(args, "variant")),
    ...changesOf(args),
    ...rosterOf(base, args, terminal),
    ...whatIfs(base, args),
  ];
  const scenario = applyChanges(base, changes);
  warn(scenario, terminal);
  return { base, scenario, changes: difference(base, scenario) };
}

/** Reads the scenario file of a command line. */
export function readScenario(args: Arguments): Scenario {
  const file = fileOf(args, "run");
  return parseScenario(readText(file), { file: fileName(file) });
}

/**
 * The changes of the file that --changes names; none without it.
 *
 * @throws {InputError} when the file cannot be read
 * @throws {ScenarioError} when something is wrong in it
 */
export function changesOf(args: Arguments): Change[] {
  const file = text(args, "changes");
  return file === undefined ? [] : parseVariant(readText(file), { file: fileName(file) });
}

/** The changes of variants that the file names, one after the other. */
export function namedChanges(scenario: Scenario, names: readonly string[]): Change[] {
  return names.flatMap((name) => variantChanges(scenario, name));
}

/**
 * The changes of --roster, with whoever is --absent left out; none without it.
 *
 * @throws {InputError} when one of the two files is missing, or a flag names nobody or no day
 */
export function rosterOf(scenario: Scenario, args: Arguments, terminal: Terminal): Change[] {
  const [roster, file] = [text(args, "roster"), text(args, "roster-problem")];
  if (roster === undefined && file === undefined) {
    if (texts(args, "absent").length > 0)
      throw new InputError("--absent needs a --roster in which somebody is missing");
    return [];
  }
  if (roster === undefined || file === undefined) {
    const example = "--roster-problem scenarios/family-practice/roster.yaml --roster roster.json";
    throw new InputError(`--roster and --roster-problem go together, as in: ${example}`);
  }
  const problem = readProblem({ file }, terminal);
  const missing = absencesOf(args, problem).flatMap(({ person, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({ person: problem.people[person]!.id, day: from + index })),
  );
  return rosterChanges(problem, readRoster({ roster }, problem), { scenario, missing });
}

/** The changes of --set. */
export function whatIfs(scenario: Scenario, args: Arguments): Change[] {
  return texts(args, "set").map((whatIf) => parseWhatIf(whatIf, scenario));
}

/** Says what is legal but strange. */
export function warn(scenario: Scenario, terminal: Terminal): void {
  for (const { message, hint } of warningsOf(scenario)) terminal.tell(`warning: ${message}${hint && `; ${hint}`}\n`);
}
