/**
 * What the resources of a run have: their capacity, who much of it is taken, and integrals of both over time.
 *
 * @module
 */

import { restoreColumns, saveColumns } from "./pathway-columns.ts";
import type { ResourceSpec, ResourceStatistics } from "./pathway-model.ts";

const columnNames = [
  "planned",
  "target",
  "held",
  "free",
  "busy",
  "off",
  "waiting",
  "idleSince",
  "busyMinutes",
  "busySince",
  "waitingMinutes",
  "waitingSince",
  "plannedMinutes",
  "capacityMinutes",
  "offMinutes",
  "overtimeMinutes",
  "restSince",
  "odd",
] as const;

/** The level is kept. */
const LEVELS = 1;
/** Units are off, or held above the capacity. */
const UNUSUAL = 2;

/**
 * Columns over resources.
 *
 * Integrals are brought up to date when a level changes, each for itself. Those of capacity, off time and overtime hardly
 * ever change; only in the odd state, with units off or above the capacity, does every change of the busy units concern
 * them too.
 */
export class Resources {
  /** Capacity according to plan. */
  readonly planned: Float64Array;
  /** Capacity up to which units are handed out: as planned, or not yet reduced (falling "stay"). */
  readonly target: Float64Array;
  readonly held: Float64Array;
  /** Units to hand out; negative while more are held than the capacity. */
  readonly free: Float64Array;
  readonly busy: Float64Array;
  readonly off: Float64Array;
  /** Requests in the queue. */
  readonly waiting: Float64Array;
  /** When a unit was last given back. */
  readonly idleSince: Float64Array;
  readonly busyMinutes: Float64Array;
  readonly busySince: Float64Array;
  readonly waitingMinutes: Float64Array;
  readonly waitingSince: Float64Array;
  readonly plannedMinutes: Float64Array;
  readonly capacityMinutes: Float64Array;
  readonly offMinutes: Float64Array;
  readonly overtimeMinutes: Float64Array;
  readonly restSince: Float64Array;
  readonly odd: Uint8Array;
  readonly speed: Float64Array;
  /** Minutes at 0, 1, 2 … busy units, of those that keep them. */
  #levels: number[][];
  readonly #specs: readonly ResourceSpec[];
  /** Beginning of the statistics. */
  #since = 0;

  constructor(specs: readonly ResourceSpec[]) {
    const column = () => new Float64Array(specs.length);
    this.#specs = specs;
    this.planned = column();
    this.target = column();
    this.held = column();
    this.free = column();
    this.busy = column();
    this.off = column();
    this.waiting = column();
    this.idleSince = column();
    this.busyMinutes = column();
    this.busySince = column();
    this.waitingMinutes = column();
    this.waitingSince = column();
    this.plannedMinutes = column();
    this.capacityMinutes = column();
    this.offMinutes = column();
    this.overtimeMinutes = column();
    this.restSince = column();
    this.odd = new Uint8Array(specs.length);
    this.speed = Float64Array.from(specs, ({ speed = 1 }) => speed);
    this.#levels = specs.map(() => []);
  }

  /** All free, in minute 0. */
  reset(): void {
    for (const [r, { capacity, levels = false }] of this.#specs.entries()) {
      this.planned[r] = capacity;
      this.target[r] = capacity;
      this.free[r] = capacity;
      this.odd[r] = levels ? LEVELS : 0;
      this.held[r] = 0;
      this.busy[r] = 0;
      this.off[r] = 0;
      this.waiting[r] = 0;
      this.idleSince[r] = 0;
    }
    this.resetStatistics(0);
  }

  /** Forgets the integrals up to now. */
  resetStatistics(now: number): void {
    this.#since = now;
    for (let r = 0; r < this.#specs.length; r++) {
      this.busyMinutes[r] = 0;
      this.waitingMinutes[r] = 0;
      this.plannedMinutes[r] = 0;
      this.capacityMinutes[r] = 0;
      this.offMinutes[r] = 0;
      this.overtimeMinutes[r] = 0;
      this.busySince[r] = now;
      this.waitingSince[r] = now;
      this.restSince[r] = now;
      this.#levels[r]!.length = 0;
    }
  }

  /** Hands out free units. */
  take(r: number, units: number, off: boolean, now: number): void {
    if (off || this.odd[r] !== 0) {
      this.#settle(r, now);
      if (off) this.off[r] = this.off[r]! + units;
    }
    if (!off) {
      this.busyMinutes[r] = this.busyMinutes[r]! + this.busy[r]! * (now - this.busySince[r]!);
      this.busySince[r] = now;
      this.busy[r] = this.busy[r]! + units;
    }
    this.held[r] = this.held[r]! + units;
    this.free[r] = this.free[r]! - units;
    if (off) this.#mark(r);
  }

  /** Takes units back. */
  giveBack(r: number, units: number, off: boolean, now: number): void {
    const odd = this.odd[r] !== 0;
    if (odd) this.#settle(r, now);
    if (off) this.off[r] = this.off[r]! - units;
    else {
      this.busyMinutes[r] = this.busyMinutes[r]! + this.busy[r]! * (now - this.busySince[r]!);
      this.busySince[r] = now;
      this.busy[r] = this.busy[r]! - units;
    }
    this.held[r] = this.held[r]! - units;
    this.free[r] = this.free[r]! + units;
    this.idleSince[r] = now;
    if (odd) this.#mark(r);
  }

  /** Changes the number of requests in the queue. */
  wait(r: number, change: number, now: number): void {
    this.waitingMinutes[r] = this.waitingMinutes[r]! + this.waiting[r]! * (now - this.waitingSince[r]!);
    this.waitingSince[r] = now;
    this.waiting[r] = this.waiting[r]! + change;
  }

  /** Changes the capacity planned, and that up to which units are handed out. */
  setCapacity(r: number, planned: number, target: number, now: number): void {
    this.#settle(r, now);
    this.planned[r] = planned;
    this.target[r] = target;
    this.free[r] = target - this.held[r]!;
    this.#mark(r);
  }

  /** The integrals up to now. */
  statistics(r: number, now: number): ResourceStatistics {
    this.#settle(r, now);
    return {
      minutes: now - this.#since,
      planned: this.plannedMinutes[r]!,
      capacity: this.capacityMinutes[r]!,
      busy: this.busyMinutes[r]! + this.busy[r]! * (now - this.busySince[r]!),
      off: this.offMinutes[r]!,
      overtime: this.overtimeMinutes[r]!,
      waiting: this.waitingMinutes[r]! + this.waiting[r]! * (now - this.waitingSince[r]!),
      levels: [...this.#levels[r]!],
    };
  }

  /** Copies everything, as plain data. */
  save() {
    return {
      since: this.#since,
      columns: saveColumns(this, columnNames, this.#specs.length),
      levels: this.#levels.map((levels) => [...levels]),
    };
  }

  /** Goes back to what `save` gave. */
  restore(state: ReturnType<Resources["save"]>): void {
    this.#since = state.since;
    restoreColumns(this, state.columns);
    this.#levels = state.levels.map((levels) => [...levels]);
  }

  /** Brings the integrals that hardly ever change up to date. */
  #settle(r: number, now: number): void {
    const minutes = now - this.restSince[r]!;
    // Also keeps an unlimited capacity from being multiplied by no time at all.
    if (!(minutes > 0)) return;
    const planned = this.planned[r]!;
    const off = this.off[r]!;
    const capacity = Math.max(this.target[r]!, this.held[r]!);
    this.restSince[r] = now;
    this.plannedMinutes[r] = this.plannedMinutes[r]! + planned * minutes;
    this.capacityMinutes[r] = this.capacityMinutes[r]! + capacity * minutes;
    this.offMinutes[r] = this.offMinutes[r]! + off * minutes;
    const above = capacity - off - planned;
    if (above > 0) this.overtimeMinutes[r] = this.overtimeMinutes[r]! + above * minutes;
    if ((this.odd[r]! & LEVELS) === 0) return;
    const levels = this.#levels[r]!;
    const busy = this.busy[r]!;
    while (levels.length <= busy) levels.push(0);
    levels[busy] = levels[busy]! + minutes;
  }

  #mark(r: number): void {
    const unusual = this.off[r]! > 0 || this.held[r]! > this.target[r]!;
    this.odd[r] = (this.odd[r]! & LEVELS) | (unusual ? UNUSUAL : 0);
  }
}
