/**
 * Waits that are made of other waits.
 *
 * @module
 */

import type { Entity } from "./entity.ts";
import type { Simulation } from "./simulation.ts";
import { type ValueOf, Wait, type Waitable, type Waiter } from "./wait.ts";

/** Several waits by name. */
export type Alternatives = Readonly<Record<string, Waitable<unknown>>>;

/** Which of several waits was over first, and its value. */
export type First<A extends Alternatives> = {
  [Name in keyof A]: { readonly winner: Name; readonly value: ValueOf<A[Name]> };
}[keyof A];

/** The values of several waits, in their order. */
export type Values<W extends readonly Waitable<unknown>[]> = { -readonly [I in keyof W]: ValueOf<W[I]> };

/** What waits for several at once. */
abstract class CombinedWait<T> extends Wait<T> implements Waiter {
  /** @internal */
  readonly parts: readonly Wait<unknown>[];

  constructor(simulation: Simulation, waitables: readonly Waitable<unknown>[]) {
    super(simulation);
    this.parts = waitables.map(waitFor);
  }

  /** @internal */
  get entity(): Entity {
    return this.waiter!.entity;
  }

  abstract over(part: Wait<unknown>): void;

  protected withdraw(): void {
    for (const part of this.parts) part.abandon();
  }

  protected override undo(): void {
    this.withdraw();
  }
}

/** Over as soon as one of its waits is; the others are given up. */
export class FirstOf<A extends Alternatives> extends CombinedWait<First<A>> {
  readonly #names: readonly string[];
  #winner = -1;
  #hasBegun = false;

  constructor(simulation: Simulation, alternatives: A) {
    super(simulation, Object.values(alternatives));
    this.#names = Object.keys(alternatives);
  }

  over(part: Wait<unknown>): void {
    // Giving up one wait can end another: its place in a queue was in the way, say. That one comes too late.
    if (this.#winner >= 0) part.abandon();
    else {
      this.#winner = this.parts.indexOf(part);
      for (const other of this.parts) if (other !== part) other.abandon();
      if (this.#hasBegun) this.end();
    }
  }

  value(): First<A> {
    const value = this.parts[this.#winner]!.value();
    return { winner: this.#names[this.#winner]!, value } as First<A>;
  }

  protected begin(): boolean {
    for (const part of this.parts) {
      if (part.beginFor(this)) this.over(part);
      if (this.#winner >= 0) return true;
    }
    this.#hasBegun = true;
    return false;
  }
}

/** Over when all of its waits are. */
export class AllOf<W extends readonly Waitable<unknown>[]> extends CombinedWait<Values<W>> {
  #left = this.parts.length;
  #hasBegun = false;

  over(): void {
    this.#left--;
    if (this.#left === 0 && this.#hasBegun) this.end();
  }

  value(): Values<W> {
    try {
      return this.parts.map((part) => part.value()) as Values<W>;
    } catch (error) {
      // Somebody who was waited for has failed: nobody will hear of the rest, and what was granted goes back.
      this.withdraw();
      throw error;
    }
  }

  protected begin(): boolean {
    for (const part of this.parts) if (part.beginFor(this)) this.#left--;
    this.#hasBegun = true;
    return this.#left === 0;
  }
}

function waitFor(waitable: Waitable<unknown>): Wait<unknown> {
  const wait = waitable[Symbol.iterator]();
  if (wait instanceof Wait) return wait;
  throw new TypeError(
    "only waits, entities and signals can be waited for together; start a process to wait for its end",
  );
}
