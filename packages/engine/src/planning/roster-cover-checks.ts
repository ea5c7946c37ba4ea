/**
 * Whether needs of people can be met at all: is there a shift, and who can do it?
 *
 * @module
 */

import type { RuleUse, Shift } from "../roster/problem.ts";
import { dayName } from "../roster/problem.ts";
import type { Cover } from "../roster/rules/cover.ts";
import type { Keys } from "../scenario/complaints.ts";
import { clockText, DAY } from "../time-of-day.ts";
import type { Duties } from "./roster-duties.ts";
import type { Member } from "./roster-people.ts";
import type { RosterReading } from "./roster-reading.ts";

/** Complains about needs that no roster can meet; warns when that has a price. */
export function checkStaffed(
  uses: readonly RuleUse<Cover>[],
  members: readonly Member[],
  duties: Duties,
  reading: RosterReading,
  keys: Keys,
): void {
  const [first] = uses;
  if (first === undefined || !((first.parameters.atLeast ?? 0) > 0)) return;
  checkCapable(first, members, reading, keys);
  for (const use of uses) if (!checkWorked(use, duties, reading, keys)) return;
}

/** Whether enough people can do it. */
function checkCapable(
  { people, parameters }: RuleUse<Cover>,
  members: readonly Member[],
  reading: RosterReading,
  keys: Keys,
): void {
  const { workplace, skill, atLeast = 0, pricePerUnder } = parameters;
  const place = workplace === undefined ? undefined : reading.document.workplaces?.[workplace];
  const capable = people.filter((index) => {
    const { skills } = members[index]!.person;
    const has = (name: string, level: number) => (skills.get(name) ?? 0) >= level;
    if (skill !== undefined && !has(skill.name, skill.level)) return false;
    return place?.skill === undefined || has(place.skill, place.level ?? 1);
  });
  const lacking = [skill?.name, place?.skill].filter((name) => name !== undefined);
  const what = lacking.length === 0 ? "" : ` who can do ${[...new Set(lacking)].join(" and ")}`;
  if (pricePerUnder === undefined && capable.length < atLeast) {
    const message = `${atLeast} ${atLeast === 1 ? "person" : "people"}${what} ${atLeast === 1 ? "is" : "are"} needed, and there ${capable.length === 1 ? "is" : "are"} ${capable.length}`;
    reading.complain(keys, "too-few", message, "need fewer, or say with under: what each one too few costs");
  } else if (capable.length === 0) {
    reading.warn(keys, "nobody-can", `nobody${what} is there, so this need is never met`, "is it the right name?");
  }
}

/** Whether there is a shift on which it can be done, on every day. */
function checkWorked({ parameters }: RuleUse<Cover>, duties: Duties, reading: RosterReading, keys: Keys): boolean {
  const { days, during, workplace, pricePerUnder } = parameters;
  const day = days.find(
    (one) =>
      !duties.shifts.some((shift, index) => {
        if ("shifts" in during)
          return duties.days[index]!.has(one) && during.shifts.includes(index) && isAt(shift, workplace);
        return [0, DAY].some((before) => {
          const held = before === 0 ? duties.days[index]!.has(one) : one === 0 || duties.days[index]!.has(one - 1);
          return held && covers(shift, { from: during.from + before, to: during.to + before }, workplace);
        });
      }),
  );
  if (day === undefined) return true;
  const when =
    "shifts" in during ? "of these" : `that is there from ${clockText(during.from)} to ${clockText(during.to)}`;
  const message = `on ${dayName(reading.horizon, day)} there is no shift ${when}${workplace === undefined ? "" : ` at ${workplace}`}`;
  if (pricePerUnder === undefined)
    reading.complain(keys, "no-shift", message, "let a shift be there, or need nobody then");
  else
    reading.warn(
      keys,
      "no-shift",
      `${message}, so this need is never met`,
      "let a shift be there, or need nobody then",
    );
  return false;
}

function isAt({ parts }: Shift, workplace: string | undefined): boolean {
  return workplace === undefined || parts.some((part) => part.workplace === workplace);
}

function covers(
  { parts }: Shift,
  { from, to }: { readonly from: number; readonly to: number },
  workplace: string | undefined,
): boolean {
  return parts.some(
    (part) => (workplace === undefined || part.workplace === workplace) && part.from <= from && to <= part.to,
  );
}
