import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { weekText } from "../../test/support/small-week.ts";
import { root } from "../../test/support/sources.ts";
import type { WeekProblem } from "../template/week-problem.ts";
import { checkWeekProblem, parseWeekProblem } from "./week-file.ts";

function week(changes: Readonly<Record<string, string>> = {}): WeekProblem {
  return parseWeekProblem(weekText(changes));
}

/** Codes and places of what is wrong. */
function wrong(changes: Readonly<Record<string, string>>) {
  const { issues, problem } = checkWeekProblem(weekText(changes));
  expect(problem).toBeUndefined();
  for (const { line, column, message, hint } of issues) {
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect([message, hint].every((words) => words.trim() !== "")).toBe(true);
  }
  return issues.map(({ code, path }) => `${code} ${path}`);
}

describe("a week file", () => {
  it("becomes sessions with their periods, resources, and what is needed", () => {
    const { sessions, periods, resources, visitTypes, costs } = week();
    expect(sessions.map(({ provider, weekday, kind }) => [provider, weekday, kind])).toEqual([
      [0, 0, "morning"],
      [0, 0, "afternoon"],
      [0, 1, "morning"],
      [1, 0, "morning"],
      [1, 1, "morning"],
      [1, 1, "afternoon"],
    ]);
    expect(periods.map(({ name }) => name)).toEqual([
      "Monday morning",
      "Monday afternoon",
      "Tuesday morning",
      "Tuesday afternoon",
    ]);
    expect(sessions.map(({ period }) => period)).toEqual([0, 1, 2, 0, 2, 3]);
    expect(resources).toEqual([{ name: "exam room", minutes: [240, 240, 240, 240] }]);
    expect(visitTypes.map(({ name, demand, needs, show }) => [name, demand, needs, show])).toEqual([
      ["visit", { bookings: 20, pricePerMissing: 50 }, [25], 1],
      ["new patient", undefined, [45], 0.8],
    ]);
    expect(costs.idle).toBe(2);
  });

  it("lets sessions that overlap share rooms, and asks for whole numbers of bookings where the file does", () => {
    const { periods, sessions, visitTypes } = week({
      "  afternoon: {": '  long: { from: "08:30", to: "12:30" }\n  afternoon: {',
      "{ monday: morning, tuesday: [morning, afternoon] }": "{ monday: long, tuesday: [morning, afternoon] }",
      "20 per week": "250 per week",
    });
    expect(periods[0]).toEqual({ name: "Monday morning", weekday: 0, from: 480, to: 750 });
    expect(sessions[3]!.period).toBe(0);
    expect(visitTypes[0]!.demand!.bookings).toBe(250);
  });

  it("shortens sessions by the times at which nobody is seen, and takes them away", () => {
    const noGo = '{ on: monday, from: "07:00", to: "08:30" }, { on: tuesday, from: "07:00", to: "12:00" }';
    const { sessions } = week({ "Dr-A: { role: physician,": `Dr-A: { role: physician, noGo: [${noGo}],` });
    const own = sessions.filter(({ provider }) => provider === 0);
    expect(own.map(({ weekday, from, to }) => [weekday, from, to])).toEqual([
      [0, 510, 600],
      [0, 780, 900],
    ]);
  });

  it("takes what a role says when the provider says nothing", () => {
    const { sessions, providers } = week({
      "providers:": "roles:\n  physician: { sees: visit, department: family medicine }\nproviders:",
      "Dr-B: { role: physician,": "Dr-B: { role: physician, sees: [new patient, visit],",
    });
    expect(sessions.map(({ sees }) => sees)).toEqual([[0], [0], [0], [0, 1], [0, 1], [0, 1]]);
    expect(providers.map(({ department }) => department)).toEqual(["family medicine", "family medicine"]);
  });

  it("says in words what is wished, of each session", () => {
    const wishes =
      "wishes: [{ on: monday, not: visit, price: $5 }, { on: tuesday, of: [visit, new patient], atMost: 3 }],";
    const { wishes: found } = week({ "Dr-A: { role: physician,": `Dr-A: { role: physician, ${wishes}` });
    expect(found.map(({ text, price }) => [text, price])).toEqual([
      ["Dr-A sees no visit on Monday morning", 5],
      ["Dr-A sees no visit on Monday afternoon", 5],
      ["Dr-A sees at most 3 visit or new patient on Tuesday morning", undefined],
    ]);
  });

  it("counts other numbers of rooms in the sessions that it names", () => {
    const { resources } = week({
      "count: 2,": "count: { monday: 3, weekdays: 2 }, except: [{ on: tuesday, session: afternoon, count: 1 }],",
    });
    expect(resources[0]!.minutes).toEqual([360, 360, 240, 120]);
  });
});

describe("what is wrong in a week file", () => {
  const cases: readonly (readonly [
    what: string,
    changes: Readonly<Record<string, string>>,
    found: readonly string[],
  ])[] = [
    ["a zone that is none", { "America/Chicago": "America/Chikago" }, ["unknown-zone /zone"]],
    ["a day that is none", { "2026-12-07": "2026-02-30" }, ["not-a-date /start"]],
    ["a session that ends before it begins", { 'to: "10:00"': 'to: "07:00"' }, ["ends-before /sessions/morning/to"]],
    ["a grid of no minutes", { "grid: 10 min": "grid: 0 min" }, ["not-an-interval /sessions/morning/grid"]],
    ["fills that contradict each other", { "50 %": "120 %" }, ["least-above-most /fill"]],
    ["time that costs nothing", { $120: "$0", $180: "$0" }, ["no-time /costs"]],
    [
      "a resource that nobody has",
      { "needs: { exam room: 25": "needs: { exam rom: 25" },
      ["unknown-name /visitTypes/visit/needs/exam rom"],
    ],
    ["nobody who comes", { "shows: 80 %": "shows: 0 %" }, ["shares /visitTypes/new patient/shows"]],
    ["a visit of five hours", { "takes: 40 min": "takes: 5 h" }, ["no-pattern /visitTypes/new patient/takes"]],
    [
      "times that vary beyond a day",
      { "takes: 40 min": "takes: { exponential: { mean: 2 h } }" },
      ["too-long /visitTypes/new patient/takes"],
    ],
    [
      "a law that is none",
      { "takes: 40 min": "takes: { triangular: { min: 9 min, mode: 3 min, max: 5 min } }" },
      ["impossible-law /visitTypes/new patient/takes"],
    ],
    ["a price for a demand that is none", { "demand: 20 per week, ": "" }, ["unused /visitTypes/visit/unmet"]],
    [
      "a demand for what no provider sees",
      { "Dr-A: { role": "Dr-A: { sees: visit, role", "Dr-B: { role": "Dr-B: { sees: visit, role" },
      ["nobody-sees /visitTypes/new patient/floor"],
    ],
    [
      "a provider without a session",
      { "sessions: { monday: morning, tuesday: [morning, afternoon] }": "sessions: { monday: [] }" },
      ["no-time /providers/Dr-B"],
    ],
    [
      "sessions into which nothing fits",
      { "50 %": "95 %", "takes: 20 min": "takes: 50 min", "takes: 40 min": "takes: 70 min" },
      ["no-pattern /providers/Dr-A"],
    ],
    [
      "sessions at the same time",
      {
        "  afternoon: {": '  early: { from: "07:00", to: "08:30" }\n  afternoon: {',
        "{ monday: morning,": "{ monday: [early, morning],",
      },
      ["overlapping-sessions /providers/Dr-B"],
    ],
    [
      "a time off in the middle of a session",
      { "Dr-A: { role": 'Dr-A: { noGo: [{ on: monday, from: "08:30", to: "09:00" }], role' },
      ["splits-session /providers/Dr-A/noGo/0"],
    ],
    [
      "a wish that contradicts itself",
      { "Dr-A: { role": "Dr-A: { wishes: [{ on: monday, of: visit, atLeast: 3, atMost: 2 }], role" },
      ["least-above-most /providers/Dr-A/wishes/0/atLeast"],
    ],
    [
      "a wish for nothing",
      { "Dr-A: { role": "Dr-A: { wishes: [{ on: monday, of: visit }], role" },
      ["no-limit /providers/Dr-A/wishes/0"],
    ],
    [
      "a level that no reserve reaches",
      { "floor: {": "reserve: { requests: 4 per day, level: 100 % }, floor: {" },
      ["shares /visitTypes/new patient/reserve/level"],
    ],
    [
      "a role that is none",
      { "providers:": "roles: { nurse: }\nproviders:" },
      ["unknown-name /providers/Dr-A/role", "unknown-name /providers/Dr-B/role"],
    ],
    [
      "a slot of somebody unknown",
      {
        "providers:":
          'today: { price: $1, slots: [{ provider: Dr-X, on: monday, at: "08:00", type: vist }] }\nproviders:',
      },
      ["unknown-name /today/slots/0/provider", "unknown-name /today/slots/0/type"],
    ],
  ];

  it.each(cases)("%s is told with its place", (_, changes, found) => {
    expect(wrong(changes)).toEqual(found);
  });

  it("is told all at once", () => {
    expect(wrong({ "2026-12-07": "2026-02-30", "shows: 80 %": "shows: eighty", "$120 per hour": "120" })).toEqual([
      "not-a-date /start",
      "unit-missing /costs/idle",
      "not-a-quantity /visitTypes/new patient/shows",
    ]);
  });

  it("is nobody at all, a thousand and one, or more mixes than can be looked into", () => {
    expect(
      wrong({
        "  Dr-A: { role: physician, sessions: { monday: [morning, afternoon], tuesday: morning } }\n": "",
        "  Dr-B: { role: physician, sessions: { monday: morning, tuesday: [morning, afternoon] } }\n": "  {}\n",
      }),
    ).toEqual(["nobody /providers"]);
    const crowd = Array.from(
      { length: 1001 },
      (_, index) => `  P-${index}: { role: physician, sessions: { monday: morning } }\n`,
    );
    expect(wrong({ "providers:\n": `providers:\n${crowd.join("")}` })).toEqual(["week-too-large /providers"]);
    const short = Array.from({ length: 12 }, (_, index) => `  visit ${index}: { takes: ${5 + index} min }\n`);
    expect(wrong({ "visitTypes:\n": `visitTypes:\n${short.join("")}` })).toEqual([
      "too-many-patterns /sessions/morning",
    ]);
  });

  it("is no crash, whatever the text", () => {
    for (const text of [
      "",
      "week: 1",
      "[]",
      "week: 1\nproviders: [1]",
      "{",
      "\u0000",
      "week: 1\nvisitTypes: { a: null }",
    ]) {
      expect(checkWeekProblem(text).issues.length, text).toBeGreaterThan(0);
    }
  });
});

describe("what is strange in a week file", () => {
  it("is a visit that nobody sees, and a wish about a session that nobody holds", () => {
    const { warnings } = checkWeekProblem(
      weekText({
        "visitTypes:\n": "visitTypes:\n  injection: { takes: 5 min }\n",
        "Dr-A: { role": "Dr-A: { sees: [visit, new patient], wishes: [{ on: saturday, not: visit }], role",
        "Dr-B: { role": "Dr-B: { sees: visit, role",
      }),
    );
    expect(warnings.map(({ code, path, line }) => [code, path, line! > 0])).toEqual([
      ["unused", "/providers/Dr-A/wishes/0", true],
      ["nobody-sees", "/visitTypes/injection", true],
    ]);
  });

  it("is nothing in the family practice", () => {
    const { issues, warnings } = checkWeekProblem(readFileSync(`${root}scenarios/family-practice/week.yaml`, "utf8"));
    expect({ issues, warnings }).toEqual({ issues: [], warnings: [] });
  });
});
