/**
 * A practice of three assistants and two weeks, small enough to be worked out by hand.
 *
 * @module
 */

import type { Person, RosterProblem, RuleUse, Shift } from "../../src/roster/problem.ts";
import type { Cover } from "../../src/roster/rules/cover.ts";
import type { Unavailable } from "../../src/roster/rules/unavailable.ts";

/** A shift at one workplace, with times in hours. */
function shift(id: string, from: number, to: number, workplace = "desk"): Shift {
  const span = { from: from * 60, to: to * 60 };
  return { id, name: id, ...span, workMinutes: (to - from) * 60, parts: [{ workplace, ...span }], kinds: [] };
}

/** Somebody who costs $20 an hour. */
function person(id: string, skills: Readonly<Record<string, number>> = {}): Person {
  return { id, role: "medical assistant", skills: new Map(Object.entries(skills)), costPerHour: 20 };
}

/** Three assistants, an early and a late shift, from Monday on; only MA-2 and MA-3 draw blood. */
export function smallRoster(
  uses: readonly RuleUse[],
  { days = 7, history = [[], [], []] }: { days?: number; history?: RosterProblem["history"] } = {},
): RosterProblem {
  return {
    name: "Small practice",
    start: "2026-12-07",
    days,
    workplaces: [{ name: "desk", level: 1 }],
    shifts: [shift("early", 7, 15), shift("late", 11, 19)],
    people: [person("MA-1"), person("MA-2", { phlebotomy: 1 }), person("MA-3", { phlebotomy: 1 })],
    uses: [{ rule: "pay", people: [0, 1, 2], parameters: {} }, ...uses],
    history,
  };
}

/** So many people needed on a shift on some days. */
export function needs(days: readonly number[], shifts: readonly number[], more: Partial<Cover>): RuleUse<Cover> {
  return { rule: "cover", people: [0, 1, 2], parameters: { days, during: { shifts }, pricePerOver: 0, ...more } };
}

/** Somebody who is away. */
export function away(who: number, days: readonly number[]): RuleUse<Unavailable> {
  return { rule: "availability", people: [who], parameters: { days, why: "is away" } };
}
