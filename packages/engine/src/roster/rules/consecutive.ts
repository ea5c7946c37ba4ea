/**
 * How many days in a row people work, are off, or have shifts of a kind.
 *
 * The last roster counts. Where it says nothing, a run that begins on the first day is never too short; one that goes on
 * at the end of the horizon is not either.
 *
 * @module
 */

import { dayName, type RosterProblem, type Shift, shiftBefore } from "../problem.ts";
import { off } from "../roster-model.ts";
import type { Rule } from "../rule.ts";
import { type LimitParameters, limitsOf, limitWords } from "./limits.ts";

/** Limits on days in a row. */
export interface Consecutive extends LimitParameters {
  /** Shifts that make the run; `off` for days off; all when absent. */
  readonly shifts?: readonly number[] | "off";
  /** What is counted, for people: `evening`. */
  readonly what?: string;
}

const parameters = {
  of: { kind: "shifts" },
  atLeast: { kind: "count" },
  atMost: { kind: "count" },
  price: { kind: "price" },
} as const;
const { of: _, ...withoutShifts } = parameters;

export const consecutiveShifts: Rule<Consecutive> = {
  name: "days in a row",
  description: "People work at least and at most so many days in a row.",
  parameters,
  constrain: ({ people, parameters }, problem) =>
    people.flatMap((person) => {
      const shifts =
        parameters.shifts === "off" ? [off] : (parameters.shifts ?? problem.shifts.map((_, index) => index));
      const text = `${problem.people[person]!.id} ${runWords(parameters)} ${limitWords(parameters)} days in a row`;
      const reason = { rule: parameters.shifts === "off" ? consecutiveDaysOff.name : consecutiveShifts.name, text };
      const tour = problem.history[person] ?? [];
      let before = 0;
      while (before < tour.length && shifts.includes(tour[tour.length - 1 - before]!)) before++;
      const term = { kind: "run" as const, reason, person, shifts };
      // What fills all of the last roster may have begun before it: it is so long at least.
      if (before === tour.length && parameters.atLeast !== undefined) {
        const { atLeast, atMost, ...price } = parameters;
        const longest = {
          ...term,
          limits: limitsOf({ ...price, ...(atMost === undefined ? {} : { atMost }) }),
          before,
        };
        const shortest = { ...term, limits: limitsOf({ ...price, atLeast }), before: "unknown" as const };
        return atMost === undefined ? [shortest] : [shortest, longest];
      }
      return [{ ...term, limits: limitsOf(parameters), before }];
    }),
  violations({ people, parameters }, problem, assignments) {
    const { atLeast = 0, atMost = Infinity, price = Infinity } = parameters;
    return people.flatMap((person) =>
      runsOf(person, parameters, problem, assignments[person]!).flatMap(({ last, length, inside, open }) => {
        const tooLong = Math.min(inside, length - atMost);
        const tooShort = open ? 0 : atLeast - length;
        if (tooLong <= 0 && tooShort <= 0) return [];
        const limit = tooLong > 0 ? `at most ${atMost}` : `at least ${atLeast}`;
        const text = `${problem.people[person]!.id} ${runWords(parameters)} ${length} days in a row until ${dayName(problem, last)}, ${limit}`;
        return [{ text, cost: Math.max(tooLong, tooShort) * price, person, day: Math.max(0, last) }];
      }),
    );
  },
};

export const consecutiveDaysOff: Rule<Consecutive> = {
  ...consecutiveShifts,
  name: "days off in a row",
  description: "People are off at least and at most so many days in a row.",
  parameters: withoutShifts,
};

function runWords({ shifts, what = "" }: Consecutive): string {
  return shifts === "off" ? "is off" : what === "" ? "works" : `has ${what}`;
}

/** A run of days: its last, its length with what the last roster brings, how much of it is inside of the horizon. */
interface Run {
  readonly last: number;
  readonly length: number;
  readonly inside: number;
  /** Whether it may be longer than anybody can tell. */
  readonly open: boolean;
}

/** The runs that are inside of the horizon, and the one that its first day breaks off. */
function runsOf(
  person: number,
  { shifts }: Consecutive,
  problem: RosterProblem,
  tour: readonly (Shift | null)[],
): Run[] {
  const named = Array.isArray(shifts) ? new Set(shifts.map((shift: number) => problem.shifts[shift]!.id)) : undefined;
  const belongs = (shift: Shift | null) =>
    shifts === "off" ? shift === null : shift !== null && (named === undefined || named.has(shift.id));
  let brought = 0;
  let earlier = shiftBefore(problem, person, -1);
  while (earlier !== undefined && belongs(earlier)) earlier = shiftBefore(problem, person, -1 - ++brought);
  let open = earlier === undefined;
  const runs: Run[] = [];
  let inside = 0;
  for (let day = 0; day <= problem.days; day++) {
    if (day < problem.days && belongs(tour[day]!)) {
      inside++;
      continue;
    }
    const length = inside + brought;
    if (length > 0) runs.push({ last: day - 1, length, inside, open: open || day === problem.days });
    inside = 0;
    brought = 0;
    open = false;
  }
  return runs;
}
