/**
 * How much work a search has done, and whether it may go on.
 *
 * @module
 */

import type { StopReason } from "../modelling/solver.ts";
import type { BestTemplateOptions } from "./options.ts";

/** Counts evaluations of templates, and knows when a search has to end. */
export class Work {
  readonly #options: Pick<BestTemplateOptions, "limits" | "clock" | "cancelled">;
  readonly #begun: number;
  #reason: StopReason | undefined;
  #sinceAsked = 0;
  #done = 0;

  /** @throws {RangeError} when seconds are limited and there is no clock, or a limit makes no sense */
  constructor(options: Pick<BestTemplateOptions, "limits" | "clock" | "cancelled"> = {}) {
    const { limits = {}, clock } = options;
    if (limits.seconds !== undefined && clock === undefined) throw new RangeError("a time limit needs a clock");
    if (limits.seconds !== undefined && !(limits.seconds >= 0)) {
      throw new RangeError(`a time limit must be zero or more seconds, got ${limits.seconds}`);
    }
    if (limits.work !== undefined && !(limits.work >= 0)) {
      throw new RangeError(`a work limit must be zero or more evaluations, got ${limits.work}`);
    }
    this.#options = options;
    this.#begun = clock?.() ?? 0;
  }

  /** Evaluations so far. */
  get done(): number {
    return this.#done;
  }

  /** Why the search had to end; undefined while it may go on. */
  get reason(): StopReason | undefined {
    return this.#reason;
  }

  /** Counts evaluations. */
  did(evaluations: number): void {
    this.#done += evaluations;
    this.#sinceAsked += evaluations;
  }

  /** Whether the search has to end. It asks clock and listener after some evaluations only. */
  isOver(): boolean {
    if (this.#reason !== undefined) return true;
    const { limits = {}, clock, cancelled } = this.#options;
    if (limits.work !== undefined && this.#done >= limits.work) this.#reason = "work limit";
    if (this.#sinceAsked < 8) return this.#reason !== undefined;
    this.#sinceAsked = 0;
    if (cancelled?.() === true) this.#reason = "cancelled";
    else if (limits.seconds !== undefined && clock!() - this.#begun >= limits.seconds) this.#reason = "time limit";
    return this.#reason !== undefined;
  }
}
