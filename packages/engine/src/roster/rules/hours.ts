/**
 * How many hours people work in a week, or over the whole roster.
 *
 * The last roster's days of the same week count. A week that the horizon cuts off, or whose beginning nobody knows, has
 * no least number of hours: the rest of it may make up for it.
 *
 * @module
 */

import { allDays, dayName, type RosterProblem, shiftBefore, weekday, weeks } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { limitsOf, limitWords, outside } from "./limits.ts";
import { byMinutes } from "./pay.ts";

/** Limits on hours. */
export interface Hours {
  readonly per: "week" | "period";
  /** Minutes. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Dollars for each hour too few or too many. */
  readonly price?: number;
  /** Minutes that count as worked, for each person of the use and each day: those of holidays. None when absent. */
  readonly credited?: readonly (readonly number[])[];
}

export const hours: Rule<Hours> = {
  name: "hours",
  description: "People work at least and at most so many hours a week, or over the whole roster.",
  parameters: {
    per: { kind: "span", describe: "counted by the week, or over the whole roster", needed: true },
    atLeast: { kind: "hours", describe: "so many at least" },
    atMost: { kind: "hours", describe: "so many at most" },
    price: { kind: "price per hour", describe: "for each hour too few or too many; without it, there must be none" },
  },
  constrain({ people, parameters }, problem) {
    return people.flatMap((person, index) =>
      spans(parameters.per, problem).map(({ days, words, whole, ledBy }) => {
        const credited = days.reduce((sum, day) => sum + (parameters.credited?.[index]?.[day] ?? 0), 0);
        const before = ledBy.reduce(
          (sum, day) => sum + (shiftBefore(problem, person, day)?.workMinutes ?? 0),
          credited,
        );
        const { atMost, price } = parameters;
        const atLeast = whole ? parameters.atLeast : undefined;
        const inHours = {
          ...(atLeast === undefined ? {} : { atLeast: atLeast / 60 }),
          ...(atMost === undefined ? {} : { atMost: atMost / 60 }),
        };
        return {
          kind: "sum" as const,
          reason: {
            rule: "hours",
            text: `${problem.people[person]!.id} works ${limitWords(inHours, " hours")} ${words}`,
          },
          person,
          cells: byMinutes(problem.shifts).map(({ minutes, shifts }) => ({ days, shifts, weight: minutes })),
          limits: limitsOf({
            ...(atLeast === undefined ? {} : { atLeast: Math.max(0, atLeast - before) }),
            ...(atMost === undefined ? {} : { atMost: atMost - before }),
            ...(price === undefined ? {} : { price: price / 60 }),
          }),
        };
      }),
    );
  },
  violations({ people, parameters: { per, atLeast, atMost, price, credited } }, problem, assignments) {
    return people.flatMap((person, index) =>
      spans(per, problem).flatMap(({ days, words, whole, ledBy }) => {
        let minutes = 0;
        for (const day of ledBy) minutes += shiftBefore(problem, person, day)?.workMinutes ?? 0;
        for (const day of days)
          minutes += (assignments[person]![day]?.workMinutes ?? 0) + (credited?.[index]?.[day] ?? 0);
        const found = outside(minutes / 60, {
          ...(atLeast === undefined || !whole ? {} : { atLeast: atLeast / 60 }),
          ...(atMost === undefined ? {} : { atMost: atMost / 60 }),
          ...(price === undefined ? {} : { price }),
        });
        if (found === undefined) return [];
        const worked = Number((minutes / 60).toFixed(2));
        return [
          {
            text: `${problem.people[person]!.id} works ${worked} hours ${words}, ${found.words}`,
            cost: found.cost,
            person,
          },
        ];
      }),
    );
  },
};

/** The days that belong together, those before the horizon that lead into them, and whether all of them are known. */
function spans(per: Hours["per"], problem: RosterProblem) {
  if (per === "period")
    return [{ days: allDays(problem), words: "over the roster", whole: true, ledBy: [] as number[] }];
  return weeks(problem).map((days) => {
    const missing = weekday(problem, days[0]!);
    const ledBy = Array.from({ length: days[0] === 0 ? missing : 0 }, (_, index) => index - missing);
    const known = problem.history.every((tour) => tour.length >= ledBy.length);
    const whole = known && ledBy.length + days.length === 7;
    return { days, words: `in the week of ${dayName(problem, days[0]!)}`, whole, ledBy };
  });
}
