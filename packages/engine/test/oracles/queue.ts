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

/** What one replication observed of one class of patients. */
export interface Observed {
  readonly wait: number;
  readonly sojourn: number;
  readonly waiting: number;
  readonly gaveUp: number;
  readonly turnedAway: number;
}

/** Runs a queue for so many arrivals of every class together, of which the first tenth is not counted. */
export type Observe = (
  servers: number,
  classes: readonly Patients[],
  arrivals: number,
  replication: number,
) => Observed[];
