/**
 * The levels of a resource over time, and their integrals.
 *
 * @module
 */

/** What a resource has lived through since its statistics began. Times are in minutes, or units times minutes. */
export interface ResourceUse {
  /** How long was observed. */
  readonly minutes: number;
  /** Capacity over time. */
  readonly capacityTime: number;
  /** Units held, without those that are off. */
  readonly busyTime: number;
  /** Units held as a break or a repair. */
  readonly offTime: number;
  /** Units at work beyond the capacity, after it has fallen. */
  readonly overtime: number;
  /** Units there to work: capacity, or what is still held beyond it, without those that are off. */
  readonly staffedTime: number;
  /** Requests in the queue, over time. */
  readonly waitingTime: number;
  /** Busy time ÷ staffed time; NaN when nothing was staffed. */
  readonly utilisation: number;
  /** Units busy on average; NaN when nothing was observed. */
  readonly meanBusy: number;
  /** Requests waiting on average; NaN when nothing was observed. */
  readonly meanWaiting: number;
  /** Requests that were granted. */
  readonly granted: number;
  /** Requests that gave up waiting, of those with a patience. */
  readonly gaveUp: number;
  /** Requests that found the queue at their limit. */
  readonly turnedAway: number;
  /** Times that units were taken away from somebody at work. */
  readonly preempted: number;
}

/** How much of a resource is in use, and has been. */
export class Levels {
  capacity: number;
  taken = 0;
  off = 0;
  waiting = 0;
  granted = 0;
  gaveUp = 0;
  turnedAway = 0;
  preempted = 0;
  #since: number;
  #now: number;
  #capacityTime = 0;
  #busyTime = 0;
  #offTime = 0;
  #overtime = 0;
  #waitingTime = 0;
  #staffedTime = 0;

  constructor(capacity: number, now: number) {
    this.capacity = capacity;
    this.#since = now;
    this.#now = now;
  }

  /** Adds the time up to `now` at the present levels; called before any of them changes. */
  advance(now: number): void {
    const minutes = now - this.#now;
    if (minutes === 0) return;
    this.#now = now;
    const { capacity, taken, off } = this;
    this.#capacityTime += minutes * capacity;
    this.#busyTime += minutes * (taken - off);
    this.#waitingTime += minutes * this.waiting;
    this.#staffedTime += minutes * (Math.max(taken, capacity) - off);
    if (off > 0) this.#offTime += minutes * off;
    if (taken - off > capacity) this.#overtime += minutes * (taken - off - capacity);
  }

  take(units: number, off: boolean, now: number): void {
    this.advance(now);
    this.taken += units;
    if (off) this.off += units;
  }

  giveBack(units: number, off: boolean, now: number): void {
    this.advance(now);
    this.taken -= units;
    if (off) this.off -= units;
  }

  wait(by: 1 | -1, now: number): void {
    this.advance(now);
    this.waiting += by;
  }

  /** Forgets what has been; the levels stay. */
  reset(now: number): void {
    this.#since = now;
    this.#now = now;
    this.#capacityTime = this.#busyTime = this.#offTime = this.#overtime = this.#waitingTime = this.#staffedTime = 0;
    this.granted = this.gaveUp = this.turnedAway = this.preempted = 0;
  }

  /** Returns all of it up to `now`. */
  statistics(now: number): ResourceUse {
    this.advance(now);
    const minutes = now - this.#since;
    const { granted, gaveUp, turnedAway, preempted } = this;
    return {
      minutes,
      capacityTime: this.#capacityTime,
      busyTime: this.#busyTime,
      offTime: this.#offTime,
      overtime: this.#overtime,
      staffedTime: this.#staffedTime,
      waitingTime: this.#waitingTime,
      utilisation: this.#busyTime / this.#staffedTime,
      meanBusy: this.#busyTime / minutes,
      meanWaiting: this.#waitingTime / minutes,
      granted,
      gaveUp,
      turnedAway,
      preempted,
    };
  }
}
