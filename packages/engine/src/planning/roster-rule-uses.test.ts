import { describe, expect, it } from "vitest";
import { issuesOf, problemOf, usesOf, warningsOf } from "../../test/support/roster-yaml.ts";
import { rulesOfFiles } from "./roster-schema-rules.ts";

const useOf = (rule: string, words: string, more: Readonly<Record<string, string>> = {}) =>
  usesOf(rule, { rules: `[{ rule: ${rule}, ${words} }]`, ...more }).at(-1);
const everybody = [0, 1, 2];

describe("a rule in a file", () => {
  it.each([
    ["rest between shifts", "atLeast: 11 h, price: $5", { atLeast: 660, price: 5 }],
    ["days in a row", "of: evening, atMost: 3", { of: { name: "evening", shifts: [1] }, atMost: 3 }],
    ["days off in a row", "atLeast: 2, price: $5", { atLeast: 2, price: 5 }],
    ["hours", "per: week, atMost: 20 h, price: $12 per hour", { per: "week", atMost: 1200, price: 12 }],
    [
      "shifts",
      "of: [early, late], on: weekend, per: period, atLeast: 1, atMost: 2",
      { of: { name: "early or late", shifts: [0, 1] }, on: [5, 6], per: "period", atLeast: 1, atMost: 2 },
    ],
    [
      "successions",
      "after: late, not: desk",
      { after: { name: "late", shifts: [1] }, not: { name: "desk", shifts: [0] } },
    ],
    ["weekends", "atMost: 1", { atMost: 1 }],
    ["whole weekends", "price: $5", { price: 5 }],
    ["mentor", "with: [A, clerk]", { with: [0, 2] }],
    ["senior", "with: A, of: late, price: $5", { with: [0], of: { name: "late", shifts: [1] }, price: 5 }],
  ])("%s, %s", (rule, words, parameters) => {
    expect(useOf(rule, words)).toEqual([everybody, parameters]);
  });

  it("is for everybody, or for people, roles and contracts", () => {
    const more = {
      contracts: "{ part: {} }",
      people: "{ A: { role: assistant, contract: part }, B: { role: assistant }, C: { role: clerk } }",
    };
    const whom = (words: string) => useOf("weekends", `atMost: 1${words}`, more)![0];
    expect(whom("")).toEqual([0, 1, 2]);
    expect(whom(", for: everybody")).toEqual([0, 1, 2]);
    expect(whom(", for: assistant")).toEqual([0, 1]);
    expect(whom(", for: part")).toEqual([0]);
    expect(whom(", for: [C, part]")).toEqual([0, 2]);
  });

  it.each([
    [
      "rule: rest, atLeast: 11 h",
      `unknown-word at «rest» /rules/0/rule: "rest" is none of the rules; known: ${rulesOfFiles.map(({ name }) => name).join(", ")}`,
    ],
    [
      "rule: weekend, atMost: 1",
      'unknown-word at «weekend» /rules/0/rule: "weekend" is none of the rules; did you mean "weekends"? known: ',
    ],
    [
      "rule: weekends, atMost: 1, of: early",
      "unknown-key at «of» /rules/0/of: “of” means nothing here; known: rule, for, atLeast, atMost, price",
    ],
    [
      "rule: weekends",
      "missing-key at «{ rule» /rules/0: neither “atLeast” nor “atMost” is there; write one of them, or both",
    ],
    [
      "rule: weekends, atLeast: 3, atMost: 2",
      "least-above-most at «3» /rules/0/atLeast: at least 3 and at most 2 cannot both be; let atLeast be atMost or less",
    ],
    ["rule: shifts, atMost: 2", "missing-key at «{ rule» /rules/0: “per” is missing; "],
    [
      "rule: shifts, per: month, atMost: 2",
      'unknown-word at «month» /rules/0/per: "month" is none of the words that may stand here; known: week, period',
    ],
    [
      "rule: rest between shifts, atLeast: 11",
      'unit-missing at «11» /rules/0/atLeast: 11 needs its unit; write "11 min"',
    ],
    ["rule: mentor, with: D", "unknown-name at «D» /rules/0/with: there is no person, role or contract “D”; "],
    [
      "rule: weekends, atMost: 1, for: nurses",
      "unknown-name at «nurses» /rules/0/for: there is no person, role or contract “nurses”; known: everybody, A, assistant, B, C, clerk",
    ],
    ["atMost: 1", "missing-key at «{ atMost» /rules/0: “rule” is missing; "],
  ])("{ %s } is refused", (words, issue) => {
    const issues = issuesOf({ rules: `[{ ${words} }]` });
    expect(issues).toHaveLength(1);
    expect(issues[0]!.startsWith(issue), issues[0]).toBe(true);
  });
});

describe("a fair share", () => {
  const shareOf = (words: string, cover: string, more = {}) =>
    useOf("fair share", `${words}, price: $5`, { cover: `{ normal: [${cover}] }`, ...more })![1] as {
      total: number;
      weights: number[];
    };

  it("divides the shifts that cover asks for at least, on the days that it is about", () => {
    const cover =
      "{ shift: late, days: weekdays, people: 1 }, { shift: late, days: saturday, people: { atLeast: 2, atMost: 3 }, under: $5 }, { shift: early, people: 2 }";
    expect(shareOf("of: evening", cover).total).toBe(7);
    expect(shareOf("of: evening, on: weekend", cover).total).toBe(2);
  });

  it("counts those needed at once in intervals in which only its shifts are there", () => {
    const evening =
      '{ from: "18:00", to: "20:00", people: 1 }, { at: lab, from: "18:00", to: "19:00", people: 2, under: $5 }';
    // Until 16:00 the early shift is there, too.
    const day = '{ from: "12:00", to: "16:00", people: 3 }';
    expect(shareOf("of: late, on: monday", `${evening}, ${day}`).total).toBe(3);
  });

  it("counts as many shifts as it takes to work the hours", () => {
    const shifts =
      '{ early: { from: "08:00", to: "12:00", at: desk }, late: { from: "12:00", to: "16:00", at: desk } }';
    expect(
      shareOf("of: desk, on: monday", '{ at: desk, from: "08:00", to: "16:00", people: 2, under: $5 }', { shifts })
        .total,
    ).toBe(4);
  });

  it("is as large as agreed hours and days present are", () => {
    const more = {
      contracts: "{ full: { hours: 40 h }, part: { week: { atLeast: 18 h, atMost: 22 h } } }",
      people:
        "{ A: { role: clerk, contract: full }, B: { role: clerk, contract: part }, C: { role: clerk, away: [2026-12-07] } }",
    };
    expect(shareOf("of: evening", "{ shift: late, people: 1 }", more).weights).toEqual([2400, 1200, (2400 * 6) / 7]);
  });

  it("of nothing is strange", () => {
    expect(warningsOf({ rules: "[{ rule: fair share, of: evening, price: $5 }]" })).toEqual([
      "nothing-to-share at «{ rule» /rules/0: no cover asks for any of these shifts; name shifts and days on which people are needed",
    ]);
  });
});

it("nobody is in two places at once, whatever the file says", () => {
  expect(problemOf().uses).toContainEqual({
    rule: "rest between shifts",
    people: everybody,
    parameters: { atLeast: 0 },
  });
});
