/**
 * Units while somebody has them.
 *
 * @module
 */

import type { Entity } from "./entity.ts";
import { leaveQueues, serve } from "./grant.ts";
import { plainTerms } from "./request-options.ts";
import type { Resource } from "./resource.ts";
import { Seize } from "./seize.ts";
import { TimedWait } from "./timed-wait.ts";
import type { Wait, Waiter } from "./wait.ts";

/** Units that an entity has seized. They go back with `release`, or at the end of the block where `using` holds them. */
export class Hold implements Disposable {
  readonly resource: Resource;
  readonly units: number;
  /** Who seized them, or was handed them. */
  entity: Entity;
  /** @internal */
  readonly priority: number;
  /** The order in which they were asked for. @internal */
  readonly order: number;
  /** The time is neither worked nor staffed. @internal */
  readonly off: boolean;
  /** The minute since which they are held, or held again. @internal */
  since = 0;
  /** Taken away: somebody else has them, and the holder stands in the queue to get them back. @internal */
  state: "held" | "taken away" | "released" = "held";
  /** What is done with them at present. @internal */
  task: Work | undefined = undefined;
  /** The neighbours among all holds on the resource. @internal */
  previous: Hold | undefined = undefined;
  /** @internal */
  next: Hold | undefined = undefined;

  /** @internal */
  constructor(resource: Resource, units: number, request: Seize<unknown>) {
    this.resource = resource;
    this.units = units;
    this.entity = request.waiter!.entity;
    this.priority = request.terms.priority;
    this.order = request.order;
    this.off = request.terms.off;
    resource.levels.granted++;
    resource.take(this);
  }

  /** Whether the units are there: neither released nor taken away. */
  get isHeld(): boolean {
    return this.state === "held";
  }

  /**
   * Works with the units for so many minutes, divided by the speed of the resource. Only work can be pre-empted: the
   * units go to somebody else, and the wait goes on until they are back and the work is done.
   *
   * @throws {RangeError} when `minutes` is negative or not a number
   */
  work(minutes: number): Wait<void> {
    if (!(minutes >= 0)) throw new RangeError(`work must take zero or more minutes, got ${minutes}`);
    return new Work(this, minutes);
  }

  /**
   * Gives the units back; whoever stands first in the queue gets them at once. Nothing happens when they are gone.
   *
   * @throws {Error} when somebody works with them
   */
  release(): void {
    if (this.letGo()) serve(this.resource);
  }

  /**
   * Says who will release the units instead of whoever seized them, so that messages name the right one.
   *
   * @example
   * const simulation = new Simulation();
   * const room = new Resource(simulation, { name: "exam room", capacity: 1 });
   * function* turnover(unit: Hold): Process { yield* simulation.delay(3); unit.release(); }
   * function* visit(): Process {
   *   const unit = yield* room.seize();
   *   yield* simulation.delay(20);
   *   unit.handTo(simulation.start(turnover(unit)));
   * }
   * simulation.start(visit());
   * simulation.run();
   * simulation.now // 23
   */
  handTo(entity: Entity): void {
    this.entity = entity;
  }

  /** Gives the units back. */
  [Symbol.dispose](): void {
    this.release();
  }

  /** Gives the units back without serving anybody yet; tells whether there were any. @internal */
  letGo(): boolean {
    if (this.state !== "held") return false;
    if (this.task !== undefined) {
      throw new Error(`${this.entity.name} works with ${this.resource.name}; interrupt it before releasing the unit`);
    }
    this.state = "released";
    this.resource.giveBack(this);
    return true;
  }

  /** Whether somebody works with them, beyond this very minute. @internal */
  get isAtWork(): boolean {
    return this.task?.goesOn ?? false;
  }

  /** Whether somebody works with them until this very minute. @internal */
  get endsNow(): boolean {
    return this.state === "held" && this.task !== undefined && !this.task.goesOn;
  }

  /** Loses the units in the middle of the work, and stands at the head of its priority to get them back. @internal */
  yieldTo(mode: "resume" | "restart"): void {
    this.resource.levels.preempted++;
    this.task!.pause(mode);
    this.state = "taken away";
    this.resource.giveBack(this);
    this.task!.comeBack();
  }

  /** The units are back. @internal */
  comesBack(): void {
    this.state = "held";
    this.resource.take(this);
  }
}

/** Gives several holds back, all before anybody is served, so that whoever waits for all of them can have them. */
export function releaseTogether(holds: readonly Hold[]): void {
  const released = holds.filter((hold) => hold.letGo());
  for (const { resource } of released) serve(resource);
}

/** Work with the units of a hold; it can be taken away from its worker, and given back. */
export class Work extends TimedWait implements Waiter {
  readonly hold: Hold;
  /** The request for units that were taken away. */
  return: Return | undefined = undefined;
  readonly #minutes: number;
  #rest: number;
  #ends = 0;

  constructor(hold: Hold, minutes: number) {
    super(hold.resource.simulation);
    this.hold = hold;
    this.#minutes = minutes;
    this.#rest = minutes;
  }

  /** @internal */
  get entity(): Entity {
    return this.waiter!.entity;
  }

  /** Whether it is being done, and not over in this very minute. */
  get goesOn(): boolean {
    return this.return === undefined && this.#ends > this.simulation.now;
  }

  /** Stops the work; what is left of it is done later. */
  pause(mode: "resume" | "restart"): void {
    this.unschedule();
    const { speed } = this.hold.resource;
    this.#rest = mode === "restart" ? this.#minutes : (this.#ends - this.simulation.now) * speed;
  }

  /** Asks for the units again. */
  comeBack(): void {
    this.return = new Return(this);
    this.return.joinQueues();
  }

  /** The units are back. @internal */
  over(): void {
    this.return = undefined;
    this.#resume();
  }

  override value(): void {
    this.hold.task = undefined;
  }

  protected begin(): boolean {
    const { hold } = this;
    if (!hold.isHeld) throw new Error(`${this.entity.name} cannot work with ${hold.resource.name}: the unit is gone`);
    if (hold.task !== undefined)
      throw new Error(`${hold.task.entity.name} works with this unit of ${hold.resource.name} already`);
    hold.task = this;
    this.#resume();
    // Somebody of a better priority may have waited for just this: idle units cannot be taken away.
    if (hold.resource.line.preempting > 0) serve(hold.resource);
    return false;
  }

  protected override withdraw(): void {
    this.hold.task = undefined;
    if (this.return === undefined) this.unschedule();
    else {
      // Who stops waiting for a unit that was taken away has lost it.
      this.hold.state = "released";
      leaveQueues(this.return);
    }
  }

  protected override undo(): void {
    this.hold.task = undefined;
  }

  #resume(): void {
    const { hold, simulation } = this;
    this.#ends = simulation.now + this.#rest / hold.resource.speed;
    this.schedule(this.#ends, 0);
    if (simulation.tracer !== undefined) simulation.trace(this.entity, "works until", this.#ends);
  }
}

/** The request of somebody whose units were taken away: at the head of its priority, for the same resource. */
class Return extends Seize<void> {
  readonly #work: Work;

  constructor(work: Work) {
    const { resource, units, priority } = work.hold;
    const terms = { ...plainTerms, priority, key: Number.NEGATIVE_INFINITY };
    super(work.simulation, [{ oneOf: [resource], units, choose: "first" }], terms);
    this.#work = work;
    this.waiter = work;
    this.state = "waiting";
    this.order = work.simulation.nextOrder;
  }

  accept(): void {
    this.#work.hold.comesBack();
  }

  value(): void {}

  protected begin(): boolean {
    return false;
  }

  protected withdraw(): void {}
}
