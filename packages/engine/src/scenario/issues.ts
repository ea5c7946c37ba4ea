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
type Union = z.core.$ZodIssueInvalidUnion;

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
    const meant = formMeant(issue, keys, data);
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
function formMeant(union: Union, keys: readonly PropertyKey[], data: unknown): readonly ZodIssue[] | undefined {
  let best: readonly ZodIssue[] | undefined;
  let least = Infinity;
  for (const form of union.errors) {
    const misfit = misfitOf(form, keys, data);
    if (misfit < least) {
      least = misfit;
      best = form;
    }
  }
  // A law is told by its one key: without it, it is no law.
  return least >= MISSING && says(union, "unknown-law") ? undefined : best;
}

/** What a missing and an unknown key weigh; anything else hardly counts. */
const MISSING = 3;
const UNKNOWN = 2;
const OTHER = 1 / 1024;

/** How badly a form fits: keys missing and unknown; `Infinity` when the value is of another kind altogether. */
function misfitOf(form: readonly ZodIssue[], keys: readonly PropertyKey[], data: unknown): number {
  return form.reduce((misfit, issue) => {
    const [first] = issue.path;
    if (first !== undefined) {
      const missing = issue.path.length === 1 && valueAt(data, [...keys, first]) === undefined;
      return misfit + (missing ? MISSING : OTHER);
    }
    if (issue.code === "unrecognized_keys") return misfit + UNKNOWN * issue.keys.length;
    if (issue.code === "invalid_union") {
      return misfit + OTHER + Math.min(...issue.errors.map((inner) => misfitOf(inner, keys, data)));
    }
    return says(issue, "unit-missing") ? misfit + OTHER : Infinity;
  }, 0);
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
