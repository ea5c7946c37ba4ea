import { formatIssue, type RosterTables, rosterWithTables, ScenarioError } from "@praxis/engine";
import { type Arguments, text } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { readText } from "../files.ts";
import { fileName, fileOf } from "../input-file.ts";
import { InputError } from "../trouble.ts";

const tables = ["people", "away", "demand"] as const satisfies readonly (keyof RosterTables)[];

/** Puts tables of a spreadsheet into a roster file, and gives the text: `praxis roster import`. */
export const rosterImport: Action = async (args) => {
  const file = readText(fileOf(args, "roster import", "roster"));
  const given = tables.flatMap((table) => {
    const path = text(args, table);
    return path === undefined ? [] : [[table, readText(path)] as const];
  });
  if (given.length === 0)
    throw new InputError("there is no table to put in; name one with --people, --away or --demand");
  const roster = inTheirFiles(args, () => rosterWithTables(file, Object.fromEntries(given)));
  return { data: { roster }, rows: () => [{ roster }], report: () => roster.trimEnd() };
};

/** Says of each issue in which of the files it is. */
function inTheirFiles<T>(args: Arguments, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const lines = error.issues.map((issue) => {
      const table = tables.find((one) => issue.path.startsWith(`${one}/`) || issue.path === one);
      return formatIssue(issue, fileName(table === undefined ? text(args, "file")! : text(args, table)!));
    });
    throw new InputError(lines.join("\n"), { cause: error });
  }
}
