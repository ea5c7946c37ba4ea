/**
 * What flows through a free-hand simulation, and how it is interrupted.
 *
 * @module
 */

import type { Simulation } from "./simulation.ts";
import { type Process, Wait, type Waitable, type Waiter } from "./wait.ts";

/**
 * An entity and the process that is its life; `Simulation.start` makes it.
 *
 * `yield* entity` waits until its process has ended, and gives what that returned.
 */
export class Entity<T = unknown> implements Waiter, Waitable<T> {
  /** Entities are numbered from 1 in the order of their start. */
  readonly number: number;
  /** What kind of entity it is, in trace lines and messages. */
  readonly kind: string;
  /** @internal */
  readonly simulation: Simulation;
  /** @internal */
  readonly process: Process<T>;
  /** Its place in the simulation's table while it lives, and the payload of its events. @internal */
  readonly slot: number;
  /** The event at which it begins to live. @internal */
  beginning = -1;
  /** What it waits for, or has waited for last; nothing before it has begun. @internal */
  wait: Wait<unknown> | undefined = undefined;
  /** What it will hear of when it goes on. @internal */
  interruption: Interrupted | undefined = undefined;
  #hasEnded = false;
  #value: T | undefined = undefined;
  #error: unknown = undefined;
  #joins: Join<T>[] | undefined = undefined;

  /** @internal */
  constructor(simulation: Simulation, process: Process<T>, kind: string, number: number, slot: number) {
    this.simulation = simulation;
    this.process = process;
    this.kind = kind;
    this.number = number;
    this.slot = slot;
  }

  /** Its kind and number: "patient 12". */
  get name(): string {
    return `${this.kind} ${this.number}`;
  }

  /** Whether its process has ended. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /**
   * What its process returned.
   *
   * @throws {Error} when the process has not ended yet
   * @throws {Interrupted} when the process was ended by an interruption; what it threw, when it failed
   */
  get value(): T {
    if (!this.#hasEnded) throw new Error(`${this.name} has not ended yet; wait for it with yield*`);
    if (this.#error !== undefined) throw this.#error;
    return this.#value as T;
  }

  /** Waits until its process has ended. */
  [Symbol.iterator](): Wait<T> {
    return new Join(this);
  }

  /** Itself: it waits on its own behalf. @internal */
  get entity(): Entity {
    return this;
  }

  /** Its wait is over: it goes on. @internal */
  over(): void {
    this.simulation.wake(this);
  }

  /** Lets the process go on, or hear of an interruption. @internal */
  resume(): IteratorResult<unknown, T> {
    const { interruption } = this;
    if (interruption === undefined) return resume.call(this.process) as IteratorResult<unknown, T>;
    this.interruption = undefined;
    return this.process.throw(interruption);
  }

  /** The process has returned. @internal */
  end(value: T): void {
    this.#value = value;
    this.#leave();
  }

  /** The process has thrown. @internal */
  fail(error: unknown): void {
    this.#error = error;
    this.#leave();
  }

  /** Somebody waits for its end. @internal */
  addJoin(join: Join<T>): void {
    this.#joins ??= [];
    this.#joins.push(join);
  }

  /** Somebody waits for its end no more. @internal */
  removeJoin(join: Join<T>): void {
    this.#joins = this.#joins?.filter((other) => other !== join);
  }

  #leave(): void {
    this.#hasEnded = true;
    this.wait = undefined;
    if (this.#joins !== undefined) for (const join of this.#joins) join.end();
    this.#joins = undefined;
  }
}

/**
 * What `process.next` is. Every generator function gives its generators a prototype of their own, so to look `next`
 * up anew for all processes there are takes longer than to call it.
 */
const resume: () => IteratorResult<unknown, unknown> = Object.getPrototypeOf(function* () {}).prototype.next;

/** The wait for the end of an entity's process. */
export class Join<T> extends Wait<T> {
  readonly joined: Entity<T>;

  constructor(joined: Entity<T>) {
    super(joined.simulation);
    this.joined = joined;
  }

  value(): T {
    return this.joined.value;
  }

  protected begin(): boolean {
    if (this.joined.hasEnded) return true;
    this.joined.addJoin(this);
    return false;
  }

  protected withdraw(): void {
    this.joined.removeJoin(this);
  }
}

/**
 * Thrown in a process that is interrupted, at the wait where it is.
 *
 * A process that does not catch it ends there; what it holds with `using` goes back. Whoever waits for its end is
 * thrown the same.
 */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  /** Who was interrupted. */
  readonly entity: Entity;
  /** The reason, as it was given to `Simulation.interrupt`. */
  readonly reason: unknown;

  constructor(entity: Entity, reason: unknown) {
    super(`${entity.name} was interrupted${reason === undefined ? "" : `: ${String(reason)}`}`);
    this.entity = entity;
    this.reason = reason;
  }
}
