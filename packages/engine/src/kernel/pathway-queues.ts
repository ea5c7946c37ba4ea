/**
 * Who waits for which resource, in order.
 *
 * @module
 */

import { growColumns, restoreColumns, saveColumns } from "./pathway-columns.ts";
import type { Entities } from "./pathway-entities.ts";
import type { ResourceSpec } from "./pathway-model.ts";
import type { Program } from "./pathway-program.ts";

const columnNames = ["entity", "resource", "key", "before", "after", "other"] as const;

/** Columns over places in queues. An entity has a place in the queue of every resource that might serve it. */
export class Queues {
  entity = new Int32Array(64);
  resource = new Int32Array(64);
  /** What the discipline orders by, within a priority. */
  key = new Float64Array(64);
  /** Neighbours in the queue. */
  before = new Int32Array(64);
  after = new Int32Array(64);
  /** Another place of the same entity; of a free row, the next free one. */
  other = new Int32Array(64);
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly firstFit: Uint8Array;
  /** 1 where the discipline orders by something else than who asked first, or came back last. */
  readonly #keyed: Uint8Array;
  readonly #lifo: Uint8Array;
  readonly #by: Int32Array;
  readonly #entities: Entities;
  #free = -1;
  #used = 0;

  constructor(entities: Entities, specs: readonly ResourceSpec[], { queueBy }: Pick<Program, "queueBy">) {
    this.#entities = entities;
    this.first = new Int32Array(specs.length).fill(-1);
    this.last = new Int32Array(specs.length).fill(-1);
    this.firstFit = Uint8Array.from(specs, ({ discipline }) => (discipline === "first fit" ? 1 : 0));
    this.#lifo = Uint8Array.from(specs, ({ discipline }) => (discipline === "lifo" ? 1 : 0));
    this.#by = queueBy;
    this.#keyed = Uint8Array.from(specs, (_, r) => (this.#lifo[r] === 1 || queueBy[r]! >= 0 ? 1 : 0));
  }

  /** Empties all queues. */
  reset(): void {
    this.#free = -1;
    this.#used = 0;
    this.first.fill(-1);
    this.last.fill(-1);
  }

  /** Gives an entity a place in the queue of a resource, and returns the place. */
  enter(row: number, resource: number): number {
    let place = this.#free;
    if (place >= 0) this.#free = this.other[place]!;
    else {
      place = this.#used++;
      if (place >= this.entity.length) growColumns(this, columnNames, place * 2);
    }
    this.entity[place] = row;
    this.resource[place] = resource;
    if (this.#keyed[resource] === 1) this.key[place] = this.#keyOf(row, resource);
    this.other[place] = this.#entities.place[row]!;
    this.#entities.place[row] = place;
    // Most come last; of "lifo", first.
    const first = this.first[resource]!;
    let before = this.last[resource]!;
    if (before >= 0 && !this.isAhead(before, row)) {
      if (!this.isAhead(first, row)) before = -1;
      else while (!this.isAhead(before, row)) before = this.before[before]!;
    }
    const after = before < 0 ? first : this.after[before]!;
    this.before[place] = before;
    this.after[place] = after;
    if (before < 0) this.first[resource] = place;
    else this.after[before] = place;
    if (after < 0) this.last[resource] = place;
    else this.before[after] = place;
    return place;
  }

  /** Takes a place out of its queue. */
  leave(place: number): void {
    const resource = this.resource[place]!;
    const before = this.before[place]!;
    const after = this.after[place]!;
    if (before < 0) this.first[resource] = after;
    else this.after[before] = after;
    if (after < 0) this.last[resource] = before;
    else this.before[after] = before;
    this.other[place] = this.#free;
    this.#free = place;
  }

  /** Whether the one in a place of a queue is to be served before somebody, who waits in this queue or would. */
  isAhead(place: number, row: number): boolean {
    const other = this.entity[place]!;
    const { priority, rank } = this.#entities;
    const [theirs, mine] = [priority[other]!, priority[row]!];
    if (theirs !== mine) return theirs < mine;
    const resource = this.resource[place]!;
    if (this.#keyed[resource] === 1) {
      const key = this.#keyOf(row, resource);
      if (this.key[place]! !== key) return this.key[place]! < key;
    }
    return rank[other]! < rank[row]!;
  }

  /** Copies everything, as plain data. */
  save() {
    return {
      used: this.#used,
      free: this.#free,
      first: this.first.slice(),
      last: this.last.slice(),
      columns: saveColumns(this, columnNames, this.#used),
    };
  }

  /** Goes back to what `save` gave. */
  restore(state: ReturnType<Queues["save"]>): void {
    while (this.entity.length < state.used) growColumns(this, columnNames, this.entity.length * 2);
    this.#used = state.used;
    this.#free = state.free;
    this.first.set(state.first);
    this.last.set(state.last);
    restoreColumns(this, state.columns);
  }

  #keyOf(row: number, resource: number): number {
    const rank = this.#entities.rank[row]!;
    if (rank < 0) return -Infinity;
    return this.#lifo[resource] === 1 ? -rank : this.#entities.attributes[this.#by[resource]!]![row]!;
  }
}
