/** Highest level whose time can be kept: a guard against a number that is no level at all. */
const MOST_LEVELS = 1_000_000;

/** How a time average begins. */
export interface TimeAverageOptions {
  /** Minute at which the span begins; 0 unless given. */
  readonly start?: number;
  /** The level at that minute; 0 unless given. */
  readonly level?: number;
  /** Also keep how long each level lasted. Levels are then whole numbers from 0. */
  readonly keepLevels?: boolean;
}

/** A time average as plain data: it can be stored, sent to another thread, and restored. */
export interface TimeAverageState {
  readonly start: number;
  readonly now: number;
  readonly level: number;
  /** Integral of the level over time. */
  readonly area: number;
  /** Integral of the squared deviation from the mean. */
  readonly squares: number;
  /** Minutes at level 0, 1, 2 … up to the highest that lasted, when kept. */
  readonly timeAt?: readonly number[];
}

/**
 * The average over time of something that has a level: people in a queue, busy units.
 *
 * Move time forward first, then set the level that holds from there on. Statistics cover the span from the
 * start (or the last `reset`) up to the minute of the last `advanceTo`; over no time at all they are NaN.
 * Nothing is allocated on the way, but for a longer table when a level is reached for the first time.
 *
 * @example
 * const queue = new TimeAverage({ keepLevels: true });
 * queue.advanceTo(10);
 * queue.level += 2;
 * queue.advanceTo(15);
 * queue.level -= 1;
 * queue.advanceTo(20);
 * queue.mean // 0.75
 * queue.timeAt(2) // 5
 */
export class TimeAverage {
  #start: number;
  #now: number;
  #level = 0;
  #area = 0;
  #squares = 0;
  #timeAt: Float64Array | undefined;

  /**
   * @throws {RangeError} when the start or the level is not finite, or a level that is to be kept is not a whole
   * number from 0 to 1,000,000
   */
  constructor({ start = 0, level = 0, keepLevels = false }: TimeAverageOptions = {}) {
    if (!Number.isFinite(start)) throw new RangeError(`a span must start at a finite minute, got ${start}`);
    this.#start = start;
    this.#now = start;
    if (keepLevels) this.#timeAt = new Float64Array(16);
    this.level = level;
  }

  /** The level that holds now. */
  get level(): number {
    return this.#level;
  }

  /** @throws {RangeError} when the level is not finite, or is to be kept and not a whole number from 0 to 1,000,000 */
  set level(level: number) {
    if (!Number.isFinite(level)) throw new RangeError(`a level must be a finite number, got ${level}`);
    if (this.#timeAt !== undefined) this.#timeAt = withRoomFor(level, this.#timeAt);
    this.#level = level;
  }

  /** The minute up to which time has been counted. */
  get now(): number {
    return this.#now;
  }

  /** Minutes counted. */
  get span(): number {
    return this.#now - this.#start;
  }

  /** Integral of the level over time: waiting patients x minutes, busy minutes. */
  get area(): number {
    return this.#area;
  }

  /** Mean level over time. */
  get mean(): number {
    return this.#area / this.span;
  }

  /** Variance of the level over time. */
  get variance(): number {
    return this.#squares / this.span;
  }

  /**
   * Counts the time up to `now` at the present level.
   *
   * @throws {RangeError} when `now` is not finite, or lies before the minute reached already
   */
  advanceTo(now: number): void {
    const minutes = now - this.#now;
    if (!(minutes >= 0 && minutes < Infinity)) {
      throw new RangeError(`time only goes forward: it is minute ${this.#now}, got ${now}`);
    }
    if (minutes === 0) return;
    const level = this.#level;
    const before = this.#now === this.#start ? level : this.mean;
    this.#now = now;
    this.#area += level * minutes;
    this.#squares += minutes * (level - before) * (level - this.mean);
    if (this.#timeAt !== undefined) this.#timeAt[level]! += minutes;
  }

  /** Forgets what was counted so far, at the end of the warm-up. The level stays. */
  reset(): void {
    this.#start = this.#now;
    this.#area = 0;
    this.#squares = 0;
    this.#timeAt?.fill(0);
  }

  /**
   * Minutes spent at a level.
   *
   * @throws {RangeError} when levels are not kept
   */
  timeAt(level: number): number {
    if (this.#timeAt === undefined) throw new RangeError("time per level was not kept: ask for it with keepLevels");
    return this.#timeAt[level] ?? 0;
  }

  /**
   * Appends the span that another time average has counted, which begins where this one stands.
   *
   * @throws {RangeError} when the other begins at another minute, or only one of the two keeps levels
   * @example
   * const morning = new TimeAverage({ level: 2 });
   * morning.advanceTo(240);
   * const afternoon = new TimeAverage({ start: 240, level: 1 });
   * afternoon.advanceTo(480);
   * morning.merge(afternoon);
   * morning.mean // 1.5
   */
  merge(other: TimeAverage): void {
    if (other.#start !== this.#now) {
      throw new RangeError(`the next span must begin at minute ${this.#now}, got one from minute ${other.#start}`);
    }
    if ((this.#timeAt === undefined) !== (other.#timeAt === undefined)) {
      throw new RangeError("of two spans to be merged, both or neither must keep levels");
    }
    if (other.span > 0) {
      if (this.span > 0) {
        const apart = other.mean - this.mean;
        this.#squares += (apart * apart * this.span * other.span) / (this.span + other.span);
      }
      this.#squares += other.#squares;
      this.#area += other.#area;
      this.#addTimes(other.#timeAt);
      this.#now = other.#now;
    }
    this.level = other.#level;
  }

  /** The time average as plain data. */
  save(): TimeAverageState {
    const state = {
      start: this.#start,
      now: this.#now,
      level: this.#level,
      area: this.#area,
      squares: this.#squares,
    };
    const times = this.#timeAt;
    return times === undefined ? state : { ...state, timeAt: [...times.slice(0, times.findLastIndex(isPositive) + 1)] };
  }

  /** A time average that continues where a saved one stood. */
  static restore(state: TimeAverageState): TimeAverage {
    const { start, level, timeAt } = state;
    const average = new TimeAverage({ start, level, keepLevels: timeAt !== undefined });
    average.#now = state.now;
    average.#area = state.area;
    average.#squares = state.squares;
    average.#addTimes(timeAt);
    return average;
  }

  #addTimes(times: ArrayLike<number> | undefined): void {
    if (times === undefined || this.#timeAt === undefined) return;
    if (times.length > 0) this.#timeAt = withRoomFor(times.length - 1, this.#timeAt);
    for (let level = 0; level < times.length; level++) this.#timeAt[level]! += times[level]!;
  }
}

function isPositive(minutes: number): boolean {
  return minutes > 0;
}

/** The table itself when the level has a place in it, otherwise a copy at least twice as long. */
function withRoomFor(level: number, timeAt: Float64Array): Float64Array {
  if (timeAt[level] !== undefined) return timeAt;
  if (!(Number.isInteger(level) && level >= 0 && level <= MOST_LEVELS)) {
    throw new RangeError(`a level whose time is kept must be a whole number from 0 to ${MOST_LEVELS}, got ${level}`);
  }
  const longer = new Float64Array(Math.max(level + 1, 2 * timeAt.length));
  longer.set(timeAt);
  return longer;
}
