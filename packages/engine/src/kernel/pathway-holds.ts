/**
 * Who holds what: a claim for each part that was granted, in lists by entity and by resource.
 *
 * @module
 */

import { growColumns, restoreColumns } from "./pathway-columns.ts";
import { type Entities, numberOf, wholeOf } from "./pathway-entities.ts";

// V8 looks up what is imported each time anew, but knows constants of the module itself.
const { claim: CLAIM, request: ASKED_REQUEST } = wholeOf;
const { order: ASKED_ORDER, priority: ASKED_PRIORITY } = numberOf;

const columnNames = ["wholes", "numbers", "nextOn", "previousOn"] as const;

/** For how many claims there is room at first. */
const ROOM = 64;

// Where what is said of a claim stands in its record, of 1 << WHOLES whole numbers and 1 << NUMBERS others.
const WHOLES = 3;
const ENTITY = 0;
const HOLD = 1;
const RESOURCE = 2;
const UNITS = 3;
const OFF = 4;
const REQUEST = 5;
const NEXT = 6;
const NUMBERS = 2;
const ORDER = 0;
const PRIORITY = 1;
const SINCE = 2;

/** Claims, in records and columns. A hold is all claims of an entity under one name, of one grant. */
export class Holds {
  /** The records. */
  wholes = new Int32Array(ROOM << WHOLES);
  numbers = new Float64Array(ROOM << NUMBERS);
  /** Neighbours among the claims on the same resource, if it is one whose holds others may take away. */
  nextOn = new Int32Array(ROOM);
  previousOn = new Int32Array(ROOM);
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

  /** The row of who holds. */
  entity(claim: number): number {
    return this.wholes[(claim << WHOLES) | ENTITY]!;
  }

  /** Number of the name under which it is held. */
  hold(claim: number): number {
    return this.wholes[(claim << WHOLES) | HOLD]!;
  }

  resource(claim: number): number {
    return this.wholes[(claim << WHOLES) | RESOURCE]!;
  }

  units(claim: number): number {
    return this.wholes[(claim << WHOLES) | UNITS]!;
  }

  off(claim: number): boolean {
    return this.wholes[(claim << WHOLES) | OFF]! === 1;
  }

  /** The request that was granted. */
  request(claim: number): number {
    return this.wholes[(claim << WHOLES) | REQUEST]!;
  }

  /** Its number among all. */
  order(claim: number): number {
    return this.numbers[(claim << NUMBERS) | ORDER]!;
  }

  /** Its priority. */
  priority(claim: number): number {
    return this.numbers[(claim << NUMBERS) | PRIORITY]!;
  }

  /** When it was granted. */
  since(claim: number): number {
    return this.numbers[(claim << NUMBERS) | SINCE]!;
  }

  /** The next claim of the same entity, in the order in which they were granted; of a free one, the next free one. */
  next(claim: number): number {
    return this.wholes[(claim << WHOLES) | NEXT]!;
  }

  /** Writes down that an entity holds units, for the request for which it has waited. */
  add(row: number, hold: number, resource: number, units: number, off: boolean, now: number): void {
    let claim = this.#free;
    if (claim >= 0) this.#free = this.next(claim);
    else {
      claim = this.#used++;
      if (claim >= this.nextOn.length) this.#grow();
    }
    const entities = this.#entities;
    const { wholes, numbers } = this;
    const whole = claim << WHOLES;
    const number = claim << NUMBERS;
    wholes[whole | HOLD] = hold;
    wholes[whole | RESOURCE] = resource;
    wholes[whole | UNITS] = units;
    wholes[whole | OFF] = off ? 1 : 0;
    wholes[whole | REQUEST] = entities.whole(row, ASKED_REQUEST);
    numbers[number | ORDER] = entities.number(row, ASKED_ORDER);
    numbers[number | PRIORITY] = entities.number(row, ASKED_PRIORITY);
    numbers[number | SINCE] = now;
    if (this.#interruptible[resource] === 1) this.#list(claim, resource);
    wholes[whole | ENTITY] = row;
    wholes[whole | NEXT] = -1;
    const first = entities.whole(row, CLAIM);
    if (first < 0) entities.setWhole(row, CLAIM, claim);
    else this.#putBehind(first, claim);
  }

  /** Puts a claim behind those that an entity has. */
  append(row: number, claim: number): void {
    this.wholes[(claim << WHOLES) | ENTITY] = row;
    this.wholes[(claim << WHOLES) | NEXT] = -1;
    const first = this.#entities.whole(row, CLAIM);
    if (first < 0) this.#entities.setWhole(row, CLAIM, claim);
    else this.#putBehind(first, claim);
  }

  /** Takes a claim out of an entity's list; `previous` is the one before it, or −1. */
  unlink(row: number, previous: number, claim: number): void {
    const next = this.next(claim);
    if (previous < 0) this.#entities.setWhole(row, CLAIM, next);
    else this.wholes[(previous << WHOLES) | NEXT] = next;
  }

  /** Strikes out a claim that has been unlinked. */
  drop(claim: number): void {
    const resource = this.resource(claim);
    if (this.#interruptible[resource] === 1) this.#unlist(claim, resource);
    this.wholes[(claim << WHOLES) | NEXT] = this.#free;
    this.#free = claim;
  }

  /** The claim of an entity under a name, of the latest grant if there are several, its first part; −1: it has none. */
  find(row: number, hold: number): number {
    let found = -1;
    for (let claim = this.#entities.whole(row, CLAIM); claim >= 0; claim = this.next(claim)) {
      if (this.hold(claim) !== hold) continue;
      if (found < 0 || this.order(claim) !== this.order(found)) found = claim;
    }
    return found;
  }

  #putBehind(first: number, claim: number): void {
    let last = first;
    for (let next = this.next(last); next >= 0; next = this.next(last)) last = next;
    this.wholes[(last << WHOLES) | NEXT] = claim;
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
      columns: {
        wholes: this.wholes.slice(0, this.#used << WHOLES),
        numbers: this.numbers.slice(0, this.#used << NUMBERS),
        nextOn: this.nextOn.slice(0, this.#used),
        previousOn: this.previousOn.slice(0, this.#used),
      },
    };
  }

  /** Goes back to what `save` gave. */
  restore(state: ReturnType<Holds["save"]>): void {
    while (this.nextOn.length < state.used) this.#grow();
    this.#used = state.used;
    this.#free = state.free;
    this.lastOn.set(state.lastOn);
    restoreColumns(this, state.columns);
  }

  #grow(): void {
    for (const name of columnNames) growColumns(this, [name], 2 * this[name].length);
  }
}
