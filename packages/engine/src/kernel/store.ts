/**
 * Things that wait to be taken: charts, messages, specimens.
 *
 * @module
 */

import type { Simulation } from "./simulation.ts";
import { Wait } from "./wait.ts";

/** What a store has lived through since its statistics began. */
export interface StoreUse {
  /** How long was observed, in minutes. */
  readonly minutes: number;
  /** Items lying there, over time: items times minutes. */
  readonly storedTime: number;
  /** Takers waiting, over time: takers times minutes. */
  readonly waitingTime: number;
  /** Items lying there on average; NaN when nothing was observed. */
  readonly meanStored: number;
  /** Takers waiting on average; NaN when nothing was observed. */
  readonly meanWaiting: number;
  /** Items put there. */
  readonly put: number;
  /** Items taken. */
  readonly taken: number;
}

/** What a store is made from. */
export interface StoreOptions {
  readonly name: string;
}

/** How an item is asked for. */
export interface TakeOptions<T> {
  /** Which items will do; every one unless told otherwise. */
  readonly where?: (item: T) => boolean;
  /** Lower is served first; 0 unless told otherwise. */
  readonly priority?: number;
}

/**
 * Items that wait to be taken, the oldest first, by takers who come in the order of their priority and then of their
 * arrival.
 *
 * @example
 * const simulation = new Simulation();
 * const inbox = new Store<string>(simulation, { name: "inbox" });
 * function* nurse(): Process<string> { return yield* inbox.take({ where: (message) => message.startsWith("refill") }); }
 * const taken = simulation.start(nurse());
 * inbox.put("form");
 * inbox.put("refill for 12");
 * simulation.run();
 * taken.value // "refill for 12"
 */
export class Store<T> {
  readonly name: string;
  /** The clock. @internal */
  readonly simulation: Simulation;
  readonly #items: T[] = [];
  readonly #takers: Take<T>[] = [];
  #put = 0;
  #taken = 0;
  #since: number;
  #now: number;
  #storedTime = 0;
  #waitingTime = 0;

  constructor(simulation: Simulation, { name }: StoreOptions) {
    this.simulation = simulation;
    this.name = name;
    this.#since = simulation.now;
    this.#now = simulation.now;
  }

  /** What lies there, the oldest first. */
  get items(): readonly T[] {
    return this.#items;
  }

  /** How many wait for an item. */
  get waiting(): number {
    return this.#takers.length;
  }

  /** Puts an item there. The first taker whom it suits has it at once. */
  put(item: T): void {
    this.#advance();
    this.#put++;
    const taker = this.#takers.findIndex((other) => other.suits(item));
    if (taker < 0) this.#items.push(item);
    else this.#hand(item, this.#takers.splice(taker, 1)[0]!);
  }

  /**
   * Takes the oldest item that suits, and waits until there is one.
   *
   * @throws {RangeError} when `priority` is not a finite number
   */
  take({ where = () => true, priority = 0 }: TakeOptions<T> = {}): Wait<T> {
    if (!Number.isFinite(priority)) throw new RangeError(`a priority must be a finite number, got ${priority}`);
    return new Take(this, where, priority);
  }

  /** Returns what the store has lived through, up to now. */
  statistics(): StoreUse {
    this.#advance();
    const minutes = this.#now - this.#since;
    return {
      minutes,
      storedTime: this.#storedTime,
      waitingTime: this.#waitingTime,
      meanStored: this.#storedTime / minutes,
      meanWaiting: this.#waitingTime / minutes,
      put: this.#put,
      taken: this.#taken,
    };
  }

  /** Begins the statistics anew, as after a warm-up. */
  resetStatistics(): void {
    this.#advance();
    this.#since = this.#now;
    this.#storedTime = this.#waitingTime = this.#put = this.#taken = 0;
  }

  /** Finds an item at once; tells whether there is one. @internal */
  find(taker: Take<T>): boolean {
    const found = this.#items.findIndex((item) => taker.suits(item));
    if (found < 0) return false;
    this.#advance();
    this.#taken++;
    taker.item = this.#items.splice(found, 1)[0]!;
    return true;
  }

  /** Somebody begins to wait. @internal */
  join(taker: Take<T>): void {
    this.#advance();
    const behind = this.#takers.findIndex((other) => other.priority > taker.priority);
    this.#takers.splice(behind < 0 ? this.#takers.length : behind, 0, taker);
  }

  /** Somebody waits no more. @internal */
  leave(taker: Take<T>): void {
    this.#advance();
    this.#takers.splice(this.#takers.indexOf(taker), 1);
  }

  /** An item comes back of which its taker had not heard yet: it is the oldest again. @internal */
  putBack(item: T): void {
    this.#advance();
    this.#taken--;
    const taker = this.#takers.findIndex((other) => other.suits(item));
    if (taker < 0) this.#items.unshift(item);
    else this.#hand(item, this.#takers.splice(taker, 1)[0]!);
  }

  #hand(item: T, taker: Take<T>): void {
    this.#taken++;
    taker.item = item;
    taker.end();
  }

  #advance(): void {
    const { now } = this.simulation;
    const minutes = now - this.#now;
    this.#storedTime += minutes * this.#items.length;
    this.#waitingTime += minutes * this.#takers.length;
    this.#now = now;
  }
}

/** The wait for an item. */
class Take<T> extends Wait<T> {
  readonly suits: (item: T) => boolean;
  readonly priority: number;
  item: T | undefined = undefined;
  readonly #store: Store<T>;

  constructor(store: Store<T>, suits: (item: T) => boolean, priority: number) {
    super(store.simulation);
    this.#store = store;
    this.suits = suits;
    this.priority = priority;
  }

  value(): T {
    return this.item as T;
  }

  protected begin(): boolean {
    if (this.#store.find(this)) return true;
    this.#store.join(this);
    if (this.simulation.tracer !== undefined) this.simulation.trace(this.waiter!.entity, "waits for", this.#store.name);
    return false;
  }

  protected withdraw(): void {
    this.#store.leave(this);
  }

  protected override undo(): void {
    this.#store.putBack(this.item as T);
  }
}
