import { type RosterTables, rosterWithTables } from "@praxis/engine";
import { text } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { readText } from "../files.ts";
import { fileOf } from "../input-file.ts";
import { InputError } from "../trouble.ts";

const tables = ["people", "away", "demand"] as const satisfies readonly (keyof RosterTables)[];

/** Puts tables of a spreadsheet into a roster file, and gives the text: `praxis roster import`. */
export const rosterImport: Action = async (args) => {
  const file = readText(fileOf(args, "roster import"));
  const given = tables.flatMap((table) => {
    const path = text(args, table);
    return path === undefined ? [] : [[table, readText(path)] as const];
  });
  if (given.length === 0)
    throw new InputError("there is no table to put in; name one with --people, --away or --demand");
  const roster = rosterWithTables(file, Object.fromEntries(given));
  return { data: { roster }, rows: () => [{ roster }], report: () => roster.trimEnd() };
};
