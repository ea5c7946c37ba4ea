import { describe, expect, it } from "vitest";
import { issuesOf, usesOf, warningsOf } from "../../test/support/roster-yaml.ts";

const coverOf = (rows: string, more: Readonly<Record<string, string>> = {}) =>
  usesOf("cover", { cover: `{ normal: [${rows}] }`, ...more });
const everyDay = [0, 1, 2, 3, 4, 5, 6];

describe("a need of people", () => {
  it("is on a shift, with prices of each person", () => {
    expect(coverOf("{ shift: early, people: 2, under: $40, over: $5 }")).toEqual([
      [
        [0, 1, 2],
        { days: everyDay, during: { shifts: [0] }, atLeast: 2, atMost: 2, pricePerUnder: 40, pricePerOver: 5 },
      ],
    ]);
  });

  it("of a number alone is a least number, and more cost nothing", () => {
    expect(coverOf("{ shift: [early, evening], days: monday, people: 2 }")).toEqual([
      [[0, 1, 2], { days: [0], during: { shifts: [0, 1] }, atLeast: 2 }],
    ]);
  });

  it("counts a role, a skill at a level, and a workplace", () => {
    const row =
      "{ at: lab, shift: late, days: monday, people: { atLeast: 1, atMost: 2 }, role: assistant, skill: phlebotomy, level: 1 }";
    const common = { days: [0], during: { shifts: [1] }, workplace: "lab", skill: { name: "phlebotomy", level: 1 } };
    expect(coverOf(row)).toEqual([[[0, 1], { ...common, atLeast: 1, atMost: 2 }]]);
  });

  it("is in every interval between two times, half an hour when nothing is said; a price may be by the hour", () => {
    const uses = coverOf('{ from: "08:00", to: "09:30", days: monday, people: 1, under: $40 per hour, over: $5 }');
    expect(uses.map(([, parameters]) => parameters)).toEqual(
      [480, 510, 540].map((from) => ({
        days: [0],
        during: { from, to: from + 30 },
        atLeast: 1,
        atMost: 1,
        pricePerUnder: 20,
        pricePerOver: 5,
      })),
    );
  });

  it("after midnight is one of the next day, as far as the roster goes", () => {
    const shifts = '{ night: { from: "22:00", to: "06:00" } }';
    const uses = coverOf(
      '{ from: "23:00", to: "01:00", every: 60 min, days: [saturday, sunday], people: 1, under: $9 }',
      { shifts },
    );
    expect(uses.map(([, parameters]) => parameters)).toMatchObject([
      { days: [5, 6], during: { from: 1380, to: 1440 } },
      { days: [6], during: { from: 0, to: 60 } },
    ]);
  });

  it("holds in the weeks of its plan; the first plan in all others, and none on closed days", () => {
    const sections = {
      days: "21",
      closed: "[2026-12-22]",
      cover:
        "{ normal: [{ shift: early, days: tuesday, people: 1 }], holidays: [{ shift: late, days: weekend, people: 1 }] }",
      weeks: "{ holidays: [2026-12-18] }",
    };
    expect(usesOf("cover", sections).map(([, parameters]) => parameters)).toMatchObject([
      { days: [1], during: { shifts: [0] } },
      { days: [12, 13], during: { shifts: [1] } },
    ]);
  });

  it("may stand beside others", () => {
    expect(coverOf('{ shift: early, people: 1 }, { at: desk, from: "08:00", to: "08:30", people: 1 }')).toHaveLength(2);
  });
});

describe("a need that nobody can meet", () => {
  it("is refused when it must be met", () => {
    const rows =
      "{ shift: early, people: 1, skill: phlebotmy }, { at: lab, shift: late, people: 2 }, { shift: early, people: 4 }";
    expect(issuesOf({ cover: `{ normal: [${rows}] }` })).toEqual([
      "too-few at «{ shift» /cover/normal/0: 1 person who can do phlebotmy is needed, and there are 0; need fewer, or say with under: what each one too few costs",
      "too-few at «{ at» /cover/normal/1: 2 people who can do phlebotomy are needed, and there is 1; need fewer, or say with under: what each one too few costs",
      "too-few at «{ shift» /cover/normal/2: 4 people are needed, and there are 3; need fewer, or say with under: what each one too few costs",
    ]);
  });

  it("is strange when it has a price", () => {
    expect(warningsOf({ cover: "{ normal: [{ shift: early, people: 1, skill: phlebotmy, under: $5 }] }" })).toEqual([
      "nobody-can at «{ shift» /cover/normal/0: nobody who can do phlebotmy is there, so this need is never met; is it the right name?",
    ]);
  });

  it("because no shift is there, is told with the first time", () => {
    const row = '{ at: desk, from: "07:00", to: "09:00", every: 60 min, people: 1 }';
    expect(issuesOf({ cover: `{ normal: [${row}] }` })).toEqual([
      "no-shift at «{ at» /cover/normal/0: on Mon 2026-12-07 there is no shift that is there from 07:00 to 08:00 at desk; let a shift be there, or need nobody then",
    ]);
    expect(warningsOf({ cover: `{ normal: [${row.replace("people: 1", "people: 1, under: $5")}] }` })[0]).toMatch(
      /^no-shift .*never met/,
    );
    const shifts = '{ early: { from: "07:00", to: "16:00", at: desk, days: [monday, tuesday] } }';
    expect(issuesOf({ shifts, cover: `{ normal: [${row}] }` })[0]).toMatch(/on Wed 2026-12-09 there is no shift/);
  });
});

it.each([
  [
    "{ at: dsk, shift: early, people: 1 }",
    'unknown-name at «dsk» /cover/normal/0/at: there is no workplace “dsk”; did you mean "desk"? known: desk, lab',
  ],
  [
    "{ shift: early, people: 1, role: nurse }",
    "unknown-name at «nurse» /cover/normal/0/role: there is no role “nurse”; known: assistant, clerk",
  ],
  [
    "{ shift: early, people: { atLeast: 3, atMost: 2 } }",
    "least-above-most at «3» /cover/normal/0/people/atLeast: at least 3 and at most 2 cannot both be; let atLeast be atMost or less",
  ],
  [
    "{ shift: early, people: {} }",
    "missing-key at «{» /cover/normal/0/people: neither “atLeast” nor “atMost” is there; write one of them, or both",
  ],
  [
    '{ from: "08:00", to: "09:00", every: 5 min, people: 1 }',
    "not-an-interval at «5 min» /cover/normal/0/every: 5 min is not between 15 and 60 minutes; write 30 min",
  ],
  [
    '{ from: "08:00", to: "09:10", people: 1 }',
    'not-an-interval at «"09» /cover/normal/0/to: 08:00 to 09:10 is not a whole number of intervals of 30 min; let it end with an interval',
  ],
  [
    "{ shift: early }",
    "missing-key at «{ shift» /cover/normal/0: “people” is missing; write 3, or { atLeast: 2, atMost: 4 }",
  ],
  [
    "{ shift: early, people: 1, under: $4 per hour }",
    'not-a-quantity at «$4 per hour» /cover/normal/0/under: "$4 per hour" is not an amount of money; write for example "$20"',
  ],
])("%s is refused", (row, issue) => {
  expect(issuesOf({ cover: `{ normal: [${row}] }` })).toContain(issue);
});

it("weeks name plans and dates that there are", () => {
  const cover = "{ normal: [] }";
  expect(issuesOf({ cover, weeks: "{ holidays: [2026-12-07] }" })[0]).toMatch(
    /^unknown-name .* there is no week plan “holidays”; known: normal$/,
  );
  expect(issuesOf({ cover, weeks: "{ normal: 2026-12-14 }" })[0]).toMatch(
    /^outside-horizon at «2026-12-14» \/weeks\/normal: /,
  );
});
