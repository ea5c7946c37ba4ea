/**
 * How entities walk along their instructions.
 *
 * @module
 */

import { OfficeError } from "../errors.ts";
import type { Budget } from "./pathway-budget.ts";
import { doing } from "./pathway-entities.ts";
import { type CompiledRequest, from, type Watch } from "./pathway-program.ts";
import { cameOut, finished } from "./pathway-rows.ts";
import type { Service } from "./pathway-service.ts";
import { happens, type RunState } from "./pathway-state.ts";

/** Carries out instructions. */
export class Walk {
  /** Rows of those who await a level, in the order in which they began to. */
  readonly awaiting: number[] = [];
  readonly #state: RunState;
  readonly #service: Service;
  readonly #budget: Budget;

  constructor(state: RunState, service: Service, budget: Budget) {
    this.#state = state;
    this.#service = service;
    this.#budget = budget;
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

  /** Lets an entity's event happen: time has passed, or its patience has ended. */
  event(row: number): void {
    const { entities, program, tracer } = this.#state;
    entities.event[row] = -1;
    if (entities.state[row] !== doing.waiting) {
      this.#walk(row, entities.pc[row]! + 1);
      return;
    }
    const request = program.requests[entities.request[row]!]!;
    entities.state[row] = doing.walking;
    this.#service.giveUp(row);
    if (tracer !== undefined) this.#state.tell("gives up", row, this.#activity(request));
    if (request.activity >= 0) this.#state.closeRow(row, cameOut.gaveUp);
    this.#walk(row, request.gaveUp);
  }

  /** Lets an entity go on that was put on the ready ring. */
  goOn(row: number): void {
    const { entities, program } = this.#state;
    const pc = entities.pc[row]!;
    switch (entities.state[row]) {
      case doing.granted:
        this.#granted(row);
        return;
      case doing.called:
        if (this.#holds(program.watches[program.instructions.a[pc]!]!)) {
          this.awaiting.splice(this.awaiting.indexOf(row), 1);
          this.#walk(row, pc + 1);
        } else entities.state[row] = doing.awaiting;
        return;
      case doing.awaitingSent:
        this.#walk(row, pc + 1);
        return;
      case doing.joining:
        if (entities.leaving[row]! >= 0) this.#end(row, entities.leaving[row]!);
        else this.#walk(row, program.instructions.c[pc]!);
        return;
      default:
        this.#walk(row, pc);
    }
  }

  /** Calls those who await a level that is reached; they look again on their turn. */
  callAwaiting(): void {
    const { entities, program, ready } = this.#state;
    for (const row of this.awaiting) {
      if (entities.state[row] !== doing.awaiting) continue;
      if (!this.#holds(program.watches[program.instructions.a[entities.pc[row]!]!]!)) continue;
      entities.state[row] = doing.called;
      ready.push(row);
    }
  }

  /** Walks from an instruction on, until time passes, something is to be waited for, or the pathway ends. */
  #walk(row: number, start: number): void {
    const { entities, program, calendar } = this.#state;
    const { instructions, lists } = program;
    const { op, a, b, c, x } = instructions;
    entities.state[row] = doing.walking;
    let pc = start;
    for (;;) {
      // The bare numbers of `op`: only these become a jump table.
      switch (op[pc]) {
        case 0: // finish
          this.#end(row, finished);
          return;
        case 1: // seize
          pc = this.#seize(row, pc);
          if (pc < 0) return;
          break;
        case 2: // delay
          this.#delay(row, pc);
          return;
        case 3: // end
          if (entities.activity[row]! >= 0) this.#state.closeRow(row, cameOut.done);
          pc++;
          break;
        case 4: // release
          this.#service.release(row, a[pc]!, b[pc]!);
          pc++;
          break;
        case 5: // begin
          this.#state.openRow(row, a[pc]!);
          entities.started[row] = calendar.now;
          if (this.#state.tracer !== undefined) this.#state.tell("starts", row, this.#state.activityOf(row));
          pc++;
          break;
        case 6: // leave
          this.#end(row, a[pc]!);
          return;
        case 7: // test
          pc = compare(entities.attributes[a[pc]!]![row]!, b[pc]!, x[pc]!) ? pc + 1 : c[pc]!;
          break;
        case 8: // choose
          pc = this.#branchOf(row, pc);
          break;
        case 9: // set
          entities.attributes[a[pc]!]![row] = this.#number(row, pc);
          pc++;
          break;
        case 10: // call
          this.#call(row, pc);
          pc++;
          break;
        case 11: // jump
          pc = c[pc]!;
          break;
        case 12: {
          // repeat
          const rounds = Math.min(b[pc]!, Math.floor(this.#number(row, pc)));
          entities.slots[a[pc]!]![row] = rounds;
          pc = rounds >= 1 ? pc + 1 : c[pc]!;
          break;
        }
        case 13: // round
          this.#budget.spend();
          pc = this.#anotherRound(row, pc) ? c[pc]! : pc + 1;
          break;
        case 14: // again
          this.#budget.spend();
          pc = this.#anotherRound(row, pc) && this.#number(row, pc) < x[pc]! ? c[pc]! : pc + 1;
          break;
        case 15: // until
          if (this.#waitUntil(row, pc, this.#minute(row, pc))) return;
          pc++;
          break;
        case 16: // atLeast
          if (this.#waitUntil(row, pc, entities.attributes[a[pc]!]![row]! + this.#minutes(row, pc))) return;
          pc++;
          break;
        case 17: // await
          if (!this.#holds(program.watches[a[pc]!]!)) {
            entities.state[row] = doing.awaiting;
            entities.pc[row] = pc;
            this.awaiting.push(row);
            return;
          }
          pc++;
          break;
        case 18: // await sent
          if (entities.slots[a[pc]!]![row]! > 0) {
            entities.state[row] = doing.awaitingSent;
            entities.pc[row] = pc;
            return;
          }
          pc++;
          break;
        case 19: // parallel
          if (b[pc]! > 0) {
            this.#fork(row, pc);
            return;
          }
          pc = c[pc]!;
          break;
        case 20: // joins
          this.#endChild(row, -1);
          return;
        default: // send
          this.#send(row, pc, lists[a[pc]!]!);
          pc++;
      }
    }
  }

  /** Asks for resources. Returns where to go on, or −1: the entity waits. */
  #seize(row: number, pc: number): number {
    const { entities, program, calendar, tracer, waitingAt } = this.#state;
    const number = program.instructions.a[pc]!;
    const request = program.requests[number]!;
    if (request.activity >= 0) this.#state.openRow(row, request.activity);
    const patience = this.#patience(row, pc, request);
    const priority = this.#number(row, pc);
    if (Number.isNaN(priority)) throw notANumber(program.instructions.places[pc]!, "the priority");
    entities.request[row] = number;
    entities.priority[row] = priority;
    const order = this.#state.requests++;
    entities.order[row] = order;
    entities.rank[row] = order;
    entities.pc[row] = pc;
    if (this.#service.ask(row)) {
      this.#start(row, request);
      return pc + 1;
    }
    if (waitingAt[number]! >= request.limit) {
      if (tracer !== undefined) this.#state.tell("is turned away", row, this.#activity(request));
      if (request.activity >= 0) this.#state.closeRow(row, cameOut.turnedAway);
      return request.turnedAway;
    }
    this.#service.wait(row);
    if (tracer !== undefined) {
      const [first] = request.parts;
      const mine = this.#service.mineOf(row, first!);
      const resource = this.#state.nameOf(mine >= 0 ? mine : first!.candidates[0]!);
      this.#state.tell("waits", row, { ...this.#activity(request), resource });
    }
    if (patience < Infinity) entities.event[row] = calendar.schedule(calendar.now + patience, 0, row << 2);
    return -1;
  }

  /** Goes on with what has been granted to one who waited for it. */
  #granted(row: number): void {
    const { entities, program, tracer } = this.#state;
    const pc = entities.pc[row]!;
    const request = program.requests[entities.request[row]!]!;
    if (entities.rest[row]! < 0) {
      this.#start(row, request);
      this.#walk(row, pc + 1);
      return;
    }
    if (tracer !== undefined) {
      const resource = this.#state.nameOf(this.#tellOfTaking(row));
      this.#state.tell("goes on", row, { ...this.#state.activityOf(row), resource });
    }
    this.#walk(row, pc);
  }

  /** Starts the activity for which a request was granted. */
  #start(row: number, request: CompiledRequest): void {
    const { entities, holds, calendar, tracer } = this.#state;
    if (tracer !== undefined) this.#tellOfTaking(row);
    if (request.activity < 0) return;
    const resource = holds.resource[this.#firstGranted(row)]!;
    entities.started[row] = calendar.now;
    entities.served[row] = resource;
    if (tracer !== undefined) {
      this.#state.tell("starts", row, { ...this.#activity(request), resource: this.#state.nameOf(resource) });
    }
  }

  /** The first claim of what was granted last. */
  #firstGranted(row: number): number {
    const { entities, holds } = this.#state;
    let claim = entities.claim[row]!;
    while (holds.order[claim] !== entities.order[row] || holds.request[claim] !== entities.request[row]) {
      claim = holds.next[claim]!;
    }
    return claim;
  }

  /** Tells of what was granted last; returns the first resource. */
  #tellOfTaking(row: number): number {
    const { holds } = this.#state;
    const first = this.#firstGranted(row);
    for (let claim = first; claim >= 0; claim = holds.next[claim]!) {
      const resource = holds.resource[claim]!;
      this.#state.tell("takes", row, { resource: this.#state.nameOf(resource), value: holds.units[claim]! });
    }
    return holds.resource[first]!;
  }

  #delay(row: number, pc: number): void {
    const { entities, holds, resources, program, calendar } = this.#state;
    let rest = entities.rest[row]!;
    if (rest < 0) {
      rest = this.#minutes(row, pc);
      entities.work[row] = rest;
    }
    const hold = program.instructions.a[pc]!;
    const claim = hold < 0 ? -1 : holds.find(row, hold);
    const ends = claim < 0 ? calendar.now + rest : calendar.now + rest / resources.speed[holds.resource[claim]!]!;
    entities.rest[row] = -1;
    entities.working[row] = claim < 0 ? -1 : hold;
    this.#pass(row, pc, ends);
  }

  /** Waits until a minute that is yet to come; false: it is not. */
  #waitUntil(row: number, pc: number, minute: number): boolean {
    if (!(minute > this.#state.calendar.now)) return false;
    this.#state.entities.working[row] = -1;
    this.#pass(row, pc, minute);
    return true;
  }

  #pass(row: number, pc: number, until: number): void {
    const { entities, calendar } = this.#state;
    entities.state[row] = doing.delay;
    entities.pc[row] = pc;
    entities.until[row] = until;
    // What never ends needs no event.
    if (until < Infinity) entities.event[row] = calendar.schedule(until, 0, (row << 2) | happens.entity);
  }

  #branchOf(row: number, pc: number): number {
    const { instructions, shares, lists } = this.#state.program;
    const drawn = this.#number(row, pc);
    const start = instructions.a[pc]!;
    const end = start + instructions.b[pc]!;
    for (let i = start; i < end; i++) if (drawn < shares[i]!) return lists[i]!;
    return instructions.c[pc]!;
  }

  #anotherRound(row: number, pc: number): boolean {
    const slot = this.#state.entities.slots[this.#state.program.instructions.a[pc]!]!;
    const left = slot[row]! - 1;
    slot[row] = left;
    return left > 0;
  }

  #call(row: number, pc: number): void {
    const { entities, program, calendar } = this.#state;
    const { a, b } = program.instructions;
    const answer = program.hooks[a[pc]!]!(entities, row, calendar.now);
    if (b[pc]! >= 0) entities.attributes[b[pc]!]![row] = answer;
  }

  /** Sends children down the branches of `parallel`. */
  #fork(row: number, pc: number): void {
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

  #inherit(child: number, row: number): void {
    const { patient, attributes } = this.#state.entities;
    patient[child] = patient[row]!;
    for (const column of attributes) column[child] = column[row]!;
  }

  /** The end of a branch: what the child has passes to its parent, who goes on with the last of its children. */
  #endChild(child: number, outcome: number): void {
    const { entities, holds, program, ready } = this.#state;
    const parent = entities.parent[child]!;
    const { attributes, slots } = program.branches[entities.branch[child]!]!;
    if (entities.activity[child]! >= 0) this.#state.closeRow(child, cameOut.done);
    if (outcome >= 0) this.#service.releaseAll(child);
    let next = -1;
    for (let claim = entities.claim[child]!; claim >= 0; claim = next) {
      next = holds.next[claim]!;
      holds.append(parent, claim);
    }
    for (const attribute of attributes) {
      entities.attributes[attribute]![parent] = entities.attributes[attribute]![child]!;
    }
    for (const slot of slots) entities.slots[slot]![parent] = entities.slots[slot]![child]!;
    if (outcome >= 0 && entities.leaving[parent]! < 0) entities.leaving[parent] = outcome;
    entities.vanish(child);
    const left = entities.children[parent]! - 1;
    entities.children[parent] = left;
    if (left === 0) ready.push(parent);
  }

  #send(row: number, pc: number, pathway: number): void {
    const { entities, holds, program, tracer, ready } = this.#state;
    const { a, b } = program.instructions;
    const child = this.appear();
    this.enter(child, pathway);
    this.#inherit(child, row);
    program.identities[pc]!(entities, row, child, this.#times(row, pc));
    const start = a[pc]! + 2;
    let previous = -1;
    let next = -1;
    for (let claim = entities.claim[row]!; claim >= 0; claim = next) {
      next = holds.next[claim]!;
      let handedOver = false;
      for (let i = start; i < start + b[pc]! && !handedOver; i++) handedOver = program.lists[i] === holds.hold[claim];
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
  #end(row: number, outcome: number): void {
    const { entities, program, calendar, tracer, rows } = this.#state;
    if (entities.parent[row]! >= 0) {
      this.#endChild(row, outcome);
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

  /** Tells the sender of work that it is done, unless the sender has gone. */
  #reportBack(row: number): void {
    const { entities, program, ready } = this.#state;
    const sender = entities.sender[row]!;
    if (entities.state[sender] === doing.nothing || entities.serial[sender] !== entities.senderSerial[row]) return;
    const slot = entities.senderSlot[row]!;
    const left = entities.slots[slot]![sender]! - 1;
    entities.slots[slot]![sender] = left;
    const awaits =
      entities.state[sender] === doing.awaitingSent && program.instructions.a[entities.pc[sender]!] === slot;
    if (awaits && left === 0) ready.push(sender);
  }

  /** Whether a level has been reached. */
  #holds({ resources, activity, level, atLeast, value }: Watch): boolean {
    const state = this.#state;
    let total = activity >= 0 ? state.waitingFor[activity]! : 0;
    for (const resource of resources) {
      if (level === "free") total += Math.max(0, state.resources.free[resource]!);
      else total += level === "busy" ? state.resources.busy[resource]! : state.resources.waiting[resource]!;
    }
    return atLeast ? total >= value : total <= value;
  }

  #patience(row: number, pc: number, { patience }: CompiledRequest): number {
    if (patience === "none") return Infinity;
    const { identityLo, identityHi, attributes } = this.#state.entities;
    const minutes =
      typeof patience === "function"
        ? patience(identityLo[row]!, identityHi[row]!, this.#times(row, pc))
        : attributes[patience.attribute]![row]!;
    return this.#notNegative(minutes, pc);
  }

  /** A length of time that an instruction needs. */
  #minutes(row: number, pc: number): number {
    return this.#notNegative(this.#number(row, pc), pc);
  }

  #notNegative(minutes: number, pc: number): number {
    if (Number.isNaN(minutes)) throw notANumber(this.#state.program.instructions.places[pc]!, "a length of time");
    return Math.max(0, minutes);
  }

  /** A number that an instruction needs. */
  #number(row: number, pc: number): number {
    const { entities, program, calendar } = this.#state;
    const { instructions } = program;
    switch (instructions.from[pc]) {
      case from.number:
        return instructions.x[pc]!;
      case from.draw:
        return instructions.draws[pc]!(entities.identityLo[row]!, entities.identityHi[row]!, this.#times(row, pc));
      case from.attribute:
        return entities.attributes[instructions.attribute[pc]!]![row]!;
      default:
        return calendar.now;
    }
  }

  /** The minute that `until` names. */
  #minute(row: number, pc: number): number {
    const { instructions } = this.#state.program;
    return instructions.from[pc] === from.clock
      ? instructions.clocks[pc]!(this.#state.calendar.now)
      : this.#number(row, pc);
  }

  /** How often the entity has been at a place before. */
  #times(row: number, pc: number): number {
    const slot = this.#state.program.instructions.counter[pc]!;
    if (slot < 0) return 0;
    const times = this.#state.entities.slots[slot]![row]!;
    this.#state.entities.slots[slot]![row] = times + 1;
    return times;
  }

  #activity({ activity }: CompiledRequest): { activity?: string } {
    return activity < 0 ? {} : { activity: this.#state.program.model.activities[activity]! };
  }
}

function compare(value: number, sign: number, other: number): boolean {
  switch (sign) {
    case 0:
      return value < other;
    case 1:
      return value <= other;
    case 2:
      return value === other;
    case 3:
      return value !== other;
    case 4:
      return value > other;
    default:
      return value >= other;
  }
}

function notANumber(place: string, what: string): OfficeError {
  return new OfficeError(`${place}: ${what} came out as NaN; it must be a number`);
}
