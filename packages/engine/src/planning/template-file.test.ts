import { describe, expect, it } from "vitest";
import { checkSession, parseSession } from "./template-file.ts";

const file = `session: { patients: 4, length: 60 min, grid: 5 min }
service: { lognormal: { mean: 15 min, sd: 7 min } }
cost: { idle: 10, overtime: 15 }
evaluation: exact
`;

/** The file with pieces replaced, each a pair of what was there and what is there now. */
const but = (...pieces: readonly (readonly [piece: string, by: string])[]) =>
  pieces.reduce((text, [piece, by]) => {
    if (!text.includes(piece)) throw new Error(`the file has no ${piece}`);
    return text.replace(piece, by);
  }, file);

const told = (text: string) => checkSession(text).issues.map(({ path, message }) => `${path}: ${message}`);

describe("a session file", () => {
  it("says when, for whom and at what cost; what is absent is usual", () => {
    const { problem } = parseSession(file);
    expect(problem).toMatchObject({
      order: "listed",
      length: 60,
      times: { kind: "grid", minutes: 5 },
      breaks: [],
      costs: { idle: 10, overtime: 15 },
      counting: { waits: "showing", waitsAs: "sum", idle: "last patient" },
      evaluation: { kind: "exact" },
    });
    expect(problem.patients.map(({ show, wait, service }) => [show, wait, service.mean])).toEqual(
      Array.from({ length: 4 }, () => [1, 1, 15]),
    );
  });

  it("has types with shares by lead time, and patients who differ from them", () => {
    const text = but(
      [
        "patients: 4",
        "patients: [{ type: new, count: 2 }, { type: old, lead: 3 d }, { type: old, lead: 30 d, wait: 5 }]",
      ],
      [
        "cost:",
        "types:\n  new: { service: 40 min, show: 80 % }\n  old: { show: [{ upTo: 7 d, share: 90 % }, { share: 60 % }] }\ncost:",
      ],
    );
    const { patients } = parseSession(text).problem;
    expect(patients.map(({ type, show, wait, service }) => [type, show, wait, service.mean])).toEqual([
      ["new", 0.8, 1, 40],
      ["new", 0.8, 1, 40],
      ["old", 0.9, 1, 15],
      ["old", 0.6, 5, 15],
    ]);
  });

  it("tells moments by the clock once it says when the session begins", () => {
    const text = but([
      "grid: 5 min",
      'start: "08:00", slots: ["08:00", 10 min, "08:45"], breaks: [{ at: "08:20", lasts: 10 min }]',
    ]);
    const { problem, startsAt } = parseSession(text);
    expect(startsAt).toBe(480);
    expect(problem.times).toEqual({ kind: "slots", starts: [0, 10, 45] });
    expect(problem.breaks).toEqual([{ start: 20, length: 10 }]);
  });

  it("puts gaps for walk-ins among the patients, used as often as somebody waits", () => {
    const { patients } = parseSession(
      but(["cost:", "walkIns: { rate: 2 per hour, gaps: 1, service: 8 min }\ncost:"]),
    ).problem;
    expect(patients.map(({ type }) => type ?? "patient")).toEqual([
      "patient",
      "patient",
      "walk-in",
      "patient",
      "patient",
    ]);
    // Half of the session's two walk-ins come before a gap in its middle: 1 - exp(-1).
    expect(patients[2]!.show).toBeCloseTo(1 - Math.exp(-1), 9);
  });

  it.each<[what: string, text: string, issue: string]>([
    [
      "a million patients",
      but(["patients: 4", "patients: 1000000"]),
      "/session/patients: 1000000 is not a whole number between 1 and 200",
    ],
    [
      "nobody who comes",
      but(["cost:", "show: 0 %\ncost:"]),
      "/show: a patient comes in more than 0 % and at most 100 % of all cases, not in 0 %",
    ],
    [
      "more than all who come",
      but(["cost:", "show: 130 %\ncost:"]),
      "/show: a patient comes in more than 0 % and at most 100 % of all cases, not in 130 %",
    ],
    ["a law that is none", but(["sd: 7 min", "sd: 0 min"]), "/service: a lognormal needs an sd above zero, got 0"],
    [
      "a law without a mean",
      but(["{ lognormal: { mean: 15 min, sd: 7 min } }", "{ weibull: { shape: 0.001, scale: 1 min } }"]),
      "/service: a Weibull needs a shape large enough for its sd to be a number, got 0.001",
    ],
    [
      "no service",
      but(["service: { lognormal: { mean: 15 min, sd: 7 min } }\n", ""]),
      ": nothing says how long the service takes",
    ],
    [
      "a type that nobody knows",
      but(["patients: 4", "patients: [{ type: new }]"]),
      "/session/patients/0/type: there is no type “new”",
    ],
    [
      "half minutes that are to be exact",
      but(["grid: 5 min", "grid: 7.5 min"]),
      "/session/grid: an exact evaluation needs a grid of whole minutes",
    ],
    [
      "moments that are to be exact",
      but([", grid: 5 min", ""]),
      "/session: an exact evaluation needs a grid or slots of whole minutes",
    ],
    [
      "a grid beyond the session",
      but(["grid: 5 min", "grid: 2 h"]),
      "/session/grid: 2 h is no step between appointments of this session",
    ],
    [
      "a clock that has not begun",
      but(["grid: 5 min", 'slots: ["08:00"]']),
      "/session/slots/0: 08:00 is a time of day, but nothing says when the session begins",
    ],
    [
      "slots back in time",
      but(["grid: 5 min", "slots: [10 min, 5 min]"]),
      "/session/slots/1: this slot is not after the one before",
    ],
    [
      "a break that never ends",
      but(["grid: 5 min", "grid: 5 min, breaks: [{ at: 50 min, lasts: 20 min }]"]),
      "/session/breaks/0: this break is not within the session of 60 min, or takes no time",
    ],
    [
      "only breaks",
      but(["grid: 5 min", "grid: 5 min, breaks: [{ at: 0 min, lasts: 60 min }]"]),
      "/session: no appointment can be given: no minute that is allowed lies outside the breaks",
    ],
    [
      "a session longer than a day",
      but(["60 min", "60 h"]),
      "/session/length: a session lasts more than no time, and a day at most, not 3600 min",
    ],
    ["costs below zero", but(["idle: 10", "idle: -10"]), "/cost/idle: the cost of a minute cannot be -10"],
    [
      "a provider who costs nothing",
      but(["idle: 10, overtime: 15", "idle: 0, overtime: 0"]),
      "/session: without a cost of idle time or overtime, nobody need ever be seen",
    ],
    [
      "a best number without a value",
      but(["patients: 4", "patients: best"]),
      "/session/patients: nothing says what a patient is worth, so that no number of them is the best",
    ],
    [
      "overtime cheaper than a patient",
      but(["patients: 4", "patients: best"], ["cost:", "value: 300\ncost:"]),
      "/cost/overtime: a patient brings 300 and takes 225 of overtime at most: every further booking pays, so no number is the best",
    ],
    [
      "a value beside a number",
      but(["cost:", "value: 300\ncost:"]),
      "/value: a value says how many patients are worth booking, but their number is given",
    ],
  ])("tells %s, with its place", (_, text, issue) => {
    expect(told(text)).toEqual([expect.stringContaining(issue)]);
  });

  it("tells everything at once", () => {
    const text = but(
      ["patients: 4", "patients: 1000000"],
      ["60 min", "60"],
      ["sd: 7", "sd: 0"],
      ["idle: 10", "idle: -1"],
    );
    expect(checkSession(text).issues.map(({ path, line }) => [line, path])).toEqual([
      [1, "/session/patients"],
      [1, "/session/length"],
      [2, "/service"],
      [3, "/cost/idle"],
    ]);
  });

  it("warns of grids that do not divide the session, and of patients that it cannot hold", () => {
    const { issues, warnings } = checkSession(but(["patients: 4", "patients: 5"], ["grid: 5", "grid: 7"]));
    expect(issues).toEqual([]);
    expect(warnings.map(({ code, line }) => [code, line])).toEqual([
      ["grid-and-session", 1],
      ["session-too-full", 1],
    ]);
  });
});
