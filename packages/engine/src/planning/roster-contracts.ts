/**
 * Reads what has been agreed with people: hours, and what they are paid.
 *
 * @module
 */

import type { RuleUse } from "../roster/problem.ts";
import { weekday, weeks } from "../roster/problem.ts";
import type { Keys } from "../scenario/complaints.ts";
import { minutes, money } from "../scenario/units.ts";
import type { Duties } from "./roster-duties.ts";
import type { Member } from "./roster-people.ts";
import type { RosterReading } from "./roster-reading.ts";
import type { ContractDocument, HoursLimits } from "./roster-schema-people.ts";

/** Hours of a week after which work is overtime, when a contract says nothing. */
const USUAL_HOURS = 40;

/** The least and the most hours of each contract, for those who have it. */
export function contractUses(members: readonly Member[], duties: Duties, reading: RosterReading): RuleUse[] {
  return Object.entries(reading.document.contracts ?? {}).flatMap(([name, contract]) => {
    const keys = ["contracts", name];
    checkContract(contract, keys, duties, reading);
    const people = members.flatMap(({ document }, index) => (document.contract === name ? [index] : []));
    const credited = people.map((person) => creditOf(members[person]!, contract, reading));
    return (["week", "period"] as const).flatMap((per): RuleUse[] => {
      const limits = contract[per];
      if (limits === undefined || people.length === 0) return [];
      return [{ rule: "hours", people, parameters: { per, ...limitsOf(limits), credited } }];
    });
  });
}

/** What people cost, those together who have the same overtime. */
export function payUses(members: readonly Member[], reading: RosterReading): RuleUse[] {
  const groups = new Map<string, { readonly people: number[]; readonly parameters: object }>();
  members.forEach(({ person, document, keys }, index) => {
    const { overtimePerHour, contract } = document;
    const parameters =
      overtimePerHour === undefined ? {} : overtime(money(overtimePerHour) - person.costPerHour, contract, reading);
    if (overtimePerHour !== undefined && money(overtimePerHour) < person.costPerHour) {
      const message = `an hour of overtime at ${overtimePerHour} costs less than a usual one`;
      reading.complain(keys, "cheap-overtime", message, "let overtimePerHour be what such an hour costs in all");
    }
    const key = JSON.stringify(parameters);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { people: [index], parameters });
    else group.people.push(index);
  });
  return [...groups.values()].map((group) => ({ rule: "pay", ...group }));
}

/**
 * Minutes a week on which a contract rests: those agreed, or else the middle of its limits.
 *
 * @returns 40 hours when the contract says nothing, or there is none
 */
export function agreedMinutes({ document }: Member, { document: { contracts = {} }, horizon }: RosterReading): number {
  const contract = document.contract === undefined ? undefined : contracts[document.contract];
  if (contract === undefined) return USUAL_HOURS * 60;
  return agreedIn(contract, horizon.days);
}

function agreedIn({ hours, week, period }: ContractDocument, days: number): number {
  if (hours !== undefined) return minutes(hours);
  const [limits, weeksOfLimits] = week === undefined ? [period, days / 7] : [week, 1];
  const bounds = [limits?.atLeast, limits?.atMost].flatMap((bound) => (bound === undefined ? [] : [minutes(bound)]));
  if (bounds.length === 0) return USUAL_HOURS * 60;
  return bounds.reduce((sum, bound) => sum + bound, 0) / bounds.length / weeksOfLimits;
}

function overtime(extraPerHour: number, contract: string | undefined, { document: { contracts = {} } }: RosterReading) {
  const after = contract === undefined ? undefined : contracts[contract]?.overtimeAfter;
  return { usualMinutes: after === undefined ? USUAL_HOURS * 60 : minutes(after), extraPerHour };
}

/** Minutes that count as worked on each day: a fifth of a week on a weekday away, or closed. */
function creditOf({ away }: Member, contract: ContractDocument, reading: RosterReading): number[] {
  const fifth = agreedIn(contract, reading.horizon.days) / 5;
  return reading.allDays.map((day) => {
    const isFree = (away.has(day) || reading.closed.has(day)) && weekday(reading.horizon, day) < 5;
    return isFree ? fifth : 0;
  });
}

function limitsOf({ atLeast, atMost, price }: HoursLimits) {
  return {
    ...(atLeast === undefined ? {} : { atLeast: minutes(atLeast) }),
    ...(atMost === undefined ? {} : { atMost: minutes(atMost) }),
    ...(price === undefined ? {} : { price: money(price) }),
  };
}

/** Complains about what nobody can keep to, whatever the roster. */
function checkContract(contract: ContractDocument, keys: Keys, { shifts }: Duties, reading: RosterReading): void {
  const [week, period] = [limitsOf(contract.week ?? {}), limitsOf(contract.period ?? {})];
  for (const [per, { atLeast = 0, atMost = Infinity }] of [
    ["week", week],
    ["period", period],
  ] as const) {
    if (atLeast <= atMost) continue;
    const message = `at least ${atLeast / 60} hours and at most ${atMost / 60} cannot both be`;
    reading.complain([...keys, per, "atLeast"], "least-above-most", message, "let atLeast be atMost or less");
    return;
  }
  const contradict = (key: string, message: string, hint: string) =>
    reading.complain([...keys, key], "contradictory-contract", message, hint);
  const { days } = reading.horizon;
  const whole = weeks(reading.horizon).filter(({ length }) => length === 7).length;
  const longest = Math.max(0, ...shifts.map(({ workMinutes }) => workMinutes));
  const isHard = week.price === undefined && period.price === undefined;
  if (isHard && whole * (week.atLeast ?? 0) > (period.atMost ?? Infinity)) {
    const message = `${whole} weeks of at least ${week.atLeast! / 60} hours are more than ${period.atMost! / 60} hours over the roster`;
    contradict("period", message, "let the period have more hours, or the week fewer");
  }
  if (isHard && Math.ceil((days + 6) / 7) * (week.atMost ?? Infinity) < (period.atLeast ?? 0)) {
    const message = `weeks of at most ${week.atMost! / 60} hours do not make ${period.atLeast! / 60} hours over the roster`;
    contradict("period", message, "let the period have fewer hours, or the week more");
  }
  if (longest === 0) return;
  if (week.price === undefined && whole > 0 && (week.atLeast ?? 0) > 7 * longest) {
    contradict(
      "week",
      `${week.atLeast! / 60} hours a week are more than seven times the longest shift`,
      "let it be fewer",
    );
  }
  if (period.price === undefined && (period.atLeast ?? 0) > days * longest) {
    contradict(
      "period",
      `${period.atLeast! / 60} hours are more than ${days} times the longest shift`,
      "let it be fewer",
    );
  }
}
