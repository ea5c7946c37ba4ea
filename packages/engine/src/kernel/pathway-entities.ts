/**
 * The living entities of a run, in columns.
 *
 * @module
 */

import { type Column, growColumns, longer, restoreColumns, saveColumns } from "./pathway-columns.ts";

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

const columnNames = [
  "state",
  "pc",
  "pathway",
  "serial",
  "patient",
  "source",
  "cycle",
  "k",
  "arrived",
  "identityLo",
  "identityHi",
  "parent",
  "branch",
  "children",
  "leaving",
  "sender",
  "senderSerial",
  "senderSlot",
  "event",
  "until",
  "working",
  "work",
  "rest",
  "request",
  "priority",
  "order",
  "rank",
  "place",
  "claim",
  "activity",
  "queued",
  "started",
  "served",
  "next",
] as const;

/** Columns that are −1 while there is nothing to say. Whoever ends has nothing to say, so rows to be used again are clean. */
const emptyNames = ["parent", "leaving", "sender", "event", "rest", "place", "claim", "activity"] as const;

/** Columns over rows of entities; a row is used again after its entity has ended. `Columns` of the model for hooks. */
export class Entities {
  state = new Uint8Array(64);
  /** The instruction with which the entity goes on. */
  pc = new Int32Array(64);
  pathway = new Int32Array(64);
  serial = new Float64Array(64);
  patient = new Float64Array(64);
  source = new Int32Array(64);
  cycle = new Int32Array(64);
  k = new Int32Array(64);
  arrived = new Float64Array(64);
  identityLo = new Int32Array(64);
  identityHi = new Int32Array(64);

  /** Of a child of `parallel`: the row of who has it; else −1. */
  parent = new Int32Array(64);
  /** Which branch of all it walks along; −1: it is no child. */
  branch = new Int32Array(64);
  /** How many children have not ended yet. */
  children = new Int32Array(64);
  /** The outcome with which it leaves once its children have joined; else −1. */
  leaving = new Int32Array(64);
  /** Of work that somebody awaits: the row and serial of the sender, and the slot in which the sender counts; else −1. */
  sender = new Int32Array(64);
  senderSerial = new Float64Array(64);
  senderSlot = new Int32Array(64);

  /** Slot of its event in the calendar, in a delay, or while patience lasts; else −1. */
  event = new Int32Array(64);
  /** When the present delay ends. */
  until = new Float64Array(64);
  /** The hold that works in the present delay; else −1. */
  working = new Int32Array(64);
  /** All of the work of the present delay, in minutes at speed 1. */
  work = new Float64Array(64);
  /** What is left of interrupted work; else −1. */
  rest = new Float64Array(64);

  /** The request for which it waits, with its priority, and when its turn comes within the priority. */
  request = new Int32Array(64);
  priority = new Float64Array(64);
  /** Number of the request among all that were made. */
  order = new Float64Array(64);
  /** The same, but negative for those who come back after an interruption: the later, the smaller. */
  rank = new Float64Array(64);
  /** Its first place in a queue; else −1. */
  place = new Int32Array(64);
  /** The first of what it holds; else −1. */
  claim = new Int32Array(64);

  /** The activity of the open row, or −1, and what the row says. */
  activity = new Int32Array(64);
  queued = new Float64Array(64);
  started = new Float64Array(64);
  served = new Int32Array(64);

  /** The next row in the list in which this one stands: of free rows, or of those who await. */
  next = new Int32Array(64);

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
    this.attributes = Array.from({ length: attributes }, () => new Float64Array(64));
    this.slots = Array.from({ length: Math.max(0, ...slotsOf) }, () => new Int32Array(64));
    this.#clean(0, this.state.length);
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
  appear(now: number): number {
    let row = this.#free;
    if (row >= 0) this.#free = this.next[row]!;
    else {
      row = this.used++;
      if (row >= this.state.length) this.#grow();
    }
    this.alive++;
    const serial = this.serials++;
    this.state[row] = doing.walking;
    this.serial[row] = serial;
    this.patient[row] = serial;
    this.source[row] = -1;
    this.cycle[row] = -1;
    this.k[row] = -1;
    this.arrived[row] = now;
    this.identityLo[row] = 0;
    this.identityHi[row] = 0;
    const { attributes } = this;
    for (let i = 0; i < attributes.length; i++) attributes[i]![row] = 0;
    return row;
  }

  /** Puts a new entity at an instruction of a pathway. */
  enter(row: number, pathway: number, pc: number): void {
    this.pathway[row] = pathway;
    this.pc[row] = pc;
    const { slots } = this;
    for (let i = this.#slotsOf[pathway]! - 1; i >= 0; i--) slots[i]![row] = 0;
  }

  /** Gives a row back. */
  vanish(row: number): void {
    this.state[row] = doing.nothing;
    this.next[row] = this.#free;
    this.#free = row;
    this.alive--;
  }

  /** Rows of the living, in the order in which they appeared. */
  living(): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.used; row++) if (this.state[row] !== doing.nothing) rows.push(row);
    return rows.sort((a, b) => this.serial[a]! - this.serial[b]!);
  }

  /** Copies everything, as plain data. */
  save() {
    const { used, alive, serials } = this;
    return {
      used,
      alive,
      serials,
      free: this.#free,
      columns: saveColumns(this, columnNames, used),
      attributes: this.attributes.map((column) => column.slice(0, used)),
      slots: this.slots.map((column) => column.slice(0, used)),
    };
  }

  /** Goes back to what `save` gave. */
  restore(state: ReturnType<Entities["save"]>): void {
    while (this.state.length < state.used) this.#grow();
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
    for (const name of emptyNames) this[name].fill(-1, from, to);
  }

  #grow(): void {
    const rows = this.state.length;
    const length = rows * 2;
    growColumns(this, columnNames, length);
    this.#clean(rows, length);
    for (const [index, column] of this.attributes.entries()) this.attributes[index] = longer(column, length);
    for (const [index, column] of this.slots.entries()) this.slots[index] = longer(column, length);
  }
}
