import type { VisitRows } from "../kernel/pathway-model.ts";
import type { Measurable, Observer } from "./measures-observation.ts";
import type { GrowingSample } from "./measures-sample.ts";

/** Indices into the outcomes of a run. */
export const FINISHED = 0;
const PRESENT = 1;

/** Counts, by pathway, who came, who left and how, and how long they were there. */
export class VisitTally implements Observer {
  /** Who arrived, or was sent, after the warm-up. */
  readonly arrived: Float64Array;
  /** Who left after the warm-up, however. */
  readonly left: Float64Array;
  /** Minutes that they were there, together. */
  readonly minutes: Float64Array;
  /** Minute of the last departure after the warm-up. */
  readonly lastLeft: Float64Array;
  /** Who was still present at the end of the run. */
  readonly present: Float64Array;
  /** By outcome and pathway, outcome after outcome: who left with it after the warm-up. */
  readonly #outcomes: Float64Array;
  readonly #samples: (GrowingSample | undefined)[];
  readonly #office: Measurable;

  constructor(office: Measurable) {
    this.#office = office;
    const pathways = office.pathways.length;
    this.arrived = new Float64Array(pathways);
    this.left = new Float64Array(pathways);
    this.minutes = new Float64Array(pathways);
    this.lastLeft = new Float64Array(pathways);
    this.present = new Float64Array(pathways);
    this.#outcomes = new Float64Array(pathways * office.outcomes.length);
    this.#samples = Array.from({ length: pathways }, () => undefined);
  }

  /** Who left a pathway with an outcome; an outcome that no run can have is −1. */
  outcomes(outcome: number, pathway: number): number {
    return this.#outcomes[outcome * this.arrived.length + pathway] ?? 0;
  }

  /** Lets the times of these pathways be kept from now on, together, so that their quantiles can be asked for. */
  keep(sample: GrowingSample, pathways: readonly number[]): void {
    for (const pathway of pathways) this.#samples[pathway] = sample;
  }

  reset(): void {
    for (const counts of [this.arrived, this.left, this.minutes, this.present, this.#outcomes]) counts.fill(0);
    this.lastLeft.fill(Number.NaN);
    for (const sample of this.#samples) sample?.clear();
  }

  visits({ length, pathway, arrived, left, outcome }: VisitRows): void {
    const { warmUp } = this.#office;
    const pathways = this.arrived.length;
    for (let row = 0; row < length; row++) {
      const of = pathway[row]!;
      if (arrived[row]! >= warmUp) this.arrived[of]! += 1;
      if (outcome[row] === PRESENT) this.present[of]! += 1;
      if (!(left[row]! >= warmUp)) continue;
      const minutes = left[row]! - arrived[row]!;
      this.left[of]! += 1;
      this.minutes[of]! += minutes;
      this.#outcomes[outcome[row]! * pathways + of]! += 1;
      this.#samples[of]?.add(minutes);
      if (!(this.lastLeft[of]! >= left[row]!)) this.lastLeft[of] = left[row]!;
    }
  }
}

/** For each open day that closes after the warm-up: how long after closing somebody was still there. */
export class OvertimeTally implements Observer {
  readonly #office: Measurable;
  readonly #opens: ArrayLike<number>;
  readonly #closes: ArrayLike<number>;
  /** The midnight after each closing. */
  readonly #midnights: ArrayLike<number>;
  /** Minutes past closing, by day. */
  readonly #late: Float64Array;
  readonly #isVisit: readonly boolean[];

  constructor(office: Measurable) {
    this.#office = office;
    this.#opens = office.openDays?.opens ?? [];
    this.#closes = office.openDays?.closes ?? [];
    this.#midnights = office.openDays?.midnights ?? [];
    this.#late = new Float64Array(this.#closes.length);
    this.#isVisit = office.pathways.map(({ kind }) => kind === "visit type");
  }

  reset(): void {
    this.#late.fill(0);
  }

  visits({ length, pathway, arrived, left }: VisitRows): void {
    const { now } = this.#office;
    for (let row = 0; row < length; row++) {
      if (!this.#isVisit[pathway[row]!]) continue;
      // Who is still there at the end stayed until then at least.
      const until = Number.isNaN(left[row]!) ? now : left[row]!;
      let day = this.#dayOf(arrived[row]!);
      // Who comes early in the morning has not kept anybody up since last night.
      if (arrived[row]! >= this.#midnights[day]!) day++;
      for (; day < this.#late.length && this.#closes[day]! < until; day++) {
        const minutes = Math.min(until, this.#opens[day + 1] ?? Infinity) - this.#closes[day]!;
        if (minutes > this.#late[day]!) this.#late[day] = minutes;
      }
    }
  }

  /** Mean over the days; NaN when no day closed between the end of the warm-up and the end of the run. */
  mean(): number {
    let [minutes, days] = [0, 0];
    for (let day = 0; day < this.#late.length; day++) {
      if (this.#closes[day]! < this.#office.warmUp || this.#closes[day]! > this.#office.now) continue;
      minutes += this.#late[day]!;
      days++;
    }
    return minutes / days;
  }

  /** The last day that has opened by a time: the one whose closing somebody who is there then can outlast. */
  #dayOf(time: number): number {
    let [low, high] = [0, this.#opens.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#opens[middle]! <= time) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }
}
