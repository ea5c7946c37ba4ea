/**
 * How many weekends people work.
 *
 * @module
 */

import { weekends as weekendsOf } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { type LimitParameters, limitsOf, limitWords, outside } from "./limits.ts";

export const weekends: Rule<LimitParameters> = {
  name: "weekends",
  description: "People work on at least and at most so many weekends; one day of a weekend is enough to count.",
  parameters: {
    atLeast: { kind: "count", describe: "so many at least" },
    atMost: { kind: "count", describe: "so many at most" },
    price: { kind: "price", describe: "for each one too few or too many; without it, there must be none" },
  },
  constrain: ({ people, parameters }, problem) =>
    people.map((person) => ({
      kind: "blocks",
      reason: { rule: "weekends", text: `${problem.people[person]!.id} works on ${limitWords(parameters)} weekends` },
      person,
      blocks: weekendsOf(problem),
      shifts: problem.shifts.map((_, index) => index),
      limits: limitsOf(parameters),
    })),
  violations: ({ people, parameters }, problem, assignments) =>
    people.flatMap((person) => {
      const works = (day: number) => assignments[person]![day] !== null;
      const worked = weekendsOf(problem).filter((days) => days.some(works)).length;
      const found = outside(worked, parameters);
      if (found === undefined) return [];
      return [
        { text: `${problem.people[person]!.id} works on ${worked} weekends, ${found.words}`, cost: found.cost, person },
      ];
    }),
};
