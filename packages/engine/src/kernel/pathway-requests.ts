/**
 * Turns what seizes ask for into requests.
 *
 * @module
 */

import type { Part, Step } from "./pathway-model.ts";
import { knownNumber, type Numbering, problem } from "./pathway-names.ts";
import type { CompiledPart, CompiledRequest } from "./pathway-program.ts";

type Seize = Extract<Step, { do: "seize" }>;

/** All requests of a model, as they are compiled. */
export class Requests {
  readonly all: CompiledRequest[] = [];
  readonly #resources: Numbering;
  readonly #attributes: Numbering;
  readonly #activities: Numbering;
  readonly #holds: Numbering;
  /** Names of holds that the pathway has used. */
  readonly #used = new Set<string>();

  constructor(resources: Numbering, attributes: Numbering, activities: Numbering, holds: Numbering) {
    this.#resources = resources;
    this.#attributes = attributes;
    this.#activities = activities;
    this.#holds = holds;
  }

  /** Every pathway has names of its own for its holds. */
  beginPathway(): void {
    this.#used.clear();
  }

  /** Compiles the request of a seize; returns its number. */
  add(step: Seize, pc: number, place: string): number {
    const { parts, hold, activity, limit = Infinity, patience } = step;
    if (parts.length === 0) throw problem(place, "there is nothing to seize; say what in parts");
    if (!(limit >= 0)) throw problem(place, `limit must be 0 or more, got ${limit}`);
    const names = new Set(parts.map((part) => part.hold ?? hold));
    for (const name of names) {
      if (this.#used.has(name))
        throw problem(place, `“${name}” is the hold of another seize; give it a name of its own`);
      this.#used.add(name);
    }
    const compiled = parts.map((part) => this.#part(part, hold, place));
    const again = new Map<number, number>();
    // Written out, not spread: only so do all requests of all models get one shape, on which fast code depends.
    const requestFor = (parts: readonly CompiledPart[]): CompiledRequest => ({
      parts,
      candidates: candidatesOf(parts),
      single: singleOf(parts),
      plain: isPlain(step) && singleOf(parts) >= 0,
      brief: false,
      counted: limit < Infinity,
      hold: parts[0]!.hold,
      units: parts.reduce((sum, part) => sum + part.units, 0),
      activity: activity === undefined ? -1 : knownNumber(this.#activities, "activity", activity, place),
      preempt: step.preempt ?? "no",
      off: step.off ?? false,
      patience:
        patience === undefined
          ? "none"
          : typeof patience === "function"
            ? patience
            : { attribute: knownNumber(this.#attributes, "attribute", patience.attribute, place) },
      limit,
      gaveUp: pc + 1,
      turnedAway: pc + 1,
      pc,
      again,
    });
    const request = this.all.push(requestFor(compiled)) - 1;
    for (const number of new Set(compiled.map((part) => part.hold))) {
      const own = compiled.filter((part) => part.hold === number);
      again.set(number, own.length === compiled.length ? request : this.all.push(requestFor(own)) - 1);
    }
    return request;
  }

  #part({ oneOf, my, units = 1, choose = "first", hold }: Part, ofSeize: string, place: string): CompiledPart {
    if (oneOf.length === 0) throw problem(place, "a part needs at least one candidate in oneOf");
    if (!Number.isInteger(units) || units < 1)
      throw problem(place, `units must be a whole number above 0, got ${units}`);
    return {
      candidates: Int32Array.from(new Set(oneOf.map((name) => knownNumber(this.#resources, "resource", name, place)))),
      my: my === undefined ? -1 : knownNumber(this.#attributes, "attribute", my, place),
      units,
      longestIdle: choose === "longest idle",
      hold: this.#holds.of(hold ?? ofSeize),
    };
  }
}

function candidatesOf(parts: readonly CompiledPart[]): Int32Array {
  return Int32Array.from(new Set(parts.flatMap((part) => [...part.candidates]))).sort();
}

/** Whether a seize leads to nothing but a grant, now or later. */
function isPlain({ preempt, patience, limit }: Seize): boolean {
  return preempt === undefined && patience === undefined && (limit === undefined || limit === Infinity);
}

function singleOf(parts: readonly CompiledPart[]): number {
  const [part] = parts;
  return parts.length === 1 && part!.my < 0 && part!.candidates.length === 1 ? part!.candidates[0]! : -1;
}
