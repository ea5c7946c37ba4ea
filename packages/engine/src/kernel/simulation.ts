/**
 * The free-hand road: entities whose lives are generators.
 *
 * @module
 */

import { EventCalendar } from "./calendar.ts";
import { CapacityPlans } from "./capacity-changes.ts";
import { AllOf, type Alternatives, type First, FirstOf, type Values } from "./combined-wait.ts";
import { Condition } from "./condition.ts";
import { complainOfCycles, complainOfWaiting } from "./deadlock.ts";
import { Entity, Interrupted } from "./entity.ts";
import { ReadyQueue } from "./ready-queue.ts";
import type { Resource } from "./resource.ts";
import { crowdError, endlessError, overBudgetError } from "./runaway.ts";
import { Spares } from "./spares.ts";
import { Delay, Until } from "./timed-wait.ts";
import type { Tracer } from "./trace.ts";
import { type Process, suspension, type Wait, type Waitable } from "./wait.ts";

/** What a simulation is made from. */
export interface SimulationOptions {
  /** Is told of everything that happens. */
  readonly tracer?: Tracer;
  /** How many entities may be alive at once; 2,000,000 unless told otherwise. */
  readonly maxEntities?: number;
}

/** How an entity begins. */
export interface StartOptions {
  /** What kind of entity it is, for trace lines and messages: "patient". */
  readonly kind?: string;
  /** The minute of its start; now unless told otherwise. */
  readonly at?: number;
}

/** How far a run goes. */
export interface RunOptions {
  /** The horizon. What happens in this very minute still happens. Without one, the run ends when nothing is left. */
  readonly until?: number;
  /** How many events may happen; 100,000,000 unless told otherwise. */
  readonly maxEvents?: number;
}

/** What happens at an event that does not belong to one entity alone. */
interface Occurrence {
  /** The kind of entity that has it, or what it is. */
  readonly kind: string;
  happen(): void;
}

/** The last so many events of a budget are counted by kind of entity, to name the busiest. */
const watched = 1_000;

/** Going on so often within one event is taken for an endless loop. */
const mostInOneEvent = 1_000_000;

/**
 * A clock, and the entities that live by it.
 *
 * Time is in minutes since the start of the run. In each minute, changes of capacity come first; everything else
 * happens in the order in which it was scheduled. Who is let go on by an event (a unit is granted to them, a signal is
 * sent, they are started) goes on right after it, before the next event.
 *
 * @example
 * const simulation = new Simulation();
 * const physician = new Resource(simulation, { name: "physician", capacity: 1 });
 * function* patient(): Process<number> {
 *   const arrived = simulation.now;
 *   using _unit = yield* physician.seize();
 *   const wait = simulation.now - arrived;
 *   yield* simulation.delay(20);
 *   return wait;
 * }
 * const patients = [0, 15, 50].map((at) => simulation.start(patient(), { at }));
 * simulation.run();
 * patients.map((patient) => patient.value) // [0, 5, 0]
 */
export class Simulation {
  /** Is told of everything that happens. @internal */
  readonly tracer: Tracer | undefined;
  /** All of them, for their statistics. @internal */
  readonly resources: Resource[] = [];
  /** The changes of capacity to come. @internal */
  readonly plans = new CapacityPlans(this);
  /** What is tested after every event. @internal */
  readonly conditions = new Set<Condition>();
  /** Delays to be used again. @internal */
  readonly delays = new Spares<Delay>();
  readonly #calendar = new EventCalendar();
  /** Who goes on before the next event of the calendar, by slot. */
  readonly #ready = new ReadyQueue();
  readonly #maxEntities: number;
  // What happens a million times a second names an entity by its slot: whenever a new object is hung on an old one,
  // V8 has to enter that in its books, and a number costs nothing. The payload of an event is twice the slot of an
  // entity, or twice the slot of an occurrence plus one.
  readonly #entities: (Entity | undefined)[] = [];
  readonly #freeSlots: number[] = [];
  readonly #occurrences: (Occurrence | undefined)[] = [];
  readonly #events: number[] = [];
  readonly #freeOccurrences: number[] = [];
  #isRunning = false;
  /** The slot of the entity whose process runs; -1 when none does. */
  #running = -1;
  #started = 0;
  #requests = 0;
  #wentOn = 0;

  /** @throws {RangeError} when `maxEntities` is not at least 1 */
  constructor({ tracer, maxEntities = 2_000_000 }: SimulationOptions = {}) {
    if (!(maxEntities >= 1)) throw new RangeError(`maxEntities must be at least 1, got ${maxEntities}`);
    this.tracer = tracer;
    this.#maxEntities = maxEntities;
  }

  /** Minutes since the start of the run. */
  get now(): number {
    return this.#calendar.now;
  }

  /** How many entities are alive: started, or about to start, and not ended. */
  get alive(): number {
    return this.#entities.length - this.#freeSlots.length;
  }

  /**
   * Starts a process: an entity begins to live right after the present event, or at a later minute.
   *
   * @throws {RangeError} when the minute `at` has passed, or is not a number
   * @throws {RunawayError} when more than `maxEntities` would be alive
   */
  start<T>(process: Process<T>, options?: StartOptions): Entity<T> {
    const slot = this.#freeSlots.length > 0 ? this.#freeSlots[this.#freeSlots.length - 1]! : this.#entities.length;
    if (slot >= this.#maxEntities) throw crowdError(this.#living(), this.now);
    const entity = new Entity(this, process, options?.kind ?? "entity", this.#started + 1, slot);
    // Before the run, the first changes of capacity are still to come: they go first.
    if (options?.at === undefined && this.#isRunning) this.#ready.push(slot);
    else entity.beginning = this.#calendar.schedule(options?.at ?? this.now, 0, slot * 2);
    this.#started++;
    if (slot === this.#entities.length) this.#entities.push(entity);
    else this.#entities[this.#freeSlots.pop()!] = entity;
    return entity;
  }

  /**
   * Waits so many minutes.
   *
   * @param options.priority among the events of the minute at its end, lower first; 0 unless told otherwise
   * @throws {RangeError} when `minutes` is negative or not a number
   */
  delay(minutes: number, options?: { readonly priority?: number }): Wait<void> {
    if (!(minutes >= 0)) throw new RangeError(`a delay must be zero or more minutes, got ${minutes}`);
    return (this.delays.take() ?? new Delay(this)).of(minutes, options?.priority ?? 0);
  }

  /**
   * Waits until a minute of the run; not at all when that has passed.
   *
   * @throws {RangeError} when `minute` is not a number
   */
  until(minute: number): Wait<void> {
    if (Number.isNaN(minute)) throw new RangeError("the minute to wait until must be a number, got NaN");
    return new Until(this, minute);
  }

  /**
   * Waits until a condition holds. It is tested at once and then after every event, so it has to be quick.
   *
   * @example
   * const simulation = new Simulation();
   * const room = new Resource(simulation, { name: "exam room", capacity: 2, changes: [{ at: 30, capacity: 3 }] });
   * function* cleaner(): Process { yield* simulation.when(() => room.free === 3); }
   * simulation.start(cleaner());
   * simulation.run();
   * simulation.now // 30
   */
  when(holds: () => boolean): Wait<void> {
    return new Condition(this, holds);
  }

  /**
   * Waits for several things until the first of them is over, and gives up the others.
   *
   * @example
   * const simulation = new Simulation();
   * const physician = new Resource(simulation, { name: "physician", capacity: 0 });
   * function* patient(): Process<string> {
   *   const first = yield* simulation.firstOf({ called: physician.seize(), gaveUp: simulation.delay(45) });
   *   if (first.winner === "gaveUp") return "left";
   *   using _unit = first.value;
   *   return "seen";
   * }
   * const left = simulation.start(patient());
   * simulation.run();
   * left.value // "left"
   */
  firstOf<A extends Alternatives>(alternatives: A): Wait<First<A>> {
    return new FirstOf<A>(this, alternatives);
  }

  /**
   * Waits for several things until all of them are over, and gives their values in their order.
   *
   * @example
   * const simulation = new Simulation();
   * function* test(minutes: number): Process<number> { yield* simulation.delay(minutes); return minutes; }
   * function* visit(): Process<number[]> {
   *   return yield* simulation.all([simulation.start(test(12)), simulation.start(test(7))]);
   * }
   * const visited = simulation.start(visit());
   * simulation.run();
   * visited.value // [12, 7]
   */
  all<const W extends readonly Waitable<unknown>[]>(waitables: W): Wait<Values<W>> {
    return new AllOf<W>(this, waitables);
  }

  /**
   * Interrupts an entity: it leaves what it waits for, and `Interrupted` is thrown there in its process.
   *
   * A unit that was granted in this minute, and of which the entity has not heard yet, goes back. An entity that has
   * ended, or has not heard of an interruption yet, is left alone.
   *
   * @returns whether this call interrupts it
   * @throws {Error} when an entity interrupts itself, or belongs to another simulation
   */
  interrupt(entity: Entity, reason?: unknown): boolean {
    if (entity.simulation !== this) throw new Error(`${entity.name} belongs to another simulation`);
    if (entity === this.#entities[this.#running])
      throw new Error(`${entity.name} cannot interrupt itself; let its process return`);
    if (entity.hasEnded || entity.interruption !== undefined) return false;
    entity.interruption = new Interrupted(entity, reason);
    if (this.tracer !== undefined) this.trace(entity, "is interrupted");
    if (entity.wait === undefined) {
      if (entity.beginning >= 0) {
        this.#calendar.cancel(entity.beginning);
        this.wake(entity);
      }
    } else {
      const isAwake = entity.wait.state === "over";
      entity.wait.abandon();
      if (!isAwake) this.wake(entity);
    }
    return true;
  }

  /**
   * Lets everything happen, in order, up to the horizon, or until nothing is left to happen. A run can go on later
   * with a later horizon.
   *
   * @throws {DeadlockError} when somebody waits for a resource that they can never have
   * @throws {RunawayError} when the budget of events is spent and more are to come, or a process never waits
   */
  run({ until = Number.POSITIVE_INFINITY, maxEvents = 100_000_000 }: RunOptions = {}): void {
    if (!(until >= this.now)) throw new RangeError(`the horizon must not lie before minute ${this.now}, got ${until}`);
    if (!(maxEvents >= 1)) throw new RangeError(`maxEvents must be at least 1, got ${maxEvents}`);
    const unwatched = Math.max(0, maxEvents - watched);
    if (this.#advance(until, unwatched) === unwatched) this.#spendRest(until, maxEvents);
    if (until === Number.POSITIVE_INFINITY) complainOfWaiting(this.#living());
    else {
      this.#calendar.goTo(until);
      complainOfCycles(this.#living());
    }
  }

  /**
   * Lets the next event happen.
   *
   * @returns whether there was one
   */
  step(): boolean {
    return this.#advance(Number.POSITIVE_INFINITY, 1) === 1;
  }

  /** Begins the statistics of every resource anew, as after a warm-up. */
  resetStatistics(): void {
    for (const resource of this.resources) resource.resetStatistics();
  }

  /** The entity whose process runs. @internal */
  get running(): Entity {
    if (this.#running < 0) throw new Error("only a process that was started here can wait for this");
    return this.#entities[this.#running]!;
  }

  /** The number of the next request. @internal */
  get nextOrder(): number {
    return this.#requests++;
  }

  /** Lets an entity go on right after the present event. @internal */
  wake(entity: Entity): void {
    this.#ready.push(entity.slot);
  }

  /** Lets an entity go on at a minute; returns the event. @internal */
  wakeAt(minute: number, priority: number, entity: Entity): number {
    return this.#calendar.schedule(minute, priority, entity.slot * 2);
  }

  /** Takes back what `wakeAt` scheduled. @internal */
  cancelWaking(event: number): void {
    this.#calendar.cancel(event);
  }

  /** Lets something happen at a minute; returns its slot. @internal */
  happenAt(minute: number, priority: number, occurrence: Occurrence): number {
    const slot = this.#freeOccurrences.length > 0 ? this.#freeOccurrences.pop()! : this.#occurrences.length;
    this.#events[slot] = this.#calendar.schedule(minute, priority, slot * 2 + 1);
    this.#occurrences[slot] = occurrence;
    return slot;
  }

  /** Takes back what `happenAt` scheduled. @internal */
  cancelHappening(slot: number): void {
    this.#calendar.cancel(this.#events[slot]!);
    this.#takeOccurrence(slot);
  }

  /** Counts what may be over at once: in a loop of such things no event happens, and it would never end. @internal */
  wentOn(): void {
    if (++this.#wentOn > mostInOneEvent) throw endlessError(this.running, this.now);
  }

  /** Tells the tracer, if there is one, what happens. @internal */
  trace(who: { readonly name: string }, what: string, where: string | number = ""): void {
    this.tracer?.({ time: this.now, entity: who.name, what, where: String(where) });
  }

  /** Lets at most `most` events up to `until` happen, and counts them by kind when asked; returns how many there were. */
  #advance(until: number, most: number, counts?: Map<string, number>): number {
    if (this.#isRunning) throw new Error("the simulation runs already; a process waits instead of running it");
    this.#isRunning = true;
    let events = 0;
    try {
      while (events < most) {
        let payload = this.#ready.shift() * 2;
        if (payload < 0) {
          payload = this.#calendar.next(until);
          if (payload < 0) break;
        }
        events++;
        this.#wentOn = 0;
        const slot = payload >>> 1;
        if ((payload & 1) === 0) {
          const entity = this.#entities[slot]!;
          if (counts !== undefined) count(counts, entity.kind);
          this.#resume(entity);
        } else {
          const occurrence = this.#takeOccurrence(slot);
          if (counts !== undefined) count(counts, occurrence.kind);
          occurrence.happen();
        }
        if (this.conditions.size > 0) this.#testConditions();
      }
    } finally {
      this.#isRunning = false;
      this.#running = -1;
    }
    return events;
  }

  /** Spends the last events of the budget, watching who has them. */
  #spendRest(until: number, maxEvents: number): void {
    const counts = new Map<string, number>();
    const most = Math.min(watched, maxEvents);
    if (this.#advance(until, most, counts) < most) return;
    if (this.#ready.size > 0 || (this.#calendar.size > 0 && this.#calendar.nextTime <= until))
      throw overBudgetError(counts, maxEvents, this.now);
  }

  /** Lets a process go on until it waits again, or ends. */
  #resume(entity: Entity): void {
    this.#running = entity.slot;
    if (this.tracer !== undefined && entity.wait === undefined && entity.interruption === undefined) {
      this.trace(entity, "begins");
    }
    let result: IteratorResult<unknown, unknown>;
    try {
      result = entity.resume();
    } catch (error) {
      this.#bury(entity);
      entity.fail(error);
      // Whoever is interrupted and does not catch it has left. Any other error is a mistake in the model.
      if (error instanceof Interrupted) return;
      throw error;
    }
    if (result.done === true) {
      this.#bury(entity);
      entity.end(result.value);
    } else if (result.value !== suspension) {
      throw new TypeError(`the process of ${entity.name} yields ${String(result.value)}; write yield* before a wait`);
    }
  }

  #bury(entity: Entity): void {
    if (this.tracer !== undefined) this.trace(entity, "ends");
    this.#entities[entity.slot] = undefined;
    this.#freeSlots.push(entity.slot);
  }

  #takeOccurrence(slot: number): Occurrence {
    const occurrence = this.#occurrences[slot]!;
    this.#occurrences[slot] = undefined;
    this.#freeOccurrences.push(slot);
    return occurrence;
  }

  #testConditions(): void {
    for (const condition of this.conditions) {
      if (!condition.holds()) continue;
      this.conditions.delete(condition);
      condition.end();
    }
  }

  #living(): Entity[] {
    return this.#entities.filter((entity) => entity !== undefined);
  }
}

function count(counts: Map<string, number>, kind: string): void {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}
