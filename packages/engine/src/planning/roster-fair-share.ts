/**
 * How many shifts there are to share, and how much of them each person should have.
 *
 * @module
 */

import type { RuleUse, Shift } from "../roster/problem.ts";
import type { Cover } from "../roster/rules/cover.ts";
import type { FairShare } from "../roster/rules/fair-share.ts";
import type { Keys } from "../scenario/complaints.ts";
import { agreedMinutes } from "./roster-contracts.ts";
import type { Scope } from "./roster-rule-uses.ts";

/** The total and the weights of a fair share; warns when there is nothing to share. */
export function shareOut({ people, parameters }: RuleUse<FairShare>, scope: Scope, keys: Keys) {
  const { reading, members } = scope;
  const days = parameters.on ?? reading.allDays;
  const shared = new Set(parameters.of?.shifts ?? scope.duties.shifts.map((_, index) => index));
  const total = days.reduce((sum, day) => sum + shiftsOf(day, shared, scope), 0);
  if (total === 0 && reading.issues.length === 0) {
    reading.warn(
      keys,
      "nothing-to-share",
      "no cover asks for any of these shifts",
      "name shifts and days on which people are needed",
    );
  }
  const weights = people.map((person) => {
    const present = reading.allDays.filter((day) => !members[person]!.away.has(day)).length;
    return (agreedMinutes(members[person]!, reading) * present) / reading.horizon.days;
  });
  return { total: Math.round(total * 1e6) / 1e6, weights };
}

/**
 * How many of these shifts a day needs at least: as many as cover of shifts asks for, as many as are needed at once in
 * intervals in which only they are there, and as many as it takes to work the hours of these.
 */
function shiftsOf(day: number, shared: ReadonlySet<number>, { cover, duties: { shifts, days } }: Scope): number {
  let onShifts = 0;
  let hours = 0;
  const atOnce = new Map<number, number>();
  for (const { parameters } of cover) {
    const { during, atLeast = 0 } = parameters;
    if (atLeast === 0 || !parameters.days.includes(day)) continue;
    const counting = countingShifts(parameters, shifts).filter((shift) => days[shift]!.has(day));
    if (counting.length === 0 || !counting.every((shift) => shared.has(shift))) continue;
    if ("shifts" in during) onShifts += atLeast;
    else {
      atOnce.set(during.from, (atOnce.get(during.from) ?? 0) + atLeast);
      hours += (atLeast * (during.to - during.from)) / 60;
    }
  }
  const longest = Math.max(1, ...[...shared].map((shift) => shifts[shift]!.workMinutes / 60));
  return Math.max(onShifts, hours / longest, ...atOnce.values());
}

function countingShifts({ during, workplace }: Cover, shifts: readonly Shift[]): number[] {
  return shifts.flatMap(({ parts }, index) => {
    const counts = parts.some(
      (part) =>
        (workplace === undefined || part.workplace === workplace) &&
        ("shifts" in during ? during.shifts.includes(index) : part.from <= during.from && during.to <= part.to),
    );
    return counts ? [index] : [];
  });
}
