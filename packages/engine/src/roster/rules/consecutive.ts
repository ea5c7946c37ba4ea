/**
 * How many days in a row people work, are off, or have shifts of a kind.
 *
 * The last roster counts. Where it says nothing, a run that begins on the first day is never too short; one that goes on
 * at the end of the horizon is not either.
 *
 * @module
 */

import { dayName, type RosterProblem, type Shift, type ShiftGroup, shiftBefore } from "../problem.ts";
import { off, type Term } from "../roster-model.ts";
import type { Match, Rule } from "../rule.ts";
import { type LimitParameters, limitsOf, limitWords } from "./limits.ts";

/** Limits on days in a row. */
export interface Consecutive extends LimitParameters {
  /** Shifts that make the run; all when absent. */
  readonly of?: ShiftGroup;
}

const limits = {
  atLeast: { kind: "count", describe: "so many at least" },
  atMost: { kind: "count", describe: "so many at most" },
  price: { kind: "price", describe: "for each day too few or too many; without it, there must be none" },
} as const;

export const consecutiveShifts: Rule<Consecutive> = {
  name: "days in a row",
  description: "People work at least and at most so many days in a row.",
  parameters: { of: { kind: "shifts", describe: "shifts that make the run; all when absent" }, ...limits },
  constrain: ({ people, parameters }, problem) => {
    const shifts = parameters.of?.shifts ?? problem.shifts.map((_, index) => index);
    const words = parameters.of === undefined ? "works" : `has ${parameters.of.name}`;
    return people.flatMap((person) => runTerms(consecutiveShifts.name, words, { person, shifts }, parameters, problem));
  },
  violations({ people, parameters }, problem, assignments) {
    const named = parameters.of && new Set(parameters.of.shifts.map((shift) => problem.shifts[shift]!.id));
    const belongs = (shift: Shift | null) => shift !== null && (named === undefined || named.has(shift.id));
    const words = parameters.of === undefined ? "works" : `has ${parameters.of.name}`;
    return people.flatMap((person) => wrongRuns(words, { person, belongs }, parameters, problem, assignments[person]!));
  },
};

export const consecutiveDaysOff: Rule<LimitParameters> = {
  name: "days off in a row",
  description: "People are off at least and at most so many days in a row.",
  parameters: limits,
  constrain: ({ people, parameters }, problem) =>
    people.flatMap((person) =>
      runTerms(consecutiveDaysOff.name, "is off", { person, shifts: [off] }, parameters, problem),
    ),
  violations: ({ people, parameters }, problem, assignments) =>
    people.flatMap((person) =>
      wrongRuns("is off", { person, belongs: (shift) => shift === null }, parameters, problem, assignments[person]!),
    ),
};

function runTerms(
  rule: string,
  words: string,
  { person, shifts }: { readonly person: number; readonly shifts: readonly number[] },
  { atLeast, atMost, price = Infinity }: LimitParameters,
  problem: RosterProblem,
): Term[] {
  const text = `${problem.people[person]!.id} ${words} ${limitWords({ atLeast, atMost })} days in a row`;
  const tour = problem.history[person] ?? [];
  let before = 0;
  while (before < tour.length && shifts.includes(tour[tour.length - 1 - before]!)) before++;
  const term = { kind: "run" as const, reason: { rule, text }, person, shifts };
  // What fills all of the last roster may have begun before it: it is so long at least.
  if (before > 0 && before === tour.length && atLeast !== undefined) {
    const longest = { ...term, limits: limitsOf({ atMost, price }), before };
    const shortest = { ...term, limits: limitsOf({ atLeast, price }), before: "unknown" as const };
    return atMost === undefined ? [shortest] : [shortest, longest];
  }
  // Without a last roster nothing is known of what came before.
  return [{ ...term, limits: limitsOf({ atLeast, atMost, price }), before: tour.length === 0 ? "unknown" : before }];
}

/** Who is looked at, and whether a shift, or null for a day off, belongs to the run. */
interface Looking {
  readonly person: number;
  readonly belongs: (shift: Shift | null) => boolean;
}

function wrongRuns(
  words: string,
  looking: Looking,
  { atLeast = 0, atMost = Infinity, price = Infinity }: LimitParameters,
  problem: RosterProblem,
  tour: readonly (Shift | null)[],
): Match[] {
  const { person } = looking;
  return runsOf(looking, problem, tour).flatMap(({ last, length, inside, open }) => {
    const tooLong = Math.min(inside, length - atMost);
    const tooShort = open ? 0 : atLeast - length;
    if (tooLong <= 0 && tooShort <= 0) return [];
    const limit = tooLong > 0 ? `at most ${atMost}` : `at least ${atLeast}`;
    const text = `${problem.people[person]!.id} ${words} ${length} days in a row until ${dayName(problem, last)}, ${limit}`;
    return [{ text, cost: Math.max(tooLong, tooShort) * price, person, day: Math.max(0, last) }];
  });
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
function runsOf({ person, belongs }: Looking, problem: RosterProblem, tour: readonly (Shift | null)[]): Run[] {
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
