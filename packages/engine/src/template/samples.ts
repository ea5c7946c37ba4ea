/**
 * Samples of a session: for each, how long everybody takes, whether they come, and how punctually.
 *
 * A draw belongs to a patient and a sample, so that patients keep theirs in every order and every template.
 *
 * @module
 */

import { Streams } from "../random/streams.ts";
import type { Line } from "./line.ts";

/** Draws of a line: one row for each sample, one column for each item. */
export interface Samples {
  readonly count: number;
  /** Minutes of service; 0 for who does not come. */
  readonly services: Float64Array;
  /** Minutes after the appointment at which everybody comes; absent when all come on the minute. */
  readonly lateness?: Float64Array;
}

/** How many samples of which luck. */
export interface SampleOptions {
  readonly count: number;
  readonly seed: number | string;
}

/**
 * Draws samples of a line.
 *
 */
export function drawSamples({ items }: Line, { count, seed }: SampleOptions): Samples {
  const size = items.length;
  const streams = new Streams({ seed });
  const services = new Float64Array(count * size);
  const lateness = items.some(({ punctuality }) => punctuality !== undefined)
    ? new Float64Array(count * size)
    : undefined;
  const comes = streams.keyedUniform("show");
  items.forEach(({ service, show, punctuality, patient }, item) => {
    if (patient === undefined) {
      for (let sample = 0; sample < count; sample++) services[sample * size + item] = service.mean;
      return;
    }
    const minutes = streams.keyed("service", service);
    for (let sample = 0; sample < count; sample++) {
      if (show < 1 && comes(patient, 0, sample) >= show) continue;
      // A law may reach below zero by its tail; nobody is seen in less than no time.
      services[sample * size + item] = Math.max(0, minutes(patient, 0, sample));
    }
    if (lateness === undefined || punctuality === undefined) return;
    const late = streams.keyed("punctuality", punctuality);
    for (let sample = 0; sample < count; sample++) lateness[sample * size + item] = late(patient, 0, sample);
  });
  return { count, services, ...(lateness && { lateness }) };
}

/** The same draws with their columns in another order: patients take theirs along. */
export function withColumns({ count, services, lateness }: Samples, columns: readonly number[]): Samples {
  const moved = (draws: Float64Array) => {
    const size = columns.length;
    return draws.map((_, at) => draws[at - (at % size) + columns[at % size]!]!);
  };
  return { count, services: moved(services), ...(lateness && { lateness: moved(lateness) }) };
}
