import { reportMarkdown } from "@praxis/engine";
import { stringify } from "csv-stringify/sync";
import type { Answer, Row } from "../answer.ts";
import { printable } from "../printable.ts";
import { type Page, reportText } from "./report-text.ts";

/** The ways in which a result can be written. */
export type Format = "table" | "json" | "csv" | "markdown" | "html" | "ics" | "fhir" | "ndjson" | "yaml";

/** An answer as text, in the format asked for; ends with a line break. */
export function render(answer: Answer, format: Format, page: Page): string {
  const own = answer.texts?.[format];
  if (own !== undefined) return own();
  if (format === "json") return `${JSON.stringify(answer.data, undefined, 2)}\n`;
  if (format === "csv") return csv(answer.rows());
  const report = answer.report();
  if (typeof report === "string") return `${printable(report)}\n`;
  return format === "markdown" ? reportMarkdown(report) : reportText(report, page);
}

/** Comma-separated values with a header; what is infinite or unknown is empty, as it is null in JSON. */
function csv(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify(rows as Row[], {
    header: true,
    columns,
    // A name that begins with = is text, whatever a spreadsheet would make of it.
    escape_formulas: true,
    cast: {
      number: (value) => ({ value: Number.isFinite(value) ? String(value) : "", escape_formulas: false }),
      boolean: (value) => String(value),
    },
  });
}
