/**
 * The numbers that instructions need: written in them, drawn, or known of the entity.
 *
 * @module
 */

import { OfficeError } from "../errors.ts";
import type { EventCalendar } from "./calendar.ts";
import type { Entities } from "./pathway-entities.ts";
import { type CompiledRequest, from, type Program } from "./pathway-program.ts";
import type { RunState } from "./pathway-state.ts";

/** Finds the numbers of instructions. */
export class Numbers {
  readonly #entities: Entities;
  readonly #calendar: EventCalendar;
  readonly #instructions: Program["instructions"];

  constructor({ entities, calendar, program }: RunState) {
    this.#entities = entities;
    this.#calendar = calendar;
    this.#instructions = program.instructions;
  }

  /** The number of an instruction. */
  number(row: number, pc: number): number {
    const instructions = this.#instructions;
    switch (instructions.from[pc]) {
      case from.number:
        return instructions.x[pc]!;
      case from.draw:
        return this.#draw(row, pc);
      case from.attribute:
        return this.#entities.attributes[instructions.attribute[pc]!]![row]!;
      default:
        return this.#calendar.now;
    }
  }

  /** A length of time: 0 where less is drawn. */
  minutes(row: number, pc: number): number {
    const instructions = this.#instructions;
    const minutes = instructions.from[pc] === from.draw ? this.#draw(row, pc) : this.number(row, pc);
    return minutes >= 0 ? minutes : this.notNegative(minutes, pc);
  }

  /** The minute that `until` names. */
  minute(row: number, pc: number): number {
    const { from: origin, clocks } = this.#instructions;
    return origin[pc] === from.clock ? clocks[pc]!(this.#calendar.now) : this.number(row, pc);
  }

  /** The priority of a seize. */
  priority(row: number, pc: number): number {
    const instructions = this.#instructions;
    // Whoever compiled it saw that a written one is a number.
    if (instructions.from[pc] === from.number) return instructions.x[pc]!;
    const priority = this.number(row, pc);
    if (Number.isNaN(priority)) throw this.#notANumber(pc, "the priority");
    return priority;
  }

  /** How long somebody waits at most. */
  patience(row: number, pc: number, { patience }: CompiledRequest): number {
    if (patience === "none") return Infinity;
    const { identityLo, identityHi, attributes } = this.#entities;
    const minutes =
      typeof patience === "function"
        ? patience(identityLo[row]!, identityHi[row]!, this.times(row, pc))
        : attributes[patience.attribute]![row]!;
    return minutes >= 0 ? minutes : this.notNegative(minutes, pc);
  }

  /** How often the entity has been at a place before. */
  times(row: number, pc: number): number {
    const counter = this.#instructions.counter[pc]!;
    if (counter < 0) return 0;
    const slot = this.#entities.slots[counter]!;
    const times = slot[row]!;
    slot[row] = times + 1;
    return times;
  }

  #draw(row: number, pc: number): number {
    const { identityLo, identityHi } = this.#entities;
    return this.#instructions.draws[pc]!(identityLo[row]!, identityHi[row]!, this.times(row, pc));
  }

  /** A length of time that is not 0 or more: 0 if it is a number at all. */
  notNegative(minutes: number, pc: number): number {
    if (Number.isNaN(minutes)) throw this.#notANumber(pc, "a length of time");
    return Math.max(0, minutes);
  }

  #notANumber(pc: number, what: string): OfficeError {
    return new OfficeError(`${this.#instructions.places[pc]!}: ${what} came out as NaN; it must be a number`);
  }
}
