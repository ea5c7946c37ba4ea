/**
 * Turns plain data of a roster file into a roster problem, and finds what is wrong with its meaning on the way.
 *
 * @module
 */

import type { RosterProblem } from "../roster/problem.ts";
import type { IssueAt } from "../scenario/issues.ts";
import { daysBetween, isDate } from "../time-of-day.ts";
import { contractUses, payUses } from "./roster-contracts.ts";
import { coverUses } from "./roster-cover.ts";
import { readDuties } from "./roster-duties.ts";
import { publishedUses, readHistory } from "./roster-past.ts";
import { availabilityUses, readPeople } from "./roster-people.ts";
import { type Horizon, RosterReading } from "./roster-reading.ts";
import { ruleUses } from "./roster-rule-uses.ts";
import { MOST_DAYS, type RosterDocument } from "./roster-schema.ts";
import { pinUses, wishUses } from "./roster-wishes.ts";

/** The most choices that a roster has: people times days times shifts. */
const MOST_CHOICES = 2_000_000;

/** What came of reading a document whose form is right. */
export interface ReadRoster {
  /** The problem; undefined when there are issues. */
  readonly problem?: RosterProblem;
  readonly issues: readonly IssueAt[];
  readonly warnings: readonly IssueAt[];
}

/** Reads a document whose form is right. */
export function readRoster(document: RosterDocument): ReadRoster {
  const horizon = readHorizon(document);
  if ("code" in horizon) return { issues: [horizon], warnings: [] };
  const reading = new RosterReading(document, horizon);
  const duties = readDuties(reading);
  const members = readPeople(reading);
  const choices = members.length * horizon.days * duties.shifts.length;
  if (choices > MOST_CHOICES) {
    const message = `${members.length} people on ${horizon.days} days with ${duties.shifts.length} shifts are ${choices} choices, more than ${MOST_CHOICES}`;
    reading.complain(
      ["people"],
      "roster-too-large",
      message,
      "make rosters for fewer people or days, or with fewer shifts to choose from",
    );
    return { issues: reading.issues, warnings: [] };
  }
  const cover = coverUses(members, duties, reading);
  const everybody = members.map((_, index) => index);
  const uses = [
    ...availabilityUses(members, duties, reading),
    ...pinUses(members, duties, reading),
    { rule: "qualification", people: everybody, parameters: {} },
    // Nobody is in two places at once, whatever the rules of the file.
    { rule: "rest between shifts", people: everybody, parameters: { atLeast: 0 } },
    ...cover,
    ...contractUses(members, duties, reading),
    ...ruleUses({ members, duties, cover, reading }),
    ...publishedUses(members, duties, reading),
    ...wishUses(members, duties, reading),
    ...payUses(members, reading),
  ];
  const history = readHistory(members, duties, reading);
  const { issues, warnings } = reading;
  if (issues.length > 0) return { issues, warnings: [] };
  const workplaces = Object.entries(document.workplaces ?? {}).map(([name, place]) => ({ name, level: 1, ...place }));
  const people = members.map(({ person }) => person);
  return {
    problem: { name: document.name, ...horizon, workplaces, shifts: duties.shifts, people, uses, history },
    issues,
    warnings,
  };
}

/** The days that the roster covers, or what is wrong with them. */
function readHorizon({ start, days, to }: RosterDocument): Horizon | IssueAt {
  const wrong = (key: string, code: IssueAt["code"], message: string, hint: string): IssueAt => ({
    code,
    path: `/${key}`,
    keys: [key],
    message,
    hint,
  });
  for (const [key, date] of [
    ["start", start],
    ["to", to],
  ] as const) {
    if (date === undefined || isDate(date)) continue;
    return wrong(key, "not-a-date", `there is no day ${date}`, "write a date such as 2026-01-19");
  }
  if (days !== undefined && to !== undefined) {
    return wrong("to", "days-and-to", "both days and to say when the roster ends", "delete one of them");
  }
  if (days !== undefined) return { start, days };
  if (to === undefined) {
    const message = "nothing says when the roster ends";
    return { code: "missing-key", path: "", keys: [], message, hint: "write days: 28, or to: 2027-01-03" };
  }
  const length = daysBetween(start, to) + 1;
  if (length < 1) return wrong("to", "ends-before", `${to} is before ${start}`, "let it end on a later day");
  if (length > MOST_DAYS) {
    return wrong("to", "roster-too-large", `${length} days are more than ${MOST_DAYS}`, "make a roster for fewer days");
  }
  return { start, days: length };
}
