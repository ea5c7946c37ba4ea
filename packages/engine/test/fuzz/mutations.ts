/**
 * Damages scenario files, as people, editors and disks do: in the text, and in what the text says.
 */

import fc from "fast-check";
import { parse, stringify } from "yaml";

/** Things that have no business where they will be put. */
const oddValues: readonly unknown[] = [
  ...[0, -1, 1, 2, 0.5, -0, 1e-300, 1e15, 1e308, Number.NaN, Infinity, -Infinity, 10_001, 4_294_967_296],
  ...["", " ", "0 min", "-5 min", "1e308 min", "0.000001 min", "999999 d", "12", "12 parsecs", "NaN min"],
  ...["0 per hour", "1e9 per min", "0 %", "100 %", "101 %", "-1 %", "$0 per hour", "$1e12 per visit"],
  ...["25:00", "08:00-08:00", "17:00-08:00", "00:00-24:00", "2026-02-30", "9999-12-31", "weekdays"],
  ...["physician", "exam room", "nobody", "__proto__", "constructor", "toString", "patient", "\u0000", "💊", "a.b"],
  ...[null, true, false, [], {}, [[]], [null], { "": "" }],
  ...[{ exponential: { mean: "1 min" } }, { exponential: { mean: "0 min" } }, { constant: "0 min" }],
  ...[{ uniform: { min: "9 min", max: "1 min" } }, { lognormal: { mean: "1 min", sd: "1e9 min" } }],
  ...[{ my: "physician" }, { oneOf: [] }, { of: "physician", units: 99 }, { share: "50 %" }],
  ...[{ repeat: { steps: [], times: 1_000_000_000 } }, { leave: "early" }, { waitUntil: "03:00" }],
];

/** Bits of text that mean something to YAML, or to us. */
const oddText: readonly string[] = [
  ...[
    "\n",
    "\t",
    "  ",
    ":",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "#",
    "'",
    '"',
    "|",
    ">",
    "&a ",
    "*a",
    "<<: *a\n",
    "---\n",
    "...\n",
  ],
  ...[
    "!!js/function ",
    "!!binary ",
    "? ",
    "%YAML 9.9\n",
    "\u0000",
    "\u202e",
    "\ufeff",
    "\r",
    "é",
    "-",
    "0",
    "9",
    "e9",
    " min",
  ],
];

/** One damage: what to do, and three numbers from 0 to 1 that say where and with what. */
export interface Mutation {
  readonly kind: "cut" | "insert" | "repeat" | "digit" | "delete" | "replace" | "move" | "rename" | "copy" | "scale";
  readonly at: readonly [number, number, number];
}

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** From one to four damages, more often to what the text says than to the text. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Mutation["kind"]>(
      ...(["cut", "insert", "repeat", "digit"] as const),
      ...(["delete", "replace", "replace", "replace", "move", "rename", "copy", "scale", "scale"] as const),
    ),
    at: fc.tuple(fraction, fraction, fraction),
  }),
  { minLength: 1, maxLength: 4 },
);

/** The text of a scenario after the damages, one after the other. */
export function mutate(text: string, list: readonly Mutation[]): string {
  return list.reduce((damaged, mutation) => mutateText(damaged, mutation) ?? mutateTree(damaged, mutation), text);
}

function mutateText(text: string, { kind, at: [first, second, third] }: Mutation): string | undefined {
  const start = Math.floor(first * text.length);
  const end = start + Math.floor(second ** 4 * (text.length - start));
  switch (kind) {
    case "cut":
      return text.slice(0, start) + text.slice(end + 1);
    case "insert":
      return text.slice(0, start) + pick(oddText, third) + text.slice(start);
    case "repeat":
      return text.slice(0, end) + text.slice(start, end) + text.slice(end);
    case "digit": {
      const digits = [...text.matchAll(/\d/g)];
      const place = digits.length === 0 ? 0 : pick(digits, first).index;
      return text.slice(0, place) + Math.floor(second * 10) + text.slice(place + 1);
    }
    default:
      return undefined;
  }
}

/** Damages what the text says, if it still says anything. */
function mutateTree(text: string, { kind, at: [first, second, third] }: Mutation): string {
  let tree: unknown;
  try {
    tree = parse(text, { maxAliasCount: 1000 });
  } catch {
    return text;
  }
  const places = placesIn(tree);
  if (places.length === 0) return text;
  const place = pick(places, first);
  const other = pick(places, second);
  switch (kind) {
    case "delete":
      remove(place);
      break;
    case "replace":
      write(place, structuredClone(pick(oddValues, third)));
      break;
    case "move":
      write(place, structuredClone(read(other)));
      break;
    case "rename":
      rename(place, third < 0.5 ? String(other.key) : asKey(pick(oddValues, third)));
      break;
    case "copy":
      copy(place, third);
      break;
    default:
      scale(place, 10 ** Math.round((second - 0.5) * 12));
  }
  return stringify(tree, { aliasDuplicateObjects: false });
}

/** A value within a tree: where it hangs, and by which key. */
interface Place {
  readonly parent: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

function placesIn(tree: unknown): Place[] {
  if (typeof tree !== "object" || tree === null) return [];
  const parent = tree as Place["parent"];
  const keys: (string | number)[] = Array.isArray(parent) ? parent.map((_, index) => index) : Object.keys(parent);
  return keys.flatMap((key) => [{ parent, key }, ...placesIn(read({ parent, key }))]);
}

function read({ parent, key }: Place): unknown {
  return (parent as Record<string | number, unknown>)[key];
}

function write({ parent, key }: Place, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

function remove({ parent, key }: Place): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

function rename(place: Place, name: string): void {
  const value = read(place);
  if (Array.isArray(place.parent)) return;
  remove(place);
  write({ parent: place.parent, key: name }, value);
}

function copy({ parent, key }: Place, third: number): void {
  const value = structuredClone(read({ parent, key }));
  if (Array.isArray(parent)) parent.splice(Number(key), 0, value);
  else write({ parent, key: `${key}${Math.floor(third * 10)}` }, value);
}

/** Makes the first number in a value larger or smaller, and leaves its unit. */
function scale(place: Place, factor: number): void {
  const value = read(place);
  if (typeof value === "number") write(place, value * factor);
  if (typeof value === "string")
    write(
      place,
      value.replace(/\d+(\.\d+)?/, (digits) => String(Number(digits) * factor)),
    );
}

function pick<Item>(list: readonly Item[], at: number): Item {
  return list[Math.floor(at * list.length)]!;
}

function asKey(value: unknown): string {
  return typeof value === "object" ? (JSON.stringify(value) ?? "") : String(value);
}
