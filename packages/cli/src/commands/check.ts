import { checkScenario, type Issue } from "@praxis/engine";
import type { Row } from "../answer.ts";
import type { Action } from "../commands.ts";
import { readText } from "../files.ts";
import { fileName, fileOf } from "../office.ts";
import { exitCodes } from "../trouble.ts";

/** Finds what is wrong or strange in a scenario: `praxis check`. What it finds is its result. */
export const check: Action = async (args) => {
  const file = fileName(fileOf(args, "check"));
  const { issues, warnings } = checkScenario(readText(fileOf(args, "check")));
  const valid = issues.length === 0;
  const found = [
    ...issues.map((issue) => ({ kind: "issue", issue })),
    ...warnings.map((issue) => ({ kind: "warning", issue })),
  ];
  return {
    data: { file, valid, issues, warnings },
    rows: () => found.map(({ kind, issue }) => rowOf(kind, issue)),
    report: () => [...found.map(({ kind, issue }) => lineOf(file, kind, issue)), verdict(issues, warnings)].join("\n"),
    exitCode: valid ? exitCodes.done : exitCodes.inputsFault,
  };
};

function rowOf(kind: string, { code, line, column, path, message, hint }: Issue): Row {
  return { kind, code, line: line ?? null, column: column ?? null, path, message, hint };
}

/** A finding on a line that editors and terminals can jump from. */
function lineOf(file: string, kind: string, { line, column, path, message, hint }: Issue): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const where = path === "" ? "" : `${path}: `;
  return `${place}: ${kind}: ${where}${message}${hint === "" ? "" : `; ${hint}`}`;
}

function verdict(issues: readonly Issue[], warnings: readonly Issue[]): string {
  const counts = [counted(issues.length, "issue"), counted(warnings.length, "warning")].filter((part) => part !== "");
  if (issues.length > 0) return `This scenario cannot run: ${counts.join(", ")}.`;
  return counts.length === 0 ? "This scenario runs; nothing in it is strange." : `This scenario runs: ${counts[0]}.`;
}

function counted(count: number, what: string): string {
  return count === 0 ? "" : `${count} ${what}${count === 1 ? "" : "s"}`;
}
