/**
 * The sessions of a scenario: rows of appointment templates, with the times of their appointments.
 *
 * @module
 */

import type { Change } from "../scenario/changes.ts";
import type { Appointments, ArrivalSource, Scenario, TemplateRow } from "../scenario/schema.ts";
import { clocksOf } from "../scenario/template-rows.ts";
import { clockText, clockTime } from "../time-of-day.ts";

/** One row of a template: appointments of a provider, or of each person of a role. */
export interface Session {
  readonly template: string;
  /** The place of the row in its template. */
  readonly row: number;
  /** "clinic, 08:00 to 11:40": for people. */
  readonly name: string;
  /** Minutes after midnight, one for each patient, not decreasing. */
  readonly times: readonly number[];
  /** Minutes after midnight at which the row ends; the last appointment where nothing says it. */
  readonly end: number;
  readonly spec: TemplateRow;
  /** The source of arrivals that books it. */
  readonly source: Extract<ArrivalSource, { appointments: Appointments }>;
}

/** A row of fewer appointments is no pattern that could be better or worse. */
const FEWEST_APPOINTMENTS = 3;

/** The sessions of all templates that some source of arrivals books, in the order of the file. */
export function sessionsOf({ arrivals = {}, templates = {} }: Scenario): Session[] {
  const booked = new Map<string, Session["source"]>();
  for (const source of Object.values(arrivals)) {
    if ("appointments" in source && !booked.has(source.appointments.template)) {
      booked.set(source.appointments.template, source);
    }
  }
  return [...booked].flatMap(([template, source]) =>
    (templates[template] ?? []).flatMap((spec, row): Session[] => {
      const times = timesOf(spec);
      if (times.length < FEWEST_APPOINTMENTS) return [];
      const [first, last] = [times[0]!, times.at(-1)!];
      const end = "to" in spec ? clockTime(spec.to) : last;
      const name = `${template}, ${clockText(first)} to ${clockText(last)}`;
      return [{ template, row, name, times, end, spec, source }];
    }),
  );
}

/**
 * The change that gives the patients of a session other times; each stays the patient that they were.
 *
 * @param times minutes after midnight, not decreasing
 */
export function timesChange({ template, row, spec, name }: Session, times: readonly number[]): Change {
  const timing = new Set(["at", "from", "to", "every", "slots", "seats"]);
  const rest = Object.entries(spec).filter(([key]) => !timing.has(key));
  const value = { at: times.map((time) => clockText(time)), ...Object.fromEntries(rest) };
  return { path: ["templates", template, row], value, label: `other times for ${name}` };
}

function timesOf(row: TemplateRow): number[] {
  const clocks = clocksOf(row);
  return clocks.flatMap((clock) => Array.from({ length: row.seats ?? 1 }, () => clock)).sort((a, b) => a - b);
}
