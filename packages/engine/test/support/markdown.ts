/** The blocks of a document, and the commands in them. */

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { matchesText } from "./expected.ts";
import { root } from "./sources.ts";

/** A fenced block: ```language fileName */
export interface Block {
  readonly language: string;
  /** The word behind the language, if there is one: the name of the file that the block shows. */
  readonly fileName: string | undefined;
  /** The line of the document on which the text of the block begins. */
  readonly line: number;
  readonly text: string;
}

/** A command, and what it shows. */
export interface Command {
  readonly line: number;
  readonly text: string;
  /** The output that the document shows; undefined when it shows none. */
  readonly output: string | undefined;
  readonly exitCode: number;
}

/** The fenced blocks of a Markdown document, in order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const [, language, fileName] = /^```(\S+)(?:[ \t]+(\S+))?/.exec(lines[index] ?? "") ?? [];
    if (language === undefined) continue;
    const end = lines.indexOf("```", index + 1);
    if (end < 0) throw new Error(`the block that begins on line ${index + 1} has no end`);
    blocks.push({ language, fileName, line: index + 2, text: lines.slice(index + 1, end).join("\n") });
    index = end;
  }
  return blocks;
}

/** The commands of a `sh` or `console` block: every line, or, once a line begins with `$ `, only those that do. */
export function commandsOf({ text, line }: Block): Command[] {
  const commands: { line: number; text: string; output: string[] | undefined; exitCode: number }[] = [];
  const lines = text.split("\n");
  const prompted = lines.some((each) => each.startsWith("$ "));
  for (let index = 0; index < lines.length; index++) {
    const current = lines[index] ?? "";
    if (prompted && !current.startsWith("$ ")) {
      const shown = commands.at(-1);
      if (shown !== undefined) shown.output = [...(shown.output ?? []), current];
      continue;
    }
    if (/^\s*(#|$)/.test(current)) continue;
    const first = line + index;
    let whole = current.replace(/^\$ /, "");
    while (whole.endsWith("\\") && index + 1 < lines.length)
      whole = `${whole.slice(0, -1)}${(lines[++index] ?? "").trim()}`;
    const exitCode = Number(/\s# exit code (\d+)$/.exec(whole)?.[1] ?? 0);
    commands.push({ line: first, text: whole.replace(/\s+#\s.*$/, ""), output: undefined, exitCode });
  }
  return commands.map((command) => ({ ...command, output: command.output?.join("\n").trimEnd() }));
}

/** An empty folder with a copy of the scenarios, in which the commands of a document run; disposed of at the end. */
export function workingFolder() {
  const folder = mkdtempSync(join(tmpdir(), "praxis-document-"));
  if (existsSync(`${root}scenarios`)) cpSync(`${root}scenarios`, join(folder, "scenarios"), { recursive: true });
  return {
    folder,
    write: ({ fileName = "", text }: Block) => writeFileSync(join(folder, fileName), `${text}\n`),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Runs a command as a reader of the document would, with the built command line.
 *
 * @returns what differs from the document; undefined when nothing does
 */
export function runCommand(command: Command, folder: string): string | undefined {
  const translated = translate(command.text);
  if (typeof translated !== "string") return translated.problem;
  if (translated === "") return undefined;

  const main = `${root}packages/cli/dist/main.js`;
  if (!existsSync(main)) return `${main} is missing; \`pnpm build:ts\` builds it`;
  const env = { ...process.env, COLUMNS: "100", NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync("sh", ["-c", translated], { cwd: folder, env, encoding: "utf8" });
  if (status !== command.exitCode) return `exit code ${status}, expected ${command.exitCode}\n${stdout}${stderr}`;
  if (command.output === undefined) return undefined;
  const shown = status === 0 ? stdout : stdout + stderr;
  return matchesLines(shown, command.output) ? undefined : `expected:\n${command.output}\n\ngot:\n${shown}`;
}

/** What a shell is to run for a command of a document: nothing for those that install or test the whole. */
function translate(text: string): string | { problem: string } {
  if (/^(git clone|cd) /.test(text)) return "";
  const script = /^(?:npm run|npm|pnpm run|pnpm) ([a-z][a-z:-]*)$/.exec(text)?.[1];
  if (script === "demo") return praxis("praxis demo");
  if (script !== undefined) {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    return script === "install" || script in scripts ? "" : { problem: `package.json has no script "${script}"` };
  }
  if (/^(npx |pnpm )?praxis\b|^(cat|head|ls) /.test(text)) return praxis(text);
  return {
    problem: `no idea how to run "${text}"; known: npx praxis …, npm run …, pnpm …, cat, head, ls, git clone, cd`,
  };
}

function praxis(text: string): string {
  const executable = `"${process.execPath}" "${root}packages/cli/dist/main.js"`;
  return text.replaceAll(/(^|[|;&] *)(?:npx |pnpm )?praxis\b/g, (_, before) => `${before}${executable}`);
}

/** Line by line, `…` in a line for any text, a lone `…` for any lines; spaces at the ends of lines do not count. */
function matchesLines(actual: string, expected: string): boolean {
  const trimmed = (text: string) => text.trimEnd().replaceAll(/[ \t]+$/gm, "");
  const wanted = trimmed(expected).split("\n");
  const given = trimmed(actual).split("\n");
  const matches = (from: number, at: number): boolean => {
    const line = wanted[from];
    if (line === undefined) return at === given.length;
    if (line.trim() === "…") {
      for (let next = at; next <= given.length; next++) if (matches(from + 1, next)) return true;
      return false;
    }
    const found = given[at];
    return found !== undefined && matchesText(found, line) && matches(from + 1, at + 1);
  };
  return matches(0, 0);
}
