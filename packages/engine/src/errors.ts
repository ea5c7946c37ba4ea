/**
 * What goes wrong in an office, said so that its manager can mend it: where, what, and what would be right.
 *
 * @module
 */

/** Anything that Praxis refuses to do, for a reason that its user can mend. */
export class OfficeError extends Error {
  override readonly name: string = "OfficeError";
}

/** Something that cannot go on: a queue that nobody can ever serve. The message names the circle, or what lacks. */
export class DeadlockError extends OfficeError {
  override readonly name = "DeadlockError";
}

/** A run was stopped because it would never end, or outgrow the machine. The message says who is to blame. */
export class RunawayError extends OfficeError {
  override readonly name = "RunawayError";
}

/** One thing that is wrong, or strange, in a document of the user's. */
export interface Issue {
  /** A word for the kind of issue, explained in docs/errors.md. */
  readonly code: string;
  /** Where, as a JSON pointer: `/staff/physician/count`. */
  readonly path: string;
  /** Line in the text, from 1; absent when there is no text. */
  readonly line?: number;
  /** Column in the line, from 1. */
  readonly column?: number;
  /** What is wrong. */
  readonly message: string;
  /** What would be right. */
  readonly hint: string;
}

/** A document that cannot be used as it is. The message lists its issues; `issues` has them all. */
export class ScenarioError extends OfficeError {
  override readonly name = "ScenarioError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], file?: string) {
    super(messageOf(issues, file));
    this.issues = issues;
  }
}

/** More issues than this are counted, not listed. */
const MOST_LISTED = 50;

function messageOf(issues: readonly Issue[], file: string | undefined): string {
  const lines = issues.slice(0, MOST_LISTED).map((issue) => formatIssue(issue, file));
  if (issues.length > MOST_LISTED) lines.push(`… and ${issues.length - MOST_LISTED} more`);
  return lines.join("\n");
}

/**
 * An issue on one line: where, what, and what would be right.
 *
 * @example
 * formatIssue({ code: "x", path: "/name", line: 3, column: 7, message: "5 is not a name", hint: "write a text" }, "a.yaml")
 * // "a.yaml:3:7: /name: 5 is not a name; write a text"
 */
export function formatIssue({ path, line, column, message, hint }: Issue, file?: string): string {
  const place = line === undefined ? file : `${file ?? "line "}${file === undefined ? "" : ":"}${line}:${column ?? 1}`;
  return [...(place === undefined ? [] : [place]), ...(path === "" ? [] : [path]), `${message}; ${hint}`].join(": ");
}
