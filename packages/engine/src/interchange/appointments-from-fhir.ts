/**
 * Booked visits out of FHIR Appointments, without a trace of whose they are.
 *
 * @see HL7 FHIR R4 (4.0.1), Appointment: https://hl7.org/fhir/R4/appointment.html
 * @module
 */

import type { BookedVisit } from "../template/next-slots.ts";
import { type LocalTime, localTimesIn } from "./week-dates.ts";

/** What became of the entries of a Bundle. */
export interface ReadAppointments {
  /** Those that hold a place with a provider who is known. */
  readonly booked: readonly BookedVisit[];
  /** Appointments that hold none: cancelled, only proposed, or without a time. */
  readonly withoutPlace: number;
  /** Appointments with nobody who is known. */
  readonly elsewhere: number;
  /** Entries that are no appointments, such as patients. */
  readonly ignored: number;
}

/** The system of the identifiers under which `weekToFhir` names providers. */
export const providerSystem = "urn:praxis:provider";

/** States of an appointment in which its place cannot be given to somebody else. */
const holding = ["pending", "booked", "arrived", "fulfilled", "checked-in"];

/**
 * Reads when appointments are and with whom, and nothing else: patients, identifiers, reasons and comments are not even
 * looked at.
 *
 * A provider is known by the identifier that `weekToFhir` gives, by the reference to the role that it writes, or by a
 * display that is the id.
 *
 * @param bundle FHIR R4: a Bundle with Appointments among its entries
 * @example
 * const actor = { identifier: { system: "urn:praxis:provider", value: "Dr-A" } };
 * const resource = { resourceType: "Appointment", status: "booked", start: "2026-12-07T14:00:00Z", participant: [{ actor }] };
 * const bundle = { resourceType: "Bundle", entry: [{ resource }] };
 * appointmentsFromFhir(bundle, { zone: "America/Chicago", providers: ["Dr-A"] }).booked[0].start // 480
 */
export function appointmentsFromFhir(
  bundle: { readonly entry?: unknown },
  { zone, providers }: { readonly zone: string; readonly providers: readonly string[] },
): ReadAppointments {
  const localTime = localTimesIn(zone);
  const booked: BookedVisit[] = [];
  const counts = { withoutPlace: 0, elsewhere: 0, ignored: 0 };
  for (const { resource } of itemsOf(bundle.entry)) {
    const appointment = objectOf(resource);
    if (appointment["resourceType"] !== "Appointment") counts.ignored += 1;
    else {
      const time = timeOf(appointment, localTime);
      const provider = providerOf(appointment, providers);
      if (time === undefined) counts.withoutPlace += 1;
      else if (provider === undefined) counts.elsewhere += 1;
      else booked.push({ provider, date: time.date, start: time.minutes, ...typeOf(appointment) });
    }
  }
  return { booked, ...counts };
}

type Fields = Readonly<Record<string, unknown>>;

function objectOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function itemsOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

function timeOf({ status, start }: Fields, localTime: (instant: string) => LocalTime | undefined) {
  if (!holding.includes(status as string) || typeof start !== "string") return undefined;
  return localTime(start);
}

function providerOf({ participant }: Fields, providers: readonly string[]): string | undefined {
  for (const { actor } of itemsOf(participant)) {
    const { identifier, reference, display } = objectOf(actor);
    const { system, value } = objectOf(identifier);
    if (system === providerSystem && providers.includes(value as string)) return value as string;
    const [, number] = /(?:^|\/)PractitionerRole\/provider-(\d+)$/.exec(String(reference)) ?? [];
    const referred = providers[Number(number) - 1];
    if (referred !== undefined) return referred;
    if (providers.includes(display as string)) return display as string;
  }
  return undefined;
}

/** The visit type, where the appointment names one. */
function typeOf({ serviceType, appointmentType }: Fields): Pick<BookedVisit, "type"> {
  const texts = [...itemsOf(serviceType), objectOf(appointmentType)].map(({ text }) => text);
  const type = texts.find((text) => typeof text === "string");
  return type === undefined ? {} : { type: type as string };
}
