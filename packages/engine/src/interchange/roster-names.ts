/**
 * Finds the people and the shifts that a roster names, as people write them.
 *
 * @module
 */

import type { RosterProblem } from "../roster/problem.ts";

/** What is wrong with a name, and what would be right. */
interface Wrong {
  readonly message: string;
  readonly hint: string;
}

/** Those whom a roster can name. */
export interface Names {
  /** The id of a person; undefined when there is nobody of this name. */
  person(text: string): string | undefined;
  /** The id of a shift, null for a day off; undefined when there is none, or more than one. */
  shift(text: string): string | null | undefined;
  unknownPerson(text: string): Wrong;
  /** Its message goes on behind "MA-1 has". */
  unknownShift(text: string): Wrong;
}

/** What people write into a cell when somebody is off; a shift of that name comes first. */
const offWords = ["", "off", "-", "–", "—"];

/** What finds the names of a problem: as they are; else without capitals and outer spaces, if that leaves no choice. */
export function nameFinder({ people, shifts }: RosterProblem): Names {
  const persons = finder(people.map(({ id }) => [id, id]));
  const ids = finder(shifts.map(({ id }) => [id, id]));
  const variants = finder(shifts.map(({ id, name }) => [name, id]));
  return {
    person: (text) => only(persons(text)),
    shift(text) {
      const exact = text === "" ? [] : ids(text);
      if (exact.length === 0 && offWords.includes(text.trim().toLowerCase())) return null;
      return only(exact) ?? only(variants(text));
    },
    unknownPerson: (text) => ({
      message: `“${text.trim()}” is nobody of this roster`,
      hint: `known: ${listed(people.map(({ id }) => id))}`,
    }),
    unknownShift(text) {
      const several = variants(text);
      if (several.length > 1) {
        return {
          message: `“${text.trim()}”, of which there is more than one kind,`,
          hint: `write which: ${listed(several)}`,
        };
      }
      const known = [...new Set(shifts.map(({ id }) => id))];
      return {
        message: `“${text.trim()}”, which is no shift,`,
        hint: `known: ${listed(known)}; leave the cell empty for a day off`,
      };
    },
  };
}

/** Some names in a sentence, not all if there are many. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(", ");
  return names.length > 8 ? `${shown} … and ${names.length - 8} more` : shown;
}

/** What a text may mean. */
function finder(pairs: readonly (readonly [name: string, id: string])[]): (text: string) => string[] {
  const exact = group(pairs, (name) => name);
  const loose = group(pairs, plain);
  return (text) => exact.get(text) ?? loose.get(plain(text)) ?? [];
}

function group(pairs: readonly (readonly [string, string])[], key: (name: string) => string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, id] of pairs) found.set(key(name), [...(found.get(key(name)) ?? []), id]);
  return found;
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}

function only(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}
