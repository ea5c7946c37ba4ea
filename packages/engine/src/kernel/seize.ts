/**
 * A request for units, and its places in queues.
 *
 * @module
 */

import type { Part, PatienceOptions, QueueOptions } from "./request-options.ts";
import type { Resource } from "./resource.ts";
import type { Simulation } from "./simulation.ts";
import { Wait } from "./wait.ts";
import { Place } from "./waiting-line.ts";

const nothingSaid: QueueOptions & PatienceOptions = {};

/** A request. Its parts are granted together, and nothing is held before. */
export abstract class Seize<T> extends Wait<T> {
  readonly parts: readonly Part[];
  readonly options: QueueOptions & PatienceOptions;
  readonly priority: number;
  /** Where it stands within its priority. */
  readonly key: number;
  /** Requests are numbered in the order in which they were made. */
  order = 0;
  /** Its places in queues, while it waits. */
  places: Place | undefined = undefined;

  constructor(
    simulation: Simulation,
    parts: readonly Part[],
    options: QueueOptions & PatienceOptions = nothingSaid,
    key: number = options.key ?? 0,
  ) {
    super(simulation);
    this.parts = parts;
    this.options = options;
    this.priority = options.priority ?? 0;
    this.key = key;
  }

  /** Hands over the units of a part, which are free now. */
  abstract accept(part: number, resource: Resource): void;

  /** Takes a place in the queue of every candidate of every part, one in each. */
  joinQueues(): void {
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
