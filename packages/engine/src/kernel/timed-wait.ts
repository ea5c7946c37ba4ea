/**
 * Waits that are over at a known minute.
 *
 * @module
 */

import { Entity } from "./entity.ts";
import type { Simulation } from "./simulation.ts";
import { goesOn, overWithNothing, type Suspension, Wait } from "./wait.ts";

/** A wait with one event in the calendar. */
export abstract class TimedWait extends Wait<void> {
  /** The event, when the entity alone waits for it; what is to happen, when this is a part of another wait. */
  #event = -1;
  #happening = -1;

  /** Whether its end will come. @internal */
  get isScheduled(): boolean {
    return this.#event >= 0 || this.#happening >= 0;
  }

  /** The event of a wait that is part of another one. @internal */
  happen(): void {
    this.#happening = -1;
    this.end();
  }

  value(): void {}

  /** Schedules the end of the wait; at minute Infinity it never comes. */
  protected schedule(minute: number, priority: number): void {
    this.#event = this.#happening = -1;
    if (minute === Number.POSITIVE_INFINITY) return;
    const { waiter, simulation } = this;
    // An event of the entity itself spares the detour over the wait.
    if (waiter instanceof Entity) this.#event = simulation.wakeAt(minute, priority, waiter);
    else this.#happening = simulation.happenAt(minute, priority, this);
  }

  /** Takes the end of the wait out of the calendar. */
  protected unschedule(): void {
    if (this.#event >= 0) this.simulation.cancelWaking(this.#event);
    if (this.#happening >= 0) this.simulation.cancelHappening(this.#happening);
    this.#event = this.#happening = -1;
  }

  protected withdraw(): void {
    this.unschedule();
  }
}

/** A delay of so many minutes; when it is over, it serves as another one. */
export class Delay extends TimedWait {
  #minutes = 0;
  #priority = 0;

  /** Says how long it takes. */
  of(minutes: number, priority: number): this {
    this.#minutes = minutes;
    this.#priority = priority;
    return this;
  }

  /** The wait that every process has most of: its calls are spelled out, so that they can be inlined here. */
  override next(): IteratorResult<Suspension, void> {
    const { simulation } = this;
    if (this.state !== "fresh") {
      if (this.state === "waiting") simulation.delays.keep(this);
      return overWithNothing;
    }
    const entity = simulation.running;
    this.waiter = entity;
    this.state = "waiting";
    entity.wait = this;
    this.begin();
    return goesOn;
  }

  protected begin(): boolean {
    const minute = this.simulation.now + this.#minutes;
    this.schedule(minute, this.#priority);
    if (this.simulation.tracer !== undefined) this.simulation.trace(this.waiter!.entity, "delays until", minute);
    return false;
  }
}

/** A wait until a minute of the run; over at once when that has passed. */
export class Until extends TimedWait {
  readonly #minute: number;

  constructor(simulation: Simulation, minute: number) {
    super(simulation);
    this.#minute = minute;
  }

  protected begin(): boolean {
    if (this.#minute <= this.simulation.now) return true;
    this.schedule(this.#minute, 0);
    if (this.simulation.tracer !== undefined) this.simulation.trace(this.waiter!.entity, "delays until", this.#minute);
    return false;
  }
}
