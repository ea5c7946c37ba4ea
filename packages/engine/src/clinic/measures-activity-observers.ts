import type { ActivityRows, VisitRows } from "../kernel/pathway-model.ts";
import type { Measurable, Observer } from "./measures-observation.ts";
import { GrowingSample } from "./measures-sample.ts";

/** Indices into `activityOutcomes`. */
const DONE = 0;
const GAVE_UP = 1;
const TURNED_AWAY = 2;

/** Counts, by activity, those who started it, gave up or were turned away after the warm-up, and how long they waited. */
export class WaitTally implements Observer {
  readonly started: Float64Array;
  readonly gaveUp: Float64Array;
  readonly turnedAway: Float64Array;
  /** Minutes that those who started had waited, together. */
  readonly waited: Float64Array;
  readonly longest: Float64Array;
  /** How many of those who started had waited no longer than the service level allows. */
  readonly withinTarget: Float64Array;
  readonly #targets: Float64Array;
  readonly #samples: (GrowingSample | undefined)[];
  readonly #office: Measurable;

  constructor(office: Measurable) {
    this.#office = office;
    const activities = office.activities.length;
    this.started = new Float64Array(activities);
    this.gaveUp = new Float64Array(activities);
    this.turnedAway = new Float64Array(activities);
    this.waited = new Float64Array(activities);
    this.longest = new Float64Array(activities);
    this.withinTarget = new Float64Array(activities);
    // Nobody waits less than no minutes: without a target nobody is within it.
    this.#targets = new Float64Array(activities).fill(-1);
    this.#samples = Array.from({ length: activities }, () => undefined);
  }

  /** Keeps the waits for an activity from now on, so that their quantiles can be asked for. */
  sample(activity: number): GrowingSample {
    const sample = this.#samples[activity] ?? new GrowingSample();
    this.#samples[activity] = sample;
    return sample;
  }

  /** Counts from now on who waits no longer than this for an activity. */
  setTarget(activity: number, minutes: number): void {
    this.#targets[activity] = minutes;
  }

  reset(): void {
    for (const counts of [this.started, this.gaveUp, this.turnedAway, this.waited, this.withinTarget]) counts.fill(0);
    this.longest.fill(Number.NaN);
    for (const sample of this.#samples) sample?.clear();
  }

  activities(rows: ActivityRows): void {
    const { length, activity, queued, started, ended, outcome } = rows;
    const { warmUp } = this.#office;
    for (let row = 0; row < length; row++) {
      const of = activity[row]!;
      // Not so when it never started: NaN is not after anything.
      if (started[row]! >= warmUp) this.#start(of, started[row]! - queued[row]!);
      else if (outcome[row] === GAVE_UP) this.gaveUp[of]! += ended[row]! >= warmUp ? 1 : 0;
      else if (outcome[row] === TURNED_AWAY) this.turnedAway[of]! += ended[row]! >= warmUp ? 1 : 0;
    }
  }

  #start(activity: number, wait: number): void {
    this.started[activity]! += 1;
    this.waited[activity]! += wait;
    if (!(this.longest[activity]! >= wait)) this.longest[activity] = wait;
    if (wait <= this.#targets[activity]!) this.withinTarget[activity]! += 1;
    this.#samples[activity]?.add(wait);
  }
}

/** Counts, by activity, those who completed it after the warm-up, and how long they had waited for it. */
export class CompletedTally implements Observer {
  readonly completed: Float64Array;
  readonly waited: Float64Array;
  readonly #office: Measurable;

  constructor(office: Measurable) {
    this.#office = office;
    this.completed = new Float64Array(office.activities.length);
    this.waited = new Float64Array(office.activities.length);
  }

  reset(): void {
    this.completed.fill(0);
    this.waited.fill(0);
  }

  activities({ length, activity, queued, started, ended, outcome }: ActivityRows): void {
    const { warmUp } = this.#office;
    for (let row = 0; row < length; row++) {
      if (outcome[row] !== DONE || !(ended[row]! >= warmUp)) continue;
      const of = activity[row]!;
      this.completed[of]! += 1;
      this.waited[of]! += started[row]! - queued[row]!;
    }
  }
}

/** Minutes that anybody waited for each activity within the measured span, whatever came of it. */
export class QueueTally implements Observer {
  readonly minutes: Float64Array;
  readonly #office: Measurable;

  constructor(office: Measurable) {
    this.#office = office;
    this.minutes = new Float64Array(office.activities.length);
  }

  reset(): void {
    this.minutes.fill(0);
  }

  activities({ length, activity, queued, started, ended }: ActivityRows): void {
    const { warmUp, now } = this.#office;
    for (let row = 0; row < length; row++) {
      const until = firstKnown(started[row]!, ended[row]!, now);
      if (until > warmUp) this.minutes[activity[row]!]! += until - Math.max(queued[row]!, warmUp);
    }
  }
}

function firstKnown(first: number, second: number, third: number): number {
  if (!Number.isNaN(first)) return first;
  return Number.isNaN(second) ? third : second;
}

/** Minutes of work that each resource did as the first need of an activity, by two ways of counting. */
export class WorkTally implements Observer {
  /** Whole length of what was begun after the warm-up, the part after the end of the run too. */
  readonly begun: Float64Array;
  /** Whole length of what was completed after the warm-up. */
  readonly completed: Float64Array;
  readonly #office: Measurable;

  constructor(office: Measurable) {
    this.#office = office;
    this.begun = new Float64Array(office.resources.length);
    this.completed = new Float64Array(office.resources.length);
  }

  reset(): void {
    this.begun.fill(0);
    this.completed.fill(0);
  }

  activities({ length, resource, started, ended, outcome }: ActivityRows): void {
    const { warmUp, now } = this.#office;
    for (let row = 0; row < length; row++) {
      const by = resource[row]!;
      if (by < 0) continue;
      const work = firstKnown(ended[row]!, now, now) - started[row]!;
      if (started[row]! >= warmUp) this.begun[by]! += work;
      if (outcome[row] === DONE && ended[row]! >= warmUp) this.completed[by]! += work;
    }
  }
}

/** Which rows and which patients a `PatientWaits` is about. */
export interface PatientWaitsOptions {
  /** Whether a row's wait counts. */
  readonly counts: (rows: ActivityRows, row: number) => boolean;
  /** Whether the patient counts, as is known when the visit, or work of its own, has ended. */
  readonly chosen: (rows: VisitRows, row: number) => boolean;
}

/**
 * Waits of patients chosen by what is known only when they leave.
 *
 * Keeps two numbers for each patient of the replication: rows of activities come before and after those of visits.
 */
export class PatientWaits implements Observer {
  #waited = new Float64Array(256);
  #waits = new Uint32Array(256);
  #chosen = new Uint8Array(256);
  readonly #options: PatientWaitsOptions;

  constructor(options: PatientWaitsOptions) {
    this.#options = options;
  }

  reset(): void {
    this.#waited.fill(0);
    this.#waits.fill(0);
    this.#chosen.fill(0);
  }

  activities(rows: ActivityRows): void {
    const { length, patient, queued, started, ended } = rows;
    for (let row = 0; row < length; row++) {
      if (!this.#options.counts(rows, row)) continue;
      const wait = firstKnown(started[row]!, ended[row]!, Number.NaN) - queued[row]!;
      this.#makeRoomFor(patient[row]!);
      this.#waited[patient[row]!]! += wait;
      this.#waits[patient[row]!]! += 1;
    }
  }

  visits(rows: VisitRows): void {
    const { length, serial, patient } = rows;
    for (let row = 0; row < length; row++) {
      if (serial[row] !== patient[row] || !this.#options.chosen(rows, row)) continue;
      this.#makeRoomFor(serial[row]!);
      this.#chosen[serial[row]!] = 1;
    }
  }

  /** Minutes, waits and patients of all that were chosen. */
  totals(): { readonly waited: number; readonly waits: number; readonly patients: number } {
    let [waited, waits, patients] = [0, 0, 0];
    for (let patient = 0; patient < this.#chosen.length; patient++) {
      if (this.#chosen[patient] === 0) continue;
      waited += this.#waited[patient]!;
      waits += this.#waits[patient]!;
      patients++;
    }
    return { waited, waits, patients };
  }

  #makeRoomFor(patient: number): void {
    if (patient < this.#chosen.length) return;
    const length = Math.max(2 * this.#chosen.length, patient + 1);
    this.#waited = grown(this.#waited, new Float64Array(length));
    this.#waits = grown(this.#waits, new Uint32Array(length));
    this.#chosen = grown(this.#chosen, new Uint8Array(length));
  }
}

function grown<Column extends Float64Array | Uint32Array | Uint8Array>(old: Column, larger: Column): Column {
  larger.set(old);
  return larger;
}
