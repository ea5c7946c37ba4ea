/**
 * At least one person of experience among those who work at the same time.
 *
 * @module
 */

import { allDays, dayName, type ShiftGroup } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** Who is experienced enough, and where. */
export interface Senior {
  readonly with: readonly number[];
  /** On each of these shifts; all when absent. */
  readonly of?: ShiftGroup;
  /** Dollars for each person who works without one; without it, that must not be. */
  readonly price?: number;
}

export const senior: Rule<Senior> = {
  name: "senior",
  description: "Nobody works on a shift on which there is no senior.",
  parameters: {
    with: { kind: "people", describe: "the seniors", needed: true },
    of: { kind: "shifts", describe: "on these shifts; all when absent" },
    price: { kind: "price", describe: "for each day of a person without a senior; without it, there must be none" },
  },
  constrain({ people, parameters: { with: seniors, of, price = Infinity } }, problem) {
    const juniors = people.filter((person) => !seniors.includes(person));
    const names = [
      ...new Set((of?.shifts ?? problem.shifts.map((_, index) => index)).map((index) => problem.shifts[index]!.name)),
    ];
    return allDays(problem).flatMap((day) =>
      names.flatMap((name) => {
        const alike = problem.shifts.flatMap((shift, index) => (shift.name === name ? [index] : []));
        const cells = { days: [day], shifts: alike, weight: 1 };
        return juniors.map((person) => ({
          kind: "cover" as const,
          reason: {
            rule: "senior",
            text: `${problem.people[person]!.id} has a senior on ${name} on ${dayName(problem, day)}`,
          },
          parts: [
            { people: [person], cells: { ...cells, weight: -1 } },
            { people: seniors, cells },
          ],
          limits: { min: 0, costPerUnder: price },
        }));
      }),
    );
  },
  violations({ people, parameters: { with: seniors, of, price = Infinity } }, problem, assignments) {
    const judged = of && new Set(of.shifts.map((index) => problem.shifts[index]!.name));
    return people.flatMap((person) => {
      if (seniors.includes(person)) return [];
      return assignments[person]!.flatMap((shift, day) => {
        if (shift === null || judged?.has(shift.name) === false) return [];
        if (seniors.some((other) => assignments[other]![day]?.name === shift.name)) return [];
        const text = `${problem.people[person]!.id} has ${shift.id} on ${dayName(problem, day)} without a senior`;
        return [{ text, cost: price, person, day }];
      });
    });
  },
};
