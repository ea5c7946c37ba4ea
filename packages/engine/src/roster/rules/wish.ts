/**
 * Wishes and pins: who wants to, or has to, work or be off on a day.
 *
 * @module
 */

import { dayName, type RosterProblem, type Shift } from "../problem.ts";
import { off } from "../roster-model.ts";
import type { Rule } from "../rule.ts";

/** What is wanted on some days. */
export interface Wish {
  readonly days: readonly number[];
  /** One of these shifts; any when absent. */
  readonly shifts?: readonly number[];
  /** Whether the shifts are wanted, or not wanted. */
  readonly wanted: boolean;
  /** Why, in words: `MA-3 opens on Mondays`. */
  readonly name?: string;
  /** Dollars for each day on which the wish is not granted; without it, it has to be. */
  readonly price?: number;
}

export const wish: Rule<Wish> = {
  name: "wishes",
  description: "Wishes to work, or to be off, are granted where they can be.",
  constrain: ({ people, parameters }, problem) => wishTerms("wishes", people, parameters, problem),
  violations: ({ people, parameters }, problem, assignments) =>
    ungranted(people, parameters, problem, (person, day) => assignments[person]![day] ?? null),
};

/** A pin is a wish that has to be granted. */
export const pin: Rule<Wish> = {
  name: "pins",
  description: "What is fixed stays.",
  constrain: ({ people, parameters }, problem) => wishTerms("pins", people, parameters, problem),
  violations: ({ people, parameters }, problem, assignments) =>
    ungranted(people, parameters, problem, (person, day) => assignments[person]![day] ?? null),
};

function wishTerms(rule: string, people: readonly number[], wish: Wish, problem: RosterProblem) {
  const { days, shifts, wanted, price = Infinity } = wish;
  const all = problem.shifts.map((_, index) => index);
  const meant = shifts ?? all;
  // Wanting a shift is to be against all others, and against being off.
  const against = wanted ? [off, ...all.filter((shift) => !meant.includes(shift))] : meant;
  return people.flatMap((person) =>
    days.flatMap((day) => {
      const reason = {
        rule,
        text: `${problem.people[person]!.id} ${wishWords(wish, problem)} on ${dayName(problem, day)}${named(wish)}`,
      };
      return against.map((shift) => ({ kind: "cell" as const, reason, person, day, shift, cost: price }));
    }),
  );
}

function ungranted(
  people: readonly number[],
  wish: Wish,
  problem: RosterProblem,
  shiftOf: (person: number, day: number) => Shift | null,
) {
  const meant = wish.shifts && new Set(wish.shifts.map((shift) => problem.shifts[shift]!.id));
  return people.flatMap((person) =>
    wish.days.flatMap((day) => {
      const shift = shiftOf(person, day);
      const hasIt = shift !== null && (meant === undefined || meant.has(shift.id));
      if (hasIt === wish.wanted) return [];
      const has = shift === null ? "is off" : `has ${shift.id}`;
      const text = `${problem.people[person]!.id} ${has} on ${dayName(problem, day)}, but ${wishWords(wish, problem)}${named(wish)}`;
      return [{ text, cost: wish.price ?? Infinity, person, day }];
    }),
  );
}

/** The name of a pin, behind what it asks for. */
function named({ name }: Wish): string {
  return name === undefined ? "" : ` (${name})`;
}

function wishWords({ shifts, wanted, price }: Wish, problem: RosterProblem): string {
  const names = [...new Set((shifts ?? []).map((shift) => problem.shifts[shift]!.name))];
  const what = shifts === undefined ? "" : ` ${names.join(" or ")}`;
  if (price === undefined)
    return wanted ? `has to work${what}` : shifts === undefined ? "has to be off" : `must not have${what}`;
  if (wanted) return shifts === undefined ? "wants to work" : `wants${what}`;
  return shifts === undefined ? "wants to be off" : `does not want${what}`;
}
