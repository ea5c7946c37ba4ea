/**
 * A weekend is worked as a whole, or not at all.
 *
 * @module
 */

import { dayName, weekday, weekends } from "../problem.ts";
import { off } from "../roster-model.ts";
import type { Rule } from "../rule.ts";

/** What half a weekend costs; without a price there must be none. */
export interface WholeWeekends {
  readonly price?: number;
}

export const wholeWeekends: Rule<WholeWeekends> = {
  name: "whole weekends",
  description: "Whoever works on a Saturday works on the Sunday, and the other way round.",
  parameters: { price: { kind: "price", describe: "for each half weekend; without it, there must be none" } },
  constrain({ people, parameters: { price = Infinity } }, problem) {
    const all = problem.shifts.map((_, index) => index);
    const days = weekends(problem).flatMap((weekend) => (weekend.length === 2 ? [weekend[0]!] : []));
    return people.flatMap((person) => {
      const reason = { rule: "whole weekends", text: `${problem.people[person]!.id} works whole weekends or none` };
      const term = { kind: "succession" as const, reason, person, days, cost: price };
      return [
        { ...term, from: all, to: [off] },
        { ...term, from: [off], to: all },
      ];
    });
  },
  violations({ people, parameters: { price = Infinity } }, problem, assignments) {
    return people.flatMap((person) =>
      assignments[person]!.flatMap((sunday, day, tour) => {
        if (weekday(problem, day) !== 6 || day === 0) return [];
        if ((sunday === null) === (tour[day - 1]! === null)) return [];
        const text = `${problem.people[person]!.id} works half of the weekend until ${dayName(problem, day)}`;
        return [{ text, cost: price, person, day }];
      }),
    );
  },
};
