/**
 * Capacity that entities seize and release.
 *
 * @module
 */

import { type Refusal, SeizeOne } from "./asking.ts";
import type { CapacityChange } from "./capacity-changes.ts";
import { serve, victimsOf } from "./grant.ts";
import type { Hold } from "./hold.ts";
import { Levels, type ResourceUse } from "./levels.ts";
import {
  type EndlessPatience,
  type Part,
  type PatienceOptions,
  partOf,
  plainTerms,
  type QueueOptions,
  termsOf,
  type UnitsOption,
} from "./request-options.ts";
import type { Simulation } from "./simulation.ts";
import { Spares } from "./spares.ts";
import type { Wait } from "./wait.ts";
import { type Place, WaitingLine } from "./waiting-line.ts";

/** What becomes of those who work with more units than are left when the capacity falls. */
export type Falling = "finish" | "resume" | "restart";

/** What a resource is made from. */
export interface ResourceOptions {
  readonly name: string;
  /** Units at the start; Infinity is a capacity too. */
  readonly capacity: number;
  /** Later capacities in the order of time: shifts, sessions, closing time. */
  readonly changes?: Iterable<CapacityChange>;
  /**
   * When the capacity falls below what is held: current work finishes, and the unit goes then ("finish", unless told
   * otherwise), or work stops, to be continued ("resume") or done all over ("restart") when a unit is there again.
   */
  readonly falling?: Falling;
  /**
   * Who is first within a priority and a key: who came first ("fifo", unless told otherwise) or who came last
   * ("lifo"). A request for few units does not overtake one for many, unless this is "first fit".
   */
  readonly discipline?: "fifo" | "lifo" | "first fit";
  /** Work takes its minutes divided by this; 1 unless told otherwise. */
  readonly speed?: number;
}

/**
 * Identical units, and the queue of those who wait for them. People who differ are resources of capacity 1 each, and
 * `seizeAny` asks for one of them.
 *
 * @example
 * const simulation = new Simulation();
 * const room = new Resource(simulation, { name: "exam room", capacity: 4 });
 * function* visit(): Process {
 *   using _unit = yield* room.seize();
 *   yield* simulation.delay(20);
 * }
 * simulation.start(visit());
 * simulation.run({ until: 40 });
 * room.statistics().busyTime // 20
 */
export class Resource {
  readonly name: string;
  /** Work takes its minutes divided by this. */
  readonly speed: number;
  /** @internal */
  readonly simulation: Simulation;
  /** Whether a request may overtake one that asks for more than is free. @internal */
  readonly letsSmallOnesPass: boolean;
  /** @internal */
  readonly line: WaitingLine;
  /** @internal */
  readonly levels: Levels;
  /** The hold that began last; the others hang on it. @internal */
  firstHold: Hold | undefined = undefined;
  /** Units set aside while a request for several parts is examined. @internal */
  promised = 0;
  /** The minute in which a unit was given back last. @internal */
  idleSince = 0;
  readonly #falling: Falling;
  readonly #oneUnit: readonly Part[];
  /** Requests for one unit of which nothing else was said: most are. */
  readonly #spares = new Spares<SeizeOne>();

  /** @throws {RangeError} when a capacity is negative or not a whole number, or the speed is not above zero */
  constructor(simulation: Simulation, options: ResourceOptions) {
    const { name, capacity, changes = [], falling = "finish", discipline = "fifo", speed = 1 } = options;
    if (!(speed > 0)) throw new RangeError(`the speed of ${name} must be above zero, got ${speed}`);
    this.simulation = simulation;
    this.name = name;
    this.speed = speed;
    this.letsSmallOnesPass = discipline === "first fit";
    this.line = new WaitingLine(discipline === "lifo");
    this.levels = new Levels(checkedCapacity(name, capacity), simulation.now);
    this.#falling = falling;
    this.#oneUnit = [partOf({ oneOf: [this] })];
    simulation.resources.push(this);
    simulation.plans.add(this, changes);
  }

  /** How many units there are at present. */
  get capacity(): number {
    return this.levels.capacity;
  }

  /** How many units are held, breaks and repairs included. */
  get taken(): number {
    return this.levels.taken;
  }

  /** How many units nobody holds; below zero while those finish who hold more than are left. */
  get free(): number {
    return this.levels.capacity - this.levels.taken;
  }

  /** How many requests wait. */
  get waiting(): number {
    return this.levels.waiting;
  }

  /** Whether a change of capacity is still to come. @internal */
  get changesAhead(): boolean {
    return this.simulation.plans.areAheadOf(this);
  }

  /**
   * Asks for units, and waits until they are there. With `patience` or `limit` it may come to nothing: then the reason
   * comes back instead of a hold.
   *
   * @throws {RangeError} when `units` is not a whole number of at least 1, or another option makes no sense
   * @example
   * const simulation = new Simulation();
   * const nurse = new Resource(simulation, { name: "nurse", capacity: 1 });
   * function* call(): Process<string> {
   *   const answer = yield* nurse.seize({ patience: 2, limit: 10 });
   *   if (answer === "gave up" || answer === "turned away") return answer;
   *   using _unit = answer;
   *   yield* simulation.delay(5);
   *   return "answered";
   * }
   * const calls = [simulation.start(call()), simulation.start(call())];
   * simulation.run();
   * calls.map((call) => call.value) // ["answered", "gave up"]
   */
  seize(options?: UnitsOption & QueueOptions & EndlessPatience): Wait<Hold>;
  /** Asks for units, as above; with `patience` or `limit` it may come to nothing. */
  seize(options: UnitsOption & QueueOptions & PatienceOptions): Wait<Hold | Refusal>;
  /** Asks for units, as above. */
  seize(options?: UnitsOption & QueueOptions & PatienceOptions): Wait<Hold | Refusal> {
    if (options === undefined) {
      return this.#spares.take() ?? new SeizeOne(this.simulation, this.#oneUnit, plainTerms, this.#spares);
    }
    const terms = termsOf(options);
    const { units = 1 } = options;
    return new SeizeOne(this.simulation, units === 1 ? this.#oneUnit : [partOf({ oneOf: [this], units })], terms);
  }

  /**
   * Changes the number of units, now. When it rises, whoever waits is served at once.
   *
   * @param falling what becomes of work with more units than are left; what the constructor was told, by default
   * @throws {RangeError} when `capacity` is negative or not a whole number
   */
  setCapacity(capacity: number, falling: Falling = this.#falling): void {
    this.changeCapacity(capacity);
    this.settle(falling);
  }

  /** Returns what the resource has lived through, up to now. */
  statistics(): ResourceUse {
    return this.levels.statistics(this.simulation.now);
  }

  /** Begins the statistics anew, as after a warm-up. */
  resetStatistics(): void {
    this.levels.reset(this.simulation.now);
  }

  /** Changes the number of units, and nothing else yet. @internal */
  changeCapacity(capacity: number): void {
    const { levels, simulation } = this;
    levels.advance(simulation.now);
    levels.capacity = checkedCapacity(this.name, capacity);
    if (simulation.tracer !== undefined) simulation.trace(this, "has capacity", capacity);
  }

  /** Sends away who holds too many, and serves whoever can be served. @internal */
  settle(falling: Falling = this.#falling): void {
    if (falling !== "finish") this.#sendAway(falling);
    serve(this);
  }

  /** Somebody gets units. @internal */
  take(hold: Hold): void {
    const { simulation, firstHold } = this;
    const { now } = simulation;
    this.levels.take(hold.units, hold.off, now);
    hold.since = now;
    hold.next = firstHold;
    if (firstHold !== undefined) firstHold.previous = hold;
    this.firstHold = hold;
    if (simulation.tracer !== undefined) simulation.trace(hold.entity, "seizes", this.name);
  }

  /** Somebody loses units. @internal */
  giveBack(hold: Hold): void {
    const { simulation } = this;
    const { now } = simulation;
    this.levels.giveBack(hold.units, hold.off, now);
    this.idleSince = now;
    const { previous, next } = hold;
    if (previous === undefined) this.firstHold = next;
    else previous.next = next;
    if (next !== undefined) next.previous = previous;
    hold.previous = undefined;
    hold.next = undefined;
    if (simulation.tracer !== undefined) {
      simulation.trace(hold.entity, hold.state === "released" ? "releases" : "has to give up", this.name);
    }
  }

  /** Somebody begins to wait. @internal */
  join(place: Place): void {
    this.levels.wait(1, this.simulation.now);
    this.line.insert(place);
  }

  /** Somebody waits no more. @internal */
  leave(place: Place): void {
    this.levels.wait(-1, this.simulation.now);
    this.line.remove(place);
  }

  /** Takes units away from as many of those at work as hold too many; who ends in this minute leaves anyway. */
  #sendAway(mode: "resume" | "restart"): void {
    let excess = -this.free;
    for (let hold = this.firstHold; hold !== undefined; hold = hold.next) if (hold.endsNow) excess -= hold.units;
    if (excess <= 0) return;
    for (const victim of victimsOf(this, excess, Number.NEGATIVE_INFINITY)) victim.yieldTo(mode);
  }
}

function checkedCapacity(name: string, capacity: number): number {
  if (capacity === Number.POSITIVE_INFINITY || (Number.isInteger(capacity) && capacity >= 0)) return capacity;
  throw new RangeError(`the capacity of ${name} must be a whole number of at least 0, or Infinity, got ${capacity}`);
}
