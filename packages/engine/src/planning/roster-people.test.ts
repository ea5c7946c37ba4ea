import { describe, expect, it } from "vitest";
import { issuesOf, problemOf, usesOf } from "../../test/support/roster-yaml.ts";

const night = '{ early: { from: "08:00", to: "16:00" }, night: { from: "22:00", to: "06:00" } }';

describe("people", () => {
  it("have what their role has, and their own words first", () => {
    const { people } = problemOf({
      roles: "{ assistant: { skills: { rooming: 1 }, costPerHour: $20 per hour } }",
      people:
        "{ A: { role: assistant, skills: { rooming: 2, phlebotomy: 1 } }, B: { role: assistant, skills: [phlebotomy], costPerHour: $25 per hour } }",
    });
    expect(people).toEqual([
      {
        id: "A",
        role: "assistant",
        skills: new Map([
          ["rooming", 2],
          ["phlebotomy", 1],
        ]),
        costPerHour: 20,
      },
      {
        id: "B",
        role: "assistant",
        skills: new Map([
          ["rooming", 1],
          ["phlebotomy", 1],
        ]),
        costPerHour: 25,
      },
    ]);
  });

  it("are away on dates, for reasons, and not there in the night before", () => {
    const people = "{ A: { role: clerk, away: [2026-12-08, { from: 2026-12-10, to: 2026-12-20, why: holiday }] } }";
    expect(usesOf("availability", { people, shifts: night })).toEqual([
      [[0], { days: [1], why: "is away" }],
      [[0], { days: [3, 4, 5, 6], why: "is away (holiday)" }],
      [[0], { days: [0, 2], shifts: [1], why: "is away on the next day" }],
    ]);
  });

  it("work only within their hours, over midnight too", () => {
    const people =
      '{ A: { role: clerk, available: { weekdays: "07:00-17:00", friday: "00:00-24:00", saturday: "00:00-06:00" } } }';
    const why = "is not available at these hours";
    expect(usesOf("availability", { people, shifts: night })).toEqual([
      [[0], { days: [0, 1, 2, 3], shifts: [1], why }],
      [[0], { days: [5, 6], shifts: [0, 1], why }],
    ]);
  });

  it("are free on closed days", () => {
    expect(usesOf("availability", { closed: "[2026-12-08]" })).toEqual([
      [[0, 1, 2], { days: [1], why: "is free, because the practice is closed" }],
    ]);
  });

  it("have contracts, whose weekdays away and closed count a fifth of a week", () => {
    const sections = {
      contracts:
        "{ part: { hours: 20 h, week: { atLeast: 10 h, atMost: 24 h }, period: { atMost: 80 h, price: $30 per hour } } }",
      closed: "[2026-12-11]",
      people: "{ A: { role: clerk, contract: part, away: [2026-12-07, 2026-12-12] }, B: { role: clerk } }",
    };
    const credited = [[240, 0, 0, 0, 240, 0, 0]];
    expect(usesOf("hours", sections)).toEqual([
      [[0], { per: "week", atLeast: 600, atMost: 1440, credited }],
      [[0], { per: "period", atMost: 4800, price: 30, credited }],
    ]);
  });

  it("are paid, and overtime costs what it costs beyond the usual hour", () => {
    const sections = {
      contracts: "{ part: { overtimeAfter: 30 h } }",
      people:
        "{ A: { role: clerk, contract: part, costPerHour: $20 per hour, overtimePerHour: $30 per hour }, B: { role: clerk, costPerHour: $20 per hour, overtimePerHour: $30 per hour }, C: { role: clerk } }",
    };
    expect(usesOf("pay", sections)).toEqual([
      [[0], { usualMinutes: 1800, extraPerHour: 10 }],
      [[1], { usualMinutes: 2400, extraPerHour: 10 }],
      [[2], {}],
    ]);
  });

  it("wish for shifts, kinds, days off, or not for them; not on days on which they are away", () => {
    const wishes = [
      "{ on: weekdays, shift: off, price: $10 }",
      "{ on: 2026-12-09, shift: any, price: $5 }",
      "{ on: [saturday, { from: 2026-12-12, to: 2026-12-13 }], not: evening, price: $2.50 }",
      "{ on: monday, shift: [early, late], price: $1 }",
    ];
    const people = `{ A: { role: clerk, away: [2026-12-08], wishes: [${wishes.join(", ")}] } }`;
    expect(usesOf("wishes", { people }).map(([, parameters]) => parameters)).toEqual([
      { days: [0, 2, 3, 4], wanted: false, price: 10 },
      { days: [2], wanted: true, price: 5 },
      { days: [5, 6], shifts: [1], wanted: false, price: 2.5 },
      { days: [0], shifts: [0, 1], wanted: true, price: 1 },
    ]);
  });

  it("have pins with a name, which give way to holidays when they are of weekdays", () => {
    const people = "{ A: { role: clerk, away: [2026-12-08], pins: [{ on: weekdays, shift: early, name: A opens }] } }";
    expect(usesOf("pins", { people })).toEqual([
      [[0], { days: [0, 2, 3, 4], shifts: [0], wanted: true, name: "A opens" }],
    ]);
    const both = people.replace("weekdays", "[2026-12-08]");
    expect(issuesOf({ people: both })).toEqual([
      "contradictory-pin at «[2026-12-08» /people/A/pins/0/on: on 2026-12-08 A is away; take away the pin, or the absence",
    ]);
  });

  it("bring their last shifts, and keep what has been published", () => {
    const sections = {
      history: "{ A: [early, off, null, late], C: [early] }",
      published: "{ price: $20, frozenBefore: 2026-12-08, roster: { B: [early, null, late] } }",
    };
    expect(problemOf(sections).history).toEqual([[0, -1, -1, 1], [], [0]]);
    expect(usesOf("stability", sections)).toEqual([[[1], { published: [[0, -1, 1]], price: 20, frozenBefore: 1 }]]);
    const draft = { ...sections, published: "{ state: draft, roster: { B: [early] } }" };
    expect(usesOf("stability", draft)).toEqual([]);
  });
});

describe("people are refused", () => {
  it.each([
    [{ people: "{}" }, "nobody at «{» /people: nobody is listed; list the people who work, each with a role"],
    [
      { people: "{ A: { role: clerk, contract: full } }", contracts: "{ full time: {} }" },
      "unknown-name at «full» /people/A/contract: there is no contract “full”; known: full time",
    ],
    [
      { people: "{ A: { role: clrk } }", roles: "{ clerk: }" },
      'unknown-name at «clrk» /people/A/role: there is no role “clrk”; did you mean "clerk"? known: clerk',
    ],
    [
      { people: "{ A: { role: clerk, away: [2026-12-14] } }" },
      "outside-horizon at «2026-12-14» /people/A/away/0: 2026-12-14 is not among the days of the roster; write dates from 2026-12-07 to 2026-12-13",
    ],
    [
      { people: "{ A: { role: clerk, away: [2026-02-30] } }" },
      "not-a-date at «2026-02-30» /people/A/away/0: there is no day 2026-02-30; write a date such as 2026-01-19",
    ],
    [
      { people: "{ A: { role: clerk, away: [{ from: 2026-12-09, to: 2026-12-08 }] } }" },
      "ends-before at «{ from» /people/A/away/0: 2026-12-08 is before 2026-12-09; let it end on a later day",
    ],
    [
      { people: "{ A: { role: clerk, wishes: [{ on: mondays, shift: early, price: $3 }] } }" },
      'unknown-word at «mondays» /people/A/wishes/0/on: "mondays" names no day; did you mean "monday"? known: every day, weekdays, weekend, monday, tuesday, wednesday, thursday, friday, saturday, sunday; or a date such as 2026-12-24, or { from: …, to: … }',
    ],
    [
      { people: "{ A: { role: clerk, wishes: [{ on: monday, shift: erly, price: $3 }] } }" },
      'unknown-name at «erly» /people/A/wishes/0/shift: there is no shift, kind of shifts or workplace “erly”; did you mean "early"? known: early, desk, late, evening, lab',
    ],
    [
      { people: "{ A: { role: clerk, wishes: [{ on: monday, shift: early, price: 3 }] } }" },
      'unit-missing at «3» /people/A/wishes/0/price: 3 needs its unit; write "$3", …',
    ],
    [
      { people: "{ A: { role: clerk, skills: { reading: 0 } } }" },
      "not-a-count at «0» /people/A/skills/reading: 0 is not a whole number between 1 and 10; write a whole number from 1 to 10, without quotes or unit",
    ],
    [
      { people: "{ A: { role: A } }" },
      "name-taken at «A» /people/A: “A” is the name of a role already; call this one otherwise",
    ],
    [
      { people: "{ A: { role: clerk, costPerHour: $20 per hour, overtimePerHour: $10 per hour } }" },
      "cheap-overtime at «{ role» /people/A: an hour of overtime at $10 per hour costs less than a usual one; let overtimePerHour be what such an hour costs in all",
    ],
    [
      { contracts: "{ odd: { week: { atLeast: 40 h, atMost: 30 h } } }" },
      "least-above-most at «40 h» /contracts/odd/week/atLeast: at least 40 hours and at most 30 cannot both be; let atLeast be atMost or less",
    ],
    [
      { contracts: "{ odd: { week: { atLeast: 40 h }, period: { atMost: 30 h } } }" },
      "contradictory-contract at «{ atMost» /contracts/odd/period: 1 weeks of at least 40 hours are more than 30 hours over the roster; let the period have more hours, or the week fewer",
    ],
    [
      { contracts: "{ odd: { week: { atLeast: 60 h } } }" },
      "contradictory-contract at «{ atLeast» /contracts/odd/week: 60 hours a week are more than seven times the longest shift; let it be fewer",
    ],
    [
      { contracts: "{ odd: { week: { atMost: 10 h }, period: { atLeast: 30 h } } }" },
      "contradictory-contract at «{ atLeast» /contracts/odd/period: weeks of at most 10 hours do not make 30 hours over the roster; let the period have fewer hours, or the week more",
    ],
    [
      { history: "{ D: [early] }" },
      'unknown-name at «[early» /history/D: there is no person “D”; did you mean "A"? known: A, B, C',
    ],
    [
      { published: "{ roster: { A: [early] } }" },
      "missing-key at «{ roster» /published: “price” is missing; write what it costs to change a day of a person: $20",
    ],
    [
      { published: `{ price: $5, roster: { A: [${Array(8).fill("null").join(", ")}] } }` },
      "outside-horizon at «[null» /published/roster/A: there are 8 shifts, and the roster has 7 days; write one shift, or null, for each day from the first on",
    ],
    [
      { to: "2026-12-13" },
      "days-and-to at «2026-12-13» /to: both days and to say when the roster ends; delete one of them",
    ],
    [
      { days: "", to: "2026-12-01" },
      "ends-before at «2026-12-01» /to: 2026-12-01 is before 2026-12-07; let it end on a later day",
    ],
    [
      { days: "0" },
      "not-a-count at «0» /days: 0 is not a whole number between 1 and 400; write a whole number from 1 to 400, without quotes or unit",
    ],
    [
      { start: "2026-02-29" },
      "not-a-date at «2026-02-29» /start: there is no day 2026-02-29; write a date such as 2026-01-19",
    ],
  ] as [Record<string, string>, string][])("%j", (sections, issue) => {
    expect(issuesOf(sections)).toContain(issue);
  });
});
