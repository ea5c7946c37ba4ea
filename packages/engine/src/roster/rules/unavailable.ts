/**
 * Nobody works when they are away, or outside of the hours in which they can.
 *
 * @module
 */

import { dayName } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** When people cannot work, and why. */
export interface Unavailable {
  readonly days: readonly number[];
  /** Shifts that cannot be; all when absent. */
  readonly shifts?: readonly number[];
  /** A clause: `is away`, `is on holiday`, `cannot work so early`. */
  readonly why: string;
}

export const unavailable: Rule<Unavailable> = {
  name: "availability",
  description: "Nobody works when they are away, or outside of the hours in which they can.",
  constrain({ people, parameters: { days, shifts, why } }, problem) {
    const barred = shifts ?? problem.shifts.map((_, shift) => shift);
    return people.flatMap((person) =>
      days.flatMap((day) => {
        const reason = {
          rule: "availability",
          text: `${problem.people[person]!.id} ${why} on ${dayName(problem, day)}`,
        };
        return barred.map((shift) => ({ kind: "cell" as const, reason, person, day, shift, cost: Infinity }));
      }),
    );
  },
  violations({ people, parameters: { days, shifts, why } }, problem, assignments) {
    const barred = shifts && new Set(shifts.map((shift) => problem.shifts[shift]!.id));
    return people.flatMap((person) =>
      days.flatMap((day) => {
        const shift = assignments[person]![day] ?? null;
        if (shift === null || barred?.has(shift.id) === false) return [];
        const text = `${problem.people[person]!.id} has ${shift.id} on ${dayName(problem, day)}, but ${why}`;
        return [{ text, cost: Infinity, person, day }];
      }),
    );
  },
};
