/**
 * How many shifts of a kind people have: in a week, or over the whole roster.
 *
 * @module
 */

import { allDays, dayName, type RosterProblem, type ShiftGroup, weeks } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { type LimitParameters, limitsOf, limitWords, outside } from "./limits.ts";

/** Limits on shifts of a kind. */
export interface ShiftCount extends LimitParameters {
  readonly per: "week" | "period";
  /** Shifts that count; all when absent. */
  readonly of?: ShiftGroup;
  /** Days that count; all when absent. */
  readonly on?: readonly number[];
}

export const shiftCount: Rule<ShiftCount> = {
  name: "shifts",
  description: "People have at least and at most so many shifts, or shifts of a kind.",
  parameters: {
    of: { kind: "shifts", describe: "shifts that count; all when absent" },
    on: { kind: "days", describe: "days that count; all when absent" },
    per: { kind: "span", describe: "counted by the week, or over the whole roster", needed: true },
    atLeast: { kind: "count", describe: "so many at least" },
    atMost: { kind: "count", describe: "so many at most" },
    price: { kind: "price", describe: "for each one too few or too many; without it, there must be none" },
  },
  constrain({ people, parameters }, problem) {
    const shifts = parameters.of?.shifts ?? problem.shifts.map((_, index) => index);
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
    const counted = parameters.of && new Set(parameters.of.shifts.map((shift) => problem.shifts[shift]!.id));
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

function what({ of }: ShiftCount): string {
  return of === undefined ? "shifts" : `shifts of ${of.name}`;
}

function spans({ per, on }: ShiftCount, problem: RosterProblem) {
  const counts = (day: number) => on === undefined || on.includes(day);
  if (per === "period") return [{ days: allDays(problem).filter(counts), words: "over the roster" }];
  return weeks(problem).map((week) => ({
    days: week.filter(counts),
    words: `in the week of ${dayName(problem, week[0]!)}`,
  }));
}
