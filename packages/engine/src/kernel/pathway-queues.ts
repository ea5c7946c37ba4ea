/**
 * Who waits for which resource, in order.
 *
 * @module
 */

import { growColumns, restoreColumns } from "./pathway-columns.ts";
import { bitsOfEntity, type Entities, numberOf, wholeOf } from "./pathway-entities.ts";
import type { ResourceSpec } from "./pathway-model.ts";
import type { Program } from "./pathway-program.ts";

// V8 looks up what is imported each time anew, but knows constants of the module itself.
const { wholes: WHOLES, numbers: NUMBERS } = bitsOfEntity;
const { place: PLACE } = wholeOf;
const { priority: PRIORITY, rank: RANK } = numberOf;

const columnNames = ["places", "key"] as const;

/** For how many places there is room at first. */
const ROOM = 64;

// Where what is said of a place stands in its record, of 1 << RECORD whole numbers.
const RECORD = 3;
const ENTITY = 0;
const RESOURCE = 1;
const BEFORE = 2;
const AFTER = 3;
const OTHER = 4;

/** Places in queues, in records. An entity has a place in the queue of every resource that might serve it. */
export class Queues {
  /** The records. */
  places = new Int32Array(ROOM << RECORD);
  /** What the discipline orders by, within a priority. */
  key = new Float64Array(ROOM);
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

  entity(place: number): number {
    return this.places[(place << RECORD) | ENTITY]!;
  }

  resource(place: number): number {
    return this.places[(place << RECORD) | RESOURCE]!;
  }

  /** Who stands behind, in the queue. */
  after(place: number): number {
    return this.places[(place << RECORD) | AFTER]!;
  }

  /** Another place of the same entity; of a free place, the next free one. */
  other(place: number): number {
    return this.places[(place << RECORD) | OTHER]!;
  }

  /** Gives an entity a place in the queue of a resource, and returns the place. */
  enter(row: number, resource: number): number {
    let place = this.#free;
    if (place >= 0) this.#free = this.other(place);
    else {
      place = this.#used++;
      if (place >= this.key.length) this.#grow();
    }
    const { places } = this;
    const at = place << RECORD;
    places[at | ENTITY] = row;
    places[at | RESOURCE] = resource;
    if (this.#keyed[resource] === 1) this.key[place] = this.#keyOf(row, resource);
    const { wholes } = this.#entities;
    places[at | OTHER] = wholes[(row << WHOLES) | PLACE]!;
    wholes[(row << WHOLES) | PLACE] = place;
    // Most come last; of "lifo", first.
    const first = this.first[resource]!;
    let before = this.last[resource]!;
    if (before >= 0 && !this.isAhead(before, row)) before = this.#lastAhead(row, first, before);
    const after = before < 0 ? first : places[(before << RECORD) | AFTER]!;
    places[at | BEFORE] = before;
    places[at | AFTER] = after;
    if (before < 0) this.first[resource] = place;
    else places[(before << RECORD) | AFTER] = place;
    if (after < 0) this.last[resource] = place;
    else places[(after << RECORD) | BEFORE] = place;
    return place;
  }

  /** The last of a queue who is ahead of somebody, given its first, and its last, who is not; −1: nobody is. */
  #lastAhead(row: number, first: number, last: number): number {
    if (!this.isAhead(first, row)) return -1;
    let place = last;
    while (!this.isAhead(place, row)) place = this.places[(place << RECORD) | BEFORE]!;
    return place;
  }

  /** Takes a place out of its queue. */
  leave(place: number): void {
    const { places } = this;
    const at = place << RECORD;
    const resource = places[at | RESOURCE]!;
    const before = places[at | BEFORE]!;
    const after = places[at | AFTER]!;
    if (before < 0) this.first[resource] = after;
    else places[(before << RECORD) | AFTER] = after;
    if (after < 0) this.last[resource] = before;
    else places[(after << RECORD) | BEFORE] = before;
    places[at | OTHER] = this.#free;
    this.#free = place;
  }

  /** Whether the one in a place of a queue is to be served before somebody, who waits in this queue or would. */
  isAhead(place: number, row: number): boolean {
    const other = this.entity(place);
    const { numbers } = this.#entities;
    const theirs = numbers[(other << NUMBERS) | PRIORITY]!;
    const mine = numbers[(row << NUMBERS) | PRIORITY]!;
    if (theirs !== mine) return theirs < mine;
    const resource = this.resource(place);
    if (this.#keyed[resource] === 1) {
      const key = this.#keyOf(row, resource);
      if (this.key[place]! !== key) return this.key[place]! < key;
    }
    return numbers[(other << NUMBERS) | RANK]! < numbers[(row << NUMBERS) | RANK]!;
  }

  /** Copies everything, as plain data. */
  save() {
    return {
      used: this.#used,
      free: this.#free,
      first: this.first.slice(),
      last: this.last.slice(),
      columns: { places: this.places.slice(0, this.#used << RECORD), key: this.key.slice(0, this.#used) },
    };
  }

  /** Goes back to what `save` gave. */
  restore(state: ReturnType<Queues["save"]>): void {
    while (this.key.length < state.used) this.#grow();
    this.#used = state.used;
    this.#free = state.free;
    this.first.set(state.first);
    this.last.set(state.last);
    restoreColumns(this, state.columns);
  }

  #grow(): void {
    for (const name of columnNames) growColumns(this, [name], 2 * this[name].length);
  }

  #keyOf(row: number, resource: number): number {
    const rank = this.#entities.number(row, RANK);
    if (rank < 0) return -Infinity;
    return this.#lifo[resource] === 1 ? -rank : this.#entities.attributes[this.#by[resource]!]![row]!;
  }
}
