/**
 * Everybody has a fair share of what nobody likes: evenings, Saturdays, the telephones.
 *
 * The fair share of a person is what there is, divided by what each one's contract asks of them. What there is, is read
 * from the cover that is needed, so that each tour can be judged alone. A share is rarely a whole number: only what lies
 * beyond the next whole number, on either side, costs.
 *
 * @module
 */

import type { RosterProblem, ShiftGroup } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** What is shared, and how. */
export interface FairShare {
  /** What is shared; all shifts when absent. */
  readonly of?: ShiftGroup;
  /** On these days; all when absent. */
  readonly on?: readonly number[];
  /** How many shifts there are to share, over the roster. */
  readonly total: number;
  /** How much of it each person should have, in the order of `people`; they need not sum to one. */
  readonly weights: readonly number[];
  /** Dollars for each shift beyond the fair share, on either side. */
  readonly price: number;
}

export const fairShare: Rule<FairShare> = {
  name: "fair share",
  description: "Everybody has a fair share of what nobody likes.",
  parameters: {
    of: { kind: "shifts", describe: "what is shared; all shifts when absent" },
    on: { kind: "days", describe: "on these days; all when absent" },
    price: { kind: "price", describe: "for each shift beyond the fair share, on either side", needed: true },
  },
  constrain({ people, parameters }, problem) {
    const { total, weights, price } = parameters;
    const shifts = parameters.of?.shifts ?? problem.shifts.map((_, index) => index);
    const days = parameters.on ?? Array.from({ length: problem.days }, (_, day) => day);
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return people.map((person, index) => {
      const share = sum > 0 ? (total * weights[index]!) / sum : 0;
      const text = `${problem.people[person]!.id} has a fair share of ${whatIsShared(parameters)}, ${Number(share.toFixed(1))} of ${total}`;
      return {
        kind: "sum",
        reason: { rule: "fair share", text },
        person,
        cells: [{ days, shifts, weight: 1 }],
        limits: {
          min: Math.floor(share + 1e-9),
          max: Math.ceil(share - 1e-9),
          costPerUnder: price,
          costPerOver: price,
        },
      };
    });
  },
  violations({ people, parameters }, problem, assignments) {
    const { total, weights, price } = parameters;
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return people.flatMap((person, index) => {
      const has = assignments[person]!.filter((shift, day) => counts(parameters, problem, shift?.id, day)).length;
      const share = all > 0 ? (weights[index]! / all) * total : 0;
      const beyond = Math.max(Math.floor(share + 1e-9) - has, has - Math.ceil(share - 1e-9), 0);
      if (beyond === 0) return [];
      const text = `${problem.people[person]!.id} has ${has} of ${whatIsShared(parameters)}, a fair share is ${Number(share.toFixed(1))}`;
      return [{ text, cost: beyond * price, person }];
    });
  },
};

function whatIsShared({ of }: FairShare): string {
  return of?.name ?? "all shifts";
}

function counts({ of, on }: FairShare, problem: RosterProblem, id: string | undefined, day: number): boolean {
  if (id === undefined || on?.includes(day) === false) return false;
  return of === undefined || of.shifts.some((shift) => problem.shifts[shift]!.id === id);
}
