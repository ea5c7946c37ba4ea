/**
 * The rows that a run hands over, batch by batch.
 *
 * @module
 */

import type { Entities } from "./pathway-entities.ts";
import type { ActivityRows, RowSink, VisitRows } from "./pathway-model.ts";

const BATCH = 1024;

/** How an activity came out, as `activityOutcomes` of the model numbers it. */
export const cameOut = { done: 0, gaveUp: 1, turnedAway: 2, unfinished: 3 } as const;

/** How a visit came out: these, and from 2 on the outcomes of `leave` steps. */
export const finished = 0;
export const present = 1;

/** Collects rows, and hands them over whenever a batch is full. */
export class Rows {
  #sink: RowSink | undefined;
  readonly #entities: Entities;
  readonly #recorded: readonly number[];
  readonly #activities: ActivityRows = {
    length: 0,
    patient: new Float64Array(BATCH),
    entity: new Float64Array(BATCH),
    pathway: new Int32Array(BATCH),
    activity: new Int32Array(BATCH),
    resource: new Int32Array(BATCH),
    queued: new Float64Array(BATCH),
    started: new Float64Array(BATCH),
    ended: new Float64Array(BATCH),
    outcome: new Uint8Array(BATCH),
  };
  readonly #visits: VisitRows;

  constructor(entities: Entities, recorded: readonly number[]) {
    this.#entities = entities;
    this.#recorded = recorded;
    this.#visits = {
      length: 0,
      serial: new Float64Array(BATCH),
      patient: new Float64Array(BATCH),
      pathway: new Int32Array(BATCH),
      source: new Int32Array(BATCH),
      cycle: new Int32Array(BATCH),
      k: new Int32Array(BATCH),
      arrived: new Float64Array(BATCH),
      left: new Float64Array(BATCH),
      outcome: new Int32Array(BATCH),
      attributes: recorded.map(() => new Float64Array(BATCH)),
    };
  }

  /** Begins anew, for another receiver; what has not been handed over is lost. */
  reset(sink: RowSink | undefined): void {
    this.#sink = sink;
    this.#activities.length = 0;
    this.#visits.length = 0;
  }

  /** Writes down an entity's open activity. */
  activity(row: number, ended: number, outcome: number): void {
    if (this.#sink?.activities === undefined) return;
    const rows = this.#activities;
    const entities = this.#entities;
    const i = rows.length++;
    rows.patient[i] = entities.patient[row]!;
    rows.entity[i] = entities.serial[row]!;
    rows.pathway[i] = entities.pathway[row]!;
    rows.activity[i] = entities.activity[row]!;
    rows.resource[i] = entities.served[row]!;
    rows.queued[i] = entities.queued[row]!;
    rows.started[i] = entities.started[row]!;
    rows.ended[i] = ended;
    rows.outcome[i] = outcome;
    if (rows.length === BATCH) this.#handOverActivities();
  }

  /** Writes down what became of an entity. */
  visit(row: number, left: number, outcome: number): void {
    if (this.#sink?.visits === undefined) return;
    const rows = this.#visits;
    const entities = this.#entities;
    const i = rows.length++;
    rows.serial[i] = entities.serial[row]!;
    rows.patient[i] = entities.patient[row]!;
    rows.pathway[i] = entities.pathway[row]!;
    rows.source[i] = entities.source[row]!;
    rows.cycle[i] = entities.cycle[row]!;
    rows.k[i] = entities.k[row]!;
    rows.arrived[i] = entities.arrived[row]!;
    rows.left[i] = left;
    rows.outcome[i] = outcome;
    const recorded = this.#recorded;
    for (let j = 0; j < recorded.length; j++) rows.attributes[j]![i] = entities.attributes[recorded[j]!]![row]!;
    if (rows.length === BATCH) this.#handOverVisits();
  }

  /** Hands over what there is. */
  flush(): void {
    if (this.#activities.length > 0) this.#handOverActivities();
    if (this.#visits.length > 0) this.#handOverVisits();
  }

  #handOverActivities(): void {
    this.#sink!.activities!(this.#activities);
    this.#activities.length = 0;
  }

  #handOverVisits(): void {
    this.#sink!.visits!(this.#visits);
    this.#visits.length = 0;
  }
}
