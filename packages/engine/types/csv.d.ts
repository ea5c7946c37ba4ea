/**
 * What the engine uses of csv-parse and csv-stringify.
 *
 * Their own declarations bring in those of Node, and with them clocks and files that the engine has to do without.
 */

/** Where a record of the text is. */
interface RecordInfo {
  /** Line on which the record ends, from 1. */
  readonly lines: number;
}

export interface ParseOptions {
  readonly bom: boolean;
  readonly delimiter: string;
  readonly info: true;
  readonly record_delimiter: readonly string[];
  readonly relax_column_count: boolean;
  readonly relax_quotes: boolean;
  readonly skip_empty_lines: boolean;
}

export function parse(text: string, options: ParseOptions): { readonly info: RecordInfo; readonly record: string[] }[];

export interface StringifyOptions {
  readonly quoted_match: RegExp;
  readonly record_delimiter: "windows";
}

export function stringify(rows: readonly (readonly string[])[], options: StringifyOptions): string;
