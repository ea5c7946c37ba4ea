import { describe, expect, it } from "vitest";
import { uniforms } from "../../test/support/random-roster.ts";
import { away, needs, smallRoster } from "../../test/support/small-roster.ts";
import { highs } from "../solvers/highs.ts";
import { rosterDifference } from "./difference.ts";
import { judge } from "./judge.ts";
import type { Roster, RosterProblem } from "./problem.ts";
import { bestRepairSoFar, candidatesFor, leftBehind, repair } from "./repair.ts";
import { SharedIncumbent } from "./shared-incumbent.ts";
import { solveRoster } from "./solve.ts";
import { bestWhyNotSoFar, whyNot } from "./why-not.ts";

const phlebotomy = { name: "phlebotomy", level: 1 };
const weekdays = [0, 1, 2, 3, 4];

async function solved(problem: RosterProblem): Promise<{ roster: Roster; cost: number }> {
  const outcome = await solveRoster(problem, { solver: highs });
  if (outcome.status !== "optimal") expect.fail(outcome.status);
  return outcome;
}

describe("a roster", () => {
  it("has who is needed, at the least cost, with the proof of it", async () => {
    const problem = smallRoster([needs(weekdays, [0], { atLeast: 1 }), needs([2], [1], { atLeast: 2 })]);
    const outcome = await solveRoster(problem, { solver: highs });
    if (outcome.status !== "optimal") expect.fail(outcome.status);
    // Five early shifts and two late ones of eight hours at $20.
    expect(outcome.cost).toBe(7 * 8 * 20);
    expect(outcome).toMatchObject({ gap: 0, unfilled: [] });
    expect(outcome.bound).toBeCloseTo(1120, 6);
    expect(judge(outcome.roster, problem)).toMatchObject({ keepsAll: true, cost: 1120 });
  });

  it("lists what is left unfilled, at its price", async () => {
    const problem = smallRoster([needs([0], [0], { atLeast: 5, pricePerUnder: 500 })]);
    const outcome = await solveRoster(problem, { solver: highs });
    if (outcome.status !== "optimal") expect.fail(outcome.status);
    expect(outcome.unfilled).toEqual([
      { text: "Mon 2026-12-07 needs 5 on early, has 3", cost: 1000, day: 0, missing: 2 },
    ]);
    expect(outcome.cost).toBe(3 * 160 + 1000);
  });

  it("says why there is none: a set of rules none of which can be spared, and what would help", async () => {
    const problem = smallRoster([
      needs([5], [0], { atLeast: 2, skill: phlebotomy }),
      needs(weekdays, [0, 1], { atLeast: 1 }),
      away(1, [5]),
      away(0, [3]),
      { rule: "days in a row", people: [0, 1, 2], parameters: { atMost: 5 } },
    ]);
    const outcome = await solveRoster(problem, { solver: highs });
    if (outcome.status !== "infeasible") expect.fail(outcome.status);
    expect(outcome.isMinimal).toBe(true);
    expect(outcome.conflict.map(({ text }) => text)).toEqual([
      "Sat 2026-12-12 needs 2 with phlebotomy on early",
      "MA-2 is away on Sat 2026-12-12",
    ]);
    // One phlebotomist on Saturday and five shifts of the week; or MA-2 comes after all.
    expect(outcome.relaxations.map(({ giveUp, cost }) => [giveUp.map(({ text }) => text), cost])).toEqual([
      [["Sat 2026-12-12 needs 2 with phlebotomy on early"], 6 * 160],
      [["MA-2 is away on Sat 2026-12-12"], 7 * 160],
    ]);
  });

  it("is known not to exist also where a search by columns would never find out", async () => {
    const problem = smallRoster([needs([3, 5], [0], { atLeast: 3 }), away(1, [5])], { days: 28 });
    const clock = () => performance.now() / 1000;
    const search = { relaxation: highs, random: () => 0.5, clock };
    const outcome = await solveRoster(problem, { solver: highs, search, clock, limits: { seconds: 30 } });
    if (outcome.status !== "infeasible") expect.fail(outcome.status);
    expect(outcome.conflict.map(({ text }) => text)).toEqual([
      "Sat 2026-12-12 needs 3 on early",
      "MA-2 is away on Sat 2026-12-12",
    ]);
  });

  it("gives its best so far when it is told to stop, and says so", async () => {
    const outcome = await solveRoster(smallRoster([needs([0], [0], { atLeast: 1 })]), {
      solver: highs,
      cancelled: () => true,
    });
    expect(outcome).toMatchObject({ status: "unknown", reason: "cancelled" });
  });
});

describe("“why not?”", () => {
  const problem = smallRoster([
    needs(weekdays, [0], { atLeast: 1 }),
    { rule: "wishes", people: [0], parameters: { days: [1], wanted: false, price: 30 } },
  ]);

  it("is answered with what it costs, and which rules pay", async () => {
    const { roster } = await solved(problem);
    const answer = await whyNot(problem, roster, { solver: highs, instead: { person: 0, days: [1], shifts: [1] } });
    if (answer.status !== "optimal") expect.fail(answer.status);
    // Somebody else has to be there early all the same, and MA-1 wanted to be off.
    expect(answer.difference.cost).toBeCloseTo(160 + 30, 6);
    expect(answer.atLeast).toBeCloseTo(190, 6);
    expect(answer.difference.rules).toEqual([
      { rule: "wishes", before: 0, after: 30, brokenBefore: 0, brokenAfter: 0 },
      { rule: "pay", before: 800, after: 960, brokenBefore: 0, brokenAfter: 0 },
    ]);
  });

  it("is answered with what a thread has found that had to be ended", async () => {
    const { roster } = await solved(problem);
    const instead = { person: 0, days: [1], shifts: [1] };
    const incumbent = new SharedIncumbent({ people: 3, days: 7 });
    expect(bestWhyNotSoFar(problem, roster, { instead, incumbent })).toEqual({ status: "unknown" });
    const search = { relaxation: highs, random: () => 0, clock: () => 0, incumbent };
    await whyNot(problem, roster, { solver: highs, search, instead });
    const best = bestWhyNotSoFar(problem, roster, { instead, incumbent });
    if (best.status !== "feasible") expect.fail(best.status);
    expect(best.difference.cost).toBeCloseTo(190, 6);
  });

  it("is answered with the rules in its way when it cannot be", async () => {
    const busy = { ...problem, uses: [...problem.uses, away(0, [1])] };
    const { roster } = await solved(busy);
    const answer = await whyNot(busy, roster, { solver: highs, instead: { person: 0, days: [1], shifts: [0] } });
    if (answer.status !== "infeasible") expect.fail(answer.status);
    expect(answer.conflict.map(({ text }) => text)).toEqual([
      "MA-1 is away on Tue 2026-12-08",
      "MA-1 has to work early on Tue 2026-12-08",
    ]);
  });
});

describe("on a horizon too long for a bound", () => {
  const days = Array.from({ length: 100 }, (_, day) => day);
  const problem = smallRoster([needs(days, [0], { atLeast: 1 })], { days: 100 });
  const published: Roster = {
    "MA-1": days.map(() => "early"),
    "MA-2": days.map(() => null),
    "MA-3": days.map(() => null),
  };
  const search = () => ({ relaxation: highs, random: uniforms(1), clock: () => 0 });
  const effort = () => ({ solver: highs, search: search(), limits: { work: 200_000 } });

  it("“why not?” says what was found, and knows of no least cost", async () => {
    const answer = await whyNot(problem, published, { ...effort(), instead: { person: 1, days: [3], shifts: [1] } });
    if (answer.status !== "feasible") expect.fail(answer.status);
    expect(answer.difference.cost).toBeCloseTo(160, 6);
    expect(answer.atLeast).toBe(-Infinity);
  });

  it("a roster is mended, and nothing is said of how good that is", async () => {
    const request = { absences: [{ person: 0, from: 3, to: 4 }], pricePerChange: 50 };
    const mended = await repair(problem, published, { ...effort(), ...request });
    if (mended.status !== "feasible") expect.fail(mended.status);
    expect(mended.difference.changes).toHaveLength(4);
    expect(mended).toMatchObject({ bound: -Infinity, gap: Infinity });
  });
});

describe("a published roster", () => {
  const problem = smallRoster([needs(weekdays, [0], { atLeast: 1 }), needs(weekdays, [1], { atLeast: 1 })]);
  const published: Roster = {
    "MA-1": ["early", "early", "early", "early", "early", null, null],
    "MA-2": ["late", "late", "late", "late", "late", null, null],
    "MA-3": [null, null, null, null, null, null, null],
  };

  it("is mended with the fewest changes, and is itself left as it is", async () => {
    const copy = structuredClone(published);
    const mended = await repair(problem, published, {
      solver: highs,
      absences: [{ person: 1, from: 1, to: 2 }],
      pricePerChange: 50,
    });
    if (mended.status !== "optimal") expect.fail(mended.status);
    expect(mended.difference.changes).toEqual([
      { person: "MA-2", day: 1, from: "late", to: null },
      { person: "MA-2", day: 2, from: "late", to: null },
      { person: "MA-3", day: 1, from: null, to: "late" },
      { person: "MA-3", day: 2, from: null, to: "late" },
    ]);
    expect(published).toEqual(copy);
  });

  it("is mended as well as it was when the thread that mends it has to be ended", async () => {
    const request = { absences: [{ person: 1, from: 1, to: 2 }], pricePerChange: 50 };
    const incumbent = new SharedIncumbent({ people: 3, days: 7 });
    expect(bestRepairSoFar(problem, published, { ...request, incumbent })).toMatchObject({ status: "unknown" });
    const search = { relaxation: highs, random: () => 0, clock: () => 0, incumbent };
    await repair(problem, published, { ...request, solver: highs, search });
    const best = bestRepairSoFar(problem, published, { ...request, incumbent });
    expect(best).toMatchObject({ status: "feasible", reason: "time limit" });
    if (best.status === "feasible") expect(best.difference.changes).toHaveLength(4);
  });

  it("changes nothing on days that are over", async () => {
    const mended = await repair(problem, published, {
      solver: highs,
      absences: [{ person: 1, from: 2, to: 3 }],
      pricePerChange: 0.01,
      today: 2,
    });
    if (mended.status !== "optimal") expect.fail(mended.status);
    expect(Math.min(...mended.difference.changes.map(({ day }) => day))).toBe(2);
  });

  it("cannot be mended for an absence outside of it", async () => {
    const absences = [{ person: 0, from: 5, to: 9 }];
    await expect(repair(problem, published, { solver: highs, absences, pricePerChange: 1 })).rejects.toThrow(
      "an absence must lie within days 0 to 6, got 5 to 9",
    );
  });

  it("has candidates for a shift that is left behind: who breaks nothing first", () => {
    const strict = { ...problem, uses: [...problem.uses, away(0, [1])] };
    const [gap] = leftBehind(strict, published, [{ person: 1, from: 1, to: 1 }]);
    expect(gap).toMatchObject({ person: "MA-2", day: 1, shift: 1 });
    expect(candidatesFor(strict, published, gap!)).toEqual([
      { person: "MA-3", instead: null, breaks: [], cost: 160 },
      {
        person: "MA-1",
        instead: "early",
        breaks: ["MA-1 has late on Tue 2026-12-08, but is away", "Tue 2026-12-08 needs 1 on early, has 0"],
        cost: 0,
      },
    ]);
  });

  it("does not count whoever is ill beside who takes the shift", () => {
    const exact = smallRoster([needs(weekdays, [1], { atLeast: 1, atMost: 1, pricePerUnder: 500 })]);
    const [gap] = leftBehind(exact, published, [{ person: 1, from: 1, to: 1 }]);
    // A shift of $160 instead of $500 for none; and MA-1 would have been paid anyway.
    expect(candidatesFor(exact, published, gap!)).toEqual([
      { person: "MA-1", instead: "early", breaks: [], cost: -500 },
      { person: "MA-3", instead: null, breaks: [], cost: -340 },
    ]);
  });

  it("differs from another by days and by rules", () => {
    const other = { ...published, "MA-3": ["early", null, null, null, null, null, null] };
    expect(rosterDifference(published, other, problem)).toEqual({
      changes: [{ person: "MA-3", day: 0, from: null, to: "early" }],
      cost: 160,
      rules: [{ rule: "pay", before: 1600, after: 1760, brokenBefore: 0, brokenAfter: 0 }],
    });
  });
});
