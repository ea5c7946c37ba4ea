/**
 * Queues of the compiled road that nobody can ever serve.
 *
 * @module
 */

import { DeadlockError } from "../errors.ts";
import { doing, numberOf, wholeOf } from "./pathway-entities.ts";
import { type CompiledPart, type CompiledRequest, op } from "./pathway-program.ts";
import type { Service } from "./pathway-service.ts";
import type { RunState } from "./pathway-state.ts";

/** Those who cannot go on, and what would be free if all others gave back what they hold. */
interface Stuck {
  readonly rows: ReadonlySet<number>;
  readonly free: Float64Array;
}

/** Looks for those who wait in vain. */
export class Deadlocks {
  readonly #state: RunState;
  readonly #service: Service;
  /** Whether a resource has changes of capacity ahead. */
  readonly #changesAhead: (resource: number) => boolean;

  constructor(state: RunState, service: Service, changesAhead: (resource: number) => boolean) {
    this.#state = state;
    this.#service = service;
    this.#changesAhead = changesAhead;
  }

  /**
   * Complains, when nothing is left to happen, if somebody waits for a resource.
   *
   * @throws {DeadlockError} naming a circle if there is one, or else what the first of them lacks
   */
  complainOfWaiting(): void {
    const { entities, resources, program, asking } = this.#state;
    if (asking === 0) return;
    const living = entities.living();
    this.#complainOfCircles(living, { rows: new Set(living), free: resources.freeUnits() });
    const row = living.find((one) => entities.whole(one, wholeOf.state) === doing.waiting)!;
    throw new DeadlockError(
      `${this.#nameOf(row)} waits for ever for ${this.#wantedBy(row)} in ${program.instructions.places[entities.whole(row, wholeOf.pc)]}, ` +
        "and nothing is left to happen. Give it more capacity, or give those who wait a patience",
    );
  }

  /**
   * Complains at the horizon when some wait for each other in a circle, whatever else may still happen.
   *
   * @throws {DeadlockError} naming the circle
   */
  complainOfCycles(): void {
    if (this.#state.asking === 0) return;
    const living = this.#state.entities.living();
    this.#complainOfCircles(living, this.#stuckAmong(living));
  }

  /** Strikes out those who can go on, again and again, giving back what they hold. */
  #stuckAmong(living: readonly number[]): Stuck {
    const { entities, resources, holds } = this.#state;
    const rows = new Set(living);
    const free = resources.freeUnits();
    const awaited = this.#awaitedAmong(living);
    for (let before = -1; before !== rows.size; ) {
      before = rows.size;
      for (const row of rows) {
        if (!this.#canGoOn(row, { rows, free }, awaited)) continue;
        rows.delete(row);
        for (let claim = entities.whole(row, wholeOf.claim); claim >= 0; claim = holds.next(claim)) {
          const resource = holds.resource(claim);
          free[resource] = free[resource]! + holds.units(claim);
        }
        const brief = this.#workedFor(row);
        if (brief !== undefined) free[brief.single] = free[brief.single]! + brief.units;
      }
    }
    return { rows, free };
  }

  /** The brief request for which an entity works: there is no claim that says what it holds. */
  #workedFor(row: number): CompiledRequest | undefined {
    const { entities, program } = this.#state;
    const { op: codes, a } = program.instructions;
    const pc = entities.whole(row, wholeOf.pc);
    return entities.whole(row, wholeOf.state) === doing.delay && codes[pc] === op.work
      ? program.requests[a[pc]!]
      : undefined;
  }

  #canGoOn(row: number, stuck: Stuck, awaited: ReadonlyMap<number, readonly number[]>): boolean {
    const { entities, program } = this.#state;
    switch (entities.whole(row, wholeOf.state)) {
      case doing.waiting: {
        const { parts } = program.requests[entities.whole(row, wholeOf.request)]!;
        // Whoever has a patience gives up some day.
        return entities.whole(row, wholeOf.event) >= 0 || parts.every((part) => this.#canBeServed(row, part, stuck));
      }
      case doing.delay:
        return entities.number(row, numberOf.until) < Infinity;
      default:
        return !(awaited.get(row) ?? []).some((other) => stuck.rows.has(other));
    }
  }

  #canBeServed(row: number, part: CompiledPart, { free }: Stuck): boolean {
    return this.#candidatesOf(row, part).some((r) => this.#changesAhead(r) || free[r]! >= part.units);
  }

  /** Who is awaited by those who wait for children, or for work that they have sent. */
  #awaitedAmong(living: readonly number[]): Map<number, number[]> {
    const { entities, program } = this.#state;
    const awaited = new Map<number, number[]>();
    for (const row of living) {
      const [parent, sender] = [entities.whole(row, wholeOf.parent), entities.whole(row, wholeOf.sender)];
      if (parent >= 0) awaited.set(parent, [...(awaited.get(parent) ?? []), row]);
      if (sender < 0 || entities.whole(sender, wholeOf.state) !== doing.awaitingSent) continue;
      if (entities.number(sender, numberOf.serial) !== entities.number(row, numberOf.senderSerial)) continue;
      if (program.instructions.a[entities.whole(sender, wholeOf.pc)] !== entities.whole(row, wholeOf.senderSlot))
        continue;
      awaited.set(sender, [...(awaited.get(sender) ?? []), row]);
    }
    return awaited;
  }

  /** Looks for a circle among the stuck through those who wait for a resource. */
  #complainOfCircles(living: readonly number[], stuck: Stuck): void {
    if (stuck.rows.size === 0) return;
    const awaited = this.#awaitedAmong(living);
    const ofResource = this.#holdersAmong(stuck);
    const done = new Set<number>();
    for (const row of living) {
      if (this.#state.entities.whole(row, wholeOf.state) !== doing.waiting || !stuck.rows.has(row) || done.has(row))
        continue;
      const circle = circleFrom(row, done, (one) => this.#obstaclesOf(one, stuck, awaited, ofResource));
      if (circle === undefined) continue;
      const links = circle.map((one) => `${this.#nameOf(one)}, who waits for ${this.#wantedBy(one)}`);
      throw new DeadlockError(
        `${links.join(", held by ")}, held by ${this.#nameOf(circle[0]!)}: they wait for each other in a circle. ` +
          "Let everybody seize in the same order, or all at once",
      );
    }
  }

  /** The stuck who would have to go on first. */
  #obstaclesOf(
    row: number,
    stuck: Stuck,
    awaited: ReadonlyMap<number, readonly number[]>,
    ofResource: ReadonlyMap<number, readonly number[]>,
  ): number[] {
    const { entities, program } = this.#state;
    if (entities.whole(row, wholeOf.state) !== doing.waiting)
      return (awaited.get(row) ?? []).filter((other) => stuck.rows.has(other));
    const { parts } = program.requests[entities.whole(row, wholeOf.request)]!;
    const lacking = parts.find((part) => !this.#canBeServed(row, part, stuck));
    const holders = new Set<number>();
    for (const part of lacking === undefined ? parts : [lacking]) {
      for (const resource of this.#candidatesOf(row, part)) {
        for (const holder of ofResource.get(resource) ?? []) holders.add(holder);
      }
    }
    return [...holders];
  }

  /** The stuck who hold each resource, who was granted it last first. */
  #holdersAmong({ rows }: Stuck): Map<number, number[]> {
    const { entities, holds } = this.#state;
    const claims: number[] = [];
    for (const row of rows) {
      for (let claim = entities.whole(row, wholeOf.claim); claim >= 0; claim = holds.next(claim)) claims.push(claim);
    }
    const holders = new Map<number, number[]>();
    for (const claim of claims.sort((a, b) => holds.order(b) - holds.order(a))) {
      const resource = holds.resource(claim);
      const ofResource = holders.get(resource) ?? [];
      ofResource.push(holds.entity(claim));
      holders.set(resource, ofResource);
    }
    return holders;
  }

  #candidatesOf(row: number, part: CompiledPart): number[] {
    const mine = this.#service.mineOf(row, part);
    return mine >= 0 ? [mine] : [...part.candidates];
  }

  #nameOf(row: number): string {
    const { entities, program } = this.#state;
    return `${program.model.pathways[entities.whole(row, wholeOf.pathway)]!.name} ${entities.number(row, numberOf.serial)}`;
  }

  /** What somebody waits for, in words. */
  #wantedBy(row: number): string {
    const { entities, program } = this.#state;
    switch (entities.whole(row, wholeOf.state)) {
      case doing.joining:
        return "parallel steps";
      case doing.awaitingSent:
        return "work that was sent";
    }
    const { parts } = program.requests[entities.whole(row, wholeOf.request)]!;
    const wanted = parts.map((part) => {
      const names = this.#candidatesOf(row, part).map((resource) => this.#state.nameOf(resource));
      return part.units === 1 ? names.join(" or ") : `${part.units} units of ${names.join(" or ")}`;
    });
    return wanted.join(" and ");
  }
}

/** Follows who waits for whom until somebody is met again. Those in `done` are known to lead to no circle. */
function circleFrom(start: number, done: Set<number>, obstaclesOf: (row: number) => number[]): number[] | undefined {
  const path = [start];
  const onPath = new Set(path);
  const ahead = [obstaclesOf(start)];
  while (path.length > 0) {
    const next = ahead.at(-1)!.pop();
    if (next === undefined) {
      const last = path.pop()!;
      ahead.pop();
      onPath.delete(last);
      done.add(last);
    } else if (onPath.has(next)) {
      return path.slice(path.indexOf(next));
    } else if (!done.has(next)) {
      path.push(next);
      onPath.add(next);
      ahead.push(obstaclesOf(next));
    }
  }
  return undefined;
}
