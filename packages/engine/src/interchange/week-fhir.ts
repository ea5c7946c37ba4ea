/**
 * The slots of weeks as FHIR resources: for each provider who they are, a schedule, and its slots on dates.
 *
 * @see HL7 FHIR R4 (4.0.1), PractitionerRole, Schedule and Slot: https://hl7.org/fhir/R4/schedule.html
 * @see SMART Scheduling Links: https://github.com/smart-on-fhir/smart-scheduling-links
 * @module
 */

import type { WeekProblem, WeekSlot } from "../template/week-problem.ts";
import { clockText, DAY, dateAfter } from "../time-of-day.ts";
import { providerSystem } from "./appointments-from-fhir.ts";
import { firstDate, instantsIn } from "./week-dates.ts";

/** How many weeks from the start on are written; 1 unless given. */
export interface WeekFhirOptions {
  readonly weeks?: number;
}

/** Which resources are written a line each. */
export interface WeekNdjsonOptions extends WeekFhirOptions {
  /** Those of this type alone: `Slot`. */
  readonly resourceType?: string | undefined;
}

/** What is published of a week besides its slots. */
export type PublishedWeek = Pick<WeekProblem, "name" | "zone" | "start"> & {
  readonly providers: readonly Pick<WeekProblem["providers"][number], "id" | "role">[];
};

/** A FHIR resource as plain data. */
export type FhirResource = Readonly<Record<string, unknown>> & { readonly resourceType: string; readonly id: string };

/** Where SMART Scheduling Links says how many can be booked into a slot. */
const slotCapacity = "http://fhir-registry.smarthealthit.org/StructureDefinition/slot-capacity";

/**
 * Writes the slots of weeks as FHIR R4 resources: the practice as a Location, then for each provider a PractitionerRole
 * with the hours of the week, a Schedule and its Slots, all free. The times of slots are instants, with the offset that
 * the practice's time zone has on the day. Providers are numbered as in the problem, also those without a slot.
 *
 * A slot for several patients has the extension slot-capacity, which a program that does not know it takes for one.
 *
 * @example
 * const slot = { provider: "Dr-A", department: "", weekday: 1, start: 480, minutes: 20, type: "visit", bookings: 1, release: "" };
 * const providers = [{ id: "Dr-A", role: "physician" }];
 * const problem = { name: "Practice", zone: "America/Chicago", start: "2026-12-07", providers };
 * weekToFhir([slot], problem).at(-1).start // "2026-12-08T08:00:00-06:00"
 */
export function weekToFhir(
  slots: readonly WeekSlot[],
  problem: PublishedWeek,
  { weeks = 1 }: WeekFhirOptions = {},
): FhirResource[] {
  const instant = instantsIn(problem.zone);
  const location: FhirResource = { resourceType: "Location", id: "practice", status: "active", name: problem.name };
  const resources = problem.providers.flatMap(({ id: provider, role }, index) => {
    const own = slots.filter((slot) => slot.provider === provider);
    if (own.length === 0) return [];
    const id = `provider-${index + 1}`;
    const dated = Array.from({ length: weeks }, (_, week) => week).flatMap((week) =>
      own.map((slot) => ({ slot, date: dateAfter(firstDate(problem.start, slot.weekday), 7 * week) })),
    );
    dated.sort((a, b) => compare(a.date, b.date) || a.slot.start - b.slot.start || compare(a.slot.type, b.slot.type));
    const first = instant(problem.start, 0);
    const end = instant(dateAfter(problem.start, 7 * weeks), 0);
    return [
      roleOf(id, role, own),
      scheduleOf(id, own[0]!, { start: first, end }),
      ...dated.map(({ slot, date }, number) => slotOf(slot, { schedule: id, number: number + 1, date, instant })),
    ];
  });
  return [location, ...resources];
}

/** The resources in one Bundle, a collection. */
export function weekToFhirBundle(
  slots: readonly WeekSlot[],
  problem: PublishedWeek,
  options: WeekFhirOptions = {},
): Readonly<Record<string, unknown>> {
  const entry = weekToFhir(slots, problem, options).map((resource) => ({ resource }));
  return { resourceType: "Bundle", type: "collection", entry };
}

/** The resources a line each, as SMART Scheduling Links publishes them. */
export function weekToNdjson(
  slots: readonly WeekSlot[],
  problem: PublishedWeek,
  { resourceType, ...options }: WeekNdjsonOptions = {},
): string {
  return weekToFhir(slots, problem, options)
    .filter((resource) => resourceType === undefined || resource.resourceType === resourceType)
    .map((resource) => `${JSON.stringify(resource)}\n`)
    .join("");
}

/** Who sees patients, as what, and when in a week. */
function roleOf(id: string, role: string, slots: readonly WeekSlot[]): FhirResource {
  const { provider, department } = slots[0]!;
  const availableTime = [...new Set(slots.map(({ weekday }) => weekday))].toSorted().flatMap((weekday) =>
    stretches(slots.filter((slot) => slot.weekday === weekday)).map(({ from, to }) => ({
      daysOfWeek: [dayCodes[weekday]],
      availableStartTime: `${clockText(from)}:00`,
      // A day of FHIR ends a second before midnight.
      availableEndTime: to >= DAY ? "23:59:59" : `${clockText(to)}:00`,
    })),
  );
  return {
    resourceType: "PractitionerRole",
    id,
    active: true,
    practitioner: { identifier: { system: providerSystem, value: provider }, display: provider },
    ...(role === "" ? {} : { code: [{ text: role }] }),
    ...(department === "" ? {} : { specialty: [{ text: department }] }),
    location: [{ reference: "Location/practice" }],
    availableTime,
  };
}

/** The days as FHIR names them, from Monday on. */
const dayCodes = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** From when to when there are slots, one after the other. */
function stretches(slots: readonly WeekSlot[]): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const { start, minutes } of slots.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last !== undefined && start <= last.to) last.to = Math.max(last.to, start + minutes);
    else found.push({ from: start, to: start + minutes });
  }
  return found;
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
    actor: [{ reference: `PractitionerRole/${id}`, display: provider }, { reference: "Location/practice" }],
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
