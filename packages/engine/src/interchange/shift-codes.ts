/**
 * Short codes for shifts, so that a month fits on a page.
 *
 * @module
 */

import type { Shift } from "../roster/problem.ts";

/**
 * A code of one to three letters for each shift, by its id: the beginning of its name, as long as it takes to tell it
 * from the others, with a number where the shift has several kinds. All shifts of the problem are told apart, so that
 * one keeps its code from roster to roster.
 */
export function shiftCodes(shifts: readonly Pick<Shift, "id" | "name">[]): ReadonlyMap<string, string> {
  const kinds = new Map<string, string[]>();
  for (const { id, name } of shifts) kinds.set(name, [...(kinds.get(name) ?? []), id]);
  const taken = new Set<string>();
  const codes = new Map<string, string>();
  for (const [name, ids] of kinds) {
    const code = codeFor(name, ids.length, taken);
    for (const [index, id] of ids.entries()) {
      const own = ids.length === 1 ? code : `${code}${index + 1}`;
      taken.add(own);
      codes.set(id, own);
    }
    taken.add(code);
  }
  return codes;
}

function codeFor(name: string, kinds: number, taken: ReadonlySet<string>): string {
  const isFree = (code: string) =>
    !taken.has(code) && (kinds === 1 || Array.from({ length: kinds }, (_, i) => `${code}${i + 1}`).every(free));
  const free = (code: string) => !taken.has(code);
  const candidate = candidates(name).find(isFree);
  if (candidate !== undefined) return candidate;
  const stem = candidates(name)[0] ?? "S";
  let number = 2;
  while (!isFree(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}

/** What a person would think of: first letter, first letters of the words, then more of the first word. */
function candidates(name: string): string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const letters = Array.from(words[0] ?? "");
  const initials = words.map((word) => Array.from(word)[0]!).join("");
  const capital = (code: string) => code.slice(0, 1).toUpperCase() + code.slice(1);
  const found = [
    letters.slice(0, 1).join("").toUpperCase(),
    ...(words.length > 1 ? [Array.from(initials).slice(0, 3).join("").toUpperCase()] : []),
    ...letters.slice(1).map((letter) => capital(`${letters[0]}${letter}`)),
    capital(letters.slice(0, 3).join("")),
  ];
  return found.filter((code) => code !== "");
}
