/**
 * Hours of rest between the shifts of one day and the next.
 *
 * @module
 */

import { DAY } from "../../time-of-day.ts";
import { dayName, shiftBefore } from "../problem.ts";
import type { Term } from "../roster-model.ts";
import type { Rule } from "../rule.ts";

/** The least time from the end of a shift to the beginning of the next day's. */
export interface Rest {
  /** Minutes. */
  readonly atLeast: number;
  /** Dollars for each time that it is less; without it, it must not be. */
  readonly price?: number;
}

export const rest: Rule<Rest> = {
  name: "rest between shifts",
  description: "There are at least so many hours between the end of a shift and the beginning of the next.",
  parameters: {
    atLeast: { kind: "hours", describe: "so much rest at least", needed: true },
    price: { kind: "price", describe: "for each time that it is less; without it, it must not be" },
  },
  constrain({ people, parameters: { atLeast, price = Infinity } }, problem) {
    const tooSoon = (ends: number | undefined) =>
      problem.shifts.flatMap(({ from }, shift) =>
        ends !== undefined && from !== undefined && from + DAY - ends < atLeast ? [shift] : [],
      );
    // Shifts that end alike forbid the same successors.
    const successors = new Map<number, number[]>();
    problem.shifts.forEach(({ to }, shift) => {
      if (to !== undefined) successors.set(to, [...(successors.get(to) ?? []), shift]);
    });
    return people.flatMap((person): Term[] => {
      const { id } = problem.people[person]!;
      const reason = { rule: "rest between shifts", text: `${id} rests at least ${atLeast / 60} hours between shifts` };
      const last = shiftBefore(problem, person, -1);
      const first = tooSoon(last?.to).map(
        (shift): Term => ({ kind: "cell", reason, person, day: 0, shift, cost: price }),
      );
      const between = [...successors].flatMap(([ends, from]): Term[] => {
        const to = tooSoon(ends);
        return to.length === 0 ? [] : [{ kind: "succession", reason, person, from, to, cost: price }];
      });
      return [...first, ...between];
    });
  },
  violations({ people, parameters: { atLeast, price = Infinity } }, problem, assignments) {
    return people.flatMap((person) =>
      assignments[person]!.flatMap((shift, day, tour) => {
        const before = day === 0 ? shiftBefore(problem, person, -1) : tour[day - 1];
        if (shift?.from === undefined || before?.to === undefined) return [];
        const minutes = DAY - before.to + shift.from;
        if (minutes >= atLeast) return [];
        const rested = Number((minutes / 60).toFixed(2));
        const text = `${problem.people[person]!.id} rests ${rested} hours before ${shift.id} on ${dayName(problem, day)}, at least ${atLeast / 60}`;
        return [{ text, cost: price, person, day }];
      }),
    );
  },
};
