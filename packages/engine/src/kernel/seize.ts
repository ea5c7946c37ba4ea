/**
 * A request for units, and its places in queues.
 *
 * @module
 */

import type { Part, Terms } from "./request-options.ts";
import type { Resource } from "./resource.ts";
import type { Simulation } from "./simulation.ts";
import { Wait } from "./wait.ts";
import { Place } from "./waiting-line.ts";

/** A request. Its parts are granted together, and nothing is held before. */
export abstract class Seize<T> extends Wait<T> {
  readonly parts: readonly Part[];
  readonly terms: Terms;
  /** The resource, when no other could serve it: most requests are for one, and much is simpler for them. */
  readonly only: Resource | undefined;
  /** Requests are numbered in the order in which they were made. */
  order = 0;
  /** Its places in queues, while it waits. */
  places: Place | undefined = undefined;
  /** The place at the only resource, for whenever it is needed. */
  #place: Place | undefined = undefined;

  constructor(simulation: Simulation, parts: readonly Part[], terms: Terms) {
    super(simulation);
    this.parts = parts;
    this.terms = terms;
    const [{ oneOf }] = parts as [Part];
    this.only = parts.length === 1 && oneOf.length === 1 ? oneOf[0] : undefined;
  }

  /** Hands over the units of a part, which are free now. */
  abstract accept(part: number, resource: Resource): void;

  /** Takes a place in the queue of every candidate of every part, one in each. */
  joinQueues(): void {
    const { only } = this;
    if (only !== undefined) {
      this.#place ??= new Place(this, only, this.parts[0]!.units, undefined);
      this.places = this.#place;
      only.join(this.places);
      return;
    }
    for (const { oneOf } of this.parts) {
      for (const resource of oneOf) {
        if (this.#standsAt(resource)) continue;
        this.places = new Place(this, resource, unitsNeededOf(resource, this.parts), this.places);
        resource.join(this.places);
      }
    }
  }

  #standsAt(resource: Resource): boolean {
    for (let { places: place } = this; place !== undefined; place = place.sibling) {
      if (place.resource === resource) return true;
    }
    return false;
  }
}

/** The least that has to be free of a resource before it can serve a request: what only it can give, and one choice. */
function unitsNeededOf(resource: Resource, parts: readonly Part[]): number {
  let alone = 0;
  let chosen = Number.POSITIVE_INFINITY;
  for (const { oneOf, units } of parts) {
    if (!oneOf.includes(resource)) continue;
    if (oneOf.length === 1) alone += units;
    else chosen = Math.min(chosen, units);
  }
  return chosen === Number.POSITIVE_INFINITY ? alone : alone + chosen;
}
