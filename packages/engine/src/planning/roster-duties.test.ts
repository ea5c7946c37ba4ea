import { describe, expect, it } from "vitest";
import { issuesOf, problemOf, usesOf } from "../../test/support/roster-yaml.ts";

const shiftsOf = (shifts: string) => problemOf({ shifts }).shifts;

describe("a shift", () => {
  it("is one when there is nothing to choose", () => {
    expect(shiftsOf('{ early: { from: "08:00", to: "16:00", at: desk, kinds: [opening, long] } }')).toEqual([
      {
        id: "early",
        name: "early",
        from: 480,
        to: 960,
        workMinutes: 480,
        parts: [{ workplace: "desk", from: 480, to: 960 }],
        kinds: ["opening", "long"],
      },
    ]);
  });

  it("passes midnight when it does not end later than it begins", () => {
    expect(shiftsOf('{ night: { from: "22:00", to: "06:00" }, duty: { from: "08:00", to: "08:00" } }')).toMatchObject([
      { from: 1320, to: 1800, workMinutes: 480 },
      { from: 480, to: 1920, workMinutes: 1440 },
    ]);
  });

  it("counts eight hours in the night of the clock change, as the clock on the wall does", () => {
    const problem = problemOf({ start: "2026-10-31", days: "2", shifts: '{ night: { from: "22:00", to: "06:00" } }' });
    expect(problem.shifts[0]).toMatchObject({ workMinutes: 480 });
  });

  it("is several when workplaces or breaks can be chosen, each with its own name", () => {
    const shifts = shiftsOf(
      '{ early: { from: "08:00", to: "16:00", at: [desk, lab], breaks: [{ at: ["11:00", "12:00"], lasts: 30 min }] } }',
    );
    expect(shifts.map(({ id }) => id)).toEqual([
      "early@desk/11:00",
      "early@desk/12:00",
      "early@lab/11:00",
      "early@lab/12:00",
    ]);
    expect(shifts[3]).toMatchObject({
      name: "early",
      workMinutes: 450,
      parts: [
        { workplace: "lab", from: 480, to: 720 },
        { workplace: "lab", from: 750, to: 960 },
      ],
    });
  });

  it("takes breaks from one time to another, and pays for those that are paid", () => {
    const shifts = shiftsOf(
      '{ early: { from: "08:00", to: "16:00", breaks: [{ at: { from: "11:00", to: "12:00", every: 30 min }, lasts: 15 min, paid: true }] } }',
    );
    expect(shifts.map(({ id, workMinutes }) => [id, workMinutes])).toEqual([
      ["early/11:00", 480],
      ["early/11:30", 480],
      ["early/12:00", 480],
    ]);
  });

  it("changes its workplace at the break, or when it is told to", () => {
    const [atBreak] = shiftsOf(
      '{ early: { from: "08:00", to: "16:00", at: [[desk, lab]], breaks: [{ at: "12:00", lasts: 30 min }] } }',
    );
    expect(atBreak!.parts).toEqual([
      { workplace: "desk", from: 480, to: 720 },
      { workplace: "lab", from: 750, to: 960 },
    ]);
    const [told] = shiftsOf(
      '{ early: { from: "08:00", to: "16:00", at: [[desk, lab]], change: "10:00", breaks: [{ at: "12:00", lasts: 30 min }] } }',
    );
    expect(told!.parts).toEqual([
      { workplace: "desk", from: 480, to: 600 },
      { workplace: "lab", from: 600, to: 720 },
      { workplace: "lab", from: 750, to: 960 },
    ]);
    expect(issuesOf({ shifts: '{ early: { from: "08:00", to: "16:00", at: [[desk, lab]] } }' })).toEqual([
      'missing-key at «{ from» /shifts/early: “change” is missing: 2 workplaces follow each other, and there are 0 breaks to change at; write change: "12:00"',
    ]);
  });

  it("has breaks after midnight, where it passes it", () => {
    const [night] = shiftsOf('{ night: { from: "22:00", to: "06:00", breaks: [{ at: "01:00", lasts: 30 min }] } }');
    expect(night!.parts.map(({ from, to }) => [from, to])).toEqual([
      [1320, 1500],
      [1530, 1800],
    ]);
  });

  it("is barred from all days but its own, for everybody", () => {
    const shifts =
      '{ early: { from: "08:00", to: "16:00" }, saturday: { from: "08:00", to: "12:00", days: saturday } }';
    expect(usesOf("availability", { shifts })).toEqual([
      [[0, 1, 2], { days: [0, 1, 2, 3, 4, 6], shifts: [1], why: "cannot have saturday" }],
    ]);
  });

  it.each([
    [
      '{ early: { from: "08:00", to: "16:00", at: dsk } }',
      'unknown-name at «dsk» /shifts/early/at: there is no workplace “dsk”; did you mean "desk"? known: desk, lab',
    ],
    [
      '{ early: { from: "08:00", to: "16:00", breaks: [{ at: "17:00", lasts: 30 min }] } }',
      'outside-shift at «"17» /shifts/early/breaks/0/at: a break from 17:00 to 17:30 is not inside of 08:00-16:00; let there be work before and after the break',
    ],
    [
      '{ early: { from: "08:00", to: "16:00", breaks: [{ at: "12:00", lasts: 30 min }, { at: "12:15", lasts: 30 min }] } }',
      "outside-shift at «[{ at» /shifts/early/breaks: the breaks of this shift overlap, or are not in order; let the second begin after the first has ended",
    ],
    [
      '{ early: { from: "08:00", to: "16:00", breaks: [{ at: { from: "09:00", to: "15:00", every: 0 min }, lasts: 30 min }] } }',
      "no-time at «0 min» /shifts/early/breaks/0/at/every: 0 min is less than 5 minutes; write a time such as 30 min",
    ],
    [
      '{ early: { from: "08:00", to: "16:00", at: [[desk, lab]], change: "17:00" } }',
      'outside-shift at «"17» /shifts/early/change: 2 workplaces need one time of change, in order and inside of the shift; write a time for each change',
    ],
    [
      '{ off: { from: "08:00", to: "16:00" } }',
      "name-taken at «off» /shifts/off: “off” is a word of the format; choose another name",
    ],
    [
      '{ early: { from: "08:00", to: "16:00", at: desk, kinds: desk } }',
      "name-taken at «at» /shifts/early/at: “desk” is the name of a kind of shifts already; call this workplace otherwise",
    ],
    [
      '{ early: { from: "8", to: "16:00" } }',
      'unit-missing at «"8"» /shifts/early/from: 8 needs its unit; write "8:30", …',
    ],
  ])("%s is refused", (shifts, issue) => {
    expect(issuesOf({ shifts })).toContain(issue);
  });

  it("has no more choices than can be planned", () => {
    const every = '{ at: { from: "09:00", to: "15:55", every: 5 min }, lasts: 5 min }';
    const shifts = `{ early: { from: "08:00", to: "16:00", breaks: [${every}, ${every}] } }`;
    expect(issuesOf({ shifts })[0]).toMatch(
      /^roster-too-large at «{ from» \/shifts\/early: with this shift there are 7056 shifts/,
    );
  });
});
