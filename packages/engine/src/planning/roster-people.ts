/**
 * Reads the people of a roster file, and when each of them can work.
 *
 * @module
 */

import type { Person, RuleUse, Shift } from "../roster/problem.ts";
import { weekday } from "../roster/problem.ts";
import type { Keys } from "../scenario/complaints.ts";
import { hoursOn, spansOf } from "../scenario/days.ts";
import { money } from "../scenario/units.ts";
import { DAY } from "../time-of-day.ts";
import type { Duties } from "./roster-duties.ts";
import type { RosterReading } from "./roster-reading.ts";
import type { PersonDocument } from "./roster-schema-people.ts";

/** A person as the file describes one: with what the role adds, and the days away. */
export interface Member {
  readonly person: Person;
  readonly document: PersonDocument;
  /** Keys that lead to the person. */
  readonly keys: Keys;
  /** When the person is away, and why. */
  readonly absences: readonly Absence[];
  /** All days on which the person is away. */
  readonly away: ReadonlySet<number>;
}

interface Absence {
  readonly days: readonly number[];
  readonly why: string | undefined;
}

/** Reads the people of a file. */
export function readPeople(reading: RosterReading): Member[] {
  const { people, roles, contracts = {} } = reading.document;
  if (Object.keys(people).length === 0) {
    reading.complain(["people"], "nobody", "nobody is listed", "list the people who work, each with a role");
  }
  checkNames(reading);
  for (const [role, common] of Object.entries(roles ?? {})) {
    checkContract(common?.contract, ["roles", role, "contract"]);
  }
  return Object.entries(people).map(([id, own]) => {
    const keys = ["people", id];
    if (roles !== undefined) reading.known(own.role, Object.keys(roles), [...keys, "role"], "role");
    checkContract(own.contract, [...keys, "contract"]);
    const common = roles?.[own.role] ?? {};
    const document = { ...common, ...own };
    const skills = new Map([...levelsOf(common.skills), ...levelsOf(own.skills)]);
    const { costPerHour } = document;
    const person = { id, role: own.role, skills, costPerHour: costPerHour === undefined ? 0 : money(costPerHour) };
    const absences = absencesOf(own, keys, reading);
    return { person, document, keys, absences, away: new Set(absences.flatMap(({ days }) => days)) };
  });

  function checkContract(name: string | undefined, keys: Keys): void {
    if (name !== undefined) reading.known(name, Object.keys(contracts), keys, "contract");
  }
}

/** Rules speak of people, roles and contracts by name, so no name may stand for two. */
function checkNames(reading: RosterReading): void {
  const { people, roles = {}, contracts = {} } = reading.document;
  const seen = new Map<string, string>([["everybody", "everybody"]]);
  const add = (name: string, kind: string, keys: Keys) => {
    const other = seen.get(name);
    if (other !== undefined && other !== kind) {
      reading.complain(keys, "name-taken", `“${name}” is the name of ${other} already`, `call this one otherwise`);
    } else seen.set(name, kind);
  };
  for (const name of Object.keys(contracts)) add(name, "a contract", ["contracts", name]);
  for (const name of Object.keys(roles)) add(name, "a role", ["roles", name]);
  for (const [name, { role }] of Object.entries(people)) add(role, "a role", ["people", name, "role"]);
  for (const name of Object.keys(people)) add(name, "a person", ["people", name]);
}

/** What keeps people from working: closed days, days away, hours in which they cannot, days without the shift. */
export function availabilityUses(members: readonly Member[], duties: Duties, reading: RosterReading): RuleUse[] {
  return [
    ...officeUses(members, duties, reading),
    ...members.flatMap((_, index) => ownUses(members, index, duties, reading)),
  ];
}

/** What is so for everybody. */
function officeUses(members: readonly Member[], { shifts, days }: Duties, reading: RosterReading): RuleUse[] {
  const people = members.map((_, index) => index);
  const closed = [...reading.closed].sort((a, b) => a - b);
  const closing = { days: closed, why: "is free, because the practice is closed" };
  const names = new Map<string, number[]>();
  for (const [index, { name }] of shifts.entries()) names.set(name, [...(names.get(name) ?? []), index]);
  const notHeld = [...names].flatMap(([name, indexes]) => {
    const without = reading.allDays.filter((day) => !days[indexes[0]!]!.has(day) && !reading.closed.has(day));
    return without.length === 0 ? [] : [{ days: without, shifts: indexes, why: `cannot have ${name}` }];
  });
  return [...(closed.length === 0 ? [] : [closing]), ...notHeld].map((parameters) => ({
    rule: "availability",
    people,
    parameters,
  }));
}

/** What is so for one person. */
function ownUses(members: readonly Member[], index: number, duties: Duties, reading: RosterReading): RuleUse[] {
  const { document, absences, away } = members[index]!;
  const use = (parameters: object): RuleUse => ({ rule: "availability", people: [index], parameters });
  const barred = new Map<
    string,
    { readonly days: number[]; readonly shifts: readonly number[]; readonly why: string }
  >();
  const add = (day: number, shifts: readonly number[], why: string) => {
    if (shifts.length === 0) return;
    const key = `${why}\t${shifts.join()}`;
    const known = barred.get(key);
    if (known === undefined) barred.set(key, { days: [day], shifts, why });
    else known.days.push(day);
  };
  for (const day of reading.allDays) {
    if (away.has(day)) continue;
    // Whoever is away is so from midnight on.
    if (away.has(day + 1))
      add(
        day,
        indexesOf(duties, ({ to = 0 }) => to > DAY),
        "is away on the next day",
      );
    add(
      day,
      indexesOf(duties, (shift) => !canWork(document, shift, day, reading)),
      "is not available at these hours",
    );
  }
  const off = absences.map(({ days, why }) => ({ days, why: why === undefined ? "is away" : `is away (${why})` }));
  return [...off, ...barred.values()].map(use);
}

function indexesOf({ shifts }: Duties, holds: (shift: Shift) => boolean): number[] {
  return shifts.flatMap((shift, index) => (holds(shift) ? [index] : []));
}

/** Whether all of a shift lies within the hours in which a person can work. */
function canWork(
  { available }: PersonDocument,
  { from = 0, to = 0 }: Shift,
  day: number,
  reading: RosterReading,
): boolean {
  if (available === undefined) return true;
  const spans = [-1, 0, 1].flatMap((later) =>
    spansOf(hoursOn(available, weekday(reading.horizon, day + later))).map((span) => ({
      from: span.from + later * DAY,
      to: span.to + later * DAY,
    })),
  );
  let reached = from;
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    if (span.from <= reached && span.to > reached) reached = span.to;
  }
  return reached >= to;
}

function absencesOf({ away = [] }: PersonDocument, keys: Keys, reading: RosterReading): Absence[] {
  return away.map((absence, index) => {
    const span = typeof absence === "string" ? { from: absence } : absence;
    const days = reading.daysFrom(span, [...keys, "away", index]);
    return { days, why: typeof absence === "string" ? undefined : absence.why };
  });
}

function levelsOf(skills: PersonDocument["skills"]): [string, number][] {
  if (skills === undefined) return [];
  return Array.isArray(skills) ? skills.map((skill) => [skill, 1]) : Object.entries(skills);
}
