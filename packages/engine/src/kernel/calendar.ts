/**
 * What is still to happen, in the order in which it will.
 *
 * @module
 */

/** Handles are generation × slots + slot: 2²² slots leave 31 bits of a whole number to the generation. */
const SLOTS = 1 << 22;
const GENERATIONS = 0x7fffffff;

/** Cancelled events are swept out of the heap once they are more than this, and more than half of it. */
const LITTER = 256;

/** The payload of an event that was taken back. */
const CANCELLED = -1;

/** What `EventCalendar.save` gives: plain data. */
export interface CalendarState {
  readonly now: number;
  readonly scheduled: number;
  readonly cancelled: number;
  readonly heapTimes: Float64Array;
  readonly heapSlots: Int32Array;
  readonly priorities: Float64Array;
  readonly orders: Float64Array;
  readonly payloads: Int32Array;
  readonly generations: Int32Array;
  readonly free: Int32Array;
}

/**
 * The event calendar: events in order of time, those of the same minute in order of priority (lower first), and those of
 * the same priority in the order in which they were scheduled.
 *
 * What happens is a whole number that only the caller understands. The events stand in a binary heap on typed arrays:
 * times and slots move, the rest of an event stays in its slot. A cancelled event stays too, until its turn comes or
 * there are too many of them; its slot's generation tells a handle that is no longer good.
 *
 * The event that happens leaves its place at the top of the heap vacant. Most events schedule another, which takes the
 * vacant place and the slot and sinks to where it belongs: once through the heap, not down to fill the gap and up again.
 *
 * @example
 * const calendar = new EventCalendar();
 * calendar.schedule(5, 0, 17);
 * calendar.schedule(3, 0, 4);
 * calendar.next(Infinity) // 4
 * calendar.now // 3
 */
export class EventCalendar {
  /** The minute of the event that is entered next by `enterDue`. V8 would make an object of an argument that is no integer. */
  due = 0;
  #now = 0;
  #size = 0;
  #scheduled = 0;
  #cancelled = 0;
  /** Whether the top of the heap is the place of the event that happened last. */
  #vacant = false;
  #heapTimes = new Float64Array(64);
  #heapSlots = new Int32Array(64);
  // By slot.
  #priorities = new Float64Array(64);
  #orders = new Float64Array(64);
  #payloads = new Int32Array(64);
  #generations = new Int32Array(64);
  /** Slots handed back, as a stack; beyond it and the heap, slots are fresh. */
  #free = new Int32Array(64);
  #freeCount = 0;

  /** The minute of the last event that happened, or to which `goTo` went. */
  get now(): number {
    return this.#now;
  }

  /** How many events are still to happen. */
  get size(): number {
    return this.#size - this.#cancelled - (this.#vacant ? 1 : 0);
  }

  /** The minute of the next event; `Infinity` when there is none. */
  get nextTime(): number {
    if (this.#vacant) this.#fill();
    while (this.#size > 0 && this.#payloads[this.#heapSlots[0]!]! < 0) this.#removeFirst();
    return this.#size > 0 ? this.#heapTimes[0]! : Infinity;
  }

  /** Forgets everything and begins anew in minute 0. Handles from before are not to be used again. */
  reset(): void {
    this.#now = 0;
    this.#size = 0;
    this.#scheduled = 0;
    this.#cancelled = 0;
    this.#vacant = false;
    this.#freeCount = 0;
  }

  /**
   * Enters an event, and returns the handle by which it can be cancelled.
   *
   * @param payload a whole number of 31 bits, 0 or more, that `next` returns
   * @throws {RangeError} when `time` is not a number or lies in the past, or `priority` is not a number
   */
  schedule(time: number, priority: number, payload: number): number {
    if (Number.isNaN(priority)) throw new RangeError("the priority of an event must be a number, got NaN");
    const slot = this.enter(time, priority, payload);
    return this.#generations[slot]! * SLOTS + slot;
  }

  /**
   * As `schedule`, but returns the slot of the event, which names it until it happens: for those who know when it has.
   *
   * @param priority is a number
   * @throws {RangeError} when `time` is not a number or lies in the past
   */
  enter(time: number, priority: number, payload: number): number {
    this.due = time;
    return this.enterDue(priority, payload);
  }

  /** As `enter`, in minute `due`. */
  enterDue(priority: number, payload: number): number {
    const time = this.due;
    if (!(time >= this.#now)) throw pastError(time, this.#now);
    if (this.#vacant) {
      this.#vacant = false;
      const slot = this.#heapSlots[0]!;
      this.#priorities[slot] = priority;
      this.#orders[slot] = this.#scheduled++;
      this.#payloads[slot] = payload;
      this.#settle(0, time, slot);
      return slot;
    }
    const slot = this.#freeCount > 0 ? this.#free[--this.#freeCount]! : this.#size;
    if (slot >= this.#payloads.length) this.#grow();
    this.#priorities[slot] = priority;
    this.#orders[slot] = this.#scheduled++;
    this.#payloads[slot] = payload;
    const times = this.#heapTimes;
    const slots = this.#heapSlots;
    let hole = this.#size++;
    // Nothing scheduled earlier in the same minute stands behind this event, unless its priority is worse.
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const parentTime = times[parent]!;
      if (parentTime < time) break;
      const parentSlot = slots[parent]!;
      if (parentTime === time && this.#priorities[parentSlot]! <= priority) break;
      times[hole] = parentTime;
      slots[hole] = parentSlot;
      hole = parent;
    }
    times[hole] = time;
    slots[hole] = slot;
    return slot;
  }

  /** Takes an event back; one that has happened already, or has been cancelled, is passed over. */
  cancel(handle: number): void {
    const generation = Math.floor(handle / SLOTS);
    const slot = handle - generation * SLOTS;
    if (this.#generations[slot] === generation && this.#payloads[slot]! >= 0) this.strike(slot);
  }

  /** Takes an event back that has neither happened nor been taken back, by the slot that `enter` gave. */
  strike(slot: number): void {
    this.#payloads[slot] = CANCELLED;
    this.#cancelled++;
    if (this.#cancelled > LITTER && this.#cancelled * 2 > this.#size) this.#sweep();
  }

  /**
   * Moves on to the next event and returns its payload; −1 when none is left up to and including minute `until`, and
   * then the time stays what it was.
   */
  next(until: number): number {
    if (this.#vacant) this.#fill();
    while (this.#size > 0) {
      const time = this.#heapTimes[0]!;
      if (!(time <= until)) return -1;
      const slot = this.#heapSlots[0]!;
      const payload = this.#payloads[slot]!;
      if (payload < 0) {
        this.#removeFirst();
        continue;
      }
      this.#generations[slot] = (this.#generations[slot]! + 1) & GENERATIONS;
      this.#vacant = true;
      this.#now = time;
      return payload;
    }
    return -1;
  }

  /**
   * Lets time pass up to a minute without anything happening.
   *
   * @throws {RangeError} when it is not a number or lies in the past
   */
  goTo(time: number): void {
    if (!(time >= this.#now)) throw pastError(time, this.#now);
    this.#now = time;
  }

  /** Everything, as plain data; handles stay good for a calendar that is restored from it. */
  save(): CalendarState {
    if (this.#vacant) this.#fill();
    const slots = this.#size + this.#freeCount;
    return {
      now: this.#now,
      scheduled: this.#scheduled,
      cancelled: this.#cancelled,
      heapTimes: this.#heapTimes.slice(0, this.#size),
      heapSlots: this.#heapSlots.slice(0, this.#size),
      priorities: this.#priorities.slice(0, slots),
      orders: this.#orders.slice(0, slots),
      payloads: this.#payloads.slice(0, slots),
      generations: this.#generations.slice(0, slots),
      free: this.#free.slice(0, this.#freeCount),
    };
  }

  /** Goes back to what `save` gave. */
  restore(state: CalendarState): void {
    while (this.#payloads.length < state.payloads.length) this.#grow();
    this.#vacant = false;
    this.#now = state.now;
    this.#scheduled = state.scheduled;
    this.#cancelled = state.cancelled;
    this.#size = state.heapTimes.length;
    this.#freeCount = state.free.length;
    this.#heapTimes.set(state.heapTimes);
    this.#heapSlots.set(state.heapSlots);
    this.#priorities.set(state.priorities);
    this.#orders.set(state.orders);
    this.#payloads.set(state.payloads);
    this.#generations.set(state.generations);
    this.#free.set(state.free);
  }

  /** Takes a cancelled event from the top of the heap. */
  #removeFirst(): void {
    this.#retire(this.#heapSlots[0]!);
    this.#closeTop();
  }

  /** Closes the vacant place, whose event has happened, and hands its slot back. */
  #fill(): void {
    this.#vacant = false;
    this.#free[this.#freeCount++] = this.#heapSlots[0]!;
    this.#closeTop();
  }

  #closeTop(): void {
    const last = --this.#size;
    if (last > 0) this.#settle(0, this.#heapTimes[last]!, this.#heapSlots[last]!);
  }

  /** Hands the slot of a cancelled event back; handles that name it are good no longer. */
  #retire(slot: number): void {
    this.#cancelled--;
    this.#generations[slot] = (this.#generations[slot]! + 1) & GENERATIONS;
    this.#free[this.#freeCount++] = slot;
  }

  /** Puts an event into a hole of the heap, or below it, where it belongs. */
  #settle(hole: number, time: number, slot: number): void {
    const times = this.#heapTimes;
    const slots = this.#heapSlots;
    const size = this.#size;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      let childTime = times[child]!;
      const other = child + 1;
      if (other < size) {
        const otherTime = times[other]!;
        if (otherTime < childTime || (otherTime === childTime && this.#isBefore(slots[other]!, slots[child]!))) {
          child = other;
          childTime = otherTime;
        }
      }
      if (time < childTime || (time === childTime && this.#isBefore(slot, slots[child]!))) break;
      times[hole] = childTime;
      slots[hole] = slots[child]!;
      hole = child;
    }
    times[hole] = time;
    slots[hole] = slot;
  }

  /** Which of two events of the same minute comes first. */
  #isBefore(a: number, b: number): boolean {
    const first = this.#priorities[a]!;
    const second = this.#priorities[b]!;
    return first < second || (first === second && this.#orders[a]! < this.#orders[b]!);
  }

  /** Clears cancelled events out of the heap. */
  #sweep(): void {
    if (this.#vacant) this.#fill();
    let kept = 0;
    for (let i = 0; i < this.#size; i++) {
      const slot = this.#heapSlots[i]!;
      if (this.#payloads[slot]! < 0) {
        this.#retire(slot);
        continue;
      }
      this.#heapTimes[kept] = this.#heapTimes[i]!;
      this.#heapSlots[kept++] = slot;
    }
    this.#size = kept;
    for (let i = (kept >> 1) - 1; i >= 0; i--) this.#settle(i, this.#heapTimes[i]!, this.#heapSlots[i]!);
  }

  #grow(): void {
    const length = this.#payloads.length * 2;
    if (length > SLOTS) throw new RangeError(`an event calendar holds ${SLOTS} events at most`);
    this.#heapTimes = longer(this.#heapTimes, new Float64Array(length));
    this.#heapSlots = longer(this.#heapSlots, new Int32Array(length));
    this.#priorities = longer(this.#priorities, new Float64Array(length));
    this.#orders = longer(this.#orders, new Float64Array(length));
    this.#payloads = longer(this.#payloads, new Int32Array(length));
    this.#generations = longer(this.#generations, new Int32Array(length));
    this.#free = longer(this.#free, new Int32Array(length));
  }
}

function pastError(time: number, now: number): RangeError {
  return new RangeError(`an event must lie in minute ${now} or after it, got ${time}`);
}

function longer<T extends Float64Array | Int32Array>(short: T, long: T): T {
  long.set(short);
  return long;
}
