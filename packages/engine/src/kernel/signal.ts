/**
 * Something that is announced to everybody who waits for it.
 *
 * @module
 */

import type { Simulation } from "./simulation.ts";
import { Wait, type Waitable } from "./wait.ts";

/**
 * A signal; `yield*` waits until it is sent next, and gives what was sent with it.
 *
 * @example
 * const simulation = new Simulation();
 * const results = new Signal<string>(simulation, "results");
 * function* patient(): Process<string> { return yield* results; }
 * function* lab(): Process { yield* simulation.delay(30); results.send("normal"); }
 * const told = simulation.start(patient());
 * simulation.start(lab());
 * simulation.run();
 * told.value // "normal"
 */
export class Signal<T = void> implements Waitable<T> {
  readonly name: string;
  readonly #simulation: Simulation;
  /** In the order in which they came. */
  readonly #waiting = new Set<Hearing<T>>();

  constructor(simulation: Simulation, name = "signal") {
    this.#simulation = simulation;
    this.name = name;
  }

  /** How many wait for it. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Tells everybody who waits at present; they go on in this minute, in the order in which they came.
   *
   * @returns how many were told
   */
  send(value: T): number {
    const told = [...this.#waiting];
    this.#waiting.clear();
    for (const hearing of told) hearing.hear(value);
    return told.length;
  }

  /** Waits until it is sent next. */
  [Symbol.iterator](): Wait<T> {
    return new Hearing(this.#simulation, this.name, this.#waiting);
  }
}

class Hearing<T> extends Wait<T> {
  readonly #name: string;
  readonly #waiting: Set<Hearing<T>>;
  #heard: T | undefined = undefined;

  constructor(simulation: Simulation, name: string, waiting: Set<Hearing<T>>) {
    super(simulation);
    this.#name = name;
    this.#waiting = waiting;
  }

  hear(value: T): void {
    this.#heard = value;
    this.end();
  }

  value(): T {
    return this.#heard as T;
  }

  protected begin(): boolean {
    this.#waiting.add(this);
    if (this.simulation.tracer !== undefined) this.simulation.trace(this.waiter!.entity, "waits for", this.#name);
    return false;
  }

  protected withdraw(): void {
    this.#waiting.delete(this);
  }
}
