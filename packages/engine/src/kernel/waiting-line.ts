/**
 * The queue of a resource.
 *
 * @module
 */

import type { Resource } from "./resource.ts";
import type { Seize } from "./seize.ts";

/** One place in one queue. A request that several resources could serve has one in the queue of each. */
export class Place {
  readonly seize: Seize<unknown>;
  readonly resource: Resource;
  readonly units: number;
  /** The next place of the same request, in another queue. */
  readonly sibling: Place | undefined;
  previous: Place | undefined = undefined;
  next: Place | undefined = undefined;

  constructor(seize: Seize<unknown>, resource: Resource, units: number, sibling: Place | undefined) {
    this.seize = seize;
    this.resource = resource;
    this.units = units;
    this.sibling = sibling;
  }
}

/** Requests in the order in which they are to be served: by priority, then by key, then by order. */
export class WaitingLine {
  first: Place | undefined = undefined;
  last: Place | undefined = undefined;
  /** How many of them would take units from others. */
  preempting = 0;
  readonly #lastComesFirst: boolean;

  constructor(lastComesFirst: boolean) {
    this.#lastComesFirst = lastComesFirst;
  }

  /** Whether `a` is to be served before `b`. The key of those who were pre-empted is -Infinity. */
  isAhead(a: Seize<unknown>, b: Seize<unknown>): boolean {
    const { priority, key } = a.terms;
    if (priority !== b.terms.priority) return priority < b.terms.priority;
    if (key !== b.terms.key) return key < b.terms.key;
    return this.#lastComesFirst || key === Number.NEGATIVE_INFINITY ? a.order > b.order : a.order < b.order;
  }

  /** Adds a place where it belongs, looking from the end, where most belong. */
  insert(place: Place): void {
    let ahead = this.last;
    while (ahead !== undefined && this.isAhead(place.seize, ahead.seize)) ahead = ahead.previous;
    const behind = ahead === undefined ? this.first : ahead.next;
    place.previous = ahead;
    place.next = behind;
    if (ahead === undefined) this.first = place;
    else ahead.next = place;
    if (behind === undefined) this.last = place;
    else behind.previous = place;
    if (place.seize.terms.preempt !== undefined) this.preempting++;
  }

  remove(place: Place): void {
    const { previous, next } = place;
    if (previous === undefined) this.first = next;
    else previous.next = next;
    if (next === undefined) this.last = previous;
    else next.previous = previous;
    if (place.seize.terms.preempt !== undefined) this.preempting--;
  }
}
