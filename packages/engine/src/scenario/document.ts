/**
 * The text of a file: plain data, and where in the text each of them stands.
 *
 * YAML 1.2, of which JSON is a part. Whatever is in a file, reading it ends soon and harms nothing: its size, its depth
 * and what its aliases unfold to are bounded, and names that could reach into JavaScript's objects are refused.
 *
 * @module
 */

import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLError } from "yaml";
import type { Issue } from "../errors.ts";
import type { IssueCode } from "./issue-codes.ts";

/** Largest file that is read, in characters. */
const MOST_CHARACTERS = 5_000_000;
/** Deepest nesting. */
const MOST_LEVELS = 64;
/** Most values in a file, those that aliases repeat included. */
const MOST_VALUES = 500_000;
/** Most lines and commas in a file: so many the parser reads within seconds. */
const MOST_SEPARATORS = 100_000;

/** Names that mean something to JavaScript's objects. */
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/** A place in a text, both from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a text says. */
export interface TextDocument {
  /** Plain data; undefined when there are issues that leave none. */
  readonly data: unknown;
  readonly issues: readonly Issue[];
  /** Where the value stands to which keys lead, or the last of the keys; of one that is missing, where its parent stands. */
  placeOf(path: readonly PropertyKey[], of?: "value" | "key"): Place | undefined;
}

/** What a text should be, for messages. */
export interface DocumentKind {
  readonly what: string;
  /** How one begins. */
  readonly begin: string;
}

const scenarioKind: DocumentKind = { what: "scenario", begin: "`praxis: 1`, or with `praxis init`" };

/** Reads a text. Never throws. */
export function readDocument(text: string, kind = scenarioKind): TextDocument {
  const refusal = refusalOf(text, kind);
  if (refusal !== undefined) return { data: undefined, issues: [refusal], placeOf: () => undefined };
  const lines = new LineCounter();
  const document = parsed(text, lines);
  if (document === undefined) return { data: undefined, issues: [nestedTooDeep(1)], placeOf: () => undefined };
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const errors = [...document.errors, ...document.warnings];
  const issues = errors.slice(0, 100).map((error) => issueOfYaml(error, placeAt(error.pos[0]), kind));
  if (issues.length > 0) return { data: undefined, issues, placeOf: () => undefined };
  const reader = new Reader((node) => placeAt(node.range?.[0] ?? 0));
  const data = reader.read(document.contents, [], 0);
  return {
    data: reader.issues.length > 0 ? undefined : data,
    issues: reader.issues,
    placeOf: (path, of) => reader.placeOf(path, of),
  };
}

/** The nodes of a text; undefined when they are nested so deep that the parser fails. */
function parsed(text: string, lineCounter: LineCounter) {
  try {
    return parseDocument(text, {
      lineCounter,
      version: "1.2",
      schema: "core",
      merge: false,
      uniqueKeys: true,
      prettyErrors: false,
      stringKeys: true,
      // Not "silent", which would also keep the parser quiet about a second document.
      logLevel: "error",
    });
  } catch (error) {
    // The parser calls itself for each level.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Turns keys into a JSON pointer. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Why a text is not even looked at. */
function refusalOf(text: string, kind: DocumentKind): Issue | undefined {
  const at = { path: "", line: 1, column: 1 };
  if (text.length > MOST_CHARACTERS) {
    return {
      ...at,
      code: "too-large",
      message: `the file has ${text.length} characters, more than ${MOST_CHARACTERS}`,
      hint: hintAtSize(kind),
    };
  }
  if (text.trim() === "") {
    return {
      ...at,
      code: "empty",
      message: "the file is empty",
      hint: `begin with ${kind.begin}`,
    };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters refused
  const strange = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/.exec(text);
  if (strange !== null) {
    const before = text.slice(0, strange.index).split("\n");
    return {
      path: "",
      line: before.length,
      column: before.at(-1)!.length + 1,
      code: "not-text",
      message: "the file is not text: there is a character that no text has",
      hint: `save the ${kind.what} as YAML or JSON text in UTF-8`,
    };
  }
  return tooDeep(text) ?? tooManyValues(text, kind);
}

function hintAtSize({ what }: DocumentKind): string {
  return `a ${what} is a few thousand lines at most; is this the right file?`;
}

/** Values as they are written, told by what stands between them: the parser would take minutes for millions. */
function tooManyValues(text: string, kind: DocumentKind): Issue | undefined {
  let separators = 0;
  for (let line = 1, index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === "\n") line++;
    if (character === "\n" || character === ",") separators++;
    if (separators <= MOST_SEPARATORS) continue;
    const message = `the file holds more than ${MOST_SEPARATORS} lines and commas`;
    return { code: "too-many-values", path: "", line, column: 1, message, hint: hintAtSize(kind) };
  }
  return undefined;
}

/** Nesting by brackets or by indentation, seen before a parser that calls itself for each level. */
function tooDeep(text: string): Issue | undefined {
  let brackets = 0;
  for (const [number, line] of text.split("\n").entries()) {
    for (const character of line) {
      if (character === "[" || character === "{") brackets++;
      else if ((character === "]" || character === "}") && brackets > 0) brackets--;
    }
    const dashes = /^(?:\s*-\s)+/.exec(line)?.[0].split("-").length ?? 0;
    if (brackets <= 4 * MOST_LEVELS && dashes <= MOST_LEVELS) continue;
    return nestedTooDeep(number + 1);
  }
  return undefined;
}

function nestedTooDeep(line: number, column = 1): Issue {
  const message = `the file is nested more than ${MOST_LEVELS} levels deep`;
  return { code: "too-deep", path: "", line, column, message, hint: "is a bracket not closed?" };
}

/** A complaint of the parser, in the words of an office. */
function issueOfYaml({ code, message }: YAMLError, { line, column }: Place, { what }: DocumentKind): Issue {
  const known: Readonly<Record<string, readonly [code: IssueCode, hint: string]>> = {
    DUPLICATE_KEY: ["duplicate-key", "give each thing a name of its own, or delete one of them"],
    BAD_INDENT: ["not-yaml", "indent with spaces, everything of one list or map alike"],
    TAB_AS_INDENT: ["not-yaml", "indent with spaces, not with tabs"],
    BAD_ALIAS: ["not-yaml", "an alias (*name) needs an anchor (&name) before it"],
    TAG_RESOLVE_FAILED: ["unknown-tag", "write plain values, without !tags"],
    MULTIPLE_DOCS: ["several-documents", `a file holds one ${what}; delete the line ---`],
    MULTILINE_IMPLICIT_KEY: ["not-yaml", "is a colon or a quotation mark missing?"],
    NON_STRING_KEY: ["key-not-text", 'write names as text: "2026": …'],
  };
  if (code === "RESOURCE_EXHAUSTION" || message.includes("call stack")) return nestedTooDeep(line, column);
  const [ours, hint] = known[code] ?? [
    "not-yaml",
    "check indentation, colons and quotation marks; text with a colon needs quotes",
  ];
  return { code: ours, path: "", line, column, message: message.split("\n")[0]!, hint };
}

/** Turns nodes into plain data, and remembers where they stand. */
class Reader {
  readonly issues: Issue[] = [];
  readonly #places = new Map<string, Place>();
  readonly #keyPlaces = new Map<string, Place>();
  readonly #anchors = new Map<string, Node>();
  readonly #placeOf: (node: Node) => Place;
  #values = 0;

  constructor(placeOf: (node: Node) => Place) {
    this.#placeOf = placeOf;
  }

  placeOf(path: readonly PropertyKey[], of: "value" | "key" = "value"): Place | undefined {
    const key = of === "key" ? this.#keyPlaces.get(pointerTo(path)) : undefined;
    if (key !== undefined) return key;
    for (let length = path.length; length >= 0; length--) {
      const place = this.#places.get(pointerTo(path.slice(0, length)));
      if (place !== undefined) return place;
    }
    return undefined;
  }

  read(node: unknown, path: readonly PropertyKey[], level: number): unknown {
    if (node === null || node === undefined) return null;
    const known = node as Node;
    const place = this.#placeOf(known);
    const pointer = pointerTo(path);
    if (!this.#places.has(pointer)) this.#places.set(pointer, place);
    if (this.issues.length > 0 && this.#values > MOST_VALUES) return null;
    if (++this.#values > MOST_VALUES) {
      this.#complain(
        "too-many-values",
        pointer,
        place,
        `the file unfolds to more than ${MOST_VALUES} values`,
        "do aliases repeat each other?",
      );
      return null;
    }
    if (level > MOST_LEVELS) {
      this.#complain(
        "too-deep",
        pointer,
        place,
        `the file is nested more than ${MOST_LEVELS} levels deep`,
        "is a bracket not closed?",
      );
      return null;
    }
    if ("anchor" in known && typeof known.anchor === "string") this.#anchors.set(known.anchor, known);
    if (isAlias(known)) return this.read(this.#anchors.get(known.source), path, level + 1);
    if (isScalar(known)) return this.#scalar(known.value, pointer, place);
    if (isSeq(known)) return known.items.map((item, index) => this.read(item, [...path, index], level + 1));
    if (!isMap(known)) return null;
    const entries: [string, unknown][] = [];
    for (const { key, value } of known.items) {
      const name = String(isScalar(key) ? key.value : key);
      const own = [...path, name];
      const keyPlace = isScalar(key) ? this.#placeOf(key) : place;
      if (forbiddenKeys.has(name)) {
        this.#complain("forbidden-name", pointerTo(own), keyPlace, `“${name}” cannot be a name`, "choose another name");
        continue;
      }
      this.#keyPlaces.set(pointerTo(own), keyPlace);
      if (value === null) this.#places.set(pointerTo(own), keyPlace);
      entries.push([name, this.read(value, own, level + 1)]);
    }
    return Object.fromEntries(entries);
  }

  #scalar(value: unknown, pointer: string, place: Place): unknown {
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    this.#complain(
      "not-finite",
      pointer,
      place,
      `${String(value)} is not a number to reckon with`,
      "write a finite number",
    );
    return null;
  }

  #complain(code: IssueCode, path: string, { line, column }: Place, message: string, hint: string): void {
    if (this.issues.length < 100) this.issues.push({ code, path, line, column, message, hint });
  }
}
