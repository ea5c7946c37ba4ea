/**
 * The exact price of a template in continuous time, where all services are exponential with one mean.
 *
 * Exponential services have no memory, so how many are present tells everything: between two appointments as many leave
 * as a Poisson process has events, if so many are there.
 *
 * @module
 */

import type { SessionFigures } from "./answer.ts";
import type { FullEvaluation } from "./evaluation.ts";
import type { Line } from "./line.ts";

/** How many are present once an item has come (or not), at a minute that never goes back. */
interface Present {
  readonly minute: number;
  readonly shares: readonly number[];
  /** Expected wait of the item. */
  readonly wait: number;
}

/** Prices templates of exponential services. */
export class ExponentialEvaluation implements FullEvaluation {
  readonly #line: Line;
  readonly #mean: number;
  readonly #busy: number;
  #times: number[] = [];
  #present: Present[] = [];
  #marked: { times: number[]; present: Present[] } = { times: [], present: [] };

  constructor(line: Line) {
    this.#line = line;
    this.#mean = line.items[0]!.service.mean;
    this.#busy = line.items.reduce((sum, { show }) => sum + show * this.#mean, 0);
  }

  get cost(): number {
    return this.figures().cost;
  }

  place(times: ArrayLike<number>): void {
    this.#times = Array.from(times);
    this.#reckonFrom(0);
  }

  move(item: number, time: number): void {
    this.#times[item] = time;
    this.#reckonFrom(item);
  }

  mark(): void {
    this.#marked = { times: [...this.#times], present: [...this.#present] };
  }

  rollback(): void {
    this.#times = [...this.#marked.times];
    this.#present = [...this.#marked.present];
  }

  figures(): SessionFigures {
    const { items, length, costs, counting } = this.#line;
    const { minute, shares } = this.#present.at(-1)!;
    let wait = 0;
    let waitCost = 0;
    items.forEach(({ share, weight }, item) => {
      wait += share * this.#present[item]!.wait;
      waitCost += weight * this.#present[item]!.wait;
    });
    const left = minute > length ? shares : afterWork(shares, (length - minute) / this.#mean);
    const overtime = Math.max(0, minute - length) + this.#mean * expectation(left);
    const end = minute + this.#mean * expectation(shares);
    const idle = (counting.idle === "last patient" ? end : length + overtime) - this.#busy;
    return { cost: waitCost + costs.idle * idle + costs.overtime * overtime, wait, idle, overtime };
  }

  waits(): number[] {
    return this.#present.map(({ wait }) => wait);
  }

  /**
   * The gradient of the cost in the minutes of the items, which must not decrease.
   *
   * Forward go the shares of how many are present, backward what it is worth to have so many present; a longer gap
   * moves the one by the law of departures, and the other prices the move.
   */
  gradient(): Float64Array {
    const { items, length, costs, counting } = this.#line;
    const size = items.length;
    const gradient = new Float64Array(size);
    const mean = this.#mean;
    const last = this.#present.at(-1)!;
    const spare = length - last.minute;
    const lasting = counting.idle === "last patient" ? costs.idle : 0;
    const late = costs.overtime + costs.idle - lasting;
    // Worth of n present after the last appointment, as far as it depends on n.
    let worth = last.shares.map((_, n) => {
      const left = afterWork(unit(n), Math.max(0, spare) / mean);
      return lasting * n * mean + late * mean * expectation(left);
    });
    const drift = spare > 0 ? late * mean * slope(last.shares, spare / mean, (n) => n) : 0;
    gradient[size - 1]! += lasting + (spare > 0 ? -drift : late);
    for (let item = size - 1; item > 0; item--) {
      const { show, weight } = items[item]!;
      // Worth just before the item comes: its wait, and then one more or not.
      const before = worth
        .slice(0, -1)
        .map((value, n) => weight * n * mean + show * worth[n + 1]! + (1 - show) * value);
      const { shares } = this.#present[item - 1]!;
      const services = (this.#times[item]! - this.#present[item - 1]!.minute) / mean;
      const change = slope(shares, services, (n) => before[n]!);
      gradient[item]! += change;
      gradient[item - 1]! -= change;
      worth = shares.map((_, n) => {
        const left = afterWork(unit(n), services);
        return left.reduce((sum, share, there) => sum + share * before[there]!, 0);
      });
    }
    return gradient;

    /** By how much an expectation grows with each minute of work. */
    function slope(shares: readonly number[], services: number, value: (n: number) => number): number {
      const left = afterWork(shares, services);
      return left.reduce((sum, share, n) => (n === 0 ? sum : sum - (share * (value(n) - value(n - 1))) / mean), 0);
    }
  }

  #reckonFrom(first: number): void {
    for (let item = first; item < this.#times.length; item++) {
      const time = this.#times[item]!;
      const before = this.#present[item - 1] ?? { minute: 0, shares: [1] };
      const minute = Math.max(time, before.minute);
      const there = afterWork(before.shares, (minute - before.minute) / this.#mean);
      const { show } = this.#line.items[item]!;
      const shares = [...there, 0].map((share, n) => (1 - show) * share + (n > 0 ? show * there[n - 1]! : 0));
      this.#present[item] = { minute, shares, wait: minute - time + this.#mean * expectation(there) };
    }
  }
}

function unit(n: number): number[] {
  return Array.from({ length: n + 1 }, (_, there) => (there === n ? 1 : 0));
}

/** Probability of 0, 1, … present, after time for so many services on average. */
function afterWork(shares: readonly number[], services: number): number[] {
  if (services === 0) return [...shares];
  const left = shares.map(() => 0);
  // Logarithms, so that a long gap does not lose a full waiting room to underflow.
  const logServices = Math.log(services);
  for (let done = 0, log = -services; done < shares.length - 1; done++, log += logServices - Math.log(done)) {
    const probability = Math.exp(log);
    for (let n = done + 1; n < shares.length; n++) left[n - done]! += shares[n]! * probability;
  }
  left[0] = Math.max(0, 1 - left.reduce((sum, share) => sum + share, 0));
  return left;
}

function expectation(shares: readonly number[]): number {
  let sum = 0;
  for (let n = 1; n < shares.length; n++) sum += n * shares[n]!;
  return sum;
}
