/**
 * The rows that a run hands over, batch by batch.
 *
 * @module
 */

import { bitsOfEntity, type Entities, numberOf, wholeOf } from "./pathway-entities.ts";
import type { ActivityRows, RowSink, VisitRows } from "./pathway-model.ts";

// V8 looks up what is imported each time anew, but knows constants of the module itself.
const { wholes: WHOLES, numbers: NUMBERS } = bitsOfEntity;
const { activity: ACTIVITY, cycle: CYCLE, k: K, pathway: PATHWAY, served: SERVED, source: SOURCE } = wholeOf;
const { arrived: ARRIVED, patient: PATIENT, queued: QUEUED, serial: SERIAL, started: STARTED } = numberOf;

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
    const { wholes, numbers } = this.#entities;
    const i = rows.length++;
    rows.patient[i] = numbers[(row << NUMBERS) | PATIENT]!;
    rows.entity[i] = numbers[(row << NUMBERS) | SERIAL]!;
    rows.pathway[i] = wholes[(row << WHOLES) | PATHWAY]!;
    rows.activity[i] = wholes[(row << WHOLES) | ACTIVITY]!;
    rows.resource[i] = wholes[(row << WHOLES) | SERVED]!;
    rows.queued[i] = numbers[(row << NUMBERS) | QUEUED]!;
    rows.started[i] = numbers[(row << NUMBERS) | STARTED]!;
    rows.ended[i] = ended;
    rows.outcome[i] = outcome;
    if (rows.length === BATCH) this.#handOverActivities();
  }

  /** Writes down what became of an entity. */
  visit(row: number, left: number, outcome: number): void {
    if (this.#sink?.visits === undefined) return;
    const rows = this.#visits;
    const { wholes, numbers, attributes } = this.#entities;
    const i = rows.length++;
    rows.serial[i] = numbers[(row << NUMBERS) | SERIAL]!;
    rows.patient[i] = numbers[(row << NUMBERS) | PATIENT]!;
    rows.pathway[i] = wholes[(row << WHOLES) | PATHWAY]!;
    rows.source[i] = wholes[(row << WHOLES) | SOURCE]!;
    rows.cycle[i] = wholes[(row << WHOLES) | CYCLE]!;
    rows.k[i] = wholes[(row << WHOLES) | K]!;
    rows.arrived[i] = numbers[(row << NUMBERS) | ARRIVED]!;
    rows.left[i] = left;
    rows.outcome[i] = outcome;
    const recorded = this.#recorded;
    for (let j = 0; j < recorded.length; j++) rows.attributes[j]![i] = attributes[recorded[j]!]![row]!;
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
