/**
 * Enough people on a shift, or at a workplace in every interval of the day.
 *
 * @module
 */

import { clockText, DAY } from "../../time-of-day.ts";
import { dayName, type Person, type RosterProblem, type Shift } from "../problem.ts";
import type { Term } from "../roster-model.ts";
import type { Rule } from "../rule.ts";

/** How many are needed, and what each one too few or too many costs. */
export interface Cover {
  readonly days: readonly number[];
  /** People on these shifts count; or those who are there from … to …, in minutes after midnight, all the time. */
  readonly during: { readonly shifts: readonly number[] } | { readonly from: number; readonly to: number };
  /** Only who is at this workplace counts. */
  readonly workplace?: string;
  /** Only who can do this, so well, counts. */
  readonly skill?: { readonly name: string; readonly level: number };
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Dollars for each person too few; without it, that must not be. */
  readonly pricePerUnder?: number;
  /** Dollars for each person too many; without it, that must not be. */
  readonly pricePerOver?: number;
}

export const cover: Rule<Cover> = {
  name: "cover",
  description: "There are enough people on a shift, or at a workplace.",
  constrain({ people, parameters }, problem) {
    const counting = people.filter((person) => isSkilled(problem.people[person]!, parameters));
    return parameters.days.map((day): Term => {
      const { atLeast, atMost, pricePerUnder = Infinity, pricePerOver = Infinity } = parameters;
      const today = countingShifts(parameters, problem, 0);
      // Whoever began yesterday may still be there after midnight.
      const sinceYesterday = day === 0 ? [] : countingShifts(parameters, problem, DAY);
      const parts = [
        { people: counting, cells: { days: [day], shifts: today, weight: 1 } },
        { people: counting, cells: { days: [day - 1], shifts: sinceYesterday, weight: 1 } },
      ].filter(({ cells }) => cells.shifts.length > 0);
      const there = day === 0 ? broughtIn(counting, parameters, problem) : 0;
      return {
        kind: "cover",
        reason: { rule: "cover", text: coverWords(parameters, problem, day) },
        parts,
        limits: {
          ...(atLeast === undefined ? {} : { min: atLeast - there, costPerUnder: pricePerUnder }),
          ...(atMost === undefined ? {} : { max: atMost - there, costPerOver: pricePerOver }),
        },
      };
    });
  },
  violations({ people, parameters }, problem, assignments) {
    const { atLeast = 0, atMost = Infinity, pricePerUnder = Infinity, pricePerOver = Infinity } = parameters;
    return parameters.days.flatMap((day) => {
      let present = 0;
      for (const person of people) {
        if (!isSkilled(problem.people[person]!, parameters)) continue;
        const today = assignments[person]![day] ?? null;
        const last = day > 0 ? assignments[person]![day - 1]! : lastOf(person, problem);
        // Shifts are counted: whoever had two at once, which rest between shifts forbids, would count twice.
        if (today !== null && isThere(today, parameters, problem, 0)) present++;
        if (last !== null && isThere(last, parameters, problem, DAY)) present++;
      }
      const has = `${coverWords(parameters, problem, day)}, has ${present}`;
      if (present < atLeast)
        return [{ text: has, cost: (atLeast - present) * pricePerUnder, day, missing: atLeast - present }];
      if (present > atMost) return [{ text: has, cost: (present - atMost) * pricePerOver, day }];
      return [];
    });
  },
};

function isSkilled({ skills }: Person, { skill }: Cover): boolean {
  return skill === undefined || (skills.get(skill.name) ?? 0) >= skill.level;
}

/** The shifts that count when they began so many minutes before the midnight of the day. */
function countingShifts(parameters: Cover, problem: RosterProblem, before: number): number[] {
  return problem.shifts.flatMap((shift, index) => {
    const { during, workplace } = parameters;
    if ("shifts" in during) {
      const works = workplace === undefined || shift.parts.some((part) => part.workplace === workplace);
      return before === 0 && during.shifts.includes(index) && works ? [index] : [];
    }
    const covers = shift.parts.some(
      (part) =>
        (workplace === undefined || part.workplace === workplace) &&
        part.from - before <= during.from &&
        part.to - before >= during.to,
    );
    return covers ? [index] : [];
  });
}

/** How many of these people the last roster leaves there after the first midnight. */
function broughtIn(people: readonly number[], parameters: Cover, problem: RosterProblem): number {
  const counting = new Set(countingShifts(parameters, problem, DAY));
  return people.filter((person) => counting.has(problem.history[person]?.at(-1) ?? -1)).length;
}

function lastOf(person: number, { history, shifts }: RosterProblem): Shift | null {
  const last = history[person]?.at(-1) ?? -1;
  return last < 0 ? null : shifts[last]!;
}

/** Whether a shift that began so many minutes before the midnight of the day counts. */
function isThere(shift: Shift, { during, workplace }: Cover, problem: RosterProblem, before: number): boolean {
  if ("shifts" in during) {
    if (before > 0 || !during.shifts.some((index) => problem.shifts[index]!.id === shift.id)) return false;
    return workplace === undefined || shift.parts.some((part) => part.workplace === workplace);
  }
  for (const part of shift.parts) {
    if (workplace !== undefined && part.workplace !== workplace) continue;
    if (part.from <= during.from + before && during.to + before <= part.to) return true;
  }
  return false;
}

function coverWords({ during, workplace, skill, atLeast, atMost }: Cover, problem: RosterProblem, day: number): string {
  const when =
    "shifts" in during
      ? ` on ${[...new Set(during.shifts.map((shift) => problem.shifts[shift]!.name))].join(" or ")}`
      : ` from ${clockText(during.from)} to ${clockText(during.to)}`;
  const where = workplace === undefined ? "" : ` at ${workplace}`;
  const who = skill === undefined ? "" : ` with ${skill.name}${skill.level > 1 ? ` of level ${skill.level}` : ""}`;
  const many =
    atLeast === undefined
      ? `at most ${atMost}`
      : atMost === atLeast || atMost === undefined
        ? `${atLeast}`
        : `${atLeast} to ${atMost}`;
  return `${dayName(problem, day)} needs ${many}${who}${where}${when}`;
}
