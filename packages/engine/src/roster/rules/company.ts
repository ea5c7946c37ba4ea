/**
 * Who does not work alone: a trainee has a mentor beside them, and there is a senior wherever somebody is at work.
 *
 * @module
 */

import { allDays, dayName, type RosterProblem, type Shift } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** Who needs whom. */
export interface Company {
  /** Those who need somebody beside them are the people of the use; these are the ones who can be that. */
  readonly with: readonly number[];
  /** Dollars for each day on which somebody has nobody; without it, that must not be. */
  readonly price?: number;
}

export const mentor: Rule<Company> = {
  name: "mentor",
  description: "Whoever is in training works on the shifts of a mentor.",
  parameters: {
    with: { kind: "people", describe: "the mentors", needed: true },
    price: { kind: "price", describe: "for each day without a mentor; without it, there must be none" },
  },
  constrain({ people, parameters: { with: companions, price = Infinity } }, problem) {
    const groups = bySpan(problem.shifts);
    return people.flatMap((person) =>
      allDays(problem).flatMap((day) =>
        groups.map((shifts) => {
          const words = `${problem.people[person]!.id} has a mentor on ${problem.shifts[shifts[0]!]!.name} on ${dayName(problem, day)}`;
          const beside = problem.shifts.flatMap((shift, index) =>
            overlaps(shift, problem.shifts[shifts[0]!]!) ? [index] : [],
          );
          return {
            kind: "cover" as const,
            reason: { rule: "mentor", text: words },
            parts: [
              { people: [person], cells: { days: [day], shifts, weight: -1 } },
              {
                people: companions.filter((other) => other !== person),
                cells: { days: [day], shifts: beside, weight: 1 },
              },
            ],
            limits: { min: 0, costPerUnder: price },
          };
        }),
      ),
    );
  },
  violations({ people, parameters: { with: companions, price = Infinity } }, problem, assignments) {
    return people.flatMap((person) =>
      assignments[person]!.flatMap((shift, day) => {
        if (shift === null) return [];
        const accompanied = companions.some((other) => {
          const theirs = assignments[other]![day] ?? null;
          return other !== person && theirs !== null && halfShared(shift, theirs);
        });
        if (accompanied) return [];
        const text = `${problem.people[person]!.id} has ${shift.id} on ${dayName(problem, day)} without a mentor`;
        return [{ text, cost: price, person, day }];
      }),
    );
  },
};

/** Shifts at the same times, together: whom they meet is the same. */
function bySpan(shifts: RosterProblem["shifts"]): number[][] {
  const groups = new Map<string, number[]>();
  shifts.forEach(({ from, to, id }, index) => {
    const key = from === undefined || to === undefined ? id : `${from}-${to}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()];
}

/** Whether another shift of the same day is there for at least half of this one; the same shift, when times are unknown. */
function overlaps(other: Shift, shift: Shift): boolean {
  if (other.from === undefined || other.to === undefined || shift.from === undefined || shift.to === undefined) {
    return other.id === shift.id;
  }
  const shared = Math.min(other.to, shift.to) - Math.max(other.from, shift.from);
  return 2 * shared >= shift.to - shift.from;
}

function halfShared(mine: Shift, theirs: Shift): boolean {
  if (mine.from === undefined || theirs.from === undefined) return mine.id === theirs.id;
  let minutes = 0;
  const [begin, end] = [mine.from, mine.to ?? mine.from];
  if (theirs.from < end && theirs.to! > begin) minutes = Math.min(end, theirs.to!) - Math.max(begin, theirs.from);
  return minutes >= (end - begin) / 2;
}
