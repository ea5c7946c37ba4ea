/**
 * Names and their numbers.
 *
 * @module
 */

import { OfficeError } from "../errors.ts";

/** Numbers for names. */
export class Numbering {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(names: readonly string[] = []) {
    for (const name of names) this.of(name);
  }

  /** The number of a name, a new one if need be. */
  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  /** The number of a known name; undefined when it is not known. */
  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }
}

/** The number of a name that must be known. */
export function knownNumber(numbering: Numbering, kind: string, name: string, place: string): number {
  const number = numbering.find(name);
  if (number !== undefined) return number;
  const known = numbering.names.length === 0 ? "there are none" : `known: ${numbering.names.join(", ")}`;
  throw problem(place, `there is no ${kind} “${name}”; ${known}`);
}

/** Something that cannot be compiled. */
export function problem(place: string, message: string): OfficeError {
  return new OfficeError(`${place}: ${message}`);
}

/** Numbers the names of a list in which no name may come twice. */
export function namesOnce(kind: string, list: readonly { readonly name: string }[]): Numbering {
  const numbering = new Numbering();
  for (const { name } of list) {
    if (numbering.find(name) !== undefined)
      throw new OfficeError(`two ${kind}s are called “${name}”; rename one of them`);
    numbering.of(name);
  }
  return numbering;
}
