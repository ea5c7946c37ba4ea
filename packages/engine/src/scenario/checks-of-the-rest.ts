/**
 * What can be told of the meaning of a file whose form is wrong: everything at once, as far as it does not hang on what
 * is wrong with the form.
 *
 * What has the wrong form is left out, or gets the unit that it lacks, and the rest is checked. Of what is then found, only that is told which would be
 * found whatever stood in the places left out.
 *
 * @module
 */

import { pointerTo } from "./document.ts";
import type { IssueCode } from "./issue-codes.ts";
import type { IssueAt } from "./issues.ts";
import { isMap } from "./path.ts";

/** Issues that speak of one place alone, or of a name that is missing. */
const told: ReadonlySet<IssueCode> = new Set<IssueCode>([
  "ends-before",
  "impossible-law",
  "lead-times",
  "negative-time",
  "no-time",
  "not-a-date",
  "outside-range",
  "shares",
  "too-many-arrivals",
  "unknown-name",
]);

/** What is left out uncovers what it stood in, which then lacks it: a few times, until there is nothing to leave out. */
const MOST_ROUNDS = 8;

/** Whoever has so much to mend does not miss the rest, and should not wait for it. */
const MOST_WRONG = 1000;

/** A key of the file as it is now, and as it was. */
type Keys = readonly PropertyKey[];

/**
 * Issues in what is left of plain data when everything of the wrong form is left out.
 *
 * @param found what is wrong with the form
 * @param formOf finds what is wrong with the form of plain data
 * @param meaningOf finds what is wrong with the meaning of plain data whose form is right
 */
export function issuesInTheRest(
  data: unknown,
  found: readonly IssueAt[],
  formOf: (data: unknown) => readonly IssueAt[],
  meaningOf: (data: unknown) => readonly IssueAt[],
): IssueAt[] {
  if (found.length > MOST_WRONG) return [];
  const rest = new Rest(data);
  let wrong = found;
  for (let round = 0; round < MOST_ROUNDS && wrong.length > 0; round++) {
    if (!rest.leaveOut(wrong)) return [];
    wrong = formOf(rest.data);
  }
  if (wrong.length > 0) return [];
  return meaningOf(rest.data).flatMap((issue) => {
    if (!told.has(issue.code) || rest.concerns(issue.keys)) return [];
    const keys = rest.keysBefore(issue.keys);
    return [{ ...issue, keys, path: pointerTo(keys.map((key) => (typeof key === "symbol" ? "" : key))) }];
  });
}

/** A copy of plain data from which places are left out, and which remembers where the others were. */
class Rest {
  data: unknown;
  /** Which element of the file each element of a list is. */
  readonly #elements = new WeakMap<readonly unknown[], number[]>();
  /** Names that stand in what is left out: nobody can say that they are missing. */
  readonly #names = new Set<unknown>();
  readonly #places: Keys[] = [];

  constructor(data: unknown) {
    this.data = this.#copy(data);
  }

  /** Leaves out what is wrong; false when that would be all. A quantity without its unit gets one. */
  leaveOut(wrong: readonly IssueAt[]): boolean {
    if (wrong.some(({ keys }) => keys.length === 0)) return false;
    for (const { keys } of wrong) this.#places.push(this.keysBefore(keys));
    // From the end of a list to its beginning, so that those still to be left out keep their numbers.
    for (const { keys, code, hint } of [...wrong].sort((a, b) => compareKeys(b.keys, a.keys))) {
      const suggested = code === "unit-missing" ? /"([^"]+)"/.exec(hint)?.[1] : undefined;
      if (suggested === undefined) this.#remove(keys);
      else this.#replace(keys, suggested);
    }
    return true;
  }

  /** Whether an issue hangs on what is left out: it lies inside the place, or the name was there. */
  concerns(keys: Keys): boolean {
    const before = this.keysBefore(keys);
    const name = this.#valueAt(keys);
    if (this.#names.has(typeof name === "string" ? name : keys.at(-1))) return true;
    return this.#places.some((place) => before.every((key, depth) => key === place[depth]));
  }

  /** The keys of a place in the file. */
  keysBefore(keys: Keys): Keys {
    let place: unknown = this.data;
    return keys.map((key) => {
      const before = Array.isArray(place) ? (this.#elements.get(place)?.[Number(key)] ?? key) : key;
      place = this.#valueAt([key], place);
      return before;
    });
  }

  #remove(keys: Keys): void {
    const container = this.#valueAt(keys.slice(0, -1));
    const key = keys.at(-1)!;
    this.#note(this.#valueAt(keys));
    this.#names.add(key);
    if (Array.isArray(container)) {
      container.splice(Number(key), 1);
      this.#elements.get(container)?.splice(Number(key), 1);
    } else if (isMap(container)) delete container[String(key)];
  }

  #replace(keys: Keys, value: string): void {
    const container = this.#valueAt(keys.slice(0, -1));
    if (typeof container === "object" && container !== null) {
      (container as Record<PropertyKey, unknown>)[keys.at(-1)!] = value;
    }
  }

  #note(value: unknown): void {
    if (typeof value === "string") this.#names.add(value);
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      this.#names.add(key);
      this.#note(inner);
    }
  }

  #valueAt(keys: Keys, from: unknown = this.data): unknown {
    return keys.reduce<unknown>((value, key) => {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
      return (value as Record<PropertyKey, unknown>)[key];
    }, from);
  }

  #copy(value: unknown): unknown {
    if (Array.isArray(value)) {
      const copy = value.map((element) => this.#copy(element));
      this.#elements.set(copy, [...copy.keys()]);
      return copy;
    }
    if (!isMap(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.#copy(inner)]));
  }
}

/** Orders places so that elements of a list follow each other by number. */
function compareKeys(a: Keys, b: Keys): number {
  for (let depth = 0; depth < Math.min(a.length, b.length); depth++) {
    const [one, other] = [a[depth]!, b[depth]!];
    if (one === other) continue;
    const byNumber = Number(one) - Number(other);
    return Number.isNaN(byNumber) ? (String(one) < String(other) ? -1 : 1) : byNumber;
  }
  return a.length - b.length;
}
