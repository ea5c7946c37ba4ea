/**
 * Values as documentation writes them, and how they compare with real ones.
 *
 * - a number may end in `…`: any further digits (`0.816…` is met by 0.8164965, not by 0.82)
 * - a lone `…` at the end of a list or an object: any further elements or properties
 * - `…` within a string: any text
 * - everything else is compared exactly, deep, whatever its prototype; NaN equals NaN
 */

/** Matches a number by its leading digits. */
class Digits {
  readonly written: string;
  constructor(written: string) {
    this.written = written;
  }
}

/** Stands for "and more". */
const more = Symbol("…");

/**
 * Reads a value as documentation writes it.
 *
 * @param scope names that the text may use besides those of the language
 * @throws {SyntaxError} when the text is not an expression
 */
export function readExpected(text: string, scope: Readonly<Record<string, unknown>> = {}): unknown {
  const token = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|(-?\d[\d_]*(?:\.\d*)?)…|…(?=\s*\])|…(?=\s*\})/g;
  const source = text.replaceAll(token, (found, digits: string | undefined, offset: number) => {
    if (digits !== undefined) return `__digits("${digits}")`;
    if (found !== "…") return found;
    return text
      .slice(offset + 1)
      .trimStart()
      .startsWith("]")
      ? "__more"
      : "[__more]: true";
  });
  const names = Object.keys(scope);
  const evaluate = new Function("__digits", "__more", ...names, `"use strict"; return (${source}\n);`);
  return evaluate((written: string) => new Digits(written), more, ...names.map((name) => scope[name]));
}

/** The first place where a value differs from what is expected, in words; undefined when it agrees. */
export function difference(actual: unknown, expected: unknown, path = "the value"): string | undefined {
  const differs = `${path} is ${show(actual)}, expected ${show(expected)}`;
  if (expected instanceof Digits) return hasDigits(actual, expected.written) ? undefined : differs;
  if (typeof expected === "string" && typeof actual === "string") {
    return matchesText(actual, expected) ? undefined : differs;
  }
  // -0 prints as 0, so nobody would write it.
  if (typeof expected !== "object" || expected === null) {
    return Object.is(actual, expected) || actual === expected ? undefined : differs;
  }
  if (typeof actual !== "object" || actual === null || isList(actual) !== isList(expected)) return differs;
  if (isList(expected)) return differenceOfLists([...(actual as unknown[])], [...expected], path);
  return differenceOfObjects(actual as Fields, expected as Fields, path);
}

/** Whether a text equals another in which `…` stands for any text. */
export function matchesText(actual: string, expected: string): boolean {
  const parts = expected.split("…").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^]*?")}$`).test(actual);
}

type Fields = Readonly<Record<PropertyKey, unknown>>;

/** Lists and typed arrays. */
function isList(value: object): value is readonly unknown[] {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function differenceOfLists(actual: readonly unknown[], expected: unknown[], path: string): string | undefined {
  const open = expected.at(-1) === more;
  if (open) expected.pop();
  if (open ? actual.length < expected.length : actual.length !== expected.length) {
    return `${path} has ${actual.length} elements, expected ${expected.length}: ${show(actual)}`;
  }
  return first(expected.map((element, index) => () => difference(actual[index], element, `${path}[${index}]`)));
}

function differenceOfObjects(actual: Fields, expected: Fields, path: string): string | undefined {
  const wanted = Object.keys(expected);
  const missing = wanted.filter((key) => !(key in actual));
  if (missing.length > 0) return `${path} lacks ${missing.join(", ")}: ${show(actual)}`;
  const surplus = Object.keys(actual).filter((key) => !(key in expected) && actual[key] !== undefined);
  if (surplus.length > 0 && !(more in expected)) return `${path} also has ${surplus.join(", ")}: ${show(actual)}`;
  return first(wanted.map((key) => () => difference(actual[key], expected[key], `${path}.${key}`)));
}

function first(differences: readonly (() => string | undefined)[]): string | undefined {
  for (const find of differences) {
    const found = find();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the digits written are the leading digits of the number: cut off, not rounded. */
function hasDigits(actual: unknown, written: string): boolean {
  if (typeof actual !== "number" || !Number.isFinite(actual)) return false;
  const plain = written.replaceAll("_", "");
  if (plain.startsWith("-") !== (actual < 0 || Object.is(actual, -0))) return false;
  const decimals = plain.split(".")[1]?.length ?? 0;
  // The nearest double of 0.3 may lie a hair below it; that is no other digit.
  const from = Math.abs(Number(plain)) * (1 - Number.EPSILON);
  return Math.abs(actual) >= from && Math.abs(actual) < Math.abs(Number(plain)) + 10 ** -decimals;
}

function show(value: unknown): string {
  if (value instanceof Digits) return `${value.written}…`;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null)
    return typeof value === "string" ? JSON.stringify(value) : String(value);
  if (isList(value)) return `[${[...value].map((element) => (element === more ? "…" : show(element))).join(", ")}]`;
  const fields = Object.entries(value).map(([key, field]) => `${key}: ${show(field)}`);
  return `{ ${[...fields, ...(more in value ? ["…"] : [])].join(", ")} }`;
}
