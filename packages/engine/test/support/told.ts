/**
 * All that a replication of an office tells: event by event, row by row, resource by resource.
 *
 * @module
 */

import type { Office } from "../../src/clinic/office.ts";
import type { PathwayEvent, RowSink } from "../../src/kernel/pathway-model.ts";

/** Everything told by a run, or by a part of it. */
export interface Told {
  readonly events: PathwayEvent[];
  /** Rows as texts, so that what is not known is the same in two runs. Each kind is handed over in batches of its own. */
  readonly activities: string[];
  readonly visits: string[];
}

/** A place for what is told, with whoever writes it down. */
export function listen(): Told & { readonly sink: RowSink; readonly tracer: (event: PathwayEvent) => void } {
  const events: PathwayEvent[] = [];
  const activities: string[] = [];
  const visits: string[] = [];
  const write = (rows: string[], { length, ...columns }: { length: number } & object) => {
    const lists = Object.entries(columns).flatMap(([name, column]) =>
      name === "attributes" ? (column as ArrayLike<number>[]) : [column as ArrayLike<number>],
    );
    for (let row = 0; row < length; row++) rows.push(lists.map((list) => list[row]).join(" "));
  };
  return {
    events,
    activities,
    visits,
    tracer: (event) => events.push(event),
    sink: {
      activities: (batch) => write(activities, batch),
      visits: (batch) => write(visits, batch),
    },
  };
}

/** Statistics of all resources, and counts of bookings, as they stand. */
export function standing(office: Office): unknown {
  return structuredClone([office.resources.map((name) => office.statistics(name)), { ...office.bookings }, office.now]);
}
