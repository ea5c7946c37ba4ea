/**
 * Who gets what on the compiled road: granting, giving back, giving up, and changes of capacity.
 *
 * @module
 */

import { OfficeError } from "../errors.ts";
import type { EventCalendar } from "./calendar.ts";
import { bitsOfEntity, doing, type Entities, numberOf, wholeOf } from "./pathway-entities.ts";
import type { Holds } from "./pathway-holds.ts";
import type { CompiledPart, CompiledRequest } from "./pathway-program.ts";
import type { Queues } from "./pathway-queues.ts";
import type { Resources } from "./pathway-resources.ts";
import type { RunState } from "./pathway-state.ts";
import { type Interruption, Victims } from "./pathway-victims.ts";

// V8 looks up what is imported each time anew, but knows constants of the module itself.
const { wholes: WHOLES, numbers: NUMBERS } = bitsOfEntity;
const { claim: CLAIM, event: EVENT, place: PLACE, request: REQUEST, served: SERVED, state: STATE } = wholeOf;
const { priority: PRIORITY, rank: RANK, rest: REST, started: STARTED } = numberOf;

const { waiting, granted } = doing;

/** Hands out the units of resources, by the rules of docs/kernel.md. */
export class Service {
  readonly #state: RunState;
  readonly #entities: Entities;
  readonly #holds: Holds;
  readonly #queues: Queues;
  readonly #resources: Resources;
  readonly #calendar: EventCalendar;
  readonly #requests: readonly CompiledRequest[];
  readonly #lists: Int32Array;
  readonly #victims: Victims;
  /** The candidates chosen for the parts of the request that is looked at. */
  readonly #chosen: Int32Array;
  /** Units that would be given back by work that is about to be interrupted, by resource. */
  readonly #yielding: Float64Array;
  /** Resources whose queues are to be looked through, each once, in order. */
  readonly #pending: number[] = [];
  readonly #isPending: Uint8Array;
  /** How much of the list counts: cutting it off each time would be slow. */
  #pendingCount = 0;
  /** The candidate of a request for one's own resource alone: to make a list for each would be slow. */
  readonly #mine = new Int32Array(1);

  constructor(state: RunState) {
    const { requests, model } = state.program;
    this.#state = state;
    this.#entities = state.entities;
    this.#holds = state.holds;
    this.#queues = state.queues;
    this.#resources = state.resources;
    this.#calendar = state.calendar;
    this.#lists = state.program.lists;
    this.#requests = requests;
    this.#victims = new Victims(state, (row) => this.wait(row, this.#requests[state.entities.whole(row, REQUEST)]!));
    this.#chosen = new Int32Array(Math.max(0, ...requests.map(({ parts }) => parts.length)));
    this.#yielding = new Float64Array(model.resources.length);
    this.#isPending = new Uint8Array(model.resources.length);
  }

  /** Begins anew. */
  reset(): void {
    // A run that failed may have left something to do.
    this.#pendingCount = 0;
    this.#isPending.fill(0);
    this.#yielding.fill(0);
  }

  /** Gives an entity what its request asks for if it can be had now, if need be by taking it from others. */
  ask(row: number, request: CompiledRequest): boolean {
    const { single } = request;
    if (single >= 0) {
      if (this.#resources.free(single) >= request.units && this.#isNext(row, single)) {
        this.#takeSingle(row, request);
        return true;
      }
    } else if (this.#choose(row, request, -1)) {
      this.#take(row, request);
      return true;
    }
    return request.preempt !== "no" && this.#takeFromOthers(row, request, request.preempt);
  }

  /** Gives an entity what its plain request asks for if it can be had now, or else lets it wait; returns which. */
  askOrWait(row: number, request: CompiledRequest): boolean {
    const { single } = request;
    const isFree = this.#resources.free(single) >= request.units;
    if (isFree && (this.#queues.first[single]! < 0 || this.#isNext(row, single))) {
      this.#takeSingle(row, request);
      return true;
    }
    this.#enterQueue(row, single);
    this.#entities.wholes[(row << WHOLES) | STATE] = waiting;
    this.#state.asking++;
    return false;
  }

  /** Lets an entity wait for what its request asks for, in the queues of all who might serve it. */
  wait(row: number, request: CompiledRequest): void {
    const { single } = request;
    if (single >= 0) this.#enterQueue(row, single);
    else {
      const candidates = this.#candidatesOf(row, request);
      // The list of places begins with the one entered last: resources are to be found in their order.
      for (let i = candidates.length - 1; i >= 0; i--) this.#enterQueue(row, candidates[i]!);
    }
    this.#entities.setWhole(row, STATE, waiting);
    this.#state.asking++;
    this.#countWaiting(row, request, 1);
  }

  /** Lets an entity wait no longer, which may let others pass. */
  giveUp(row: number): void {
    this.#leaveQueues(row, -1);
    this.#serve();
  }

  /** Gives back what an entity holds under some names, `count` of the program's list from `start` on. */
  release(row: number, start: number, count: number): void {
    const holds = this.#holds;
    /** The resource that came back last: most give back one, which then needs no list. */
    let last = -1;
    let previous = -1;
    let claim = this.#entities.whole(row, CLAIM);
    while (claim >= 0) {
      const next = holds.next(claim);
      if (this.#isNamed(holds.hold(claim), start, count)) {
        if (last >= 0) this.#lookThrough(last);
        last = holds.resource(claim);
        holds.unlink(row, previous, claim);
        this.#state.putBack(row, claim);
      } else previous = claim;
      claim = next;
    }
    // A call is worth avoiding here: often nobody waits.
    if (last < 0 || (this.#queues.first[last]! < 0 && this.#pendingCount === 0)) return;
    if (this.#pendingCount === 0) this.#serveQueue(last);
    else this.#lookThrough(last);
    if (this.#pendingCount > 0) this.#serve();
  }

  /** Takes back what a brief request was granted, and lets those have it who wait for it. */
  takeBack({ single, units }: CompiledRequest): void {
    const queues = this.#queues;
    const resources = this.#resources;
    const { now } = this.#calendar;
    const place = queues.first[single]!;
    if (place < 0) {
      resources.giveBack(single, units, false, now);
      return;
    }
    const { wholes, numbers } = this.#entities;
    const row = queues.entity(place);
    const request = this.#requests[wholes[(row << WHOLES) | REQUEST]!]!;
    if (request.brief && request.units === units && resources.odd[single] === 0) {
      // As many units go from hand to hand.
      resources.handOver(single, now);
      numbers[(row << NUMBERS) | STARTED] = now;
      wholes[(row << WHOLES) | SERVED] = single;
      queues.leave(place);
      resources.wait(single, -1, now);
      wholes[(row << WHOLES) | PLACE] = -1;
      wholes[(row << WHOLES) | STATE] = granted;
      this.#state.asking--;
      this.#state.ready.push(row);
      // Mostly nothing is left for the next one.
      if (queues.first[single]! < 0 || resources.free(single) < 1) return;
    } else resources.giveBack(single, units, false, now);
    this.#serveQueue(single);
    if (this.#pendingCount > 0) this.#serve();
  }

  /** Gives back all that an entity holds. */
  releaseAll(row: number): void {
    const { holds, entities } = this.#state;
    let next = -1;
    for (let claim = entities.whole(row, CLAIM); claim >= 0; claim = next) {
      next = holds.next(claim);
      this.#putBack(row, claim);
    }
    entities.setWhole(row, CLAIM, -1);
    this.#serve();
  }

  /** Lets a planned change of capacity come into force. */
  changeCapacity(resource: number, planned: number): void {
    const { resources, program, calendar, tracer } = this.#state;
    const { falling = "finish" } = program.model.resources[resource]!;
    const stays = falling === "stay" && this.#state.present > 0;
    const target = stays ? Math.max(resources.target[resource]!, planned) : planned;
    resources.setCapacity(resource, planned, target, calendar.now);
    tracer?.({
      time: calendar.now,
      what: "capacity",
      entity: -1,
      patient: -1,
      pathway: "",
      resource: this.#state.nameOf(resource),
      value: planned,
    });
    const interruption: Interruption = { resources: [resource], victims: [] };
    if (falling === "resume" || falling === "restart") {
      while (resources.held(resource) - this.#victims.unitsLeavingNow(resource) > planned) {
        const [victim] = this.#victims.on(resource, [], -Infinity);
        if (victim === undefined) break;
        this.#victims.interrupt(victim, falling, interruption);
      }
    }
    this.#serveAfter(interruption);
  }

  /** Lets falls of capacity that were put off come into force, as the last visitor has left. */
  letStayersGo(): void {
    const { resources, program, calendar } = this.#state;
    const specs = program.model.resources;
    for (let r = 0; r < specs.length; r++) {
      const planned = resources.planned[r]!;
      if (specs[r]!.falling === "stay" && resources.target[r] !== planned) {
        resources.setCapacity(r, planned, planned, calendar.now);
      }
    }
  }

  /** The candidate of a part that is the entity's own; −1: any will do. */
  mineOf(row: number, { my }: CompiledPart): number {
    if (my < 0) return -1;
    const { entities, program } = this.#state;
    const mine = entities.attributes[my]![row]!;
    if (mine < 0) return -1;
    if (Number.isInteger(mine) && mine < program.model.resources.length) return mine;
    throw new OfficeError(
      `the attribute “${program.model.attributes[my]}” holds ${mine}, but it should hold the index of a resource, or −1`,
    );
  }

  /** All resources that might serve a request of an entity, each once, ascending. */
  #candidatesOf(row: number, { parts, candidates, single }: CompiledRequest): ArrayLike<number> {
    if (single >= 0) return candidates;
    if (parts.length === 1) {
      this.#mine[0] = this.mineOf(row, parts[0]!);
      return this.#mine[0] >= 0 ? this.#mine : candidates;
    }
    let own = false;
    for (let i = 0; i < parts.length; i++) own ||= this.mineOf(row, parts[i]!) >= 0;
    if (!own) return candidates;
    const all = parts.flatMap((part) => {
      const mine = this.mineOf(row, part);
      return mine >= 0 ? [mine] : [...part.candidates];
    });
    return Int32Array.from(new Set(all)).sort();
  }

  /** Whether a hold is among `count` of the program's list from `start` on. */
  #isNamed(hold: number, start: number, count: number): boolean {
    for (let i = start; i < start + count; i++) if (this.#lists[i] === hold) return true;
    return false;
  }

  #enterQueue(row: number, resource: number): void {
    this.#queues.enter(row, resource);
    this.#resources.wait(resource, 1, this.#calendar.now);
  }

  /** Counts who waits to begin; who lost a hold does not count. */
  #countWaiting(row: number, { activity, counted }: CompiledRequest, change: number): void {
    if (!counted || this.#entities.number(row, RANK) < 0) return;
    const { waitingAt, waitingFor } = this.#state;
    const number = this.#entities.whole(row, REQUEST);
    waitingAt[number] = waitingAt[number]! + change;
    if (activity >= 0) waitingFor[activity] = waitingFor[activity]! + change;
  }

  /** Finds a free candidate for each part. `scanned` is the resource whose queue has been looked through so far, or −1. */
  #choose(row: number, { parts }: CompiledRequest, scanned: number): boolean {
    for (let i = 0; i < parts.length; i++) {
      const candidate = this.#chooseFor(row, parts, i, scanned);
      if (candidate < 0) return false;
      this.#chosen[i] = candidate;
    }
    return true;
  }

  #chooseFor(row: number, parts: readonly CompiledPart[], i: number, scanned: number): number {
    const part = parts[i]!;
    const mine = this.mineOf(row, part);
    if (mine >= 0) return this.#isFree(row, parts, i, mine, scanned) ? mine : -1;
    const { candidates, longestIdle } = part;
    const resources = this.#resources;
    let best = -1;
    for (let j = 0; j < candidates.length; j++) {
      const candidate = candidates[j]!;
      if (!this.#isFree(row, parts, i, candidate, scanned)) continue;
      if (!longestIdle) return candidate;
      if (best < 0 || resources.idleSince(candidate) < resources.idleSince(best)) best = candidate;
    }
    return best;
  }

  #isFree(row: number, parts: readonly CompiledPart[], i: number, resource: number, scanned: number): boolean {
    if (this.#freeFor(parts, i, resource) < parts[i]!.units) return false;
    return resource === scanned || this.#isNext(row, resource);
  }

  /** Units free once the parts before have taken theirs. */
  #freeFor(parts: readonly CompiledPart[], i: number, resource: number): number {
    let free = this.#state.resources.free(resource) + this.#yielding[resource]!;
    for (let j = 0; j < i; j++) if (this.#chosen[j] === resource) free -= parts[j]!.units;
    return free;
  }

  /** Whether nobody stands before the entity whom the resource itself keeps waiting. */
  #isNext(row: number, resource: number): boolean {
    const queues = this.#queues;
    const first = queues.first[resource]!;
    if (first < 0 || queues.firstFit[resource] === 1) return true;
    for (let place = first; place >= 0; place = queues.after(place)) {
      if (!queues.isAhead(place, row)) return true;
      if (this.#isBlockedBy(queues.entity(place), resource)) return false;
    }
    return true;
  }

  /** Whether a resource has too few free units for one who waits, whatever the others have. */
  #isBlockedBy(row: number, resource: number): boolean {
    const resources = this.#resources;
    const { parts, single, units } = this.#requests[this.#entities.whole(row, REQUEST)]!;
    if (single >= 0) return resources.free(single) < units;
    let wanted = 0;
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!;
      const mine = this.mineOf(row, part);
      if (mine >= 0 ? mine === resource : part.candidates.includes(resource)) wanted += part.units;
    }
    return resources.free(resource) < wanted;
  }

  /** Hands out the units of a request for one resource. */
  #takeSingle(row: number, { single, units, hold, off, activity, brief }: CompiledRequest): void {
    const { wholes, numbers } = this.#entities;
    const { now } = this.#calendar;
    this.#resources.take(single, units, off, now);
    if (!brief) this.#holds.add(row, hold, single, units, off, now);
    if (activity < 0 || numbers[(row << NUMBERS) | REST]! >= 0) return;
    numbers[(row << NUMBERS) | STARTED] = now;
    wholes[(row << WHOLES) | SERVED] = single;
  }

  /** Hands out the chosen units. */
  #take(row: number, { parts, off, activity }: CompiledRequest): void {
    const entities = this.#entities;
    const { now } = this.#calendar;
    for (let i = 0; i < parts.length; i++) {
      const { units, hold } = parts[i]!;
      const resource = this.#chosen[i]!;
      this.#resources.take(resource, units, off, now);
      this.#holds.add(row, hold, resource, units, off, now);
    }
    // Who lost a hold goes on with an activity that has started already.
    if (activity < 0 || entities.number(row, REST) >= 0) return;
    entities.setNumber(row, STARTED, now);
    entities.setWhole(row, SERVED, this.#chosen[0]!);
  }

  /** Takes an entity out of all queues; all but the one of `served` are to be looked through. */
  #leaveQueues(row: number, served: number): void {
    const { wholes } = this.#entities;
    const queues = this.#queues;
    let place = wholes[(row << WHOLES) | PLACE]!;
    while (place >= 0) {
      const next = queues.other(place);
      const resource = queues.resource(place);
      queues.leave(place);
      this.#resources.wait(resource, -1, this.#calendar.now);
      if (resource !== served) this.#lookThrough(resource);
      place = next;
    }
    wholes[(row << WHOLES) | PLACE] = -1;
    this.#state.asking--;
    this.#countWaiting(row, this.#requests[wholes[(row << WHOLES) | REQUEST]!]!, -1);
  }

  /** Gives the units of a claim back, which has been unlinked from its entity. */
  #putBack(row: number, claim: number): void {
    const resource = this.#holds.resource(claim);
    this.#state.putBack(row, claim);
    this.#lookThrough(resource);
  }

  #lookThrough(resource: number): void {
    if (this.#queues.first[resource]! < 0 || this.#isPending[resource] === 1) return;
    this.#isPending[resource] = 1;
    this.#pending[this.#pendingCount++] = resource;
  }

  /** Serves those who wait for what has become free, and for those in whose queues others then move up. */
  #serve(): void {
    for (let i = 0; i < this.#pendingCount; i++) {
      const resource = this.#pending[i]!;
      this.#serveQueue(resource);
      this.#isPending[resource] = 0;
    }
    this.#pendingCount = 0;
  }

  #serveQueue(resource: number): void {
    const queues = this.#queues;
    const resources = this.#resources;
    const entities = this.#entities;
    let place = queues.first[resource]!;
    while (place >= 0) {
      const row = queues.entity(place);
      const request = this.#requests[entities.whole(row, REQUEST)]!;
      const isSingle = request.single >= 0;
      if (isSingle ? resources.free(resource) >= request.units : this.#choose(row, request, resource)) {
        if (isSingle) this.#takeSingle(row, request);
        else this.#take(row, request);
        if (entities.whole(row, EVENT) >= 0) {
          this.#calendar.strike(entities.whole(row, EVENT));
          entities.setWhole(row, EVENT, -1);
        }
        this.#leaveQueues(row, resource);
        entities.setWhole(row, STATE, granted);
        this.#state.ready.push(row);
        place = queues.first[resource]!;
      } else {
        if (queues.firstFit[resource] === 0 && (isSingle || this.#isBlockedBy(row, resource))) return;
        place = queues.after(place);
      }
    }
  }

  /** Grants a request from free units and from work of worse priority, if that is enough for all of it. */
  #takeFromOthers(row: number, request: CompiledRequest, manner: "resume" | "restart"): boolean {
    const victims: number[] = [];
    const { parts } = request;
    let enough = true;
    for (let i = 0; enough && i < parts.length; i++) {
      const free = this.#chooseFor(row, parts, i, -1);
      const candidate = free >= 0 ? free : this.#chooseToTake(row, parts, i, victims);
      enough = candidate >= 0;
      this.#chosen[i] = candidate;
      while (enough && this.#freeFor(parts, i, candidate) < parts[i]!.units) {
        const victim = this.#victims.on(candidate, victims, this.#state.entities.number(row, PRIORITY))[0]!;
        victims.push(victim);
        this.#victims.addUnits(victim, this.#yielding);
      }
    }
    this.#yielding.fill(0);
    if (!enough) return false;
    const interruption: Interruption = { resources: [], victims: [] };
    for (const victim of victims) this.#victims.interrupt(victim, manner, interruption);
    this.#take(row, request);
    this.#serveAfter(interruption);
    return true;
  }

  /** A candidate whose free units and those of work of worse priority are enough for a part; −1: none. */
  #chooseToTake(row: number, parts: readonly CompiledPart[], i: number, except: readonly number[]): number {
    const part = parts[i]!;
    const mine = this.mineOf(row, part);
    const priority = this.#state.entities.number(row, PRIORITY);
    for (const candidate of mine >= 0 ? [mine] : part.candidates) {
      if (!this.#isNext(row, candidate)) continue;
      const takeable = this.#victims.on(candidate, except, priority);
      const units = takeable.reduce((sum, victim) => sum + this.#victims.unitsOn(victim, candidate), 0);
      if (this.#freeFor(parts, i, candidate) + units >= part.units) return candidate;
    }
    return -1;
  }

  /** Serves, after work was interrupted: what was given back, and then others who could serve those who lost it. */
  #serveAfter({ resources, victims }: Interruption): void {
    const { entities } = this.#state;
    for (const resource of resources) this.#lookThrough(resource);
    for (const victim of victims) {
      const candidates = this.#candidatesOf(victim, this.#requests[entities.whole(victim, REQUEST)]!);
      for (let i = 0; i < candidates.length; i++) this.#lookThrough(candidates[i]!);
    }
    this.#serve();
  }
}
