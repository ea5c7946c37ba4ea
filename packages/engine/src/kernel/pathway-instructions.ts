/**
 * What instructions do, but for the usual ones, which the walk carries out itself.
 *
 * @module
 */

import type { EventCalendar } from "./calendar.ts";
import type { Budget } from "./pathway-budget.ts";
import { doing, type Entities, numberOf, wholeOf } from "./pathway-entities.ts";
import type { Holds } from "./pathway-holds.ts";
import type { Lives } from "./pathway-lives.ts";
import type { Numbers } from "./pathway-numbers.ts";
import type { CompiledRequest, Program, Watch } from "./pathway-program.ts";
import { cameOut } from "./pathway-rows.ts";
import type { Service } from "./pathway-service.ts";
import { happens, type RunState } from "./pathway-state.ts";

// V8 looks up what is imported each time anew, but knows constants of the module itself.
const {
  activity: ACTIVITY,
  claim: CLAIM,
  event: EVENT,
  leaving: LEAVING,
  pc: PC,
  request: REQUEST,
  served: SERVED,
  state: STATE,
  working: WORKING,
} = wholeOf;
const {
  order: ORDER,
  priority: PRIORITY,
  queued: QUEUED,
  rank: RANK,
  rest: REST,
  started: STARTED,
  until: UNTIL,
} = numberOf;

/** Carries out instructions; where a method returns a number, that is where to go on, or −1: the entity does not, for now. */
export class Instructions {
  /** Rows of those who await a level, in the order in which they began to. */
  readonly awaiting: number[] = [];
  readonly #state: RunState;
  readonly #service: Service;
  readonly #budget: Budget;
  readonly #lives: Lives;
  readonly #numbers: Numbers;
  readonly #entities: Entities;
  readonly #holds: Holds;
  readonly #calendar: EventCalendar;
  readonly #program: Program;
  readonly #requests: readonly CompiledRequest[];
  readonly #a: Int32Array;
  readonly #b: Int32Array;
  readonly #c: Int32Array;

  constructor(state: RunState, service: Service, budget: Budget, lives: Lives, numbers: Numbers) {
    const { program } = state;
    this.#state = state;
    this.#service = service;
    this.#budget = budget;
    this.#lives = lives;
    this.#numbers = numbers;
    this.#entities = state.entities;
    this.#holds = state.holds;
    this.#calendar = state.calendar;
    this.#program = program;
    this.#requests = program.requests;
    this.#a = program.instructions.a;
    this.#b = program.instructions.b;
    this.#c = program.instructions.c;
  }

  /** Asks for resources. */
  seize(row: number, pc: number): number {
    const entities = this.#entities;
    const number = this.#a[pc]!;
    const request = this.#requests[number]!;
    if (request.activity >= 0) this.begin(row, request.activity);
    const patience = request.patience === "none" ? Infinity : this.#numbers.patience(row, pc, request);
    const order = this.#state.requests++;
    entities.setWhole(row, REQUEST, number);
    entities.setNumber(row, PRIORITY, this.#numbers.priority(row, pc));
    entities.setNumber(row, ORDER, order);
    entities.setNumber(row, RANK, order);
    entities.setWhole(row, PC, pc);
    if (this.#service.ask(row, request)) {
      if (this.#state.tracer !== undefined) this.tellOfGrant(row);
      return pc + 1;
    }
    if (this.#state.waitingAt[number]! >= request.limit) return this.#turnAway(row, request);
    this.#service.wait(row, request);
    if (this.#state.tracer !== undefined) this.tellOfWaiting(row, request);
    if (patience < Infinity) {
      entities.setWhole(
        row,
        EVENT,
        this.#calendar.enter(this.#calendar.now + patience, 0, (row << 2) | happens.entity),
      );
    }
    return -1;
  }

  /** Lets an entity wait no longer for what a seize asks for. */
  giveUp(row: number): number {
    const entities = this.#entities;
    const request = this.#requests[entities.whole(row, REQUEST)]!;
    entities.setWhole(row, STATE, doing.walking);
    this.#service.giveUp(row);
    if (this.#state.tracer !== undefined) this.#state.tell("gives up", row, this.#activity(request));
    if (request.activity >= 0) this.#state.closeRow(row, cameOut.gaveUp);
    return request.gaveUp;
  }

  /** Carries out one of the instructions that are rarer than those of the walk. */
  carryOut(row: number, pc: number): number {
    const { calendar } = this.#state;
    const { instructions, watches } = this.#program;
    const a = this.#a;
    const c = this.#c;
    const entities = this.#entities;
    switch (instructions.op[pc]) {
      case 5: // begin
        this.begin(row, a[pc]!);
        entities.setNumber(row, STARTED, calendar.now);
        if (this.#state.tracer !== undefined) this.#state.tell("starts", row, this.#state.activityOf(row));
        return pc + 1;
      case 6: // leave
        this.#lives.end(row, a[pc]!);
        return -1;
      case 7: // test
        return compare(entities.attributes[a[pc]!]![row]!, this.#b[pc]!, instructions.x[pc]!) ? pc + 1 : c[pc]!;
      case 8: // choose
        return this.#branchOf(row, pc);
      case 9: // set
        entities.attributes[a[pc]!]![row] = this.#numbers.number(row, pc);
        return pc + 1;
      case 10: // call
        this.#call(row, pc);
        return pc + 1;
      case 12: {
        // repeat
        const rounds = Math.min(this.#b[pc]!, Math.floor(this.#numbers.number(row, pc)));
        entities.slots[a[pc]!]![row] = rounds;
        return rounds >= 1 ? pc + 1 : c[pc]!;
      }
      case 13: // round
        this.#budget.spend();
        return this.#anotherRound(row, pc) ? c[pc]! : pc + 1;
      case 14: // again
        this.#budget.spend();
        return this.#anotherRound(row, pc) && this.#numbers.number(row, pc) < instructions.x[pc]! ? c[pc]! : pc + 1;
      case 15: // until
        return this.#waitUntil(row, pc, this.#numbers.minute(row, pc));
      case 16: // atLeast
        return this.#waitUntil(row, pc, entities.attributes[a[pc]!]![row]! + this.#numbers.minutes(row, pc));
      case 17: // await
        if (this.#isReached(watches[a[pc]!]!)) return pc + 1;
        entities.setWhole(row, STATE, doing.awaiting);
        entities.setWhole(row, PC, pc);
        this.awaiting.push(row);
        return -1;
      case 18: // await sent
        if (entities.slots[a[pc]!]![row]! === 0) return pc + 1;
        entities.setWhole(row, STATE, doing.awaitingSent);
        entities.setWhole(row, PC, pc);
        return -1;
      case 19: // parallel
        if (this.#b[pc]! === 0) return c[pc]!;
        this.#lives.fork(row, pc);
        return -1;
      case 20: // joins
        this.#lives.endChild(row, -1);
        return -1;
      default: // send
        this.#lives.send(row, pc);
        return pc + 1;
    }
  }

  /** Lets an entity go on that was called, or whose children or work sent have ended. */
  goOn(row: number): number {
    const entities = this.#entities;
    const pc = entities.whole(row, PC);
    switch (entities.whole(row, STATE)) {
      case doing.called:
        if (this.#isReached(this.#program.watches[this.#a[pc]!]!)) {
          this.awaiting.splice(this.awaiting.indexOf(row), 1);
          return pc + 1;
        }
        entities.setWhole(row, STATE, doing.awaiting);
        return -1;
      case doing.awaitingSent:
        return pc + 1;
      default: {
        const outcome = entities.whole(row, LEAVING);
        if (outcome < 0) return this.#c[pc]!;
        // One of its branches has left.
        entities.setWhole(row, LEAVING, -1);
        this.#lives.end(row, outcome);
        return -1;
      }
    }
  }

  /** Calls those who await a level that is reached; they look again on their turn. */
  callAwaiting(): void {
    const { entities, program, ready } = this.#state;
    for (const row of this.awaiting) {
      if (entities.whole(row, STATE) !== doing.awaiting) continue;
      if (!this.#isReached(program.watches[this.#a[entities.whole(row, PC)]!]!)) continue;
      entities.setWhole(row, STATE, doing.called);
      ready.push(row);
    }
  }

  /** Opens the row of an activity; one that is still open ends. */
  begin(row: number, activity: number): void {
    const entities = this.#entities;
    if (entities.whole(row, ACTIVITY) >= 0) this.#state.closeRow(row, cameOut.done);
    entities.setWhole(row, ACTIVITY, activity);
    entities.setNumber(row, QUEUED, this.#calendar.now);
    entities.setNumber(row, STARTED, NaN);
    entities.setWhole(row, SERVED, -1);
  }

  #turnAway(row: number, request: CompiledRequest): number {
    if (this.#state.tracer !== undefined) this.#state.tell("is turned away", row, this.#activity(request));
    if (request.activity >= 0) this.#state.closeRow(row, cameOut.turnedAway);
    return request.turnedAway;
  }

  /** Tells that an entity waits, and for what. */
  tellOfWaiting(row: number, request: CompiledRequest): void {
    const [first] = request.parts;
    const mine = this.#service.mineOf(row, first!);
    const resource = this.#state.nameOf(mine >= 0 ? mine : first!.candidates[0]!);
    this.#state.tell("waits", row, { ...this.#activity(request), resource });
  }

  /** Tells that what a brief request was granted comes back. */
  tellOfReturn(row: number, { single, units }: CompiledRequest): void {
    this.#state.tell("frees", row, { resource: this.#state.nameOf(single), value: units });
  }

  /** Tells what was granted last, and what begins or goes on with it. */
  tellOfGrant(row: number): void {
    const entities = this.#entities;
    const holds = this.#holds;
    const request = this.#requests[entities.whole(row, REQUEST)]!;
    if (request.brief) {
      const resource = this.#state.nameOf(request.single);
      this.#state.tell("takes", row, { resource, value: request.units });
      this.#state.tell("starts", row, { ...this.#activity(request), resource });
      return;
    }
    let first = entities.whole(row, CLAIM);
    while (
      holds.order(first) !== entities.number(row, ORDER) ||
      holds.request(first) !== entities.whole(row, REQUEST)
    ) {
      first = holds.next(first);
    }
    for (let claim = first; claim >= 0; claim = holds.next(claim)) {
      const resource = this.#state.nameOf(holds.resource(claim));
      this.#state.tell("takes", row, { resource, value: holds.units(claim) });
    }
    const resource = this.#state.nameOf(holds.resource(first));
    if (entities.number(row, REST) >= 0) this.#state.tell("goes on", row, { ...this.#state.activityOf(row), resource });
    else if (request.activity >= 0) this.#state.tell("starts", row, { ...this.#activity(request), resource });
  }

  /** Waits until a minute, if it is yet to come. */
  #waitUntil(row: number, pc: number, minute: number): number {
    if (!(minute > this.#calendar.now)) return pc + 1;
    this.#entities.setWhole(row, WORKING, -1);
    this.#pass(row, pc, minute);
    return -1;
  }

  #pass(row: number, pc: number, until: number): void {
    const entities = this.#entities;
    entities.setWhole(row, STATE, doing.delay);
    entities.setWhole(row, PC, pc);
    entities.setNumber(row, UNTIL, until);
    // What never ends needs no event.
    if (until < Infinity) entities.setWhole(row, EVENT, this.#calendar.enter(until, 0, (row << 2) | happens.entity));
  }

  #branchOf(row: number, pc: number): number {
    const { shares, lists } = this.#program;
    const drawn = this.#numbers.number(row, pc);
    const start = this.#a[pc]!;
    const end = start + this.#b[pc]!;
    for (let i = start; i < end; i++) if (drawn < shares[i]!) return lists[i]!;
    return this.#c[pc]!;
  }

  #anotherRound(row: number, pc: number): boolean {
    const slot = this.#entities.slots[this.#a[pc]!]!;
    const left = slot[row]! - 1;
    slot[row] = left;
    return left > 0;
  }

  #call(row: number, pc: number): void {
    const entities = this.#entities;
    const answer = this.#program.hooks[this.#a[pc]!]!(entities, row, this.#calendar.now);
    const into = this.#b[pc]!;
    if (into >= 0) entities.attributes[into]![row] = answer;
  }

  /** Whether a level has been reached. */
  #isReached({ resources, activity, level, atLeast, value }: Watch): boolean {
    const state = this.#state;
    let total = activity >= 0 ? state.waitingFor[activity]! : 0;
    for (const resource of resources) {
      if (level === "free") total += Math.max(0, state.resources.free(resource));
      else total += level === "busy" ? state.resources.busy(resource) : state.resources.waiting(resource);
    }
    return atLeast ? total >= value : total <= value;
  }

  #activity({ activity }: CompiledRequest): { activity?: string } {
    return activity < 0 ? {} : { activity: this.#program.model.activities[activity]! };
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
