/**
 * Where entities come from, and when.
 *
 * @module
 */

import { OfficeError } from "../errors.ts";
import { bitsOfEntity, wholeOf } from "./pathway-entities.ts";
import type { Lives } from "./pathway-lives.ts";
import type { Source } from "./pathway-model.ts";
import { happens, plans, type RunState } from "./pathway-state.ts";

// V8 looks up what is imported each time anew, but knows constants of the module itself.
const { arrival } = happens;
const { wholes: WHOLES } = bitsOfEntity;
const { cycle: CYCLE, k: K, source: SOURCE } = wholeOf;

/** A cycle of a source that has begun and is not over. */
interface Cycle {
  source: number;
  cycle: number;
  /** The number of the one who arrives next. */
  k: number;
}

/** Lets the entities of all sources arrive. */
export class Sources {
  readonly #state: RunState;
  readonly #lives: Lives;
  readonly #sources: readonly Source[];
  /** The next cycle of each source. */
  readonly #nextCycle: Int32Array;
  /** Cycles that have begun, in slots; a slot is used again after its cycle is over. */
  #begun: Cycle[] = [];
  #over: number[] = [];

  constructor(state: RunState, lives: Lives) {
    this.#state = state;
    this.#lives = lives;
    this.#sources = state.program.model.sources;
    this.#nextCycle = new Int32Array(this.#sources.length);
  }

  /** Schedules the beginning of all. */
  reset(): void {
    this.#nextCycle.fill(0);
    this.#begun = [];
    this.#over = [];
    for (let source = 0; source < this.#sources.length; source++) this.#scheduleCycle(source);
  }

  /** Lets the next cycle of a source begin. */
  beginCycle(source: number): void {
    const cycle = this.#nextCycle[source]!;
    this.#nextCycle[source] = cycle + 1;
    const slot = this.#over.pop() ?? this.#begun.length;
    const begun = { source, cycle, k: 0 };
    this.#begun[slot] = begun;
    this.#scheduleArrival(slot, begun, this.#sources[source]!);
    this.#scheduleCycle(source);
  }

  /** Lets the next of a cycle arrive, once the one after it is scheduled; returns the row of who is to walk from the start. */
  arrive(slot: number): number {
    const begun = this.#begun[slot]!;
    const { source: number, cycle, k } = begun;
    const source = this.#sources[number]!;
    begun.k = k + 1;
    this.#scheduleArrival(slot, begun, source);
    const { entities, program, tracer } = this.#state;
    const row = this.#lives.appear();
    const pathway = source.admit(entities, row, cycle, k);
    if (!(Number.isInteger(pathway) && pathway >= 0 && pathway < program.starts.length)) {
      throw new OfficeError(`source “${source.name}” sends somebody down pathway ${pathway}, which does not exist`);
    }
    const { wholes } = entities;
    wholes[(row << WHOLES) | SOURCE] = number;
    wholes[(row << WHOLES) | CYCLE] = cycle;
    wholes[(row << WHOLES) | K] = k;
    this.#lives.enter(row, pathway);
    if (tracer !== undefined) this.#state.tell("arrives", row);
    return row;
  }

  /** Copies everything, as plain data. */
  save() {
    return {
      nextCycle: this.#nextCycle.slice(),
      begun: this.#begun.map((cycle) => ({ ...cycle })),
      over: [...this.#over],
    };
  }

  /** Goes back to what `save` gave. */
  restore({ nextCycle, begun, over }: ReturnType<Sources["save"]>): void {
    this.#nextCycle.set(nextCycle);
    this.#begun = begun.map((cycle) => ({ ...cycle }));
    this.#over = [...over];
  }

  #scheduleCycle(source: number): void {
    const { name, cycles, begins } = this.#sources[source]!;
    const cycle = this.#nextCycle[source]!;
    if (cycle >= cycles) return;
    this.#schedule(
      begins.call(this.#sources[source], cycle),
      (source << 3) | plans.cycle | happens.planned,
      `cycle ${cycle} of source “${name}”`,
    );
  }

  #scheduleArrival(slot: number, { cycle, k }: Cycle, source: Source): void {
    const { calendar } = this.#state;
    const time = source.arrival(cycle, k);
    if (time >= calendar.now && time < Infinity) {
      calendar.due = time;
      calendar.enterDue(0, (slot << 2) | arrival);
    } else if (Number.isFinite(time)) throw this.#tooLate(time, source.name);
    else this.#over.push(slot);
  }

  #schedule(time: number, payload: number, what: string): void {
    const { calendar } = this.#state;
    if (!(time >= calendar.now)) throw this.#tooLate(time, what);
    calendar.enter(time, 0, payload);
  }

  #tooLate(time: number, what: string): OfficeError {
    return new OfficeError(`${what} comes in minute ${time}, but it is minute ${this.#state.calendar.now} already`);
  }
}
