/**
 * How far an office stands from the demand at which its backlog feeds itself, by theory.
 *
 * @module
 */

import { shareByLead } from "../clinic/appointment-rules.ts";
import { type AccessLoad, accessLoad } from "../scenario/load.ts";
import type { RequestSource, Scenario, SharesByVisitType } from "../scenario/schema.ts";
import { isForAll } from "../scenario/schema-shares.ts";
import { minutes, share } from "../scenario/units.ts";
import { type Stability, stabilityOf, type Verdict, verdictOn } from "../template/access.ts";
import { DAY } from "../time-of-day.ts";

/** How a template stands with those who ask for its seats; numbers for each day that has seats, on average over the week. */
export interface AccessStability extends Stability {
  readonly template: string;
  readonly capacity: number;
  readonly demand: number;
  readonly verdict: Verdict;
  /** How many more could ask in a day before the office is no longer safe from every backlog; negative: how many too many. */
  readonly spareRequests: number;
  /** The same in patients of the panel; absent where a demand is given instead of panels. */
  readonly sparePatients?: number;
}

/**
 * How each template stands with its demand.
 *
 * Theory knows seats, requests, no-shows by lead time and those who ask again; not what is held, cancelled, overbooked or
 * filled from a wait list, nor holidays: that is what the simulation is for.
 */
export function accessStability(scenario: Scenario): AccessStability[] {
  return accessLoad(scenario).flatMap((load) => (load.seats === 0 ? [] : [stabilityOn(scenario, load)]));
}

function stabilityOn(scenario: Scenario, { template, days, seats, requests }: AccessLoad): AccessStability {
  const sources = Object.entries(requests).map(([name, asked]) => {
    return { asked, source: scenario.arrivals![name] as RequestSource };
  });
  const all = sources.reduce((sum, { asked }) => sum + asked, 0);
  const mean = (of: (source: RequestSource) => number) => {
    return all === 0 ? 0 : sources.reduce((sum, { asked, source }) => sum + asked * of(source), 0) / all;
  };
  const horizon = Math.max(...sources.map(({ source }) => minutes(source.requests.horizon ?? "90 d") / DAY));
  const noShow = Array.from({ length: Math.floor(horizon) + 1 }, (_, wait) =>
    mean((source) => missedAfter(source, wait)),
  );
  const perDay = seats / days;
  // Theory counts in whole patients; a thousandth of a patient is exact enough for averages over a week.
  const office = { capacity: 1000, noShow, bookAgain: mean(bookAgainOf) };
  const { safe, lost } = stabilityOf(office);
  const [demand, scale] = [all / days, perDay / 1000];
  const spareRequests = safe * scale - demand;
  const patients = sources.reduce((sum, { source }) => sum + (source.requests.panel?.patients ?? Number.NaN), 0);
  return {
    template,
    capacity: perDay,
    demand,
    verdict: verdictOn(office, demand / scale),
    safe: safe * scale,
    lost: lost * scale,
    spareRequests,
    ...(patients > 0 && all > 0 && { sparePatients: Math.floor((spareRequests * patients) / demand) }),
  };
}

function bookAgainOf({ requests: { bookAgain } }: RequestSource): number {
  if (bookAgain === undefined) return 0;
  return share(typeof bookAgain === "string" ? bookAgain : bookAgain.share);
}

/** The share of a source's patients who do not come after so many days, over its visit types. */
function missedAfter({ requests: { noShow }, visitType }: RequestSource, days: number): number {
  if (noShow === undefined) return 0;
  if (typeof visitType !== "object") return missedBy(noShow, visitType ?? "", days);
  const shares = Object.entries(visitType).map(([name, part]) => [name, share(part)] as const);
  const all = shares.reduce((sum, [, part]) => sum + part, 0);
  return shares.reduce((sum, [name, part]) => sum + part * missedBy(noShow, name, days), 0) / all;
}

function missedBy(rule: SharesByVisitType, visitType: string, days: number): number {
  const own = isForAll(rule) ? rule : rule[visitType];
  return own === undefined ? 0 : shareByLead(own)({ minutes: days * DAY, days });
}
