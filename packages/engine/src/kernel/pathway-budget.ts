/**
 * What a run may use, so that one that would never end, or outgrow the machine, is stopped.
 *
 * @module
 */

import { RunawayError } from "../errors.ts";
import { doing, wholeOf } from "./pathway-entities.ts";
import type { RunState } from "./pathway-state.ts";

/** Counts what happens, and stops what is too much. */
export class Budget {
  /** Events, turns of those whom they let go on, and rounds of loops. */
  spent = 0;
  /** So many may have been at the end. */
  most = Infinity;
  #maxEvents = Infinity;
  #maxEntities = Infinity;
  readonly #state: RunState;

  constructor(state: RunState) {
    this.#state = state;
  }

  /** Allows so much from now on. */
  allow(maxEvents: number, maxEntities: number): void {
    this.#maxEvents = maxEvents;
    this.most = this.spent + maxEvents;
    this.#maxEntities = maxEntities;
  }

  /** @throws {RunawayError} when more happens than is allowed */
  spend(): void {
    if (this.spent >= this.most) this.complain();
    this.spent++;
  }

  /** @throws {RunawayError} when more are alive than are allowed */
  admit(): void {
    if (this.#state.entities.alive > this.#maxEntities) throw this.#crowd();
  }

  /** @throws {RunawayError} always */
  complain(): never {
    throw new RunawayError(
      `${format(this.#maxEvents)} events have happened by minute ${this.#state.calendar.now} and more are to come; ` +
        `alive: ${this.#whereabouts()}. Give the run a nearer horizon, let a loop take time, or allow more with maxEvents`,
    );
  }

  #crowd(): RunawayError {
    return new RunawayError(
      `${format(this.#state.entities.alive)} entities are alive in minute ${this.#state.calendar.now}, and that is too many: ` +
        `${this.#whereabouts()}. Do more arrive than can be served? Allow more with maxEntities`,
    );
  }

  /** Where most of the living are. */
  #whereabouts(): string {
    const { entities, program } = this.#state;
    const places = new Map<string, number>();
    for (let row = 0; row < entities.used; row++) {
      // One who appears has no place yet.
      const state = entities.whole(row, wholeOf.state);
      if (state === doing.nothing || state === doing.walking) continue;
      const place = program.instructions.places[entities.whole(row, wholeOf.pc)]!;
      places.set(place, (places.get(place) ?? 0) + 1);
    }
    const crowded = [...places].sort(([, a], [, b]) => b - a).slice(0, 3);
    if (crowded.length === 0) return "nobody who waits";
    return crowded.map(([place, count]) => `${format(count)} in ${place}`).join("; ");
  }
}

function format(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
