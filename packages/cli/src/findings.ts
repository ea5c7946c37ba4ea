import type { Issue } from "@praxis/engine";
import type { Answer, Row } from "./answer.ts";
import { exitCodes } from "./trouble.ts";

/** What was found in a file. */
export interface Found {
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** What the file is: `scenario`. */
  readonly what: string;
  /** What can be done with it when there are no issues: `runs`. */
  readonly does: string;
  /** And when there are: `cannot run`. */
  readonly doesNot: string;
}

/** Everything that is wrong or strange in a file, as the result of a check. */
export function findings(file: string, { issues, warnings, ...words }: Found): Answer {
  const valid = issues.length === 0;
  const found = [
    ...issues.map((issue) => ({ kind: "issue", issue })),
    ...warnings.map((issue) => ({ kind: "warning", issue })),
  ];
  return {
    data: { file, valid, issues, warnings },
    rows: () => found.map(({ kind, issue }) => rowOf(kind, issue)),
    report: () =>
      [...found.map(({ kind, issue }) => lineOf(file, kind, issue)), verdict({ issues, warnings, ...words })].join(
        "\n",
      ),
    exitCode: valid ? exitCodes.done : exitCodes.inputsFault,
  };
}

function rowOf(kind: string, { code, line, column, path, message, hint }: Issue): Row {
  return { kind, code, line: line ?? null, column: column ?? null, path, message, hint };
}

/** A finding on a line that editors and terminals can jump from. */
export function lineOf(file: string, kind: string, { line, column, path, message, hint }: Issue): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const where = path === "" ? "" : `${path}: `;
  return `${place}: ${kind}: ${where}${message}${hint === "" ? "" : `; ${hint}`}`;
}

function verdict({ issues, warnings, what, does, doesNot }: Found): string {
  const counts = [counted(issues.length, "issue"), counted(warnings.length, "warning")].filter((part) => part !== "");
  if (issues.length > 0) return `This ${what} ${doesNot}: ${counts.join(", ")}.`;
  return counts.length === 0
    ? `This ${what} ${does}; nothing in it is strange.`
    : `This ${what} ${does}: ${counts[0]}.`;
}

function counted(count: number, what: string): string {
  return count === 0 ? "" : `${count} ${what}${count === 1 ? "" : "s"}`;
}
