import { checkSession, parseSession, type SessionQuestion } from "@praxis/engine";
import type { Arguments } from "./arguments.ts";
import { readText } from "./files.ts";
import { lineOf } from "./findings.ts";
import { fileName, fileOf } from "./input-file.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Reads the session file of a command line. What is strange in it goes to the terminal.
 *
 * @throws {InputError} when the file cannot be read
 * @throws {ScenarioError} when something is wrong in it
 */
export function readSessionFile(args: Arguments, terminal: Terminal): { question: SessionQuestion; content: string } {
  const file = fileOf(args, "template solve", "session");
  const content = readText(file);
  const question = parseSession(content, { file: fileName(file) });
  for (const warning of checkSession(content).warnings) {
    terminal.tell(`${lineOf(fileName(file), "warning", warning)}\n`);
  }
  return { question, content };
}
