/**
 * Rosters with names that make trouble in tables and documents.
 *
 * @module
 */

import fc from "fast-check";
import type { Roster, RosterProblem } from "../../src/roster/problem.ts";

const awkward = fc.constantFrom(
  ..."=1+1,+1,-1,@sum,'=x,''=x,'x,__proto__,constructor,roster,person,Zoë,山田,off,1e5,001,TRUE,2026-12-07".split(","),
  ...['a"b', '"', "a,b", "a;b", " a ", "a\tb", "a\nb", "a\r", "\nb", "c\r\nd", "-", "#N/A", "sep=;", "\u2028.", "😀"],
);

const name = fc
  .oneof(awkward, fc.string({ minLength: 1, maxLength: 6, unit: "grapheme" }))
  .filter((text) => text.trim() !== "");

/** A problem without rules and any roster of it. */
export const awkwardRosters: fc.Arbitrary<{ readonly problem: RosterProblem; readonly roster: Roster }> = fc
  .record({
    people: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    shifts: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    role: name,
    days: fc.integer({ min: 1, max: 9 }),
    start: fc.constantFrom("2026-12-07", "2026-12-30", "2028-02-27"),
  })
  .chain(({ people, shifts, role, days, start }) => {
    const problem: RosterProblem = {
      ...{ name: "awkward", start, days, workplaces: [], uses: [], history: [] },
      shifts: shifts.map((id) => ({ id, name: "shift", workMinutes: 480, parts: [], kinds: [] })),
      people: people.map((id) => ({ id, role, skills: new Map(), costPerHour: 25 })),
    };
    const tour = fc.array(fc.option(fc.constantFrom(...shifts)), { minLength: days, maxLength: days });
    return fc
      .tuple(...people.map(() => tour))
      .map((tours) => ({ problem, roster: Object.fromEntries(people.map((id, index) => [id, tours[index]!])) }));
  });
