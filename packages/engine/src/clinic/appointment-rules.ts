/**
 * What becomes of an appointment: cancelled, missed, or kept more or less on time.
 *
 * @module
 */

import type { KeyedSampler } from "../random/streams.ts";
import type { Appointments, Requests, ShareRule, SharesByVisitType } from "../scenario/schema.ts";
import { isCurve, isForAll } from "../scenario/schema-shares.ts";
import { distribution, minutes, share } from "../scenario/units.ts";
import { DAY } from "../time-of-day.ts";
import { timeOf } from "./pathways.ts";
import type { Workshop } from "./workshop.ts";

/** How long ahead an appointment was made. */
export interface Lead {
  readonly minutes: number;
  /** Midnights between asking and appointment. */
  readonly days: number;
  /** The backlog at opening on the day of the appointment, in whole days of capacity; the days above where it is not known. */
  readonly backlogDays?: number;
}

/** The share of a pathway's patients with this lead time. */
type ShareAt = (pathway: number, lead: Lead) => number;

/** The rules of one source of appointments. */
export interface AppointmentRules {
  /** Minutes between booking and appointment. */
  leadTime(lo: number, hi: number): number;
  isCancelled(lo: number, hi: number, pathway: number, lead: Lead): boolean;
  isMissed(lo: number, hi: number, pathway: number, lead: Lead): boolean;
  /** How probable it is that the patient does not come. */
  readonly missedShare: ShareAt;
  /** Minutes after the time of the appointment at which the patient comes; negative: before. */
  lateness(lo: number, hi: number): number;
}

/** The rules of a source, each a draw of the patient's own; without a specification everybody comes on time. */
export function rulesOf(
  shop: Workshop,
  source: string,
  spec: Partial<Appointments> | Partial<Requests> = {},
): AppointmentRules {
  const { noShow, cancellation, punctuality } = spec;
  const leadTime = "leadTime" in spec ? spec.leadTime : undefined;
  const purpose = `arrivals.${source}`;
  const missedShare = shareAtLead(shop, noShow);
  return {
    leadTime: timeBy(leadTime === undefined ? 0 : timeOf(leadTime, `${purpose}.leadTime`, shop)),
    isCancelled: chance(shop, `${purpose}.cancellation`, shareAtLead(shop, cancellation)),
    isMissed: chance(shop, `${purpose}.noShow`, missedShare),
    missedShare,
    lateness: timeBy(
      punctuality === undefined ? 0 : shop.streams.keyed(`${purpose}.punctuality`, distribution(punctuality)),
    ),
  };
}

/** A time that is always the same, or drawn for each patient. */
export function timeBy(time: number | KeyedSampler): (lo: number, hi: number) => number {
  return typeof time === "number" ? () => time : (lo, hi) => time(lo, hi, 0);
}

function chance({ streams }: Workshop, purpose: string, shareAt: ShareAt): AppointmentRules["isMissed"] {
  const draw = streams.keyedUniform(purpose);
  return (lo, hi, pathway, lead) => {
    const part = shareAt(pathway, lead);
    return part > 0 && draw(lo, hi, 0) < part;
  };
}

function shareAtLead(shop: Workshop, rule: SharesByVisitType | undefined): ShareAt {
  if (rule === undefined) return () => 0;
  if (isForAll(rule)) {
    const forAll = shareByLead(rule);
    return (_, lead) => forAll(lead);
  }
  const byPathway = new Map(
    Object.entries(rule).map(([visitType, own]) => [shop.pathwayIndex("visit type", visitType), shareByLead(own)]),
  );
  return (pathway, lead) => byPathway.get(pathway)?.(lead) ?? 0;
}

/** A share for lead times up to each bound; whoever booked still earlier has that of the row without one, or none. */
export function shareByLead(rule: ShareRule): (lead: Lead) => number {
  if (typeof rule === "string") {
    const same = share(rule);
    return () => same;
  }
  if (isCurve(rule)) {
    const [sameDay, from, to] = [share(rule.sameDay), share(rule.from), share(rule.to)];
    const over = minutes(rule.over) / DAY;
    const byBacklog = rule.by === "backlog";
    return ({ days, backlogDays }) => {
      const length = byBacklog ? (backlogDays ?? days) : days;
      return length < 1 ? sameDay : to - (to - from) * Math.exp(-length / over);
    };
  }
  const rows = rule.map((row) => {
    return { upTo: row.upTo === undefined ? Infinity : minutes(row.upTo), share: share(row.share) };
  });
  return (lead) => rows.find(({ upTo }) => lead.minutes <= upTo)?.share ?? 0;
}
