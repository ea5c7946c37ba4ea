import type { OptionName } from "./options.ts";
import { InputError } from "./trouble.ts";

/** Flags and files as they were typed. */
export type Arguments = { readonly [name in OptionName | "file"]?: string | readonly string[] | boolean };

/** The text of a flag that takes one value. */
export function text(args: Arguments, name: OptionName | "file"): string | undefined {
  const value = args[name];
  return typeof value === "string" ? value : undefined;
}

/** The values of a flag that may be repeated. */
export function texts(args: Arguments, name: OptionName): readonly string[] {
  const value = args[name];
  return Array.isArray(value) ? value : [];
}

/** Whether a flag without a value is there. */
export function flag(args: Arguments, name: OptionName): boolean {
  return args[name] === true;
}

/** Names with commas between, from a flag that may be repeated; undefined when it is not there. */
export function names(args: Arguments, name: OptionName): string[] | undefined {
  const given = texts(args, name);
  if (given.length === 0) return undefined;
  const found = given.flatMap((list) => list.split(",")).map((item) => item.trim());
  if (found.includes("")) {
    throw new InputError(`--${name} takes names with commas between, got "${given.join(",")}"; an item is empty`);
  }
  return [...new Set(found)];
}

/**
 * A whole number.
 *
 * @throws {InputError} when it is not one, or outside the range
 */
export function wholeNumber(args: Arguments, name: OptionName, { from, to }: { from: number; to: number }) {
  const given = text(args, name);
  if (given === undefined) return undefined;
  const value = Number(given.replaceAll("_", ""));
  if (!/^\d[\d_]*$/.test(given) || value < from || value > to) {
    throw new InputError(`--${name} must be a whole number from ${from} to ${to}, got "${given}"`);
  }
  return value;
}

/** The seed: a number where it looks like one, so that results show it as it was typed. */
export function seed(args: Arguments): number | string {
  const given = text(args, "seed") ?? "1";
  const value = Number(given);
  return Number.isSafeInteger(value) && String(value) === given ? value : given;
}

/**
 * A share, "1%", "1 %" or "0.01".
 *
 * @throws {InputError} when it is not from 0 to less than 1
 */
export function share(args: Arguments, name: OptionName, usual: string): number {
  const given = text(args, name) ?? usual;
  const value = shareIn(given);
  if (!(value >= 0 && value < 1)) throw new InputError(`--${name} must be a share such as 1% or 0.01, got "${given}"`);
  return value;
}

function shareIn(given: string): number {
  const [, digits = "", percent] = /^(\d+\.?\d*|\.\d+)\s*(%?)$/.exec(given.trim()) ?? [];
  return digits === "" ? Number.NaN : Number(digits) / (percent === "%" ? 100 : 1);
}

/**
 * The level of the intervals, "95%", "95 %" or "0.95".
 *
 * @throws {InputError} when it is not between 0 and 1
 */
export function confidence(args: Arguments): number {
  const given = text(args, "confidence") ?? "95%";
  const value = shareIn(given);
  if (!(value > 0 && value < 1)) {
    throw new InputError(`--confidence must be a share between 0 and 100 %, such as 95% or 0.95, got "${given}"`);
  }
  return value;
}
