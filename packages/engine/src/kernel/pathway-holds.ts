/**
 * Who holds what: a claim for each part that was granted, in lists by entity and by resource.
 *
 * @module
 */

import { growColumns, restoreColumns, saveColumns } from "./pathway-columns.ts";
import type { Entities } from "./pathway-entities.ts";

const columnNames = [
  "entity",
  "hold",
  "resource",
  "units",
  "off",
  "request",
  "order",
  "priority",
  "since",
  "next",
  "nextOn",
  "previousOn",
] as const;

/** Columns over claims. A hold is all claims of an entity under one name, of one grant. */
export class Holds {
  /** The row of who holds. */
  entity = new Int32Array(64);
  /** Number of the name under which it is held. */
  hold = new Int32Array(64);
  resource = new Int32Array(64);
  units = new Int32Array(64);
  off = new Uint8Array(64);
  /** The request that was granted, with its number among all, and its priority. */
  request = new Int32Array(64);
  order = new Float64Array(64);
  priority = new Float64Array(64);
  /** When it was granted. */
  since = new Float64Array(64);
  /** The next claim of the same entity, in the order in which they were granted; of a free row, the next free one. */
  next = new Int32Array(64);
  /** Neighbours among the claims on the same resource, if it is one whose holds others may take away. */
  nextOn = new Int32Array(64);
  previousOn = new Int32Array(64);
  /** The last claim on each of these resources; −1 on all others. */
  readonly lastOn: Int32Array;
  /** 1 for each resource whose holds others may take away. */
  readonly #interruptible: Uint8Array;
  readonly #entities: Entities;
  #free = -1;
  #used = 0;

  constructor(entities: Entities, interruptible: Uint8Array) {
    this.#entities = entities;
    this.#interruptible = interruptible;
    this.lastOn = new Int32Array(interruptible.length).fill(-1);
  }

  /** Forgets all claims. */
  reset(): void {
    this.#free = -1;
    this.#used = 0;
    this.lastOn.fill(-1);
  }

  /** Writes down that an entity holds units, for the request for which it has waited. */
  add(row: number, hold: number, resource: number, units: number, off: boolean, now: number): void {
    let claim = this.#free;
    if (claim >= 0) this.#free = this.next[claim]!;
    else {
      claim = this.#used++;
      if (claim >= this.entity.length) growColumns(this, columnNames, claim * 2);
    }
    this.hold[claim] = hold;
    this.resource[claim] = resource;
    this.units[claim] = units;
    this.off[claim] = off ? 1 : 0;
    this.request[claim] = this.#entities.request[row]!;
    this.order[claim] = this.#entities.order[row]!;
    this.priority[claim] = this.#entities.priority[row]!;
    this.since[claim] = now;
    if (this.#interruptible[resource] === 1) this.#list(claim, resource);
    this.append(row, claim);
  }

  /** Puts a claim behind those that an entity has. */
  append(row: number, claim: number): void {
    this.entity[claim] = row;
    this.next[claim] = -1;
    let last = this.#entities.claim[row]!;
    if (last < 0) {
      this.#entities.claim[row] = claim;
      return;
    }
    while (this.next[last]! >= 0) last = this.next[last]!;
    this.next[last] = claim;
  }

  /** Takes a claim out of an entity's list; `previous` is the one before it, or −1. */
  unlink(row: number, previous: number, claim: number): void {
    const next = this.next[claim]!;
    if (previous < 0) this.#entities.claim[row] = next;
    else this.next[previous] = next;
  }

  /** Strikes out a claim that has been unlinked. */
  drop(claim: number): void {
    const resource = this.resource[claim]!;
    if (this.#interruptible[resource] === 1) this.#unlist(claim, resource);
    this.next[claim] = this.#free;
    this.#free = claim;
  }

  /** The claim of an entity under a name, of the latest grant if there are several, its first part; −1: it has none. */
  find(row: number, hold: number): number {
    let found = -1;
    for (let claim = this.#entities.claim[row]!; claim >= 0; claim = this.next[claim]!) {
      if (this.hold[claim] !== hold) continue;
      if (found < 0 || this.order[claim] !== this.order[found]) found = claim;
    }
    return found;
  }

  #list(claim: number, resource: number): void {
    const last = this.lastOn[resource]!;
    this.previousOn[claim] = last;
    this.nextOn[claim] = -1;
    if (last >= 0) this.nextOn[last] = claim;
    this.lastOn[resource] = claim;
  }

  #unlist(claim: number, resource: number): void {
    const before = this.previousOn[claim]!;
    const after = this.nextOn[claim]!;
    if (before >= 0) this.nextOn[before] = after;
    if (after >= 0) this.previousOn[after] = before;
    else this.lastOn[resource] = before;
  }

  /** Copies everything, as plain data. */
  save() {
    return {
      used: this.#used,
      free: this.#free,
      lastOn: this.lastOn.slice(),
      columns: saveColumns(this, columnNames, this.#used),
    };
  }

  /** Goes back to what `save` gave. */
  restore(state: ReturnType<Holds["save"]>): void {
    while (this.entity.length < state.used) growColumns(this, columnNames, this.entity.length * 2);
    this.#used = state.used;
    this.#free = state.free;
    this.lastOn.set(state.lastOn);
    restoreColumns(this, state.columns);
  }
}
