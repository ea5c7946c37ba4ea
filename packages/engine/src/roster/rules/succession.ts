/**
 * Shifts that must not, or should not, follow others on the next day.
 *
 * @module
 */

import { dayName, type ShiftGroup, shiftBefore } from "../problem.ts";
import type { Term } from "../roster-model.ts";
import type { Rule } from "../rule.ts";

/** Which shifts do not follow which. */
export interface Succession {
  readonly after: ShiftGroup;
  readonly not: ShiftGroup;
  /** Dollars for each time; without it, it must not be. */
  readonly price?: number;
}

export const succession: Rule<Succession> = {
  name: "successions",
  description: "Some shifts do not follow others on the next day.",
  parameters: {
    after: { kind: "shifts", describe: "after one of these", needed: true },
    not: { kind: "shifts", describe: "none of these on the next day", needed: true },
    price: { kind: "price", describe: "for each time; without it, it must not be" },
  },
  constrain({ people, parameters: { after, not, price = Infinity } }, problem) {
    return people.flatMap((person): Term[] => {
      const words = `${not.name} does not follow ${after.name}`;
      const reason = { rule: "successions", text: `${problem.people[person]!.id}: ${words}` };
      const last = problem.history[person]?.at(-1);
      const first = last === undefined || !after.shifts.includes(last) ? [] : not.shifts;
      return [
        ...first.map((shift): Term => ({ kind: "cell", reason, person, day: 0, shift, cost: price })),
        { kind: "succession", reason, person, from: after.shifts, to: not.shifts, cost: price },
      ];
    });
  },
  violations({ people, parameters: { after, not, price = Infinity } }, problem, assignments) {
    const before = new Set(after.shifts.map((shift) => problem.shifts[shift]!.id));
    const barred = new Set(not.shifts.map((shift) => problem.shifts[shift]!.id));
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
