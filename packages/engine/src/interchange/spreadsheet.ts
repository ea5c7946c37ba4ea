/**
 * The habits of spreadsheets: what they take for formulas, and in which ways they write the same table.
 *
 * @module
 */

import { parse } from "csv-parse/browser/esm/sync";
import { type Issue, ScenarioError } from "../errors.ts";

/** One line of a table with the number of the line of text on which it begins, from 1. */
export interface TableLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a spreadsheet would take for a formula, the wide forms of the signs too, behind any apostrophes of the text's own. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell that no spreadsheet takes for a formula: with an apostrophe in front if need be. */
export function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** A cell without the apostrophe that {@link guarded} puts in front. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** A table with a byte order mark, if it has letters that a spreadsheet would misread without. */
export function marked(text: string): string {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return `\uFEFF${text}`;
  return text;
}

/**
 * Reads a table in whichever way a spreadsheet has written it: with commas, semicolons or tabs, with any ends of lines,
 * with or without a byte order mark. Lines without any content are left out.
 *
 * @throws {ScenarioError} when a quotation mark is never closed
 */
export function readTable(text: string): TableLine[] {
  const [, separator, rest] = /^\uFEFF?sep=([,;\t])(\r?\n.*)$/s.exec(text) ?? [];
  const body = rest ?? text;
  try {
    return linesOf(
      parse(body, {
        bom: true,
        delimiter: separator ?? separatorOf(body),
        info: true,
        record_delimiter: ["\r\n", "\n", "\r"],
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
      }),
    );
  } catch (error) {
    throw new ScenarioError([unreadable(error)]);
  }
}

/** The sign that stands most often in the first line that says something, outside of quotation marks. */
function separatorOf(text: string): string {
  const first = text.split(/[\r\n]+/, 3).find((line) => line.replace(/[\uFEFF\s,;]/g, "") !== "") ?? "";
  const bare = first.replace(/"[^"]*"/g, "");
  const count = (sign: string) => bare.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/**
 * The records that say something, with the lines on which they begin. The parser tells where each ends, and takes a
 * carriage return and a line feed between quotation marks for two ends of lines.
 */
function linesOf(records: ReturnType<typeof parse>): TableLine[] {
  let countedTwice = 0;
  return records.flatMap(({ info, record }) => {
    const cells = record.join(" ");
    const pairs = cells.match(/\r\n/g)?.length ?? 0;
    const breaks = cells.match(/[\r\n]/g)?.length ?? 0;
    const line = info.lines - countedTwice - breaks;
    countedTwice += pairs;
    return cells.trim() === "" ? [] : [{ line, cells: record }];
  });
}

function unreadable(error: unknown): Issue {
  const { code, lines } = error as { readonly code?: unknown; readonly lines?: unknown };
  if (typeof code !== "string" || !code.startsWith("CSV_")) throw error;
  return {
    code: "not-a-table",
    path: "",
    ...(typeof lines === "number" ? { line: lines } : {}),
    message: "the text cannot be read as a table: a quotation mark is opened and never closed",
    hint: "save the sheet as CSV once more, or close the quotation mark",
  };
}
