/**
 * Reads what is known already: the last roster, and what has been published of this one.
 *
 * @module
 */

import type { RuleUse } from "../roster/problem.ts";
import type { Keys } from "../scenario/complaints.ts";
import { dollars } from "../scenario/units.ts";
import { type Duties, shiftsNamed } from "./roster-duties.ts";
import type { Member } from "./roster-people.ts";
import type { RosterReading } from "./roster-reading.ts";

/** The most days of the last roster. */
const MOST_DAYS_BEFORE = 100;

/** What each person worked before the first day; nothing where the file does not say. */
export function readHistory(members: readonly Member[], duties: Duties, reading: RosterReading): number[][] {
  const { history = {} } = reading.document;
  checkPeople(Object.keys(history), members, reading, ["history"]);
  return members.map(({ person: { id } }) => {
    const tour = Object.hasOwn(history, id) ? history[id]! : [];
    if (tour.length > MOST_DAYS_BEFORE) {
      const message = `${tour.length} days of the last roster are more than ${MOST_DAYS_BEFORE}`;
      reading.complain(["history", id], "roster-too-large", message, "keep the last weeks");
      return [];
    }
    return tour.map((name, day) => dutyNamed(name, duties, reading, ["history", id, day]));
  });
}

/** What it costs to change what has been published; nothing for a draft. */
export function publishedUses(members: readonly Member[], duties: Duties, reading: RosterReading): RuleUse[] {
  const { published } = reading.document;
  if (published === undefined) return [];
  const { state = "published", price, frozenBefore, roster } = published;
  checkPeople(Object.keys(roster), members, reading, ["published", "roster"]);
  if (state === "published" && price === undefined) {
    reading.complain(
      ["published"],
      "missing-key",
      "“price” is missing",
      "write what it costs to change a day of a person: $20",
    );
  }
  const frozen = frozenBefore === undefined ? undefined : reading.dayOf(frozenBefore, ["published", "frozenBefore"]);
  const people = members.flatMap(({ person: { id } }, index) => (Object.hasOwn(roster, id) ? [index] : []));
  const tours = people.map((person) => {
    const { id } = members[person]!.person;
    const tour = roster[id]!;
    const keys = ["published", "roster", id];
    if (tour.length > reading.horizon.days) {
      const message = `there are ${tour.length} shifts, and the roster has ${reading.horizon.days} days`;
      reading.complain(keys, "outside-horizon", message, "write one shift, or null, for each day from the first on");
    }
    return tour.map((name, day) => dutyNamed(name, duties, reading, [...keys, day]));
  });
  if (state === "draft" || price === undefined || people.length === 0) return [];
  const parameters = {
    published: tours,
    price: dollars(price),
    ...(frozen === undefined ? {} : { frozenBefore: frozen }),
  };
  return [{ rule: "stability", people, parameters }];
}

function checkPeople(names: readonly string[], members: readonly Member[], reading: RosterReading, keys: Keys): void {
  const known = new Set(members.map(({ person: { id } }) => id));
  for (const name of names) if (!known.has(name)) reading.known(name, known, [...keys, name], "person");
}

/** The index of a shift, the first of those called so; -1 for a day off. */
function dutyNamed(name: string | null, duties: Duties, reading: RosterReading, keys: Keys): number {
  if (name === null || name === "off") return -1;
  return shiftsNamed(name, duties, reading, keys).shifts[0] ?? -1;
}
