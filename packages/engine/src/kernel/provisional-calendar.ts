/**
 * Events in the order of time, then of priority, then in which they were scheduled: a binary heap on typed arrays.
 *
 * @module
 */

/** Room for this many events at first. */
const initialRoom = 64;

/** The future of a simulation: what happens when. An event carries a whole number from 0. */
export class EventCalendar {
  /** The minute of the last event taken. */
  now = 0;
  #times = new Float64Array(initialRoom);
  #priorities = new Float64Array(initialRoom);
  #orders = new Float64Array(initialRoom);
  /** The event at each place of the heap, by number. */
  #events = new Int32Array(initialRoom);
  #payloads = new Int32Array(initialRoom);
  /** How often the number of an event has been used: an old handle cancels nothing. */
  #generations = new Uint16Array(initialRoom);
  #isCancelled = new Uint8Array(initialRoom);
  readonly #freeEvents: number[] = [];
  #scheduled = 0;
  #inHeap = 0;
  #cancelled = 0;

  /** How many events are still to come. */
  get size(): number {
    return this.#inHeap - this.#cancelled;
  }

  /** The minute of the next event, or earlier; Infinity when there is none. */
  get nextTime(): number {
    return this.#inHeap > 0 ? this.#times[0]! : Number.POSITIVE_INFINITY;
  }

  /**
   * Adds an event and returns its handle.
   *
   * @throws {RangeError} when the time has passed, or is not a number
   */
  schedule(time: number, priority: number, payload: number): number {
    if (!(time >= this.now)) throw new RangeError(`an event must lie at or after minute ${this.now}, got ${time}`);
    const event = this.#freeEvents.pop() ?? this.#inHeap;
    if (this.#inHeap === this.#times.length) this.#grow();
    this.#payloads[event] = payload;
    this.#isCancelled[event] = 0;
    this.#siftUp(this.#inHeap++, time, priority, this.#scheduled++, event);
    return event * 65536 + this.#generations[event]!;
  }

  /** Takes an event back; nothing happens when it is over. */
  cancel(handle: number): void {
    const event = Math.floor(handle / 65536);
    if (this.#generations[event] !== handle % 65536 || this.#isCancelled[event] === 1) return;
    this.#isCancelled[event] = 1;
    this.#cancelled++;
  }

  /** Lets time pass to a minute at which nothing happens. */
  goTo(minute: number): void {
    this.now = minute;
  }

  /** Takes the next event up to a minute and returns its payload; -1 when there is none. */
  next(until: number): number {
    while (this.#inHeap > 0 && this.#times[0]! <= until) {
      const time = this.#times[0]!;
      const event = this.#events[0]!;
      const last = --this.#inHeap;
      if (last > 0)
        this.#siftDown(this.#times[last]!, this.#priorities[last]!, this.#orders[last]!, this.#events[last]!);
      this.#generations[event]!++;
      this.#freeEvents.push(event);
      if (this.#isCancelled[event] === 1) this.#cancelled--;
      else {
        this.now = time;
        return this.#payloads[event]!;
      }
    }
    return -1;
  }

  #siftUp(from: number, time: number, priority: number, order: number, event: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#isBefore(time, priority, order, parent)) break;
      this.#move(parent, place);
      place = parent;
    }
    this.#put(place, time, priority, order, event);
  }

  #siftDown(time: number, priority: number, order: number, event: number): void {
    const size = this.#inHeap;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      const other = child + 1;
      if (other < size && this.#isPlaceBefore(other, child)) child = other;
      if (this.#isBefore(time, priority, order, child)) break;
      this.#move(child, place);
      place = child;
    }
    this.#put(place, time, priority, order, event);
  }

  #isPlaceBefore(a: number, b: number): boolean {
    return this.#isBefore(this.#times[a]!, this.#priorities[a]!, this.#orders[a]!, b);
  }

  #isBefore(time: number, priority: number, order: number, place: number): boolean {
    const otherTime = this.#times[place]!;
    if (time !== otherTime) return time < otherTime;
    const otherPriority = this.#priorities[place]!;
    return priority === otherPriority ? order < this.#orders[place]! : priority < otherPriority;
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#times[from]!, this.#priorities[from]!, this.#orders[from]!, this.#events[from]!);
  }

  #put(place: number, time: number, priority: number, order: number, event: number): void {
    this.#times[place] = time;
    this.#priorities[place] = priority;
    this.#orders[place] = order;
    this.#events[place] = event;
  }

  #grow(): void {
    const room = this.#times.length * 2;
    this.#times = copied(this.#times, new Float64Array(room));
    this.#priorities = copied(this.#priorities, new Float64Array(room));
    this.#orders = copied(this.#orders, new Float64Array(room));
    this.#events = copied(this.#events, new Int32Array(room));
    this.#payloads = copied(this.#payloads, new Int32Array(room));
    this.#generations = copied(this.#generations, new Uint16Array(room));
    this.#isCancelled = copied(this.#isCancelled, new Uint8Array(room));
  }
}

function copied<A extends { set(from: A): void }>(from: A, to: A): A {
  to.set(from);
  return to;
}
