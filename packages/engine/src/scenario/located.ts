/**
 * A text, what it says, and everything that is wrong with it, each with its place.
 *
 * @module
 */

import type { Issue } from "../errors.ts";
import { type DocumentKind, readDocument, type TextDocument } from "./document.ts";
import type { IssueCode } from "./issue-codes.ts";
import type { IssueAt } from "./issues.ts";

/** What is wrong with these is the key, not what stands behind it. */
const toldAtKey: ReadonlySet<string> = new Set<IssueCode>(["unknown-key", "name-taken"]);

/**
 * Reads a text, and finds what is wrong with its form and its meaning, in the order of the text. Never throws.
 *
 * @param issuesIn finds what is wrong with plain data
 * @param kind what the text should be; a scenario when absent
 */
export function readLocated(
  text: string,
  issuesIn: (data: unknown) => readonly IssueAt[],
  kind?: DocumentKind,
): TextDocument {
  const document = readDocument(text, kind);
  if (document.issues.length > 0) return document;
  const { data, placeOf } = document;
  const issues = issuesIn(data).map(
    ({ keys, ...issue }): Issue => ({ ...issue, ...placeOf(keys, toldAtKey.has(issue.code) ? "key" : "value") }),
  );
  issues.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { data, issues, placeOf };
}

/** The keys of a JSON pointer. */
export function keysOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
