import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastCost, tinyRosters } from "../../test/support/tiny-rosters.ts";
import { highs } from "../solvers/highs.ts";
import { evaluate } from "./evaluate.ts";
import { off, type RosterModel, type Term, type Tour } from "./roster-model.ts";
import { SharedIncumbent } from "./shared-incumbent.ts";
import { improveInParts } from "./solve-in-parts.ts";

const cases = Number(process.env["PRAXIS_MODELS"] ?? 100);
const reason = { rule: "tiny", text: "a tiny case" };

/** The same numbers each time. */
function numbers(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe("a roster that is improved by parts", () => {
  it("has the optimum that trying every roster finds, where a part holds everything", async () => {
    await fc.assert(
      fc.asyncProperty(tinyRosters, async (roster) => {
        const start = Array.from({ length: roster.people }, () => new Int16Array(roster.days).fill(off));
        const options = { solver: highs, random: numbers(), clock: () => 0, seconds: Infinity };
        const tours = await improveInParts(roster, start, { ...options, work: { each: 1_000, parts: 2 } });
        expect(evaluate(roster, tours)).toBeCloseTo(leastCost(roster), 5);
      }),
      { numRuns: cases },
    );
  });

  it("is had from nobody at work, week by week, and each better one is told", async () => {
    const roster = ward({ people: 12, days: 21, shifts: 20 });
    const start = Array.from({ length: 12 }, () => new Int16Array(21).fill(off));
    expect(evaluate(roster, start)).toBe(Infinity);
    const told: number[] = [];
    const incumbent = new SharedIncumbent(roster);
    const options = { solver: highs, random: numbers(), clock: () => 0, seconds: Infinity, incumbent };
    // Eleven people of the first week, the twelfth alone, who finds that nobody is missing, then two weeks of everybody.
    const work = { each: 5_000, parts: 4 };
    const tours = await improveInParts(roster, start, { ...options, work, onBetter: (cost) => told.push(cost) });
    // Three people on each day at one each, and nobody beyond five days a week.
    expect(evaluate(roster, tours)).toBe(63);
    expect(told.at(-1)).toBe(63);
    expect(told).toEqual([...told].sort((a, b) => b - a));
    expect(incumbent.read()?.cost).toBe(63);
  });

  it("goes on from what another thread has found, and keeps it where nothing is better", async () => {
    const roster = ward({ people: 3, days: 7, shifts: 1 });
    const best: Tour[] = [0, 1, 2].map(() => Int16Array.from({ length: 7 }, () => 0));
    const incumbent = new SharedIncumbent(roster);
    const relaxed: RosterModel = { ...roster, terms: roster.terms.filter(({ kind }) => kind !== "sum") };
    incumbent.offer({ cost: evaluate(relaxed, best), tours: best });
    const none = best.map((tour) => new Int16Array(tour.length).fill(off));
    const options = { solver: highs, random: numbers(), clock: () => 0, seconds: Infinity, incumbent };
    const tours = await improveInParts(relaxed, none, { ...options, work: { each: 0, parts: 1 } });
    expect(tours).toEqual(best);
  });
});

/** Three people at work each day whoever they are, which costs one each; five days a week at most. */
function ward({ people, days, shifts }: Pick<RosterModel, "people" | "days" | "shifts">): RosterModel {
  const everybody = Array.from({ length: people }, (_, person) => person);
  const allDays = Array.from({ length: days }, (_, day) => day);
  const allShifts = Array.from({ length: shifts }, (_, shift) => shift);
  const cover = allDays.map((day): Term => {
    const cells = { days: [day], shifts: allShifts, weight: 1 };
    return { kind: "cover", reason, parts: [{ people: everybody, cells }], limits: { min: 3, costPerUnder: Infinity } };
  });
  const cells = everybody.flatMap((person) =>
    allDays.flatMap((day) =>
      allShifts.map((shift): Term => ({ kind: "cell", reason, person, day, shift, cost: shift === 0 ? 1 : 2 })),
    ),
  );
  const sums = everybody.flatMap((person) =>
    [0, 7, 14].flatMap((from): Term[] => {
      const week = allDays.filter((day) => day >= from && day < from + 7);
      if (week.length === 0) return [];
      const limits = { max: 5, costPerOver: Infinity };
      return [{ kind: "sum", reason, person, cells: [{ days: week, shifts: allShifts, weight: 1 }], limits }];
    }),
  );
  return { people, days, shifts, terms: [...cover, ...cells, ...sums] };
}
