/**
 * Shifts that must not, or should not, follow others on the next day.
 *
 * @module
 */

import { dayName, type RosterProblem, shiftBefore } from "../problem.ts";
import type { Term } from "../roster-model.ts";
import type { Rule } from "../rule.ts";

/** Which shifts do not follow which. */
export interface Succession {
  readonly after: readonly number[];
  readonly not: readonly number[];
  /** Dollars for each time; without it, it must not be. */
  readonly price?: number;
}

export const succession: Rule<Succession> = {
  name: "successions",
  description: "Some shifts do not follow others on the next day.",
  parameters: {
    after: { kind: "shifts", needed: true },
    not: { kind: "shifts", needed: true },
    price: { kind: "price" },
  },
  constrain({ people, parameters: { after, not, price = Infinity } }, problem) {
    return people.flatMap((person): Term[] => {
      const words = `${namesOf(not, problem)} does not follow ${namesOf(after, problem)}`;
      const reason = { rule: "successions", text: `${problem.people[person]!.id}: ${words}` };
      const last = problem.history[person]?.at(-1);
      const first = last === undefined || !after.includes(last) ? [] : not;
      return [
        ...first.map((shift): Term => ({ kind: "cell", reason, person, day: 0, shift, cost: price })),
        { kind: "succession", reason, person, from: after, to: not, cost: price },
      ];
    });
  },
  violations({ people, parameters: { after, not, price = Infinity } }, problem, assignments) {
    const before = new Set(after.map((shift) => problem.shifts[shift]!.id));
    const barred = new Set(not.map((shift) => problem.shifts[shift]!.id));
    return people.flatMap((person) =>
      assignments[person]!.flatMap((shift, day, tour) => {
        const last = day === 0 ? shiftBefore(problem, person, -1) : tour[day - 1];
        if (shift === null || !last || !barred.has(shift.id) || !before.has(last.id)) return [];
        const text = `${problem.people[person]!.id} has ${shift.id} after ${last.id} on ${dayName(problem, day)}`;
        return [{ text, cost: price, person, day }];
      }),
    );
  },
};

function namesOf(shifts: readonly number[], problem: RosterProblem): string {
  return [...new Set(shifts.map((shift) => problem.shifts[shift]!.name))].join(" or ");
}
