import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestOfTwo, randomRoster, uniforms } from "../../test/support/random-roster.ts";
import { highs } from "../solvers/highs.ts";
import { evaluate } from "./evaluate.ts";
import type { RosterModel } from "./roster-model.ts";
import { solveLarge } from "./solve-large.ts";

function solve(model: RosterModel, work: number) {
  return solveLarge(model, { relaxation: highs, solver: highs, random: uniforms(1), clock: () => 0, limits: { work } });
}

describe("solving a roster by columns", () => {
  it("brackets the optimum: bound below, cost above, and optimal only when it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const model = randomRoster(seed, { people: 2, days: 4, shifts: 2 });
        const best = bestOfTwo(model);
        const { status, tours, cost, bound } = await solve(model, 20_000);
        expect(bound).toBeLessThanOrEqual(best + 1e-9);
        expect(cost).toBeGreaterThanOrEqual(best - 1e-9);
        if (tours !== undefined) expect(evaluate(model, tours)).toBe(cost);
        if (status === "optimal") expect(cost).toBe(best);
        if (status === "infeasible") expect(best).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 400 },
    );
  });

  it("answers the same, to the last bit, under a limit of work", async () => {
    const model = randomRoster(11, { people: 6, days: 14, shifts: 3 });
    const [first, second] = [await solve(model, 300_000), await solve(model, 300_000)];
    expect(second).toEqual(first);
  });

  it("returns the roster it was given when it is cancelled at once", async () => {
    const start = [Int16Array.of(0, -1, 0, -1), Int16Array.of(-1, -1, -1, -1)];
    const answer = await solveLarge(demand, { ...handed, limits: {}, cancelled: () => true, start });
    expect(answer).toMatchObject({ status: "feasible", tours: start, cost: 20 });
  });

  it("goes on from a better roster that another thread has found", async () => {
    const better = [Int16Array.of(0, 0, 0, 0), Int16Array.of(-1, -1, -1, -1)];
    const offered: number[] = [];
    let asked = 0;
    const answer = await solveLarge(demand, {
      ...handed,
      // So little work that nothing is found but by asking.
      limits: { work: 300 },
      cancelled: () => asked > 0,
      start: [Int16Array.of(0, -1, -1, -1), Int16Array.of(-1, -1, -1, -1)],
      incumbent: {
        read: () => {
          asked++;
          return { cost: 0, tours: better };
        },
        offer: ({ cost }) => offered.push(cost),
      },
    });
    expect(offered[0]).toBeGreaterThan(0);
    expect(answer.cost).toBe(0);
  });

  it("says that there is no roster when somebody has no tour", async () => {
    const never = (shift: number) => ({ kind: "cell", reason, person: 1, day: 2, shift, cost: Infinity }) as const;
    const terms = [...demand.terms, never(0), never(-1)];
    const answer = await solveLarge({ ...demand, terms }, { ...handed, limits: {} });
    expect(answer).toMatchObject({ status: "infeasible", tours: undefined, cost: Infinity });
  });
});

const handed = { relaxation: highs, solver: highs, random: uniforms(1), clock: () => 0 };

const reason = { rule: "cover", text: "one person a day" };

/** One person a day, at 10 for each day without. */
const demand: RosterModel = {
  people: 2,
  days: 4,
  shifts: 1,
  terms: [0, 1, 2, 3].map((day) => ({
    kind: "cover",
    reason,
    parts: [{ people: [0, 1], cells: { days: [day], shifts: [0], weight: 1 } }],
    limits: { min: 1, max: 1, costPerUnder: 10, costPerOver: 1 },
  })),
};
