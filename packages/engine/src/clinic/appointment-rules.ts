/**
 * What becomes of an appointment: cancelled, missed, or kept more or less on time.
 *
 * @module
 */

import type { KeyedSampler } from "../random/streams.ts";
import type { Appointments, ShareRule } from "../scenario/schema.ts";
import { distribution, minutes, share } from "../scenario/units.ts";
import { timeOf } from "./pathways.ts";
import type { Workshop } from "./workshop.ts";

/** The rules of one source of appointments. */
export interface AppointmentRules {
  /** Minutes between booking and appointment. */
  leadTime(lo: number, hi: number): number;
  isCancelled(lo: number, hi: number, pathway: number, leadTime: number): boolean;
  isMissed(lo: number, hi: number, pathway: number, leadTime: number): boolean;
  /** Minutes after the time of the appointment at which the patient comes; negative: before. */
  lateness(lo: number, hi: number): number;
}

/** The rules of a source, each a draw of the patient's own; without a specification everybody comes on time. */
export function rulesOf(shop: Workshop, source: string, spec: Partial<Appointments> = {}): AppointmentRules {
  const { leadTime, noShow, cancellation, punctuality } = spec;
  const purpose = `arrivals.${source}`;
  return {
    leadTime: timeBy(leadTime === undefined ? 0 : timeOf(leadTime, `${purpose}.leadTime`, shop)),
    isCancelled: chance(shop, `${purpose}.cancellation`, cancellation),
    isMissed: chance(shop, `${purpose}.noShow`, noShow),
    lateness: timeBy(
      punctuality === undefined ? 0 : shop.streams.keyed(`${purpose}.punctuality`, distribution(punctuality)),
    ),
  };
}

function timeBy(time: number | KeyedSampler): (lo: number, hi: number) => number {
  return typeof time === "number" ? () => time : (lo, hi) => time(lo, hi, 0);
}

/** Whether something happens whose share may depend on visit type and lead time. */
function chance(
  shop: Workshop,
  purpose: string,
  rule: ShareRule | Readonly<Record<string, ShareRule>> | undefined,
): AppointmentRules["isMissed"] {
  if (rule === undefined) return () => false;
  const draw = shop.streams.keyedUniform(purpose);
  if (typeof rule === "string" || Array.isArray(rule)) {
    const shareAt = shareByLeadTime(rule as ShareRule);
    return (lo, hi, _, leadTime) => draw(lo, hi, 0) < shareAt(leadTime);
  }
  const byPathway = new Map(
    Object.entries(rule).map(([visitType, own]) => [shop.pathwayIndex("visit type", visitType), shareByLeadTime(own)]),
  );
  return (lo, hi, pathway, leadTime) => draw(lo, hi, 0) < (byPathway.get(pathway)?.(leadTime) ?? 0);
}

/** A share for lead times up to each bound; whoever booked still earlier has that of the row without one, or none. */
function shareByLeadTime(rule: ShareRule): (leadTime: number) => number {
  if (typeof rule === "string") {
    const same = share(rule);
    return () => same;
  }
  const rows = rule.map((row) => {
    return { upTo: row.upTo === undefined ? Infinity : minutes(row.upTo), share: share(row.share) };
  });
  return (leadTime) => rows.find(({ upTo }) => leadTime <= upTo)?.share ?? 0;
}
