/**
 * How many shifts of a kind people have: in a week, or over the whole roster.
 *
 * @module
 */

import { allDays, dayName, type RosterProblem, weeks } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { type LimitParameters, limitsOf, limitWords, outside } from "./limits.ts";

/** Limits on shifts of a kind. */
export interface ShiftCount extends LimitParameters {
  readonly per: "week" | "period";
  /** Shifts that count; all when absent. */
  readonly shifts?: readonly number[];
  /** Days that count; all when absent. */
  readonly days?: readonly number[];
  /** What is counted, for people: `evening`. */
  readonly what?: string;
}

export const shiftCount: Rule<ShiftCount> = {
  name: "shifts",
  description: "People have at least and at most so many shifts, or shifts of a kind.",
  parameters: {
    of: { kind: "shifts" },
    on: { kind: "days" },
    per: { kind: "span" },
    atLeast: { kind: "count" },
    atMost: { kind: "count" },
    price: { kind: "price" },
  },
  constrain({ people, parameters }, problem) {
    const shifts = parameters.shifts ?? problem.shifts.map((_, index) => index);
    return people.flatMap((person) =>
      spans(parameters, problem).map(({ days, words }) => ({
        kind: "sum" as const,
        reason: {
          rule: "shifts",
          text: `${problem.people[person]!.id} has ${limitWords(parameters)} ${what(parameters)} ${words}`,
        },
        person,
        cells: [{ days, shifts, weight: 1 }],
        limits: limitsOf(parameters),
      })),
    );
  },
  violations({ people, parameters }, problem, assignments) {
    const counted = parameters.shifts && new Set(parameters.shifts.map((shift) => problem.shifts[shift]!.id));
    return people.flatMap((person) =>
      spans(parameters, problem).flatMap(({ days, words }) => {
        const count = days.filter((day) => {
          const shift = assignments[person]![day] ?? null;
          return shift !== null && (counted === undefined || counted.has(shift.id));
        }).length;
        const found = outside(count, parameters);
        if (found === undefined) return [];
        const text = `${problem.people[person]!.id} has ${count} ${what(parameters)} ${words}, ${found.words}`;
        return [{ text, cost: found.cost, person }];
      }),
    );
  },
};

function what({ what = "" }: ShiftCount): string {
  return what === "" ? "shifts" : `shifts of ${what}`;
}

function spans({ per, days }: ShiftCount, problem: RosterProblem) {
  const counts = (day: number) => days === undefined || days.includes(day);
  if (per === "period") return [{ days: allDays(problem).filter(counts), words: "over the roster" }];
  return weeks(problem).map((week) => ({
    days: week.filter(counts),
    words: `in the week of ${dayName(problem, week[0]!)}`,
  }));
}
