/**
 * What an office could do for access to its appointments, as changes to its scenario.
 *
 * @module
 */

import type { Change } from "../scenario/changes.ts";
import { namesWeekday } from "../scenario/days.ts";
import type { RequestSource, Scenario, ShareRule, SharesByVisitType, TemplateRow } from "../scenario/schema.ts";
import { weekdays } from "../scenario/schema-resources.ts";
import { isCurve, isForAll } from "../scenario/schema-shares.ts";
import { clocksOf, holdsOf, sameDay } from "../scenario/template-rows.ts";
import { ratePerMinute, share } from "../scenario/units.ts";
import { DAY } from "../time-of-day.ts";

/** How far each what-if goes. */
export interface AccessLevels {
  /** By which share no-shows become rarer with reminders; 0.3 unless given. */
  readonly reminders?: number;
  /** The share of the seats that is held for the same day; 0.3 unless given. */
  readonly sameDay?: number;
  /** By which share more ask; 0.1 unless given. */
  readonly growth?: number;
}

/** A what-if about access. */
export interface AccessWhatIf {
  readonly name: string;
  readonly changes: readonly Change[];
}

/** A source of requests with its name. */
export type NamedRequests = readonly [name: string, source: RequestSource];

/** The sources of patients who ask for appointments. */
export function requestsIn({ arrivals = {} }: Scenario): NamedRequests[] {
  return Object.entries(arrivals).flatMap(([name, source]) => ("requests" in source ? [[name, source] as const] : []));
}

/** What could be done, as far as it makes sense in a scenario: what is there already is not proposed. */
export function accessWhatIfs(scenario: Scenario, levels: AccessLevels = {}): AccessWhatIf[] {
  const { reminders = 0.3, sameDay: held = 0.3, growth = 0.1 } = levels;
  const sources = requestsIn(scenario);
  const templates = [...new Set(sources.map(([, { requests }]) => requests.template))];
  const all: AccessWhatIf[] = [
    { name: `reminders: no-shows ${percent(reminders)} rarer`, changes: sources.flatMap(rarerNoShows(reminders)) },
    {
      name: `${percent(held)} of the seats held for the same day`,
      changes: rowChanges(scenario, templates, heldRow(held)),
    },
    {
      name: "one more session a week, beside the first",
      changes: templates.flatMap((name) => oneMoreSession(scenario, name)),
    },
    { name: "overbooked beside likely no-shows", changes: rowChanges(scenario, templates, overbookedRow) },
    { name: `${percent(growth)} more patients ask`, changes: sources.map(moreAsk(1 + growth)) },
  ];
  return all.filter(({ changes }) => changes.length > 0);
}

function rarerNoShows(by: number): (named: NamedRequests) => Change[] {
  return ([name, { requests }]) => {
    if (requests.noShow === undefined) return [];
    return [{ path: ["arrivals", name, "requests", "noShow"], value: scaled(requests.noShow, 1 - by) }];
  };
}

function scaled(rule: SharesByVisitType, by: number): SharesByVisitType {
  if (isForAll(rule)) return scaledRule(rule, by);
  return Object.fromEntries(Object.entries(rule).map(([visitType, own]) => [visitType, scaledRule(own, by)]));
}

function scaledRule(rule: ShareRule, by: number): ShareRule {
  const times = (text: string) => shareText(share(text) * by);
  if (typeof rule === "string") return times(rule);
  if (isCurve(rule)) return { ...rule, sameDay: times(rule.sameDay), from: times(rule.from), to: times(rule.to) };
  return rule.map((row) => ({ ...row, share: times(row.share) }));
}

/** One change for each template of which some row is altered. */
function rowChanges(
  { templates = {} }: Scenario,
  names: readonly string[],
  alter: (row: TemplateRow) => TemplateRow | undefined,
): Change[] {
  return names.flatMap((name) => {
    const rows = templates[name]!.map((row) => alter(row));
    if (rows.every((row) => row === undefined)) return [];
    return [{ path: ["templates", name], value: rows.map((row, index) => row ?? templates[name]![index]!) }];
  });
}

/** A row that holds seats for the same day, unless it does so already or holds others. */
function heldRow(part: number): (row: TemplateRow) => TemplateRow | undefined {
  return (row) => (holdsOf(row).length > 0 ? undefined : { ...row, held: { seats: shareText(part), for: sameDay } });
}

/** A row with a tenth more patients than seats, each beside somebody who stays away one time in five or more. */
function overbookedRow(row: TemplateRow): TemplateRow | undefined {
  if (row.overbooked !== undefined) return undefined;
  const most = Math.max(1, Math.round(0.1 * clocksOf(row).length * (row.seats ?? 1)));
  return { ...row, overbooked: { most, above: "20 %" } };
}

/** The first row of a template once more, on one day of the week. */
function oneMoreSession({ templates = {}, calendar }: Scenario, name: string): Change[] {
  const [row] = templates[name]!;
  if (row === undefined) return [];
  const opens = (weekday: number) => {
    return row.days === undefined ? isOpen(calendar.opening, weekday) : namesWeekday(row.days, weekday);
  };
  const day = [0, 1, 2, 3, 4, 5, 6].find(opens);
  if (day === undefined) return [];
  const more = { ...row, days: weekdays[day]! };
  return [{ path: ["templates", name], value: [...templates[name]!, more] }];
}

function isOpen(opening: Scenario["calendar"]["opening"], weekday: number): boolean {
  if (opening === undefined || typeof opening === "string" || Array.isArray(opening)) return true;
  const words = Object.keys(opening);
  return words.some((word) => namesWeekday(word, weekday));
}

function moreAsk(factor: number): (named: NamedRequests) => Change {
  return ([name, { requests }]) => {
    const path = ["arrivals", name, "requests"];
    if (requests.panel === undefined) {
      const demand = Number((ratePerMinute(requests.demand!) * DAY * factor).toPrecision(12));
      return { path: [...path, "demand"], value: `${demand} per day` };
    }
    return { path: [...path, "panel", "patients"], value: Math.round(requests.panel.patients * factor) };
  };
}

function shareText(part: number): string {
  return `${Number((100 * part).toPrecision(12))} %`;
}

function percent(part: number): string {
  return `${Number((100 * part).toPrecision(3))} %`;
}
