import yargs, { type Argv } from "yargs";
import type { Arguments } from "./arguments.ts";
import { type Command, commands } from "./commands.ts";
import { type Option, type OptionName, options } from "./options.ts";
import { InputError } from "./trouble.ts";

/** What was typed: a command with its arguments, or a wish for words about them. */
export type Parsed =
  | { readonly wish: "command"; readonly command: Command; readonly args: Arguments }
  | { readonly wish: "help"; readonly text: string }
  | { readonly wish: "version" };

const exitCodeWords =
  "Exit codes: 0 done, 1 our fault, 2 something in a file or flag is wrong, 3 nothing keeps to all that was asked for.";

/**
 * Reads the words of a command line.
 *
 * @param width columns to fit the help into
 * @throws {InputError} when a command or flag is unknown, lacks its value, or has one too many
 */
export async function parseArguments(words: readonly string[], width: number): Promise<Parsed> {
  let help = "";
  const parser = addCommands(emptyParser(width));
  const parsed: Record<string, unknown> = await parser.parseAsync(words, {}, (_, __, output) => {
    help = output;
  });
  const { name, others } = nameAmong((parsed["_"] as unknown[]).map(String));
  if (parsed["version"] === true && name === undefined) return { wish: "version" };
  if (name === undefined && help === "") help = await parser.getHelp();
  const command = commands.find((command) => command.name === name);
  if (name !== undefined && isGroup(name) && help === "") return await parseArguments([name, "--help"], width);
  if (name !== undefined && command === undefined && !isGroup(name)) {
    throw await unknown("command", name, namesOf(commands));
  }
  const known = ["help", ...(command?.options ?? ["version"])];
  const strange = Object.keys(parsed).find((key) => !["_", "$0", "file", "roster", ...known].includes(key));
  if (strange !== undefined) throw await unknown("flag", dashed(strange), known.map(dashed), command);
  if (command === undefined || parsed["help"] === true) return { wish: "help", text: help };
  refuseTooMany(command, parsed, others);
  // yargs takes a dash alone for an empty word.
  for (const name of ["file", "roster"]) if (parsed[name] === "" && words.includes("-")) parsed[name] = "-";
  return { wish: "command", command, args: parsed as Arguments };
}

function emptyParser(width: number): Argv {
  return (
    yargs()
      .scriptName("praxis")
      .usage(
        "praxis <command> [options]\n\nSimulates a medical office: what to expect of a day, and what a change is worth.",
      )
      .parserConfiguration({
        "dot-notation": false,
        "camel-case-expansion": false,
        "parse-numbers": false,
        "parse-positional-numbers": false,
        "boolean-negation": false,
        "short-option-groups": false,
      })
      .locale("en")
      .exitProcess(false)
      // The command's handler would still run after a failure that does not throw.
      .fail((message, error) => {
        throw error === undefined || error.name === "YError" ? new InputError(inOurWords(message)) : error;
      })
      .help("help")
      .describe("help", "Show what a command does, with examples")
      // Known to yargs as a plain flag: its own --version looks for a package.json.
      .version(false)
      .option("version", { type: "boolean", describe: "Show the version" })
      .group(["help", "version"], "Options:")
      .epilog(`praxis <command> --help shows the flags of a command, with examples.\n\n${exitCodeWords}`)
      .wrap(width)
  );
}

/** The command that words begin with: one of two words, the group of such, or one of one word. */
function nameAmong(words: readonly string[]): {
  readonly name: string | undefined;
  readonly others: readonly string[];
} {
  const both = words.slice(0, 2).join(" ");
  if (commands.some(({ name }) => name === both)) return { name: both, others: words.slice(2) };
  return { name: words.length > 1 && isGroup(words[0]!) ? both : words[0], others: words.slice(1) };
}

function isGroup(word: string): boolean {
  return commands.some(({ name }) => name.startsWith(`${word} `));
}

/** Every command, those of a group inside of it, where the first of them stands. */
function addCommands(parser: Argv): Argv {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    const [group = ""] = command.name.split(" ");
    groups.set(group, [...(groups.get(group) ?? []), command]);
  }
  for (const [group, members] of groups) {
    if (!isGroup(group)) for (const command of members) addCommand(parser, command);
    else {
      parser.command(group, groupDescription(members), (inner) => {
        for (const command of members) addCommand(inner, command);
        return inner.hide("version").usage(`praxis ${group} <command> [options]`).epilog(exitCodeWords);
      });
    }
  }
  return parser;
}

/** What the commands of a group are about. */
const groups: Readonly<Record<string, string>> = {
  roster: "rosters for the people of an office",
  template: "appointment templates for its providers",
};

function groupDescription(members: readonly Command[]): string {
  const [group = ""] = members[0]!.name.split(" ");
  return `${members.map(({ name }) => name.split(" ")[1]).join(", ")}: ${groups[group]}`;
}

function addCommand(parser: Argv, command: Command): Argv {
  const { name, file, roster, describe } = command;
  const positional = (argument: string, { required }: { readonly required: boolean }) =>
    required ? ` <${argument}>` : ` [${argument}]`;
  const usage = `${name.split(" ").at(-1)}${file ? positional("file", file) : ""}${roster ? positional("roster", roster) : ""}`;
  return parser.command(usage, describe, (inner) => {
    if (file !== undefined) inner.positional("file", { type: "string", describe: file.describe });
    if (roster !== undefined) inner.positional("roster", { type: "string", describe: roster.describe });
    for (const option of command.options) inner.option(option, yargsOption(optionOf(option, command)));
    return inner.hide("version").epilog(`${examplesText(command)}${exitCodeWords}`);
  });
}

/** An option as it is for a command: some have words of their own for it, some write formats that others do not. */
function optionOf(name: OptionName, { formats = [], words = {} }: Command): Option {
  const option: Option = { ...options[name], ...words[name] };
  return name === "format" && formats.length > 0
    ? { ...option, describe: `${option.describe}, ${formats.join(", ")}` }
    : option;
}

/** Each example on a line of its own, so that it can be copied. */
function examplesText({ examples }: Command): string {
  const lines = examples.map(([line, does]) => `# ${does}\n  ${line}\n`);
  return lines.length === 0 ? "" : `Examples:\n${lines.join("")}\n`;
}

/** What yargs says, where we can say it better. */
function inOurWords(message: string): string {
  const [, option] = /^Not enough arguments following: (\S+)$/.exec(message) ?? [];
  if (/^Not enough non-option arguments/.test(message)) return "a file is missing; --help says which";
  return option === undefined ? message : `${dashed(option)} needs a value`;
}

function yargsOption({ takes, describe, otherwise }: Option) {
  return {
    type: takes === "flag" ? ("boolean" as const) : ("string" as const),
    array: takes === "list",
    describe,
    // Without it a flag whose value was forgotten would count as not there.
    ...(takes !== "flag" && { nargs: 1 }),
    ...(otherwise !== undefined && { defaultDescription: otherwise }),
  };
}

function refuseTooMany(command: Command, parsed: Record<string, unknown>, others: readonly string[]): void {
  if (others.length > 0) {
    const takes = command.file === undefined ? "no file" : command.roster === undefined ? "one file" : "two files";
    throw new InputError(`"${others[0]}" is too much: ${command.name} takes ${takes}; quote names that hold spaces`);
  }
  for (const option of command.options) {
    const { takes } = options[option];
    if (takes !== "list" && Array.isArray(parsed[option])) {
      throw new InputError(`${dashed(option)} is given more than once; give it once`);
    }
  }
}

async function unknown(what: string, name: string, known: readonly string[], command?: Command): Promise<InputError> {
  // The engine knows how far names are apart; it is loaded only now that we need it.
  const { nearestName } = await import("@praxis/engine");
  const nearest = nearestName(name, known);
  const where = command === undefined ? "" : ` ${command.name}`;
  const hint = nearest === undefined ? `praxis${where} --help lists all` : `did you mean ${nearest}?`;
  return new InputError(`${what} ${name} is unknown${where && ` to${where}`}; ${hint}`);
}

function dashed(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

function namesOf(list: readonly Command[]): string[] {
  return list.map(({ name }) => name);
}
