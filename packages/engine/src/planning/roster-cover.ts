/**
 * Reads how many people are needed: on shifts, and at workplaces in intervals, by the plan of each week.
 *
 * @module
 */

import type { RuleUse } from "../roster/problem.ts";
import { weeks } from "../roster/problem.ts";
import type { Cover } from "../roster/rules/cover.ts";
import type { Keys } from "../scenario/complaints.ts";
import { spanBetween } from "../scenario/days.ts";
import { dollars, minutes, money } from "../scenario/units.ts";
import { clockTime, DAY } from "../time-of-day.ts";
import { checkStaffed } from "./roster-cover-checks.ts";
import { type Duties, shiftsNamed } from "./roster-duties.ts";
import type { Member } from "./roster-people.ts";
import { checkLimits, type RosterReading } from "./roster-reading.ts";
import type { CoverDocument } from "./roster-schema-work.ts";

/** The most needs of a roster: of so many people, on a shift or in an interval of one day. */
const MOST_NEEDS = 100_000;

/** The needs of a file, a use of the rule for each. */
export function coverUses(members: readonly Member[], duties: Duties, reading: RosterReading): RuleUse<Cover>[] {
  const { cover = {} } = reading.document;
  const planOf = plans(reading);
  const uses: RuleUse<Cover>[] = [];
  let needs = 0;
  for (const [plan, rows] of Object.entries(cover)) {
    const days = new Set(reading.allDays.filter((day) => planOf[day] === plan && !reading.closed.has(day)));
    for (const [index, row] of rows.entries()) {
      const keys = ["cover", plan, index];
      const on = row.days === undefined ? reading.allDays : reading.daysOn(row.days, [...keys, "days"]);
      const found = usesOf(
        row,
        on.filter((day) => days.has(day)),
        members,
        duties,
        reading,
        keys,
      );
      needs += found.reduce((sum, { parameters }) => sum + parameters.days.length, 0);
      if (needs > MOST_NEEDS) {
        const message = `with this row more than ${MOST_NEEDS} needs of people are to be met`;
        reading.complain(keys, "roster-too-large", message, "let the intervals be longer, or the roster shorter");
        return uses;
      }
      uses.push(...found);
    }
  }
  return uses;
}

/** The name of the plan of each day. */
function plans(reading: RosterReading): (string | undefined)[] {
  const { cover = {}, weeks: named = {} } = reading.document;
  const [usual] = Object.keys(cover);
  const plan = reading.allDays.map(() => usual);
  for (const [name, dates] of Object.entries(named)) {
    const keys = ["weeks", name];
    reading.known(name, Object.keys(cover), keys, "week plan");
    for (const [index, date] of [dates].flat().entries()) {
      const day = reading.dayOf(date, typeof dates === "string" ? keys : [...keys, index]);
      const week = weeks(reading.horizon).find((days) => day !== undefined && days.includes(day)) ?? [];
      for (const one of week) plan[one] = name;
    }
  }
  return plan;
}

function usesOf(
  row: CoverDocument,
  days: readonly number[],
  members: readonly Member[],
  duties: Duties,
  reading: RosterReading,
  keys: Keys,
): RuleUse<Cover>[] {
  const { document } = reading;
  if (row.at !== undefined) reading.known(row.at, Object.keys(document.workplaces ?? {}), [...keys, "at"], "workplace");
  if (row.role !== undefined) {
    const roles = [...Object.keys(document.roles ?? {}), ...members.map(({ person }) => person.role)];
    reading.known(row.role, new Set(roles), [...keys, "role"], "role");
  }
  const people = members.flatMap(({ person }, index) =>
    row.role === undefined || person.role === row.role ? [index] : [],
  );
  const limits = typeof row.people === "number" ? { atLeast: row.people } : row.people;
  checkLimits(reading, limits, [...keys, "people"]);
  if (limits.atLeast === undefined && limits.atMost === undefined) {
    const message = "neither “atLeast” nor “atMost” is there";
    reading.complain([...keys, "people"], "missing-key", message, "write one of them, or both");
  }
  const common = {
    ...(row.at === undefined ? {} : { workplace: row.at }),
    ...(row.skill === undefined ? {} : { skill: { name: row.skill, level: row.level ?? 1 } }),
    ...limits,
    ...(typeof row.people === "number" && row.over !== undefined ? { atMost: row.people } : {}),
  };
  if ("shift" in row) {
    const { shifts } = shiftsNamed(row.shift, duties, reading, [...keys, "shift"]);
    const use = { rule: "cover", people, parameters: { days, during: { shifts }, ...common, ...pricesOf(row, 60) } };
    checkStaffed([use], members, duties, reading, keys);
    return [use];
  }
  const intervals = intervalsOf(row, reading, keys);
  const uses = intervals.map(({ from, to }): RuleUse<Cover> => {
    // What lies behind midnight is there in the morning of the next day.
    const later = Math.floor(from / DAY);
    const during = { from: from - later * DAY, to: to - later * DAY };
    const on = days.map((day) => day + later).filter((day) => day < reading.horizon.days);
    return { rule: "cover", people, parameters: { days: on, during, ...common, ...pricesOf(row, to - from) } };
  });
  checkStaffed(uses, members, duties, reading, keys);
  return uses;
}

function pricesOf({ under, over }: CoverDocument, length: number) {
  const price = (amount: string) => (/h/.test(amount) ? (money(amount) * length) / 60 : dollars(amount));
  return {
    ...(under === undefined ? {} : { pricePerUnder: price(under) }),
    ...(over === undefined ? {} : { pricePerOver: price(over) }),
  };
}

/** The intervals between two times of the day, in minutes after midnight. */
function intervalsOf(row: Extract<CoverDocument, { from: string }>, reading: RosterReading, keys: Keys) {
  const { from, to } = spanBetween(clockTime(row.from), clockTime(row.to));
  const every = minutes(row.every ?? "30 min");
  if (!(every >= 15 && every <= 60)) {
    reading.complain(
      [...keys, "every"],
      "not-an-interval",
      `${row.every} is not between 15 and 60 minutes`,
      "write 30 min",
    );
    return [];
  }
  if (!Number.isInteger((to - from) / every)) {
    const message = `${row.from} to ${row.to} is not a whole number of intervals of ${every} min`;
    reading.complain([...keys, "to"], "not-an-interval", message, "let it end with an interval");
    return [];
  }
  return Array.from({ length: (to - from) / every }, (_, index) => ({
    from: from + index * every,
    to: from + (index + 1) * every,
  }));
}
