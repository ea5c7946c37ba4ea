/**
 * How entities begin and end: those who come, work that is sent, and the branches of `parallel`.
 *
 * @module
 */

import type { Budget } from "./pathway-budget.ts";
import { doing } from "./pathway-entities.ts";
import type { Numbers } from "./pathway-numbers.ts";
import { cameOut } from "./pathway-rows.ts";
import type { Service } from "./pathway-service.ts";
import type { RunState } from "./pathway-state.ts";

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
    const row = this.#state.entities.appear(this.#state.calendar.now);
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
    entities.state[row] = doing.joining;
    entities.pc[row] = pc;
    entities.children[row] = b[pc]!;
    for (let number = a[pc]!; number < a[pc]! + b[pc]!; number++) {
      const branch = program.branches[number]!;
      const child = this.appear();
      entities.enter(child, entities.pathway[row]!, branch.pc);
      entities.parent[child] = row;
      entities.branch[child] = number;
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
    for (let claim = entities.claim[row]!; claim >= 0; claim = next) {
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
      entities.sender[child] = row;
      entities.senderSerial[child] = entities.serial[row]!;
      entities.senderSlot[child] = slot;
      entities.slots[slot]![row] = entities.slots[slot]![row]! + 1;
    }
    if (tracer !== undefined) {
      this.#state.tell("sends", row, { value: entities.serial[child]!, sent: program.model.pathways[pathway]!.name });
    }
    ready.push(child);
  }

  /** The end of a pathway. */
  end(row: number, outcome: number): void {
    const { entities, program, calendar, tracer, rows } = this.#state;
    if (entities.parent[row]! >= 0) {
      this.endChild(row, outcome);
      return;
    }
    if (entities.activity[row]! >= 0) this.#state.closeRow(row, cameOut.done);
    if (entities.claim[row]! >= 0) this.#service.releaseAll(row);
    if (tracer !== undefined) this.#state.tell("leaves", row, { outcome: program.outcomes[outcome]! });
    rows.visit(row, calendar.now, outcome);
    const visitor = this.#state.isVisitor(row);
    if (entities.sender[row]! >= 0) this.#reportBack(row);
    entities.vanish(row);
    if (!visitor) return;
    this.#state.present--;
    if (this.#state.present === 0) this.#service.letStayersGo();
  }

  /** The end of a branch: what the child has passes to its parent, who goes on with the last of its children. */
  endChild(child: number, outcome: number): void {
    const { entities, holds, program, ready } = this.#state;
    const parent = entities.parent[child]!;
    const { attributes, slots } = program.branches[entities.branch[child]!]!;
    if (entities.activity[child]! >= 0) this.#state.closeRow(child, cameOut.done);
    if (outcome >= 0) this.#service.releaseAll(child);
    let next = -1;
    for (let claim = entities.claim[child]!; claim >= 0; claim = next) {
      next = holds.next(claim);
      holds.append(parent, claim);
    }
    entities.claim[child] = -1;
    for (const attribute of attributes) {
      entities.attributes[attribute]![parent] = entities.attributes[attribute]![child]!;
    }
    for (const slot of slots) entities.slots[slot]![parent] = entities.slots[slot]![child]!;
    if (outcome >= 0 && entities.leaving[parent]! < 0) entities.leaving[parent] = outcome;
    entities.parent[child] = -1;
    entities.vanish(child);
    const left = entities.children[parent]! - 1;
    entities.children[parent] = left;
    if (left === 0) ready.push(parent);
  }

  #inherit(child: number, row: number): void {
    const { patient, attributes } = this.#state.entities;
    patient[child] = patient[row]!;
    for (const column of attributes) column[child] = column[row]!;
  }

  /** Tells the sender of work that it is done, unless the sender has gone. */
  #reportBack(row: number): void {
    const { entities, program, ready } = this.#state;
    const sender = entities.sender[row]!;
    entities.sender[row] = -1;
    if (entities.state[sender] === doing.nothing || entities.serial[sender] !== entities.senderSerial[row]) return;
    const slot = entities.senderSlot[row]!;
    const left = entities.slots[slot]![sender]! - 1;
    entities.slots[slot]![sender] = left;
    const awaits =
      entities.state[sender] === doing.awaitingSent && program.instructions.a[entities.pc[sender]!] === slot;
    if (awaits && left === 0) ready.push(sender);
  }
}
