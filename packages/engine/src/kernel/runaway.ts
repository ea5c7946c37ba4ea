/**
 * Runs that would never end, or outgrow the machine.
 *
 * @module
 */

import { RunawayError } from "../errors.ts";
import { occupationOf } from "./deadlock.ts";
import type { Entity } from "./entity.ts";

/** More events than were allowed. `counts` are those of the last ones, by kind of entity. */
export function overBudgetError(counts: ReadonlyMap<string, number>, maxEvents: number, now: number): RunawayError {
  const [[kind, times] = ["nobody", 0]] = [...counts].sort(([, a], [, b]) => b - a);
  const last = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new RunawayError(
    `${format(maxEvents)} events have happened by minute ${now} and more are to come; the busiest are "${kind}" ` +
      `with ${format(times)} of the last ${format(last)} events. Give the run a horizon, or allow it more with maxEvents`,
  );
}

/** A process that goes on and on without ever waiting. */
export function endlessError(entity: Entity, now: number): RunawayError {
  return new RunawayError(
    `${entity.name} goes on and on in minute ${now} without letting time pass; does a loop in its process lack a delay?`,
  );
}

/** More entities than were allowed. */
export function crowdError(living: readonly Entity[], now: number): RunawayError {
  const places = new Map<string, number>();
  for (const entity of living) {
    const place = `"${entity.kind}" ${occupationOf(entity)}`;
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  const crowded = [...places].sort(([, a], [, b]) => b - a).slice(0, 3);
  return new RunawayError(
    `${format(living.length)} entities are alive in minute ${now}, and one more is too many: ` +
      `${crowded.map(([place, count]) => `${format(count)} ${place}`).join(", ")}. ` +
      "Do more arrive than can be served? Allow more with maxEntities",
  );
}

function format(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
