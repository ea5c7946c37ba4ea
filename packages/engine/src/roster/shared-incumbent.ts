/**
 * The best roster so far and the best bound, in memory that several threads share.
 *
 * @module
 */

import type { Tour } from "./roster-model.ts";

/** A roster and what it costs. */
export interface Incumbent {
  readonly cost: number;
  readonly tours: readonly Tour[];
}

/** How large a roster is. */
export interface RosterSize {
  readonly people: number;
  readonly days: number;
}

/** Bytes before the tours: lock and count of offers, cost, bound. */
const HEAD_BYTES = 24;

/**
 * Reads and writes the best roster of all threads.
 *
 * Whoever holds the lock copies a few kilobytes, so waiting for it is busy and short.
 *
 * @example
 * const shared = new SharedIncumbent({ people: 1, days: 2 });
 * shared.offer({ cost: 7, tours: [Int16Array.of(0, -1)] });
 * new SharedIncumbent({ people: 1, days: 2 }, shared.memory).read().cost // 7
 */
export class SharedIncumbent {
  /** To be handed to another thread. */
  readonly memory: SharedArrayBuffer;
  readonly #size: RosterSize;
  readonly #lock: Int32Array;
  readonly #numbers: Float64Array;
  readonly #tours: Int16Array;

  /** @throws {RangeError} when the memory is of another size */
  constructor(size: RosterSize, memory?: SharedArrayBuffer) {
    const bytes = HEAD_BYTES + 2 * size.people * size.days;
    if (memory !== undefined && memory.byteLength !== bytes) {
      throw new RangeError(`a roster of this size needs ${bytes} bytes, got ${memory.byteLength}`);
    }
    this.memory = memory ?? new SharedArrayBuffer(bytes);
    this.#size = size;
    this.#lock = new Int32Array(this.memory, 0, 2);
    this.#numbers = new Float64Array(this.memory, 8, 2);
    this.#tours = new Int16Array(this.memory, HEAD_BYTES);
    if (memory === undefined) this.#numbers.set([Infinity, -Infinity]);
  }

  /** What no roster can cost less than, as far as any thread knows. */
  get bound(): number {
    return this.#locked(() => this.#numbers[1]!);
  }

  /** The best roster of all threads; undefined before the first. */
  read(): Incumbent | undefined {
    return this.#locked(() => {
      const cost = this.#numbers[0]!;
      if (cost === Infinity) return undefined;
      const { people, days } = this.#size;
      const tours = Array.from({ length: people }, (_, person) =>
        Int16Array.from(this.#tours.subarray(person * days, (person + 1) * days)),
      );
      return { cost, tours };
    });
  }

  /** Takes a roster if it is cheaper than the one that is there; tells whether it was. */
  offer({ cost, tours }: Incumbent): boolean {
    return this.#locked(() => {
      if (!(cost < this.#numbers[0]!)) return false;
      this.#numbers[0] = cost;
      for (const [person, tour] of tours.entries()) this.#tours.set(tour, person * this.#size.days);
      return true;
    });
  }

  /** Takes a bound if it is better than the one that is there. */
  raiseBound(bound: number): void {
    this.#locked(() => {
      if (bound > this.#numbers[1]!) this.#numbers[1] = bound;
    });
  }

  #locked<Result>(work: () => Result): Result {
    while (Atomics.compareExchange(this.#lock, 0, 0, 1) !== 0);
    try {
      return work();
    } finally {
      Atomics.store(this.#lock, 0, 0);
    }
  }
}
