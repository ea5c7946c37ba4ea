/**
 * How entities begin and end: those who come, work that is sent, and the branches of `parallel`.
 *
 * @module
 */

import type { Budget } from "./pathway-budget.ts";
import { bitsOfEntity, doing, numberOf, wholeOf } from "./pathway-entities.ts";
import type { Numbers } from "./pathway-numbers.ts";
import { cameOut } from "./pathway-rows.ts";
import type { Service } from "./pathway-service.ts";
import type { RunState } from "./pathway-state.ts";

// V8 looks up what is imported each time anew, but knows constants of the module itself.
const { wholes: WHOLES } = bitsOfEntity;
const {
  activity: ACTIVITY,
  branch: BRANCH,
  children: CHILDREN,
  claim: CLAIM,
  leaving: LEAVING,
  parent: PARENT,
  pathway: PATHWAY,
  pc: PC,
  sender: SENDER,
  senderSlot: SENDER_SLOT,
  state: STATE,
} = wholeOf;
const { arrived: ARRIVED, patient: PATIENT, senderSerial: SENDER_SERIAL, serial: SERIAL } = numberOf;

/** Brings entities to life, and lets them end. */
export class Lives {
  readonly #state: RunState;
  readonly #service: Service;
  readonly #budget: Budget;
  readonly #numbers: Numbers;

  constructor(state: RunState, service: Service, budget: Budget, numbers: Numbers) {
    this.#state = state;
    this.#service = service;
    this.#budget = budget;
    this.#numbers = numbers;
  }

  /** Brings a new entity to life, with attributes of 0; returns its row. */
  appear(): number {
    const { entities, calendar } = this.#state;
    const row = entities.appear();
    entities.setNumber(row, ARRIVED, calendar.now);
    this.#budget.admit();
    return row;
  }

  /** Lets a new entity begin a pathway; it does not walk yet. */
  enter(row: number, pathway: number): void {
    const { entities, program } = this.#state;
    entities.enter(row, pathway, program.starts[pathway]!);
    if (this.#state.isVisitor(row)) this.#state.present++;
  }

  /** Sends children down the branches of `parallel`. */
  fork(row: number, pc: number): void {
    const { entities, program, ready } = this.#state;
    const { a, b } = program.instructions;
    entities.setWhole(row, STATE, doing.joining);
    entities.setWhole(row, PC, pc);
    entities.setWhole(row, CHILDREN, b[pc]!);
    for (let number = a[pc]!; number < a[pc]! + b[pc]!; number++) {
      const branch = program.branches[number]!;
      const child = this.appear();
      entities.enter(child, entities.whole(row, PATHWAY), branch.pc);
      entities.setWhole(child, PARENT, row);
      entities.setWhole(child, BRANCH, number);
      entities.identityLo[child] = entities.identityLo[row]!;
      entities.identityHi[child] = entities.identityHi[row]!;
      this.#inherit(child, row);
      // Draws in a branch that is gone through again go on counting.
      for (const slot of branch.slots) entities.slots[slot]![child] = entities.slots[slot]![row]!;
      ready.push(child);
    }
  }

  /** Sends work on its own way, perhaps with units that the sender holds. */
  send(row: number, pc: number): void {
    const { entities, holds, program, tracer, ready } = this.#state;
    const { a, b } = program.instructions;
    const pathway = program.lists[a[pc]!]!;
    const child = this.appear();
    this.enter(child, pathway);
    this.#inherit(child, row);
    program.identities[pc]!(entities, row, child, this.#numbers.times(row, pc));
    const start = a[pc]! + 2;
    let previous = -1;
    let next = -1;
    for (let claim = entities.whole(row, CLAIM); claim >= 0; claim = next) {
      next = holds.next(claim);
      let handedOver = false;
      for (let i = start; i < start + b[pc]! && !handedOver; i++) handedOver = program.lists[i] === holds.hold(claim);
      if (handedOver) {
        holds.unlink(row, previous, claim);
        holds.append(child, claim);
      } else previous = claim;
    }
    const slot = program.lists[a[pc]! + 1]!;
    if (slot >= 0) {
      entities.setWhole(child, SENDER, row);
      entities.setNumber(child, SENDER_SERIAL, entities.number(row, SERIAL));
      entities.setWhole(child, SENDER_SLOT, slot);
      entities.slots[slot]![row] = entities.slots[slot]![row]! + 1;
    }
    if (tracer !== undefined) {
      this.#state.tell("sends", row, {
        value: entities.number(child, SERIAL),
        sent: program.model.pathways[pathway]!.name,
      });
    }
    ready.push(child);
  }

  /** The end of a pathway. */
  end(row: number, outcome: number): void {
    const { entities, program, calendar, tracer, rows } = this.#state;
    const { wholes } = entities;
    if (wholes[(row << WHOLES) | PARENT]! >= 0) {
      this.endChild(row, outcome);
      return;
    }
    if (wholes[(row << WHOLES) | ACTIVITY]! >= 0) this.#state.closeRow(row, cameOut.done);
    if (wholes[(row << WHOLES) | CLAIM]! >= 0) this.#service.releaseAll(row);
    if (tracer !== undefined) this.#state.tell("leaves", row, { outcome: program.outcomes[outcome]! });
    rows.visit(row, calendar.now, outcome);
    const visitor = this.#state.isVisitor(row);
    if (wholes[(row << WHOLES) | SENDER]! >= 0) this.#reportBack(row);
    entities.vanish(row);
    if (!visitor) return;
    this.#state.present--;
    if (this.#state.present === 0) this.#service.letStayersGo();
  }

  /** The end of a branch: what the child has passes to its parent, who goes on with the last of its children. */
  endChild(child: number, outcome: number): void {
    const { entities, holds, program, ready } = this.#state;
    const parent = entities.whole(child, PARENT);
    const { attributes, slots } = program.branches[entities.whole(child, BRANCH)]!;
    if (entities.whole(child, ACTIVITY) >= 0) this.#state.closeRow(child, cameOut.done);
    if (outcome >= 0) this.#service.releaseAll(child);
    let next = -1;
    for (let claim = entities.whole(child, CLAIM); claim >= 0; claim = next) {
      next = holds.next(claim);
      holds.append(parent, claim);
    }
    entities.setWhole(child, CLAIM, -1);
    for (const attribute of attributes) {
      entities.attributes[attribute]![parent] = entities.attributes[attribute]![child]!;
    }
    for (const slot of slots) entities.slots[slot]![parent] = entities.slots[slot]![child]!;
    if (outcome >= 0 && entities.whole(parent, LEAVING) < 0) entities.setWhole(parent, LEAVING, outcome);
    entities.setWhole(child, PARENT, -1);
    entities.vanish(child);
    const left = entities.whole(parent, CHILDREN) - 1;
    entities.setWhole(parent, CHILDREN, left);
    if (left === 0) ready.push(parent);
  }

  #inherit(child: number, row: number): void {
    const { entities } = this.#state;
    entities.setNumber(child, PATIENT, entities.number(row, PATIENT));
    for (const column of entities.attributes) column[child] = column[row]!;
  }

  /** Tells the sender of work that it is done, unless the sender has gone. */
  #reportBack(row: number): void {
    const { entities, program, ready } = this.#state;
    const sender = entities.whole(row, SENDER);
    entities.setWhole(row, SENDER, -1);
    if (
      entities.whole(sender, STATE) === doing.nothing ||
      entities.number(sender, SERIAL) !== entities.number(row, SENDER_SERIAL)
    )
      return;
    const slot = entities.whole(row, SENDER_SLOT);
    const left = entities.slots[slot]![sender]! - 1;
    entities.slots[slot]![sender] = left;
    const awaits =
      entities.whole(sender, STATE) === doing.awaitingSent &&
      program.instructions.a[entities.whole(sender, PC)] === slot;
    if (awaits && left === 0) ready.push(sender);
  }
}
