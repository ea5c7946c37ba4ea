/**
 * The living entities of a run, in records.
 *
 * @module
 */

import { type Column, growColumns, longer, restoreColumns } from "./pathway-columns.ts";

/** What an entity is doing. */
export const doing = {
  /** No entity in this row. */
  nothing: 0,
  /** Walks through its steps, or is about to. */
  walking: 1,
  /** Lets time pass. */
  delay: 2,
  /** Stands in queues. */
  waiting: 3,
  /** Waits for a level of resources or activities. */
  awaiting: 4,
  /** Waits until work that it sent is done. */
  awaitingSent: 5,
  /** Waits for its children. */
  joining: 6,
  /** Has been granted what it asked for, and goes on as soon as the present turn is over. */
  granted: 7,
  /** Awaited a level that has been reached, and looks again as soon as the present turn is over. */
  called: 8,
} as const;

/** How many bits say which of the whole numbers, and which of the others, in the record of an entity. */
export const bitsOfEntity = { wholes: 5, numbers: 4 } as const;

const { wholes: WHOLES, numbers: NUMBERS } = bitsOfEntity;

/** Where the whole numbers stand that are said of an entity. */
export const wholeOf = {
  /** Of `doing`. */
  state: 0,
  /** The instruction with which the entity goes on. */
  pc: 1,
  /** Slot of its event in the calendar, in a delay, or while patience lasts; else −1. */
  event: 2,
  /** The request for which it waits. */
  request: 3,
  /** The activity of the open row, or −1. */
  activity: 4,
  /** The resource that serves in the open row, or −1. */
  served: 5,
  /** Its first place in a queue; else −1. */
  place: 6,
  /** The first of what it holds; else −1. */
  claim: 7,
  /** The hold that works in the present delay; else −1. */
  working: 8,
  pathway: 9,
  source: 10,
  cycle: 11,
  k: 12,
  /** The next free row, of one that is free. */
  next: 13,
  /** Of a child of `parallel`: the row of who has it; else −1. */
  parent: 14,
  /** Which branch of all it walks along, if it is a child. */
  branch: 15,
  /** How many children have not ended yet. */
  children: 16,
  /** The outcome with which it leaves once its children have joined; else −1. */
  leaving: 17,
  /** Of work that somebody awaits: the row of the sender, and the slot in which the sender counts; else −1. */
  sender: 18,
  senderSlot: 19,
} as const;

/** Where the other numbers stand that are said of an entity. */
export const numberOf = {
  /** When the present delay ends. */
  until: 0,
  /** What is left of interrupted work; else −1. */
  rest: 1,
  /** All of the work of the present delay, in minutes at speed 1. */
  work: 2,
  /** The priority of the request for which it waits. */
  priority: 3,
  /** Number of that request among all that were made. */
  order: 4,
  /** The same, but negative for those who come back after an interruption: the later, the smaller. */
  rank: 5,
  /** Of the open row. */
  queued: 6,
  started: 7,
  serial: 8,
  patient: 9,
  arrived: 10,
  /** The serial of who sent it, if it is work that somebody awaits. */
  senderSerial: 11,
} as const;

// What is −1 while there is nothing to say. Whoever ends has nothing to say, so rows to be used again are clean.
const emptyWholes = [
  wholeOf.parent,
  wholeOf.leaving,
  wholeOf.sender,
  wholeOf.event,
  wholeOf.place,
  wholeOf.claim,
  wholeOf.activity,
];

const { nothing, walking } = doing;
const { state: STATE, pathway: PATHWAY, pc: PC, source: SOURCE, cycle: CYCLE, k: K, next: NEXT } = wholeOf;
const { rest: REST, serial: SERIAL, patient: PATIENT } = numberOf;

/** For how many entities there is room at first. */
const ROOM = 64;

const identityColumns = ["identityLo", "identityHi"] as const;

/**
 * Entities by row, in two records each: to reach a number in one long array that is at hand already takes V8 half the time
 * of reaching it in a column of its own. A row is used again after its entity has ended. `Columns` of the model for hooks.
 */
export class Entities {
  /** The records. */
  wholes = new Int32Array(ROOM << WHOLES);
  numbers = new Float64Array(ROOM << NUMBERS);
  identityLo = new Int32Array(ROOM);
  identityHi = new Int32Array(ROOM);

  readonly attributes: Float64Array[];
  /** Counters of rounds, draws and work sent, each pathway with its own use of them. */
  readonly slots: Int32Array[];
  readonly #slotsOf: Int32Array;
  #free = -1;
  /** Rows used so far; all beyond are fresh. */
  used = 0;
  alive = 0;
  /** Serial number of the next entity. */
  serials = 0;

  /** @param slotsOf how many slots each pathway uses */
  constructor(attributes: number, slotsOf: Int32Array) {
    this.#slotsOf = slotsOf;
    this.attributes = Array.from({ length: attributes }, () => new Float64Array(ROOM));
    this.slots = Array.from({ length: Math.max(0, ...slotsOf) }, () => new Int32Array(ROOM));
    this.#clean(0, ROOM);
  }

  /** A whole number that is said of an entity. */
  whole(row: number, which: number): number {
    return this.wholes[(row << WHOLES) | which]!;
  }

  setWhole(row: number, which: number, value: number): void {
    this.wholes[(row << WHOLES) | which] = value;
  }

  /** Another number that is said of an entity. */
  number(row: number, which: number): number {
    return this.numbers[(row << NUMBERS) | which]!;
  }

  setNumber(row: number, which: number, value: number): void {
    this.numbers[(row << NUMBERS) | which] = value;
  }

  /** Forgets everybody. */
  reset(): void {
    this.#clean(0, this.used);
    this.#free = -1;
    this.used = 0;
    this.alive = 0;
    this.serials = 0;
  }

  /** Brings a new entity to life, of no pathway yet, with attributes of 0; returns its row. */
  appear(): number {
    let row = this.#free;
    if (row >= 0) this.#free = this.whole(row, NEXT);
    else {
      row = this.used++;
      if (row >= this.identityLo.length) this.#grow();
    }
    this.alive++;
    const serial = this.serials++;
    const { wholes, numbers } = this;
    const at = row << WHOLES;
    wholes[at | STATE] = walking;
    wholes[at | SOURCE] = -1;
    wholes[at | CYCLE] = -1;
    wholes[at | K] = -1;
    const from = row << NUMBERS;
    numbers[from | SERIAL] = serial;
    numbers[from | PATIENT] = serial;
    this.identityLo[row] = 0;
    this.identityHi[row] = 0;
    const { attributes } = this;
    for (let i = 0; i < attributes.length; i++) attributes[i]![row] = 0;
    return row;
  }

  /** Puts a new entity at an instruction of a pathway. */
  enter(row: number, pathway: number, pc: number): void {
    const { wholes } = this;
    wholes[(row << WHOLES) | PATHWAY] = pathway;
    wholes[(row << WHOLES) | PC] = pc;
    const { slots } = this;
    for (let i = this.#slotsOf[pathway]! - 1; i >= 0; i--) slots[i]![row] = 0;
  }

  /** Gives a row back. */
  vanish(row: number): void {
    const { wholes } = this;
    wholes[(row << WHOLES) | STATE] = nothing;
    wholes[(row << WHOLES) | NEXT] = this.#free;
    this.#free = row;
    this.alive--;
  }

  /** Rows of the living, in the order in which they appeared. */
  living(): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.used; row++) if (this.whole(row, STATE) !== nothing) rows.push(row);
    return rows.sort((a, b) => this.number(a, SERIAL) - this.number(b, SERIAL));
  }

  /** Copies everything, as plain data. */
  save() {
    const { used, alive, serials } = this;
    return {
      used,
      alive,
      serials,
      free: this.#free,
      columns: {
        wholes: this.wholes.slice(0, used << WHOLES),
        numbers: this.numbers.slice(0, used << NUMBERS),
        identityLo: this.identityLo.slice(0, used),
        identityHi: this.identityHi.slice(0, used),
      },
      attributes: this.attributes.map((column) => column.slice(0, used)),
      slots: this.slots.map((column) => column.slice(0, used)),
    };
  }

  /** Goes back to what `save` gave. */
  restore(state: ReturnType<Entities["save"]>): void {
    while (this.identityLo.length < state.used) this.#grow();
    this.used = state.used;
    this.alive = state.alive;
    this.serials = state.serials;
    this.#free = state.free;
    restoreColumns(this, state.columns);
    const into = (columns: readonly Column[], saved: readonly Column[]) => {
      for (const [index, column] of saved.entries()) columns[index]!.set(column);
    };
    into(this.attributes, state.attributes);
    into(this.slots, state.slots);
  }

  #clean(from: number, to: number): void {
    for (let row = from; row < to; row++) {
      for (const which of emptyWholes) this.setWhole(row, which, -1);
      this.setNumber(row, REST, -1);
    }
  }

  #grow(): void {
    const rows = this.identityLo.length;
    const length = rows * 2;
    this.wholes = longer(this.wholes, length << WHOLES);
    this.numbers = longer(this.numbers, length << NUMBERS);
    growColumns(this, identityColumns, length);
    this.#clean(rows, length);
    for (const [index, column] of this.attributes.entries()) this.attributes[index] = longer(column, length);
    for (const [index, column] of this.slots.entries()) this.slots[index] = longer(column, length);
  }
}
