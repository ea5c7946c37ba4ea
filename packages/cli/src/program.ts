import { extname } from "node:path";
import type { Answer } from "./answer.ts";
import { type Arguments, flag, text } from "./arguments.ts";
import type { Command } from "./commands.ts";
import { holdsPublished, isSameFile, requireWritable, writeWhole } from "./files.ts";
import { parseArguments } from "./parse-arguments.ts";
import type { Format } from "./render/render.ts";
import type { Terminal } from "./terminal.ts";
import { codeOf, exitCodes, InputError, systemTrouble } from "./trouble.ts";

/** The ways in which a result can be written. */
const formats: readonly Format[] = ["table", "json", "csv", "markdown"];

/** Columns that text is fitted into where there is no terminal to ask. */
const PIPE_COLUMNS = 100;

/** The narrowest terminal that anything is fitted into. */
const FEWEST_COLUMNS = 24;

/** Does what the words of a command line ask for, and returns the exit code. Never throws. */
export async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await obey(words, terminal);
  } catch (error) {
    return await confess(error, terminal);
  }
}

async function obey(words: readonly string[], terminal: Terminal): Promise<number> {
  const width = Math.max(terminal.width ?? PIPE_COLUMNS, FEWEST_COLUMNS);
  const parsed = await parseArguments(words, Math.min(width, PIPE_COLUMNS));
  if (parsed.wish === "help") {
    await print(`${parsed.text}\n`, terminal);
    return exitCodes.done;
  }
  if (parsed.wish === "version") {
    const { engineVersion } = await import("@praxis/engine");
    await print(`praxis ${engineVersion}\n`, terminal);
    return exitCodes.done;
  }
  const { command, args } = parsed;
  const format = formatOf(args, [...formats, ...(command.formats ?? [])]);
  const output = text(args, "output");
  if (command.file?.required && text(args, "file") === undefined) {
    throw new InputError(`${command.name} needs a file, as in: ${exampleOf(command)}`);
  }
  if (command.roster?.required && text(args, "roster") === undefined) {
    throw new InputError(`${command.name} needs a problem and a roster, as in: ${exampleOf(command)}`);
  }
  if (output !== undefined) requireOutput(output, args);
  const audience = flag(args, "quiet") ? muted(terminal) : terminal;
  const action = await command.load();
  const answer = await action(args, audience);
  if (answer === undefined) return exitCodes.done;
  if (output !== undefined && answer.isEmptyHanded === true) {
    // A draft that is there already is worth more than a file that says why there is no other.
    await deliver(answer, { format: "table", output: undefined, width }, terminal);
    audience.tell(`nothing was written to ${output}\n`);
    return answer.exitCode ?? exitCodes.done;
  }
  await deliver(answer, { format, output, width }, terminal);
  if (output !== undefined) audience.tell(`written to ${output}\n`);
  return answer.exitCode ?? exitCodes.done;
}

function exampleOf({ name, examples, roster }: Command): string {
  return examples[0]?.[0] ?? `praxis ${name} office.yaml${roster === undefined ? "" : " roster.json"}`;
}

/** What a file is written in when its name ends so. */
const byEnding: Readonly<Record<string, Format>> = {
  ".json": "json",
  ".csv": "csv",
  ".md": "markdown",
  ".html": "html",
  ".ics": "ics",
  ".yaml": "yaml",
  ".ndjson": "ndjson",
};

function formatOf(args: Arguments, known: readonly Format[]): Format {
  const asked = text(args, "format");
  const ending = byEnding[extname(text(args, "output") ?? "").toLowerCase()] ?? "table";
  if (asked === undefined) return known.includes(ending) ? ending : "table";
  const format = known.find((format) => format === asked);
  if (format === undefined) throw new InputError(`--format ${asked} is unknown; known: ${known.join(", ")}`);
  return format;
}

/** @throws {InputError} when a result could not be written there, or would take the place of what must stay */
function requireOutput(output: string, args: Arguments): void {
  const sources = (["file", "changes", "roster", "roster-problem", "people", "away", "demand", "today"] as const).map(
    (name) => text(args, name),
  );
  if (sources.some((file) => file !== undefined && isSameFile(output, file))) {
    throw new InputError(`--output ${output} would overwrite the file that it is made from; choose another name`);
  }
  if (holdsPublished(output)) {
    throw new InputError(
      `--output ${output} is a roster that has been published; it is never changed, choose another name`,
    );
  }
  requireWritable(output);
}

async function deliver(
  answer: Answer,
  { format, output, width }: { format: Format; output: string | undefined; width: number },
  terminal: Terminal,
): Promise<void> {
  const { render } = await import("./render/render.ts");
  if (output === undefined) {
    await print(render(answer, format, { width, styled: terminal.styled }), terminal);
  } else {
    writeWhole(output, render(answer, format, { width: PIPE_COLUMNS, styled: false }));
  }
}

/** @throws {InputError} when the result has no place to go; not when its reader has heard enough */
async function print(text: string, terminal: Terminal): Promise<void> {
  try {
    await terminal.print(text);
  } catch (error) {
    if (codeOf(error) === "EPIPE") return;
    throw new InputError(`cannot write the result: ${systemTrouble(error)}`, { cause: error });
  }
}

function muted(terminal: Terminal): Terminal {
  return { ...terminal, tell: () => {}, progress: undefined };
}

/** Says what went wrong in words that help, and whose fault it is. */
async function confess(error: unknown, terminal: Terminal): Promise<number> {
  const details = terminal.debug && error instanceof Error ? `\n${error.stack}\n` : "";
  if (await isInputsFault(error)) {
    terminal.tell(`praxis: ${messageOf(error)}\n${details}`);
    return exitCodes.inputsFault;
  }
  const hint = details === "" ? "PRAXIS_DEBUG=1 shows where it happened." : "";
  terminal.tell(`praxis: something went wrong that is not your fault: ${messageOf(error)}\n${hint}${details}\n`);
  return exitCodes.ourFault;
}

/** Whether whoever wrote the file or the command line can put it right. */
async function isInputsFault(error: unknown): Promise<boolean> {
  if (error instanceof InputError) return true;
  const { OfficeError } = await import("@praxis/engine");
  return error instanceof OfficeError;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
