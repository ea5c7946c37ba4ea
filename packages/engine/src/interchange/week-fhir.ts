/**
 * The slots of weeks as FHIR resources: a schedule for each provider, and its slots on dates.
 *
 * @see HL7 FHIR R4 (4.0.1), Schedule and Slot: https://hl7.org/fhir/R4/schedule.html
 * @see SMART Scheduling Links: https://github.com/smart-on-fhir/smart-scheduling-links
 * @module
 */

import type { WeekProblem, WeekSlot } from "../template/week-problem.ts";
import { dateAfter } from "../time-of-day.ts";
import { firstDate, instantsIn } from "./week-dates.ts";

/** How many weeks from the start on are written; 1 unless given. */
export interface WeekFhirOptions {
  readonly weeks?: number;
}

/** A FHIR resource as plain data. */
export type FhirResource = Readonly<Record<string, unknown>> & { readonly resourceType: string; readonly id: string };

/** Where SMART Scheduling Links says how many can be booked into a slot. */
const slotCapacity = "http://fhir-registry.smarthealthit.org/StructureDefinition/slot-capacity";

/**
 * Writes the slots of weeks as FHIR R4 resources: the practice as a Location, then for each provider a Schedule and its
 * Slots, all free. Their times are instants, with the offset that the practice's time zone has on the day.
 *
 * A slot for several patients has the extension slot-capacity, which a program that does not know it takes for one.
 *
 * @example
 * const slot = { provider: "Dr-A", department: "", weekday: 1, start: 480, minutes: 20, type: "visit", bookings: 1, release: "" };
 * const problem = { name: "Practice", zone: "America/Chicago", start: "2026-12-07" };
 * weekToFhir([slot], problem).at(-1).start // "2026-12-08T08:00:00-06:00"
 */
export function weekToFhir(
  slots: readonly WeekSlot[],
  problem: Pick<WeekProblem, "name" | "zone" | "start">,
  { weeks = 1 }: WeekFhirOptions = {},
): FhirResource[] {
  const instant = instantsIn(problem.zone);
  const location: FhirResource = { resourceType: "Location", id: "practice", status: "active", name: problem.name };
  const providers = [...new Set(slots.map(({ provider }) => provider))];
  const resources = providers.flatMap((provider, index) => {
    const own = slots.filter((slot) => slot.provider === provider);
    const id = `provider-${index + 1}`;
    const dated = Array.from({ length: weeks }, (_, week) => week).flatMap((week) =>
      own.map((slot) => ({ slot, date: dateAfter(firstDate(problem.start, slot.weekday), 7 * week) })),
    );
    dated.sort((a, b) => compare(a.date, b.date) || a.slot.start - b.slot.start || compare(a.slot.type, b.slot.type));
    const first = instant(problem.start, 0);
    const end = instant(dateAfter(problem.start, 7 * weeks), 0);
    return [
      scheduleOf(id, own[0]!, { start: first, end }),
      ...dated.map(({ slot, date }, number) => slotOf(slot, { schedule: id, number: number + 1, date, instant })),
    ];
  });
  return [location, ...resources];
}

/** The resources in one Bundle, a collection. */
export function weekToFhirBundle(
  slots: readonly WeekSlot[],
  problem: Pick<WeekProblem, "name" | "zone" | "start">,
  options: WeekFhirOptions = {},
): Readonly<Record<string, unknown>> {
  const entry = weekToFhir(slots, problem, options).map((resource) => ({ resource }));
  return { resourceType: "Bundle", type: "collection", entry };
}

/** The resources a line each, as SMART Scheduling Links publishes them. */
export function weekToNdjson(
  slots: readonly WeekSlot[],
  problem: Pick<WeekProblem, "name" | "zone" | "start">,
  options: WeekFhirOptions = {},
): string {
  return weekToFhir(slots, problem, options)
    .map((resource) => `${JSON.stringify(resource)}\n`)
    .join("");
}

function scheduleOf(
  id: string,
  { provider, department }: WeekSlot,
  planningHorizon: { readonly start: string; readonly end: string },
): FhirResource {
  return {
    resourceType: "Schedule",
    id,
    active: true,
    identifier: [{ system: "urn:praxis:schedule", value: provider }],
    ...(department === "" ? {} : { specialty: [{ text: department }] }),
    actor: [
      { type: "Practitioner", identifier: { system: "urn:praxis:provider", value: provider }, display: provider },
      { reference: "Location/practice" },
    ],
    planningHorizon,
  };
}

interface Placing {
  /** Id of the schedule. */
  readonly schedule: string;
  readonly number: number;
  readonly date: string;
  readonly instant: (date: string, minutes: number) => string;
}

function slotOf(
  { start, minutes, type, bookings, release }: WeekSlot,
  { schedule, number, date, instant }: Placing,
): FhirResource {
  return {
    resourceType: "Slot",
    id: `${schedule}-slot-${number}`,
    ...(bookings > 1 ? { extension: [{ url: slotCapacity, valueInteger: bookings }] } : {}),
    serviceType: [{ text: type }],
    schedule: { reference: `Schedule/${schedule}` },
    status: "free",
    start: instant(date, start),
    end: instant(date, start + minutes),
    ...(release === "" ? {} : { comment: `released ${release}` }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
