/**
 * The lines of a table by the names of its columns, each cell read by what its column holds.
 *
 * @module
 */

import type { Issue } from "../errors.ts";
import { readTable, unguarded } from "./spreadsheet.ts";
import type { Kind } from "./table-cells.ts";

/** What a table holds. */
interface Shape {
  readonly table: string;
  readonly columns: Readonly<Record<string, Kind>>;
  /** Columns of which no cell may be empty. */
  readonly needed: readonly string[];
}

/** A line: what its cells say, the empty ones left out. */
export interface Row {
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The most lines of a table. */
const MOST_LINES = 20_000;

/** The lines of a table; what is wrong with it becomes issues. */
export function rowsOf(csv: string, { table, columns, needed }: Shape, issues: Issue[]): Row[] {
  const [heading, ...lines] = readTable(csv);
  const known = Object.keys(columns).join(", ");
  const wrong = (column: string, line: number, code: string, message: string, hint: string) => {
    if (issues.length < 1000)
      issues.push({ code, path: column === "" ? table : `${table}/${column}`, line, message, hint });
  };
  if (heading === undefined) {
    wrong("", 1, "empty", "the table is empty", `begin with a line of headings: ${known}`);
    return [];
  }
  const names = heading.cells.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, " "),
  );
  names.forEach((column, index) => {
    if (column === "" || Object.hasOwn(columns, column)) {
      if (column === "" || names.indexOf(column) === index) return;
      wrong(column, heading.line, "duplicate-key", `two columns are headed “${column}”`, "keep one of them");
    } else
      wrong(column, heading.line, "unknown-key", `no table of this kind has a column “${column}”`, `known: ${known}`);
  });
  for (const column of needed) {
    if (names.includes(column)) continue;
    wrong("", heading.line, "missing-key", `no column is headed “${column}”`, `known: ${known}`);
  }
  if (lines.length > MOST_LINES) {
    wrong(
      "",
      heading.line,
      "too-large",
      `there are ${lines.length} lines, more than ${MOST_LINES}`,
      "is it the right table?",
    );
    return [];
  }
  return lines.map(({ line, cells }) => {
    const values: Record<string, unknown> = {};
    names.forEach((column, index) => {
      const kind = Object.hasOwn(columns, column) ? columns[column] : undefined;
      const cell = unguarded(cells[index] ?? "").trim();
      if (kind === undefined) return;
      const value = cell === "" ? undefined : kind.read(cell);
      if (value !== undefined) values[column] = value;
      else if (cell !== "") wrong(column, line, kind.code, `“${cell}” is not ${kind.what}`, kind.hint);
      else if (needed.includes(column)) wrong(column, line, "missing-key", `the cell “${column}” is empty`, kind.hint);
    });
    return { line, values };
  });
}
