/**
 * What a process waits for.
 *
 * A wait is an iterator of its own: `yield*` asks it whether it is over, and hands the token of suspension up to the
 * simulation when it is not. So a wait costs one object, and the compiler knows what comes back from it. Delays and
 * plain requests, which most waits are, do not even cost that: see spares.ts.
 *
 * @module
 */

import type { Entity } from "./entity.ts";
import type { Simulation } from "./simulation.ts";

declare const suspended: unique symbol;

/** The token that a process hands to the simulation while it waits; only `yield*` of a wait produces it. */
export interface Suspension {
  readonly [suspended]: true;
}

/**
 * The life of one entity, as a generator; it returns a `T`.
 *
 * @example
 * const simulation = new Simulation();
 * function* visit(): Process<string> { yield* simulation.delay(20); return "seen"; }
 * const patient = simulation.start(visit());
 * simulation.run();
 * patient.value // "seen"
 */
export type Process<T = void> = Generator<Suspension, T, unknown>;

/** Whatever can be waited for with `yield*`: a wait, an entity (until its process ends), a signal. */
export interface Waitable<T> {
  [Symbol.iterator](): Wait<T>;
}

/** What comes back from waiting for `W`. */
export type ValueOf<W> = W extends Waitable<infer T> ? T : never;

/** Who is told that a wait is over: an entity, or a wait that is made of others. */
export interface Waiter {
  readonly entity: Entity;
  /** Called when the wait is over by the doing of somebody else; never from within its own `begin`. */
  over(wait: Wait<unknown>): void;
}

export const suspension = {} as Suspension;

/** The one answer of every wait that goes on, and of every wait that is over without a value. */
export const goesOn: IteratorResult<Suspension, never> = { done: false, value: suspension };
export const overWithNothing: IteratorResult<Suspension, void> = { done: true, value: undefined };

/** The answer of every wait that is over with a value. `yield*` reads it at once, so one object serves all. */
const overWithValue: { done: true; value: unknown } = { done: true, value: undefined };

/** Something to wait for, once. */
export abstract class Wait<T> implements Waitable<T> {
  /** @internal */
  readonly simulation: Simulation;
  /** Over: the value is there, but nobody has been told. Done: told, or nobody wants it any more. @internal */
  state: "fresh" | "waiting" | "over" | "done" = "fresh";
  /** @internal */
  waiter: Waiter | undefined = undefined;

  constructor(simulation: Simulation) {
    this.simulation = simulation;
  }

  /**
   * Lets `yield*` wait.
   *
   * @throws {Error} when somebody has waited for it already
   */
  [Symbol.iterator](): this {
    if (this.state !== "fresh") throw new Error("a wait can be waited for once; ask for a new one each time");
    return this;
  }

  /** Called by `yield*`: first to begin to wait, and then when the waiting is over. */
  next(): IteratorResult<Suspension, T> {
    if (this.state === "fresh") {
      const { simulation } = this;
      if (!this.start(simulation.running)) return goesOn;
      // A loop of such waits would never let the next event happen.
      simulation.wentOn();
    }
    return this.finish();
  }

  /** Called by `yield*` when the entity is interrupted. */
  throw(error: unknown): IteratorResult<Suspension, T> {
    throw error;
  }

  /** The kind of entity that waits. @internal */
  get kind(): string {
    return this.waiter!.entity.kind;
  }

  /** Begins to wait for an entity; tells whether it is over at once. @internal */
  protected start(entity: Entity): boolean {
    if (this.beginFor(entity)) return true;
    entity.wait = this;
    return false;
  }

  /** @internal */
  protected finish(): IteratorResult<Suspension, T> {
    this.state = "done";
    overWithValue.value = this.value();
    return overWithValue as IteratorResult<Suspension, T>;
  }

  /** Begins to wait on behalf of `waiter`; tells whether it is over at once. @internal */
  beginFor(waiter: Waiter): boolean {
    this.waiter = waiter;
    this.state = "waiting";
    if (!this.begin()) return false;
    this.state = "over";
    return true;
  }

  /** Ends the waiting, and tells the waiter; nothing when nobody waits any more. @internal */
  end(): void {
    if (this.state !== "waiting") return;
    this.state = "over";
    this.waiter?.over(this);
  }

  /** Nobody wants it any more: leaves its queue, or gives back what had been granted. @internal */
  abandon(): void {
    const before = this.state;
    this.state = "done";
    if (before === "waiting") this.withdraw();
    // A request may be abandoned in the same minute in which it is granted, before
    // the entity has heard of it. Its unit goes back, or it would be lost for good.
    else if (before === "over") this.undo();
  }

  /** The value of a wait that is over; it may throw, into the process that waited. @internal */
  abstract value(): T;
  /** Begins to wait; returns whether it is over at once. */
  protected abstract begin(): boolean;
  /** Stops waiting. */
  protected abstract withdraw(): void;
  /** Takes back the value, which nobody has heard of. */
  protected undo(): void {}
}
