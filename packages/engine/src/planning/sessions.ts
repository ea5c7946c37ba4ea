/**
 * The sessions of a scenario: rows of appointment templates, with the times of their appointments.
 *
 * @module
 */

import type { Change } from "../scenario/changes.ts";
import type { Appointments, ArrivalSource, Scenario, TemplateRow, VisitTypeChoice } from "../scenario/schema.ts";
import { choicesOf, clocksOf } from "../scenario/template-rows.ts";
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
  /** Who comes at each time. */
  readonly choices: readonly VisitTypeChoice[];
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
      const appointments = appointmentsOf(spec, source);
      const times = appointments.map(({ time }) => time);
      const choices = appointments.map(({ choice }) => choice);
      if (times.length < FEWEST_APPOINTMENTS) return [];
      const [first, last] = [times[0]!, times.at(-1)!];
      const end = "to" in spec ? clockTime(spec.to) : last;
      const name = `${template}, ${clockText(first)} to ${clockText(last)}`;
      return [{ template, row, name, times, choices, end, spec, source }];
    }),
  );
}

/**
 * The change that gives the patients of a session other times; each stays the patient that they were.
 *
 * @param times minutes after midnight, not decreasing
 */
export function timesChange(session: Session, times: readonly number[]): Change {
  return rowChange(session, { times, choices: session.choices }, `other times for ${session.name}`);
}

/** The change that lets other visit types come at the times of a session. */
export function choicesChange(session: Session, choices: readonly VisitTypeChoice[]): Change {
  return rowChange(session, { times: session.times, choices }, `another sequence for ${session.name}`);
}

function rowChange(
  { template, row, spec }: Session,
  { times, choices }: Pick<Session, "times" | "choices">,
  label: string,
): Change {
  const written = new Set(["at", "from", "to", "every", "slots", "seats", "visitType"]);
  const rest = Object.entries(spec).filter(([key]) => !written.has(key));
  const isOne = choices.every((choice) => choice === choices[0]);
  // What the row does not say, whoever books there says.
  const visitType = isOne ? spec.visitType && choices[0] : choices;
  const at = times.map((time) => clockText(time));
  const value = { at, ...(visitType !== undefined && { visitType }), ...Object.fromEntries(rest) };
  return { path: ["templates", template, row], value, label };
}

function appointmentsOf(row: TemplateRow, { visitType }: Session["source"]) {
  const choices = choicesOf(row);
  const slots = clocksOf(row).map((time, slot) => ({ time, choice: (choices[slot] ?? visitType)! }));
  const seats = slots.flatMap((slot) => Array.from({ length: row.seats ?? 1 }, () => slot));
  return seats.sort((a, b) => a.time - b.time);
}
