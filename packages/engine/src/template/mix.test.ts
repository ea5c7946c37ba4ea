import { describe, expect, it } from "vitest";
import { oddPrices, weekText } from "../../test/support/small-week.ts";
import { parseWeekProblem } from "../planning/week-file.ts";
import { highs } from "../solvers/highs.ts";
import { judgeWeek } from "./judge-week.ts";
import { type SolvedWeek, solveWeek } from "./mix.ts";
import { shapeOf } from "./patterns.ts";
import { libraryOf, type Pattern, priceAll, pricingTasks } from "./pricing.ts";
import { todaysVisits } from "./week-changes.ts";
import { slotsOf } from "./week-plan.ts";
import type { WeekProblem, WeekSlot } from "./week-problem.ts";

const exactly = { solver: highs, relativeGap: 1e-9 };

function priced(problem: WeekProblem) {
  return priceAll(pricingTasks(problem), oddPrices(problem)) as Exclude<ReturnType<typeof priceAll>, string>;
}

async function solved(text: string, options = {}): Promise<SolvedWeek> {
  const problem = parseWeekProblem(text);
  const outcome = await solveWeek(problem, priced(problem), { ...exactly, ...options });
  if (!("slots" in outcome)) throw new Error(`${outcome.status}: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** The least cost of all ways to give each session a pattern, judged one by one; Infinity when none will do. */
function cheapestOfAll(problem: WeekProblem): number {
  const library = libraryOf(problem, priced(problem));
  const today = todaysVisits(problem);
  const choices = problem.sessions.map((session, index) => {
    const kept = today.has(index) ? library.kept(today.get(index)!, shapeOf(session)) : undefined;
    return [...library.of(shapeOf(session)), ...(kept === undefined ? [] : [kept])];
  });
  let least = Infinity;
  const plan: Pattern[] = [];
  const tryAll = (session: number, cost: number) => {
    if (session === choices.length) {
      const { costs } = judgeWeek(slotsOf(plan, problem), problem);
      least = Math.min(least, cost + costs.missed + costs.changes + costs.worth);
      return;
    }
    for (const pattern of choices[session]!) {
      plan[session] = pattern;
      tryAll(session + 1, cost + pattern.cost);
    }
  };
  tryAll(0, 0);
  return least;
}

/** How many can be booked into a slot. */
function bookingsAt(slots: readonly WeekSlot[], wanted: Pick<WeekSlot, "provider" | "weekday" | "start" | "type">) {
  return slots.reduce((sum, { provider, weekday, start, type, bookings }) => {
    const isMeant =
      provider === wanted.provider && weekday === wanted.weekday && start === wanted.start && type === wanted.type;
    return sum + (isMeant ? bookings : 0);
  }, 0);
}

const fewSessions = {
  "{ monday: [morning, afternoon], tuesday: morning }": "{ monday: morning, tuesday: afternoon }",
  "{ monday: morning, tuesday: [morning, afternoon] }": "{ monday: morning }",
};

const today = `today:
  price: $3
  slots:
    - { provider: Dr-A, on: monday, at: "08:00", type: visit, bookings: 2 }
    - { provider: Dr-A, on: monday, at: "08:40", type: visit }
    - { provider: Dr-A, on: monday, at: "09:00", type: new patient }
    - { provider: Dr-B, on: monday, at: "08:10", type: visit }
providers:`;

describe("the best week", () => {
  const cases: readonly (readonly [what: string, changes: Readonly<Record<string, string>>])[] = [
    ["that is asked for nothing special", {}],
    ["with too few rooms", { "use: 100 %": "use: 65 %" }],
    ["with rooms that can be had for money", { "count: 2, use: 100 %": "count: 1, use: 50 %, over: $12 per hour" }],
    ["whose demand must be met", { "20 per week, unmet: $50": "12 per week" }],
    ["whose demand is beyond what can be", { "20 per week": "60 per week" }],
    ["whose bookings are worth something", { "demand: 20 per week, unmet: $50": "value: $9" }],
    [
      "with a reserve",
      { "floor: {": "reserve: { requests: { monday: 1.5 per day, tuesday: 0.4 per day }, unmet: $8 }, floor: {" },
    ],
    [
      "with wishes, some of which must be granted",
      {
        "Dr-A: { role: physician,":
          "Dr-A: { role: physician, wishes: [{ on: monday, session: morning, not: new patient }, { on: monday, of: visit, atLeast: 3, atMost: 4, price: $2 }],",
        "Dr-B: { role: physician,":
          "Dr-B: { role: physician, wishes: [{ on: monday, of: [visit, new patient], atMost: 4 }],",
      },
    ],
    ["beside a template that is in use", { "providers:": today }],
  ];

  it.each(cases)("%s is as cheap as the cheapest of all that can be tried", async (_, changes) => {
    const text = weekText({ ...fewSessions, ...changes });
    const least = cheapestOfAll(parseWeekProblem(text));
    const { cost, bound, status } = await solved(text);
    expect(least).toBeLessThan(Infinity);
    expect(cost).toBeCloseTo(least, 6);
    expect(bound).toBeCloseTo(least, 5);
    expect(status).toBe("optimal");
  });

  it.each(cases)("%s is found with the help of two patterns at first, too", async (_, changes) => {
    const text = weekText({ ...fewSessions, ...changes });
    const { cost } = await solved(text, { columnsAtFirst: 2 });
    expect(cost).toBeCloseTo((await solved(text)).cost, 6);
  });

  it.each(cases)("%s is heard of as soon as there is a good one, and no later is dearer", async (_, changes) => {
    const better: SolvedWeek[] = [];
    const week = await solved(weekText({ ...fewSessions, ...changes }), {
      onBetter: (one: SolvedWeek) => better.push(one),
    });
    expect(better.length).toBeGreaterThan(0);
    for (const [index, { cost, bound, gap, status, slots }] of better.entries()) {
      expect(cost).toBeLessThanOrEqual((better[index - 1]?.cost ?? Infinity) + 1e-6);
      expect(bound).toBeLessThanOrEqual(week.cost + 1e-6);
      expect(status).toBe("feasible");
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(slots.length).toBeGreaterThan(0);
    }
    expect(better.at(-1)!.cost).toBeCloseTo(week.cost, 6);
  });

  it("claims no bound beyond a better one that its first patterns do not have", async () => {
    const text = weekText();
    const few = await solved(text, { columnsAtFirst: 2, relativeGap: 0.5 });
    expect(few.bound).toBeLessThanOrEqual((await solved(text)).cost + 1e-6);
  });

  it("tells what is short, and what more of it would save", async () => {
    const { binding } = await solved(weekText({ "use: 100 %": "use: 65 %" }));
    const rooms = binding.filter(({ unit }) => unit === "minutes");
    expect(rooms.map(({ text }) => text)).toContain("exam room has 156 minutes on Monday morning");
    expect(rooms.every(({ worth }) => worth > 0)).toBe(true);
  });

  it("says what is not met, at its price", async () => {
    const { missed, costs } = await solved(weekText({ "20 per week": "60 per week" }));
    const [first] = missed;
    expect(first).toMatchObject({ kind: "demand", text: "visit needs 60 bookings a week" });
    expect(costs.missed).toBeCloseTo(first!.by * 50, 6);
  });

  it("keeps today's sessions when changes are dear, and lists what changes when they are not", async () => {
    const dear = await solved(weekText({ ...fewSessions, "providers:": today.replace("$3", "$1000") }));
    const kept = dear.slots.filter(
      ({ provider, weekday, start }) => provider === "Dr-A" && weekday === 0 && start < 780,
    );
    expect(kept.map(({ start, type, bookings }) => [start, type, bookings])).toEqual([
      [480, "visit", 2],
      [520, "visit", 1],
      [540, "new patient", 1],
    ]);
    const cheap = await solved(weekText({ ...fewSessions, "providers:": today.replace("$3", "$0") }));
    expect(cheap.changes.length).toBeGreaterThan(0);
    const problem = parseWeekProblem(weekText({ ...fewSessions, "providers:": today }));
    for (const { before, after, ...slot } of cheap.changes) {
      expect(bookingsAt(problem.today!.slots, slot)).toBe(before);
      expect(bookingsAt(cheap.slots, slot)).toBe(after);
    }
  });

  it("gives those who are alike as much to do", async () => {
    const alike = Array.from(
      { length: 6 },
      (_, index) => `  P-${index}: { role: physician, sessions: { weekdays: morning } }`,
    );
    const text = weekText({ "count: 2": "count: 7", "20 per week": "100 per week" });
    const { slots, sessions } = await solved(text.replace(/ {2}Dr-A[\s\S]*/, `${alike.join("\n")}\n`));
    const bookings = alike.map((_, index) =>
      slots.filter(({ provider }) => provider === `P-${index}`).reduce((sum, slot) => sum + slot.bookings, 0),
    );
    const sizes = sessions.map(({ visits }) => Object.values(visits).reduce((sum, count) => sum + count, 0));
    expect(new Set(sizes).size).toBeGreaterThan(1);
    expect(Math.max(...bookings) - Math.min(...bookings)).toBeLessThanOrEqual(Math.max(...sizes) - Math.min(...sizes));
  });
});

describe("a week that cannot be", () => {
  async function conflict(changes: Readonly<Record<string, string>>) {
    const problem = parseWeekProblem(weekText({ ...fewSessions, ...changes }));
    const outcome = await solveWeek(problem, priced(problem), exactly);
    if (outcome.status !== "infeasible") throw new Error(outcome.status);
    return outcome;
  }

  it("names the floor that nobody has the time for, and by how much it has to give way", async () => {
    const { conflict: texts, isMinimal, waysOut } = await conflict({ "monday: 1 }": "monday: 30 }" });
    expect(texts).toEqual(["new patient needs at least 30 bookings on Monday"]);
    expect(isMinimal).toBe(true);
    expect(waysOut).toHaveLength(1);
    expect(waysOut[0]!.giveUp).toEqual([{ text: texts[0], by: expect.any(Number), unit: "bookings" }]);
    const able = parseWeekProblem(
      weekText({ ...fewSessions, "monday: 1 }": `monday: ${30 - waysOut[0]!.giveUp[0]!.by} }` }),
    );
    expect((await solveWeek(able, priced(able), exactly)).status).toBe("optimal");
  });

  it("names rooms and floor together when either could give way", async () => {
    const { conflict: texts, waysOut } = await conflict({ "use: 100 %": "use: 70 %", "monday: 1 }": "monday: 5 }" });
    expect(texts).toContain("new patient needs at least 5 bookings on Monday");
    expect(texts).toContain("exam room has 168 minutes on Monday morning");
    expect(waysOut.length).toBeGreaterThan(1);
    expect(waysOut.map(({ cost }) => cost)).toEqual([...waysOut.map(({ cost }) => cost)].sort((a, b) => a - b));
  });

  it("names wishes that contradict each other", async () => {
    const wishes = "wishes: [{ on: monday, of: visit, atLeast: 3 }, { on: monday, not: visit }],";
    const { conflict: texts } = await conflict({ "Dr-A: { role: physician,": `Dr-A: { role: physician, ${wishes}` });
    expect(new Set(texts)).toEqual(
      new Set(["Dr-A sees at least 3 visit on Monday morning", "Dr-A sees no visit on Monday morning"]),
    );
  });

  it("cannot be tried out either", () => {
    const text = weekText({ ...fewSessions, "monday: 1 }": "monday: 30 }" });
    expect(cheapestOfAll(parseWeekProblem(text))).toBe(Infinity);
  });
});

describe("pricing", () => {
  const problem = parseWeekProblem(weekText());

  it("looks into each session once, and tells of each", () => {
    const told: number[] = [];
    const tasks = pricingTasks(problem);
    priceAll(tasks, oddPrices(problem), { onPriced: (count) => told.push(count) });
    expect(told).toEqual(tasks.map((_, index) => index + 1));
    expect(new Set(tasks.map(({ mix }) => mix.join())).size).toBe(tasks.length);
  });

  it("ends when it is cancelled, or its time is over", () => {
    const tasks = pricingTasks(problem);
    expect(priceAll(tasks, oddPrices(problem), { cancelled: () => true })).toBe("cancelled");
    let now = 0;
    const clock = () => now++;
    expect(priceAll(tasks, oddPrices(problem), { clock, limits: { seconds: 3 } })).toBe("time limit");
  });
});
