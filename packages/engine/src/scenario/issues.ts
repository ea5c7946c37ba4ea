/**
 * Turns what zod complains of into issues that the author of a file can mend.
 *
 * @module
 */

import type { z } from "zod";
import type { Issue } from "../errors.ts";
import { pointerTo } from "./document.ts";
import type { IssueCode } from "./issue-codes.ts";
import { knownKeys, readWording, shown, suggestion } from "./schema-wording.ts";

/** An issue that knows the keys which lead to it, for the place in a text. */
export interface IssueAt extends Issue {
  readonly code: IssueCode;
  readonly keys: readonly PropertyKey[];
}

type ZodIssue = z.core.$ZodIssue;

/** The issues of zod, each once. */
export function issuesOf(zodIssues: readonly ZodIssue[], data: unknown): IssueAt[] {
  const issues = zodIssues.flatMap((issue) => readIssue(issue, [], data));
  const seen = new Set<string>();
  return issues.filter(({ path, message }) => {
    const key = `${path}\n${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The value to which keys lead. */
function valueAt(data: unknown, keys: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function readIssue(issue: ZodIssue, above: readonly PropertyKey[], data: unknown): IssueAt[] {
  const keys = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, keys, issue));
  if (issue.code === "invalid_union") {
    const meant = branchMeant(issue.errors, keys, data);
    if (meant !== undefined) return meant.flatMap((inner) => readIssue(inner, keys, data));
  }
  if (issue.code === "invalid_key") return issue.issues.flatMap((inner) => readIssue(inner, keys, data));
  const last = keys.at(-1);
  if (valueAt(data, keys) === undefined && typeof last === "string") return [missingKey(last, keys, issue)];
  const { code, message, hint } = readWording(issue.message) ?? {
    code: "invalid",
    message: `${shown(valueAt(data, keys))} cannot stand here`,
    hint: issue.message,
  };
  return [{ code, path: pointerTo(keys), keys, message, hint }];
}

/**
 * The issues of the form that the author most likely meant: the one whose keys fit best. Undefined when the value is of
 * none of the forms at all, so that the union's own words are best.
 */
function branchMeant(
  branches: readonly (readonly ZodIssue[])[],
  keys: readonly PropertyKey[],
  data: unknown,
): readonly ZodIssue[] | undefined {
  let best: readonly ZodIssue[] | undefined;
  let least = Infinity;
  for (const branch of branches) {
    const misfit = misfitOf(branch, keys, data);
    if (misfit < least) {
      least = misfit;
      best = branch;
    }
  }
  return best;
}

/** How badly a form fits: keys unknown and keys missing; `Infinity` when the value is of another kind altogether. */
function misfitOf(branch: readonly ZodIssue[], keys: readonly PropertyKey[], data: unknown): number {
  let misfit = 0;
  for (const issue of branch) {
    const [first] = issue.path;
    if (issue.code === "unrecognized_keys" && first === undefined) misfit += 2 * issue.keys.length;
    else if (first === undefined && issue.code !== "invalid_union" && !says(issue, "unit-missing")) return Infinity;
    else if (issue.path.length === 1 && valueAt(data, [...keys, first!]) === undefined) misfit += 3;
    else misfit += 1 / 1024;
  }
  return misfit;
}

function says(issue: ZodIssue, code: string): boolean {
  return readWording(issue.message)?.code === code;
}

function missingKey(key: string, keys: readonly PropertyKey[], issue: ZodIssue): IssueAt {
  return {
    code: "missing-key",
    path: pointerTo(keys.slice(0, -1)),
    keys: keys.slice(0, -1),
    message: `“${key}” is missing`,
    hint: readWording(issue.message)?.hint ?? `write ${key}: …`,
  };
}

function unknownKey(key: string, keys: readonly PropertyKey[], issue: ZodIssue): IssueAt {
  const own = [...keys, key];
  return {
    code: "unknown-key",
    path: pointerTo(own),
    keys: own,
    message: `“${key}” means nothing here`,
    hint: suggestion(key, knownKeys.read(issue.message)),
  };
}
