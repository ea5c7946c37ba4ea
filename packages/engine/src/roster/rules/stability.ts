/**
 * What has been published is changed as little as can be.
 *
 * @module
 */

import { dayName } from "../problem.ts";
import { off } from "../roster-model.ts";
import type { Rule } from "../rule.ts";

/** The roster that people know, and what each change of it costs. */
export interface Stability {
  /** For each person of the use and each day: index of a shift, -1 for a day off; undefined where nothing was said. */
  readonly published: readonly (readonly (number | undefined)[])[];
  /** Dollars for each day of a person that changes. */
  readonly price: number;
  /** Days that are already over, or cannot be changed any more: all before this one. */
  readonly frozenBefore?: number;
}

export const stability: Rule<Stability> = {
  name: "stability",
  description: "What has been published is changed as little as can be.",
  constrain({ people, parameters: { published, price, frozenBefore = 0 } }, problem) {
    const all = [off, ...problem.shifts.map((_, index) => index)];
    return people.flatMap((person, index) =>
      published[index]!.flatMap((known, day) => {
        if (known === undefined) return [];
        const id = known === off ? "a day off" : problem.shifts[known]!.id;
        const text = `${problem.people[person]!.id} has been told of ${id} on ${dayName(problem, day)}`;
        const cost = day < frozenBefore ? Infinity : price;
        return all
          .filter((shift) => shift !== known)
          .map((shift) => ({ kind: "cell" as const, reason: { rule: "stability", text }, person, day, shift, cost }));
      }),
    );
  },
  violations({ people, parameters: { published, price, frozenBefore = 0 } }, problem, assignments) {
    return people.flatMap((person, index) =>
      assignments[person]!.flatMap((shift, day) => {
        const known = published[index]![day];
        if (known === undefined) return [];
        const told = known < 0 ? null : problem.shifts[known]!.id;
        if (told === (shift?.id ?? null)) return [];
        const text = `${problem.people[person]!.id} has ${shift?.id ?? "a day off"} on ${dayName(problem, day)} instead of ${told ?? "a day off"}`;
        return [{ text, cost: day < frozenBefore ? Infinity : price, person, day }];
      }),
    );
  },
};
