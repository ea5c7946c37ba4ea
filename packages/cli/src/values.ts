import { InputError } from "./trouble.ts";

const MOST_VALUES = 1000;

/**
 * Reads what --over sweeps: a path and its values, `2,3,4` or `1..5`.
 * Commas within brackets, braces and quotes belong to a value.
 *
 * @throws {InputError} when there is no path or no value
 * @example
 * valuesOf("staff.physician.count=2..4") // { path: "staff.physician.count", values: ["2", "3", "4"] }
 */
export function valuesOf(text: string): { readonly path: string; readonly values: readonly string[] } {
  const [, path = "", list = ""] = /^((?:"[^"]*"|[^="])*)=(.*)$/s.exec(text) ?? [];
  if (path.trim() === "" || list.trim() === "") {
    throw new InputError(`--over takes a path, = and values, as in staff.physician.count=2,3,4; got "${text}"`);
  }
  const [, from, to] = /^\s*(\d+)\.\.(\d+)\s*$/.exec(list) ?? [];
  const values = from === undefined ? splitAtCommas(list) : range(Number(from), Number(to), text);
  if (values.includes("")) throw new InputError(`--over "${text}" has an empty value between its commas`);
  return { path: path.trim(), values };
}

function range(from: number, to: number, text: string): string[] {
  const length = to - from + 1;
  if (!(length >= 1 && length <= MOST_VALUES)) {
    throw new InputError(`the range in --over "${text}" must rise, over at most ${MOST_VALUES} values`);
  }
  return Array.from({ length }, (_, index) => String(from + index));
}

function splitAtCommas(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let part = "";
  for (const character of list) {
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    if (character === "," && depth === 0 && quote === "") {
      parts.push(part.trim());
      part = "";
    } else {
      part += character;
    }
  }
  return [...parts, part.trim()];
}
