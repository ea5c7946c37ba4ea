/**
 * How the schema speaks: what zod is told to say when something does not fit.
 *
 * Zod carries one string for each issue. Ours has three lines, the issue's code, what is wrong and what would be right;
 * `readWording` takes them apart again.
 *
 * @module
 */

import { z } from "zod";
import type { IssueCode } from "./issue-codes.ts";
import { nearestName } from "./nearest-name.ts";

/** What an issue says, apart from where. */
export interface Wording {
  readonly code: IssueCode;
  readonly message: string;
  readonly hint: string;
}

/** Packs a wording into the one string that zod carries. */
export function wording({ code, message, hint }: Wording): string {
  return [code, message, hint].join("\n");
}

/** Unpacks a wording; undefined for a string that zod has made itself. */
export function readWording(packed: string): Wording | undefined {
  const [code, message, hint] = packed.split("\n");
  return code === undefined || message === undefined || hint === undefined
    ? undefined
    : { code: code as IssueCode, message, hint };
}

/** The keys that a map may have, in the one string that zod carries. */
export const knownKeys = {
  pack: (keys: readonly string[]): string => `known keys\t${keys.join("\t")}`,
  read: (packed: string): readonly string[] => packed.split("\t").slice(1),
} as const;

/**
 * Shows a value of the user's in a message: short, on one line.
 *
 * @example
 * shown("12 mn") // '"12 mn"'
 */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "an empty value";
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a map";
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 56)}…"`;
}

/** A text that has to match a pattern, with words for what does not. */
export function text(pattern: RegExp, describe: string, complaint: (input: unknown) => Wording) {
  const error = (issue: { readonly input?: unknown }) => wording(complaint(issue.input));
  return z.string({ error }).regex(pattern, { error }).describe(describe);
}

/** One of several words. */
export function word<const Words extends readonly [string, ...string[]]>(words: Words, describe: string) {
  const error = ({ input }: { readonly input?: unknown }) => wording(unknownWord(input, words));
  return z.enum(words, { error }).describe(describe);
}

/** Says that a word is none of those known, and which is nearest. */
function unknownWord(input: unknown, words: readonly string[]): Wording {
  return {
    code: "unknown-word",
    message: `${shown(input)} is none of the words that may stand here`,
    hint: suggestion(typeof input === "string" ? input : "", words),
  };
}

/** Says which of the known names is nearest, and lists them all while they are few. */
export function suggestion(name: string, known: readonly string[]): string {
  if (known.length === 0) return "there is none yet";
  const nearest = nearestName(name, known);
  const listed = known.slice(0, 20).join(", ") + (known.length > 20 ? ", …" : "");
  return nearest === undefined ? `known: ${listed}` : `did you mean "${nearest}"? known: ${listed}`;
}

/** A whole number between two bounds, both included. */
export function wholeNumber(min: number, max: number, describe: string) {
  const error = ({ input }: { readonly input?: unknown }) =>
    wording({
      code: "not-a-count",
      message: `${shown(input)} is not a whole number between ${min} and ${max}`,
      hint: `write a whole number from ${min} to ${max}, without quotes or unit`,
    });
  return z.int({ error }).min(min, { error }).max(max, { error }).describe(describe);
}

/** Several forms of the same thing, with words for what is none of them. */
export function oneOfForms<const Forms extends readonly [z.ZodType, z.ZodType, ...z.ZodType[]]>(
  forms: Forms,
  what: string,
  describe: string,
) {
  const error = ({ input }: { readonly input?: unknown }) =>
    wording({ code: "wrong-form", message: `${shown(input)} is not ${what}`, hint: `write ${describe}` });
  return z.union(forms, { error }).describe(describe);
}
