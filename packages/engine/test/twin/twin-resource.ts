/**
 * A resource of the twin: its units, its queue, and the areas under its curves.
 *
 * @module
 */

import type { ResourceSpec, ResourceStatistics } from "../../src/kernel/pathway-model.ts";
import type { Request } from "./twin-entities.ts";

/** People or things of one kind. */
export class TwinResource {
  readonly index: number;
  readonly spec: ResourceSpec;
  planned: number;
  /** Planned units; more while a fall that has to "stay" is put off. */
  staffed: number;
  busy = 0;
  off = 0;
  /** When a unit was last given back. */
  givenBack = 0;
  /** Changes of capacity that are still to come. */
  changesAhead = 0;
  readonly #waiting: Request[] = [];
  readonly #by: number;
  #areas = noAreas();

  /** `by` is the number of the attribute that orders the queue, −1: none does. */
  constructor(index: number, spec: ResourceSpec, by: number) {
    this.index = index;
    this.spec = spec;
    this.planned = spec.capacity;
    this.staffed = spec.capacity;
    this.#by = by;
  }

  get held(): number {
    return this.busy + this.off;
  }

  /** Units to be had. Below 0 when more are held than staffed. */
  get margin(): number {
    return this.staffed - this.held;
  }

  get free(): number {
    return Math.max(0, this.margin);
  }

  get firstFit(): boolean {
    return this.spec.discipline === "first fit";
  }

  get speed(): number {
    return this.spec.speed ?? 1;
  }

  /** Who waits, in the order in which they are to be served. */
  get queue(): readonly Request[] {
    return this.#waiting;
  }

  /** Takes a request into the queue. */
  enqueue(request: Request): void {
    const place = this.#waiting.findIndex((other) => this.comesBefore(request, other));
    this.#waiting.splice(place < 0 ? this.#waiting.length : place, 0, request);
  }

  /** Takes a request out of the queue; says whether it was there. */
  dequeue(request: Request): boolean {
    const place = this.#waiting.indexOf(request);
    if (place >= 0) this.#waiting.splice(place, 1);
    return place >= 0;
  }

  /** Whether `a` is to be served before `b`. */
  comesBefore(a: Request, b: Request): boolean {
    if (a.priority !== b.priority) return a.priority < b.priority;
    if (a.lost !== b.lost) return a.lost > b.lost;
    const [keyOfA, keyOfB] = [this.#keyOf(a), this.#keyOf(b)];
    return keyOfA === keyOfB ? a.order < b.order : keyOfA < keyOfB;
  }

  /** Lets minutes pass in which nothing changes. */
  pass(minutes: number): void {
    if (minutes === 0) return;
    const areas = this.#areas;
    const inForce = Math.max(this.staffed, this.held);
    const above = this.planned === Infinity ? 0 : Math.max(0, inForce - this.off - this.planned);
    areas.minutes += minutes;
    areas.planned += minutes * this.planned;
    areas.capacity += minutes * inForce;
    areas.busy += minutes * this.busy;
    areas.off += minutes * this.off;
    areas.overtime += minutes * above;
    areas.waiting += minutes * this.#waiting.length;
    if (this.spec.levels !== true) return;
    while (areas.levels.length <= this.busy) areas.levels.push(0);
    areas.levels[this.busy]! += minutes;
  }

  /** The areas so far. */
  statistics(): ResourceStatistics {
    return { ...this.#areas, levels: [...this.#areas.levels] };
  }

  /** Begins the areas anew. */
  resetStatistics(): void {
    this.#areas = noAreas();
  }

  #keyOf(request: Request): number {
    if (this.spec.discipline === "lifo") return -request.order;
    return this.#by < 0 ? 0 : request.attributes[this.#by]!;
  }
}

function noAreas() {
  const levels: number[] = [];
  return { minutes: 0, planned: 0, capacity: 0, busy: 0, off: 0, overtime: 0, waiting: 0, levels };
}
