/**
 * The roster problem of a scenario in the words of the roster format.
 *
 * @module
 */

import { Days, type Span } from "../scenario/days.ts";
import type { Scenario } from "../scenario/schema.ts";
import { minutes } from "../scenario/units.ts";
import { clockText, DAY, dateAfter, weekdayNames } from "../time-of-day.ts";
import { type Crew, dateOf } from "./crew.ts";
import type { IntervalCover } from "./interval-cover.ts";
import type { RosterDocument } from "./roster-schema.ts";

/** Minutes by which a shift may also begin earlier or later, as long as before. */
const OTHER_STARTS = [-30, 30, 60];

/** What a missing and an idle person cost an hour: an assumption that the file names as such. */
const UNDER = "$60 per hour";
const OVER = "$6 per hour";

/** What is known of an office. */
export interface OfficeRoster {
  readonly crews: readonly Crew[];
  readonly roles: readonly IntervalCover[];
  readonly weeks: number;
  readonly share: number;
  readonly within: number;
}

/** The file's data: one workplace for each crew, its people, its shifts, and its cover. */
export function documentOf(scenario: Scenario, { crews, roles, weeks, share, within }: OfficeRoster): RosterDocument {
  const days = new Days(scenario.calendar);
  const open = weekdayNames.filter((_, weekday) =>
    days.hasOpening ? days.openingOn(weekday).length > 0 : isSimulated(days, weekday),
  );
  const named = daysNamed(open.map((name) => name.toLowerCase()));
  const start = dateAfter(dateOf(scenario.calendar), (7 - days.weekday(0)) % 7);
  const crewsNamed = withDifferentShorts(crews);
  return {
    roster: 1,
    name: `${scenario.name.slice(0, 180)}, ${weeks} weeks`,
    description:
      `Made from the scenario ${scenario.name.slice(0, 180)}: cover so that ${Math.round(100 * share)} % wait no longer than ${within} min, ` +
      "from simulations; people, contracts and shifts as the scenario has them.",
    start,
    days: 7 * weeks,
    workplaces: Object.fromEntries(crews.map(({ role }) => [role, { skill: role, staffs: role }])),
    shifts: Object.fromEntries(crewsNamed.flatMap((crew) => shiftsOf(crew, named))),
    contracts: Object.fromEntries(crews.map((crew) => [contractNameOf(crew), contractOf(crew, open.length)])),
    roles: Object.fromEntries(
      crews.map((crew) => {
        const { costPerHour } = crew.spec;
        const contract = contractNameOf(crew);
        return [crew.role, { skills: [crew.role], contract, ...(costPerHour !== undefined && { costPerHour }) }];
      }),
    ),
    people: Object.fromEntries(
      crewsNamed.flatMap(({ role, short, hours }) => hours.map((_, index) => [`${short}-${index + 1}`, { role }])),
    ),
    cover: { normal: roles.flatMap((cover, index) => coverOf(cover, { crew: crews[index]!, days: named })) },
    rules: [
      { rule: "rest between shifts", atLeast: "11 h" },
      { rule: "days in a row", atMost: 6 },
    ],
    sources: [
      { path: "cover", source: `simulations of ${scenario.name}; prices are assumed`, grade: "assumed" },
      { path: "rules", source: "assumed", grade: "assumed" },
    ],
  } as unknown as RosterDocument;
}

type DaysNamed = string | readonly string[];

/** The format's word for these days, where there is one. */
function daysNamed(names: readonly string[]): DaysNamed {
  const isWeekdays = names.join() === "monday,tuesday,wednesday,thursday,friday";
  return isWeekdays ? "weekdays" : names.length === 7 ? "every day" : names;
}

function isSimulated(days: Days, weekday: number): boolean {
  return Array.from({ length: days.count }, (_, day) => days.weekday(day)).includes(weekday);
}

/** No two roles have the same short name. */
function withDifferentShorts(crews: readonly Crew[]): Crew[] {
  return crews.map((crew, index) => {
    const before = crews.slice(0, index).filter(({ short }) => short === crew.short).length;
    return before === 0 ? crew : { ...crew, short: `${crew.short}${before + 1}` };
  });
}

/** The shifts of a crew as they are, and as long ones that begin earlier or later. */
function shiftsOf(crew: Crew, days: DaysNamed): [string, object][] {
  const { role, short, hours } = crew;
  const spans = new Map<string, Span>();
  const add = ({ from, to }: Span) => spans.set(`${short} ${clockText(from)}-${clockOf(to)}`, { from, to });
  for (const span of hours) add(span);
  for (const { from, to } of hours) {
    for (const by of OTHER_STARTS) if (from + by >= 0 && from + by < DAY) add({ from: from + by, to: to + by });
  }
  return [...spans].map(([id, { from, to }]) => {
    const breaks = breaksWithin(crew, { from, to });
    const shift = { from: clockText(from), to: clockOf(to), at: role, ...(breaks.length > 0 && { breaks }), days };
    return [id, shift];
  });
}

/** The breaks that lie inside a shift. */
function breaksWithin({ breaks }: Crew, { from, to }: Span): { at: string | string[]; lasts: string }[] {
  return breaks.flatMap(({ at, lasts }) => {
    const inside = at.filter((clock) => clock > from && clock + lasts < to).map(clockOf);
    return inside.length === 0 ? [] : [{ at: inside.length === 1 ? inside[0]! : inside, lasts: `${lasts} min` }];
  });
}

function contractNameOf({ role }: Crew): string {
  return `hours of ${role}`;
}

/** The hours of a week that the people of a role work according to the scenario, at least and at most. */
function contractOf(crew: Crew, days: number): object {
  const worked = crew.hours.map((span) => {
    const rests = breaksWithin(crew, span).reduce((sum, { lasts }) => sum + minutes(lasts), 0);
    return ((span.to - span.from - rests) * days) / 60;
  });
  const text = (value: number) => `${Math.round(100 * value) / 100} h`;
  return {
    hours: text(Math.max(...worked)),
    week: { atLeast: text(Math.min(...worked)), atMost: text(Math.max(...worked)) },
  };
}

interface CoverWords {
  readonly crew: Crew;
  readonly days: DaysNamed;
}

/** Intervals of the same need, one after the other, as one; as far as some shift reaches: the last finish what is left. */
function coverOf({ role, intervals }: IntervalCover, { crew, days }: CoverWords) {
  const spans: { from: number; to: number; people: number }[] = [];
  const latest = Math.max(...crew.hours.map(({ to }) => to)) + Math.max(...OTHER_STARTS);
  for (const { from, to, people } of intervals) {
    if (to > latest) continue;
    const last = spans.at(-1);
    if (last !== undefined && last.to === from && last.people === people) last.to = to;
    else spans.push({ from, to, people });
  }
  return spans.map(({ from, to, people }) => ({
    at: role,
    from: clockText(from),
    to: clockOf(to),
    // Breaks begin at quarters of an hour: in longer intervals two people who take turns would both be missing.
    every: "15 min",
    days,
    people,
    under: UNDER,
    over: OVER,
  }));
}

function clockOf(clock: number): string {
  return clock === DAY ? "24:00" : clockText(clock % DAY);
}
