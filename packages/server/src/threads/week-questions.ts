import {
  appointmentsFromFhir,
  engineVersion,
  instantsIn,
  isDate,
  localTimesIn,
  nextBestSlots,
  ScenarioError,
  type SlotPrices,
  type WeekJson,
  weekSlotsOf,
} from "@praxis/engine";
import { answering } from "./reply.ts";
import { unknown } from "./roster-names.ts";
import { type Document, weekOf } from "./text.ts";

/** A visit for which a place is looked for, as a client asks. */
export interface Wish {
  /** Name of its visit type. */
  readonly type: string;
  readonly provider?: string | undefined;
  /** The first and the last date that will do. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Minutes after midnight that suit. */
  readonly hours?: { readonly from: number; readonly to: number } | undefined;
  readonly prices: SlotPrices;
  readonly most: number;
}

/** A wish, the week in which it is to find a place, and what is booked. */
export interface NextSlotsTask {
  readonly problem: Document;
  readonly week: unknown;
  readonly wish: Wish;
  /** RFC 3339. */
  readonly now: string;
  /** A FHIR Bundle of appointments. Of what is in it, nothing but times and providers is looked at. */
  readonly appointments?: { readonly entry?: unknown } | undefined;
}

/** Which places are left for a visit. */
export const nextSlotsInWeek = answering(({ problem, week, wish, now, appointments = {} }: NextSlotsTask) => {
  const read = weekOf(problem);
  const { zone, visitTypes, providers } = read;
  const types = visitTypes.map(({ name }) => name);
  const ids = providers.map(({ id }) => id);
  requireKnown("/type", wish.type, types, "visit type");
  if (wish.provider !== undefined) requireKnown("/provider", wish.provider, ids, "provider");
  requireDates(wish);
  const { booked, ...left } = appointmentsFromFhir(appointments, { zone, providers: ids });
  const { from, until, provider, hours, type, prices, most } = wish;
  const wanted = {
    ...{ type, prices, now: presentOf(now, zone) },
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(provider === undefined ? {} : { provider }),
    ...(hours === undefined ? {} : { hours }),
  };
  const offers = nextBestSlots(weekSlotsOf(week as WeekJson), read, booked, wanted, most);
  const instant = instantsIn(zone);
  return {
    praxis: engineVersion,
    problem: read.name,
    zone,
    offers: offers.map(({ date, start, minutes, ...offer }) => ({
      ...offer,
      start: instant(date, start),
      end: instant(date, start + minutes),
    })),
    appointments: { booked: booked.length, ...left },
  };
});

function requireKnown(path: string, name: string, known: readonly string[], what: string): void {
  if (!known.includes(name)) throw unknown(path, `“${name}” is no ${what} of this week`, { name, known });
}

function presentOf(now: string, zone: string) {
  const present = localTimesIn(zone)(now);
  if (present !== undefined) return present;
  const issue = { code: "wrong-value", path: "/now", message: `“${now}” is no moment` } as const;
  throw new ScenarioError([{ ...issue, hint: "write it as 2026-12-07T14:00:00Z" }]);
}

function requireDates({ from, until }: Wish): void {
  const wrong = Object.entries({ from, until }).filter(([, date]) => date !== undefined && !isDate(date));
  const issues = wrong.map(([name, date]) => ({
    ...{ code: "wrong-value", path: `/${name}`, message: `“${date}” is no date` },
    hint: "write it as 2026-12-07",
  }));
  if (issues.length > 0) throw new ScenarioError(issues);
  // Dates as they are written here sort like texts.
  if (from === undefined || until === undefined || from <= until) return;
  const message = `it comes before ${from}`;
  throw new ScenarioError([{ code: "wrong-value", path: "/until", message, hint: "give the first date first" }]);
}
