/**
 * Work that others may interrupt: holds whose entity works with them, beyond the present minute.
 *
 * @module
 */

import { doing, numberOf, wholeOf } from "./pathway-entities.ts";
import type { RunState } from "./pathway-state.ts";

/** What an interruption leads to. */
export interface Interruption {
  /** Those whose units were given back, in order. */
  readonly resources: number[];
  /** Rows of those who have lost a hold. */
  readonly victims: number[];
}

/** Finds those who can lose the hold that they work with, and takes it from them. A victim is the row of an entity. */
export class Victims {
  readonly #state: RunState;
  readonly #wait: (row: number) => void;

  /** @param wait lets an entity wait for what its request asks for */
  constructor(state: RunState, wait: (row: number) => void) {
    this.#state = state;
    this.#wait = wait;
  }

  /** Those who work with units of a resource, at a priority worse than the given one, the first to be taken first. */
  on(resource: number, except: readonly number[], priority: number): number[] {
    const { entities, holds, calendar } = this.#state;
    const victims: number[] = [];
    for (let claim = holds.lastOn[resource]!; claim >= 0; claim = holds.previousOn[claim]!) {
      const row = holds.entity(claim);
      if (
        !(holds.priority(claim) > priority) ||
        !this.#works(claim) ||
        !(entities.number(row, numberOf.until) > calendar.now)
      )
        continue;
      if (!except.includes(row) && !victims.includes(row)) victims.push(row);
    }
    return victims.sort((a, b) => {
      const [claimA, claimB] = [this.#first(a), this.#first(b)];
      return (
        holds.priority(claimB) - holds.priority(claimA) ||
        holds.since(claimB) - holds.since(claimA) ||
        holds.order(claimB) - holds.order(claimA) ||
        entities.number(a, numberOf.serial) - entities.number(b, numberOf.serial)
      );
    });
  }

  /** Units of a resource that a victim would give back. */
  unitsOn(victim: number, resource: number): number {
    let units = 0;
    this.#eachClaim(victim, (claim) => {
      if (this.#state.holds.resource(claim) === resource) units += this.#state.holds.units(claim);
    });
    return units;
  }

  /** Adds all units that a victim would give back, by resource. */
  addUnits(victim: number, units: Float64Array): void {
    const { holds } = this.#state;
    this.#eachClaim(victim, (claim) => {
      units[holds.resource(claim)] = units[holds.resource(claim)]! + holds.units(claim);
    });
  }

  /** Units of a resource with which somebody works until this very minute: they count as given back. */
  unitsLeavingNow(resource: number): number {
    const { holds, entities, calendar } = this.#state;
    let units = 0;
    for (let claim = holds.lastOn[resource]!; claim >= 0; claim = holds.previousOn[claim]!) {
      if (this.#works(claim) && entities.number(holds.entity(claim), numberOf.until) <= calendar.now)
        units += holds.units(claim);
    }
    return units;
  }

  /** Takes the hold from a victim, who asks for it anew, before others of its priority. */
  interrupt(victim: number, manner: "resume" | "restart", interruption: Interruption): void {
    const { entities, holds, resources, calendar, program, tracer } = this.#state;
    const first = this.#first(victim);
    if (entities.whole(victim, wholeOf.event) >= 0) calendar.strike(entities.whole(victim, wholeOf.event));
    entities.setWhole(victim, wholeOf.event, -1);
    const speed = resources.speed[holds.resource(first)]!;
    const left = (entities.number(victim, numberOf.until) - calendar.now) * speed;
    entities.setNumber(victim, numberOf.rest, manner === "restart" ? entities.number(victim, numberOf.work) : left);
    entities.setWhole(victim, wholeOf.request, program.requests[holds.request(first)]!.again.get(holds.hold(first))!);
    entities.setNumber(victim, numberOf.priority, holds.priority(first));
    entities.setNumber(victim, numberOf.order, holds.order(first));
    entities.setNumber(victim, numberOf.rank, -++this.#state.losses);
    if (tracer !== undefined) {
      const resource = this.#state.nameOf(holds.resource(first));
      this.#state.tell("is interrupted", victim, { ...this.#state.activityOf(victim), resource });
    }
    this.#takeBack(victim, first, interruption);
    interruption.victims.push(victim);
    this.#wait(victim);
  }

  #takeBack(victim: number, first: number, { resources }: Interruption): void {
    const { entities, holds } = this.#state;
    const hold = holds.hold(first);
    const order = holds.order(first);
    let previous = -1;
    let next = -1;
    for (let claim = entities.whole(victim, wholeOf.claim); claim >= 0; claim = next) {
      next = holds.next(claim);
      if (holds.hold(claim) !== hold || holds.order(claim) !== order) {
        previous = claim;
        continue;
      }
      holds.unlink(victim, previous, claim);
      resources.push(holds.resource(claim));
      this.#state.putBack(victim, claim);
    }
  }

  /** The first claim of the hold that works. */
  #first(row: number): number {
    const { entities, holds } = this.#state;
    return holds.find(row, entities.whole(row, wholeOf.working));
  }

  /** Whether a claim belongs to the hold that works in a delay. */
  #works(claim: number): boolean {
    const { entities, holds } = this.#state;
    const row = holds.entity(claim);
    if (
      entities.whole(row, wholeOf.state) !== doing.delay ||
      entities.whole(row, wholeOf.working) !== holds.hold(claim)
    )
      return false;
    return holds.order(claim) === holds.order(this.#first(row));
  }

  #eachClaim(victim: number, visit: (claim: number) => void): void {
    const { entities, holds } = this.#state;
    for (let claim = entities.whole(victim, wholeOf.claim); claim >= 0; claim = holds.next(claim)) {
      if (this.#works(claim)) visit(claim);
    }
  }
}
