/**
 * Shifts, sessions, closing time: capacity that follows a plan.
 *
 * @module
 */

import type { Resource } from "./resource.ts";
import type { Simulation } from "./simulation.ts";

/** A capacity from a minute on. */
export interface CapacityChange {
  /** The minute of the run from which it holds, before everything else in that minute. */
  readonly at: number;
  readonly capacity: number;
}

/** The changes of one resource that are still to come; one at a time is looked at, so a plan need not end. */
export class CapacityPlan {
  readonly #resource: Resource;
  readonly #changes: Iterator<CapacityChange>;
  #next: CapacityChange | undefined;

  constructor(resource: Resource, changes: Iterable<CapacityChange>) {
    this.#resource = resource;
    this.#changes = changes[Symbol.iterator]();
    this.#next = this.#nextAfter(resource.simulation.now);
  }

  /** The minute of the next change; Infinity when there is none. */
  get due(): number {
    return this.#next?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Returns the capacity from this minute on. When a plan says several for the same minute, the last one holds. */
  take(): number {
    let { at, capacity } = this.#next!;
    for (;;) {
      this.#next = this.#nextAfter(at);
      if (this.#next?.at !== at) return capacity;
      ({ at, capacity } = this.#next);
    }
  }

  #nextAfter(minute: number): CapacityChange | undefined {
    const { done, value } = this.#changes.next();
    if (done) return undefined;
    if (value.at >= minute) return value;
    const name = this.#resource.name;
    throw new RangeError(`the changes of ${name} must be in the order of time: minute ${value.at} follows ${minute}`);
  }
}

/**
 * The plans of all resources. All that change in a minute do so at once and before anything else happens in it, so
 * that nobody is served by one who goes home in the same minute.
 */
export class CapacityPlans {
  readonly kind = "changes of capacity";
  readonly #simulation: Simulation;
  readonly #plans = new Map<Resource, CapacityPlan>();
  #scheduled = Number.POSITIVE_INFINITY;
  #slot = -1;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** Takes up the plan of a resource. */
  add(resource: Resource, changes: Iterable<CapacityChange>): void {
    const plan = new CapacityPlan(resource, changes);
    if (plan.due === Number.POSITIVE_INFINITY) return;
    this.#plans.set(resource, plan);
    this.#schedule();
  }

  /** Whether the capacity of a resource will change. */
  areAheadOf(resource: Resource): boolean {
    return this.#plans.has(resource);
  }

  /** Changes all that is due. */
  happen(): void {
    const { now } = this.#simulation;
    this.#slot = -1;
    this.#scheduled = Number.POSITIVE_INFINITY;
    const due = [...this.#plans].filter(([, plan]) => plan.due === now);
    for (const [resource, plan] of due) {
      resource.changeCapacity(plan.take());
      if (plan.due === Number.POSITIVE_INFINITY) this.#plans.delete(resource);
    }
    this.#schedule();
    for (const [resource] of due) resource.settle();
  }

  /** Keeps the earliest change of all in the calendar. */
  #schedule(): void {
    let earliest = Number.POSITIVE_INFINITY;
    for (const { due } of this.#plans.values()) earliest = Math.min(earliest, due);
    if (earliest >= this.#scheduled) return;
    if (this.#slot >= 0) this.#simulation.cancelHappening(this.#slot);
    this.#slot = this.#simulation.happenAt(earliest, beforeAllElse, this);
    this.#scheduled = earliest;
  }
}

/** The priority of events that come before all others in their minute. */
const beforeAllElse = Number.NEGATIVE_INFINITY;
