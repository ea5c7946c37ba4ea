/**
 * Waits until something is true.
 *
 * @module
 */

import type { Simulation } from "./simulation.ts";
import { Wait } from "./wait.ts";

/** Over after the first event at whose end its test holds. */
export class Condition extends Wait<void> {
  readonly holds: () => boolean;

  constructor(simulation: Simulation, holds: () => boolean) {
    super(simulation);
    this.holds = holds;
  }

  value(): void {}

  protected begin(): boolean {
    if (this.holds()) return true;
    this.simulation.conditions.add(this);
    if (this.simulation.tracer !== undefined) this.simulation.trace(this.waiter!.entity, "waits for a condition");
    return false;
  }

  protected withdraw(): void {
    this.simulation.conditions.delete(this);
  }
}
