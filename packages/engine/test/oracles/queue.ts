/**
 * A queue in a steady state, as theory knows it, to be observed on either road.
 *
 * @module
 */

import type { Distribution, QueueOptions } from "@praxis/engine";

/** One class of patients. */
export interface Patients {
  readonly arrivalRate: number;
  readonly service: Distribution;
  readonly asking?: QueueOptions;
  readonly limit?: number;
  readonly patience?: Distribution;
}

/** What one replication observed of one class of patients, those of the warm-up apart. */
export class Observed {
  /** Minutes in the queue of everybody, in the order in which they were served or left. */
  readonly waits: number[] = [];
  /** Minutes in the office of those who were served. */
  readonly sojourns: number[] = [];
  #gaveUp = 0;
  #turnedAway = 0;

  /** Notes somebody: when they came, began to be served (or gave up waiting), and left. */
  note({ came, began, left, outcome }: Seen): void {
    this.waits.push(began - came);
    if (outcome === "gave up") this.#gaveUp++;
    else if (outcome === "turned away") this.#turnedAway++;
    else this.sojourns.push(left - came);
  }

  get wait(): number {
    return sum(this.waits) / this.waits.length;
  }

  get sojourn(): number {
    return sum(this.sojourns) / this.sojourns.length;
  }

  /** Share of all who waited longer than this. */
  waitedOver(minutes: number): number {
    return this.waits.filter((wait) => wait > minutes).length / this.waits.length;
  }

  get gaveUp(): number {
    return this.#gaveUp / this.waits.length;
  }

  get turnedAway(): number {
    return this.#turnedAway / this.waits.length;
  }
}

/** Somebody who came to the queue and left it. */
export interface Seen {
  readonly came: number;
  readonly began: number;
  readonly left: number;
  readonly outcome: "done" | "gave up" | "turned away";
}

/** What one replication observed: each class, and the levels that the resource itself kept since the warm-up. */
export interface Replication {
  readonly classes: readonly Observed[];
  /** Units busy, and requests waiting, on average. */
  readonly busy: number;
  readonly queue: number;
}

/** Runs a queue for so many arrivals of every class together, of which the first tenth is not counted. */
export type Observe = (
  servers: number,
  classes: readonly Patients[],
  arrivals: number,
  replication: number,
) => Replication;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
