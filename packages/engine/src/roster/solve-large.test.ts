import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestOfTwo, randomRoster, uniforms } from "../../test/support/random-roster.ts";
import { highs } from "../solvers/highs.ts";
import { evaluate } from "./evaluate.ts";
import type { RosterModel, Term } from "./roster-model.ts";
import { SharedIncumbent } from "./shared-incumbent.ts";
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
        offer: ({ cost }) => offered.push(cost) > 0,
      },
    });
    expect(offered[0]).toBeGreaterThan(0);
    expect(answer.cost).toBe(0);
  });

  it("joins its own gains to a better roster of another thread", async () => {
    const memory = new SharedIncumbent(seasons);
    const news: string[] = [];
    const search = (seed: number) =>
      solveLarge(seasons, {
        ...handed,
        random: uniforms(seed),
        limits: { work: 1_000_000 },
        incumbent: new SharedIncumbent(seasons, memory.memory),
        onProgress: ({ what }) => news.push(what),
      });
    const answers = await Promise.all([search(1), search(2)]);
    expect(news).toContain("gains of two threads");
    for (const { tours, cost } of answers) expect(evaluate(seasons, tours!)).toBe(cost);
    // What is shared is the better of both: no gain was lost on the way.
    expect(memory.read()!.cost).toBe(Math.min(...answers.map(({ cost }) => cost)));
  });

  it("lets people trade days that are far apart", async () => {
    let cost = Number.POSITIVE_INFINITY;
    const answer = await solveLarge(farApart, {
      ...handed,
      random: uniforms(1),
      limits: { work: 2_000_000 },
      start: farApartStart,
      onProgress: (progress) => {
        cost = progress.cost;
      },
      cancelled: () => cost === 0,
    });
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

const six = [0, 1, 2, 3, 4, 5];

/** Two of six people a day, each of whom would rather work on some days than on others: too long for one programme. */
const seasons: RosterModel = {
  people: 6,
  days: 100,
  shifts: 1,
  terms: [
    ...Array.from({ length: 100 }, (_, day) => day).flatMap((day): Term[] => [
      {
        kind: "cover",
        reason: { rule: "cover", text: "two people a day" },
        parts: [{ people: six, cells: { days: [day], shifts: [0], weight: 1 } }],
        limits: { min: 2, max: 2, costPerUnder: 30, costPerOver: 30 },
      },
      ...six.map((person): Term => {
        const cost = (7 * day + 11 * person + day * person) % 10;
        return { kind: "cell", reason: { rule: "wishes", text: "not that day" }, person, day, shift: 0, cost };
      }),
    ]),
    ...six.map((person): Term => {
      const reason = { rule: "days in a row", text: "two to four" };
      const limits = { min: 2, costPerUnder: 4, max: 4, costPerOver: 4 };
      return { kind: "run", reason, person, shifts: [0], limits, before: "unknown" };
    }),
  ],
};

/**
 * Eight people who work once in sixteen weeks, one on the third day and one on the 108th, and both would rather have the
 * other's day. The others never work. No window of days in a row holds both.
 */
const farApart: RosterModel = {
  people: 8,
  days: 112,
  shifts: 1,
  terms: [
    ...Array.from({ length: 112 }, (_, day): Term => {
      const parts = [{ people: [0, 1, 2, 3, 4, 5, 6, 7], cells: { days: [day], shifts: [0], weight: 1 } }];
      const wanted = day === 2 || day === 107 ? 1 : 0;
      const limits = { min: wanted, costPerUnder: 10, max: wanted, costPerOver: 10 };
      return { kind: "cover", reason, parts, limits };
    }),
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((person): Term => {
      const cells = [{ days: Array.from({ length: 112 }, (_, day) => day), shifts: [0], weight: 1 }];
      const limits = { max: person < 2 ? 1 : 0, costPerOver: Infinity };
      return { kind: "sum", reason: { rule: "days", text: "once" }, person, cells, limits };
    }),
    { kind: "cell", reason, person: 0, day: 2, shift: 0, cost: 1 },
    { kind: "cell", reason, person: 1, day: 107, shift: 0, cost: 1 },
  ],
};

const farApartStart = [2, 107, -1, -1, -1, -1, -1, -1].map((at) =>
  Int16Array.from({ length: 112 }, (_, day) => (day === at ? 0 : -1)),
);

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
