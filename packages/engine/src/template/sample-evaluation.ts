/**
 * The average price of a template over samples.
 *
 * Each sample remembers when everybody was done. When one appointment moves, only what comes after it is reckoned
 * anew, and only until a gap swallows the change.
 *
 * @module
 */

import type { Evaluation } from "./evaluation.ts";
import { endCost, type Line } from "./line.ts";
import type { Samples } from "./samples.ts";

/** Prices templates over samples. */
export class SampleEvaluation implements Evaluation {
  readonly #line: Line;
  readonly #samples: Samples;
  readonly #size: number;
  readonly #weights: Float64Array;
  readonly #times: Float64Array;
  /** When each item is done in each sample; of the same shape as the samples. */
  readonly #done: Float64Array;
  readonly #busy: number;
  #sum = 0;
  readonly #marked: { readonly times: Float64Array; readonly done: Float64Array; sum: number };

  constructor(line: Line, samples: Samples) {
    this.#line = line;
    this.#samples = samples;
    this.#size = line.items.length;
    this.#weights = Float64Array.from(line.items, ({ weight }) => weight);
    this.#times = new Float64Array(this.#size);
    this.#done = new Float64Array(samples.services.length);
    this.#marked = { times: new Float64Array(this.#size), done: new Float64Array(samples.services.length), sum: 0 };
    this.#busy = busyMinutes(line, samples);
  }

  get cost(): number {
    return this.#sum / this.#samples.count - this.#line.costs.idle * this.#busy;
  }

  place(times: ArrayLike<number>): void {
    this.#times.set(times);
    const { services, lateness, count } = this.#samples;
    const size = this.#size;
    let sum = 0;
    for (let sample = 0, at = 0; sample < count; sample++) {
      let done = 0;
      for (let item = 0; item < size; item++, at++) {
        const time = times[item]!;
        const late = lateness === undefined ? 0 : lateness[at]!;
        const ready = time + Math.max(late, 0);
        if (done > ready) sum += this.#weights[item]! * (done - ready);
        done = Math.max(done, time + late) + services[at]!;
        this.#done[at] = done;
      }
      sum += endCost(this.#line, done);
    }
    this.#sum = sum;
  }

  move(item: number, time: number): void {
    const { services, lateness, count } = this.#samples;
    const times = this.#times;
    const weights = this.#weights;
    const dones = this.#done;
    const size = this.#size;
    const old = times[item]!;
    const weight = weights[item]!;
    times[item] = time;
    let change = 0;
    for (let sample = 0, at = item; sample < count; sample++, at += size) {
      const late = lateness === undefined ? 0 : lateness[at]!;
      const held = Math.max(late, 0);
      let done = item === 0 ? 0 : dones[at - 1]!;
      if (done > time + held) change += weight * (done - time - held);
      if (done > old + held) change -= weight * (done - old - held);
      done = Math.max(done, time + late) + services[at]!;
      let before = dones[at]!;
      if (done === before) continue;
      dones[at] = done;
      let next = item + 1;
      for (let place = at + 1; next < size; next++, place++) {
        const late = lateness === undefined ? 0 : lateness[place]!;
        const ready = times[next]! + Math.max(late, 0);
        const there = times[next]! + late;
        if (done > ready) change += weights[next]! * (done - ready);
        if (before > ready) change -= weights[next]! * (before - ready);
        done = Math.max(done, there) + services[place]!;
        before = dones[place]!;
        if (done === before) break;
        dones[place] = done;
      }
      if (next === size) change += endCost(this.#line, done) - endCost(this.#line, before);
    }
    this.#sum += change;
  }

  mark(): void {
    this.#marked.times.set(this.#times);
    this.#marked.done.set(this.#done);
    this.#marked.sum = this.#sum;
  }

  rollback(): void {
    this.#times.set(this.#marked.times);
    this.#done.set(this.#marked.done);
    this.#sum = this.#marked.sum;
  }
}

/** Figures of a template in each sample. */
export interface FiguresBySample {
  readonly cost: Float64Array;
  readonly wait: Float64Array;
  readonly idle: Float64Array;
  readonly overtime: Float64Array;
  /** Mean wait of each patient, if they come. */
  readonly waits: Float64Array;
}

/**
 * What a template costs in each sample: the plain statement of what is priced.
 *
 */
export function figuresOfSamples(line: Line, samples: Samples, times: ArrayLike<number>): FiguresBySample {
  const { items, length, costs, counting, breakAfterAll } = line;
  const { count, services, lateness } = samples;
  const figures = {
    cost: new Float64Array(count),
    wait: new Float64Array(count),
    idle: new Float64Array(count),
    overtime: new Float64Array(count),
    waits: new Float64Array(items.filter(({ patient }) => patient !== undefined).length),
  };
  for (let sample = 0, at = 0; sample < count; sample++) {
    let done = 0;
    let busy = 0;
    let wait = 0;
    let waitCost = 0;
    let seen = 0;
    items.forEach(({ share, weight, patient }, item) => {
      const late = lateness?.[at] ?? 0;
      const waited = Math.max(0, done - times[item]! - Math.max(0, late));
      wait += share * waited;
      waitCost += weight * waited;
      if (patient !== undefined) figures.waits[seen++]! += waited / count;
      done = Math.max(times[item]! + late, done) + services[at]!;
      busy += services[at]!;
      at++;
    });
    const overtime = Math.max(0, done - length);
    const idle = counting.idle === "last patient" ? done - busy : Math.max(done, length) - busy - breakAfterAll;
    figures.wait[sample] = wait;
    figures.idle[sample] = idle;
    figures.overtime[sample] = overtime;
    figures.cost[sample] = waitCost + costs.idle * idle + costs.overtime * overtime;
  }
  return figures;
}

/**
 * The average cost over samples, and its gradient by one backward pass: the second stage is a longest path.
 *
 * @param gradient one number for each item, written over
 * @see Denton & Gupta (2003), A sequential bounding approach for optimal appointment scheduling, IIE Transactions 35(11)
 */
export function sampleCostAndGradient(
  line: Line,
  samples: Samples,
  { times, gradient }: { readonly times: ArrayLike<number>; readonly gradient: Float64Array },
): number {
  const { items, length, costs, counting } = line;
  const { count, services, lateness } = samples;
  const size = items.length;
  const weights = Float64Array.from(items, ({ weight }) => weight);
  /** When the one before each item was done; what is before the first is the start of the session. */
  const before = new Float64Array(size);
  const idleAlways = counting.idle === "last patient";
  gradient.fill(0);
  let sum = 0;
  for (let sample = 0, row = 0; sample < count; sample++, row += size) {
    let done = 0;
    for (let item = 0; item < size; item++) {
      before[item] = done;
      const late = lateness === undefined ? 0 : lateness[row + item]!;
      const ready = times[item]! + Math.max(late, 0);
      if (done > ready) sum += weights[item]! * (done - ready);
      const there = times[item]! + late;
      done = Math.max(done, there) + services[row + item]!;
    }
    sum += endCost(line, done);
    // What a minute more costs, from the end back to the start.
    let price = done > length ? costs.idle + costs.overtime : idleAlways ? costs.idle : 0;
    for (let item = size - 1; item >= 0; item--) {
      const late = lateness === undefined ? 0 : lateness[row + item]!;
      const time = times[item]!;
      if (before[item]! <= time + late) {
        gradient[item]! += price;
        price = 0;
      }
      if (before[item]! > time + Math.max(late, 0)) {
        gradient[item]! -= weights[item]!;
        price += weights[item]!;
      }
    }
  }
  for (let item = 0; item < size; item++) gradient[item]! /= count;
  return sum / count - costs.idle * busyMinutes(line, samples);
}

/** Minutes that are not idle, on average: of services, and of breaks that nobody comes after where they count. */
function busyMinutes({ counting, breakAfterAll }: Line, { services, count }: Samples): number {
  let sum = 0;
  for (const service of services) sum += service;
  return sum / count + (counting.idle === "last patient" ? 0 : breakAfterAll);
}
