import { type Arguments, text } from "./arguments.ts";
import { InputError } from "./trouble.ts";

/**
 * The file that was named.
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

/** What a file is called in messages. */
export function fileName(file: string): string {
  return file === "-" ? "standard input" : file;
}
