import { type Arguments, text } from "./arguments.ts";
import { InputError } from "./trouble.ts";

/** A file of the family practice that comes with Praxis, for examples. */
type Example = "scenario" | "roster" | "session" | "week";

/**
 * The file that was named.
 *
 * @param example which file such a command takes
 * @throws {InputError} when none was
 */
export function fileOf(args: Arguments, command: string, example: Example = "scenario"): string {
  const file = text(args, "file");
  if (file !== undefined && file !== "") return file;
  throw new InputError(
    `${command} needs a ${example} file, as in: praxis ${command} scenarios/family-practice/${example}.yaml; - reads what is piped in`,
  );
}

/** What a file is called in messages. */
export function fileName(file: string): string {
  return file === "-" ? "standard input" : file;
}
