import { describe, expect, it } from "vitest";
import { formatIssue } from "../errors.ts";
import { checkBenchmark, isBenchmarkText } from "./benchmark-text.ts";

const text = `# A comment
SECTION_HORIZON
14

SECTION_SHIFTS
E,480,
L,420,E

SECTION_STAFF
# ID, MaxShifts, …
A,E=14|L=3,4320,3360,5,2,3,1
B,E=14|L=14,4320,3360,5,2,2,1

SECTION_DAYS_OFF
A,0,5

SECTION_SHIFT_ON_REQUESTS
A,2,E,2

SECTION_SHIFT_OFF_REQUESTS
B,12,L,1

SECTION_COVER
0,E,1,100,1
`;

describe("a text of the benchmark", () => {
  it("is told from a roster file by its content", () => {
    expect(isBenchmarkText(text)).toBe(true);
    expect(isBenchmarkText("roster: 1\ndescription: no SECTION_HORIZON here\n")).toBe(false);
  });

  it("becomes people, shifts and uses of our rules, weights as dollars", () => {
    const { problem, issues } = checkBenchmark(text, "Two");
    expect(issues).toEqual([]);
    expect(problem).toMatchObject({ name: "Two", days: 14, workplaces: [], history: [[], []] });
    expect(problem!.people.map(({ id }) => id)).toEqual(["A", "B"]);
    expect(problem!.shifts.map(({ id, workMinutes }) => [id, workMinutes])).toEqual([
      ["E", 480],
      ["L", 420],
    ]);
    const of = (rule: string) =>
      problem!.uses.filter((use) => use.rule === rule).map(({ people, parameters }) => [people, parameters]);
    expect(of("availability")).toEqual([[[0], { days: [0, 5], why: "is away" }]]);
    expect(of("cover")).toEqual([
      [[0, 1], { days: [0], during: { shifts: [0] }, atLeast: 1, atMost: 1, pricePerUnder: 100, pricePerOver: 1 }],
    ]);
    expect(of("successions")).toEqual([
      [[0, 1], { after: { name: "L", shifts: [1] }, not: { name: "E", shifts: [0] } }],
    ]);
    // A limit of as many shifts as there are days limits nothing.
    expect(of("shifts")).toEqual([[[0], { of: { name: "L", shifts: [1] }, per: "period", atMost: 3 }]]);
    expect(of("hours")[0]).toEqual([[0], { per: "period", atLeast: 3360, atMost: 4320 }]);
    expect(of("days in a row")[0]).toEqual([[0], { atLeast: 2, atMost: 5 }]);
    expect(of("days off in a row")).toEqual([
      [[0], { atLeast: 3 }],
      [[1], { atLeast: 2 }],
    ]);
    expect(of("weekends")[0]).toEqual([[0], { atMost: 1 }]);
    expect(of("wishes")).toEqual([
      [[0], { days: [2], shifts: [0], wanted: true, price: 2 }],
      [[1], { days: [12], shifts: [1], wanted: false, price: 1 }],
    ]);
  });

  it.each([
    ["A,2,E,2", "A,2,X,2", "18:5: SECTION_SHIFT_ON_REQUESTS: there is no shift “X”; known: E, L"],
    ["A,2,E,2", "C,2,E,2", "18:1: SECTION_SHIFT_ON_REQUESTS: there is no person “C”; known: A, B"],
    [
      "A,2,E,2",
      "A,2,E",
      "18:1: SECTION_SHIFT_ON_REQUESTS: a line of SECTION_SHIFT_ON_REQUESTS has 4 fields, this one 3; is a comma missing?",
    ],
    ["B,12,L,1", "B,14,L,1", "21:3: SECTION_SHIFT_OFF_REQUESTS: “14” is not a day; write a whole number from 0 to 13"],
    ["E=14|L=3", "E=14|M=3", "11:8: SECTION_STAFF: there is no shift “M”; known: E, L"],
    [
      "E=14|L=3",
      "E=14|L=few",
      "11:10: SECTION_STAFF: “few” is not a number of shifts; write a whole number from 0 to 1000000",
    ],
    ["L,420,E", "E,420,", "7:1: SECTION_SHIFTS: there is a shift “E” already; give each its own name"],
    [
      "\n14\n",
      "\nfortnight\n",
      "3:1: SECTION_HORIZON: “fortnight” is not a number of days; write a whole number from 1 to 400",
    ],
    [
      "SECTION_COVER",
      "SECTION_COVERS",
      "23:1: SECTION_COVERS: there is no section SECTION_COVERS; known: SECTION_HORIZON, SECTION_SHIFTS, SECTION_STAFF, SECTION_DAYS_OFF, SECTION_SHIFT_ON_REQUESTS, SECTION_SHIFT_OFF_REQUESTS, SECTION_COVER",
    ],
    [
      "SECTION_HORIZON\n14\n",
      "SECTION_HORIZON\n",
      "1:1: SECTION_HORIZON: SECTION_HORIZON has no lines; is it the whole file?",
    ],
  ])("with %j as %j is refused with its place", (right, wrong, message) => {
    const { problem, issues } = checkBenchmark(text.replace(right, wrong));
    expect(problem).toBeUndefined();
    expect(issues.map((issue) => formatIssue(issue, "x").replace("x:", ""))).toContain(message);
  });

  it("has one issue, not one for each day that it names, when nobody can tell how many days there are", () => {
    const { issues } = checkBenchmark(text.replace("\n14\n", "\nfortnight\n"));
    expect(issues.map(({ path }) => path)).toEqual(["SECTION_HORIZON"]);
  });
});
