import { describe, expect, it } from "vitest";
import { ScenarioError } from "../errors.ts";
import { checkRosterProblem } from "../planning/roster-file.ts";
import { type RosterTables, rosterWithTables } from "./roster-tables.ts";

const file = `roster: 1
name: A week
start: 2026-12-07
days: 7
# The desk opens at eight.
shifts: { early: { from: "08:00", to: "16:00" } }
people:
  MA-1: { role: assistant, wishes: [{ on: friday, shift: off, price: $5 }] } # since May
cover:
  normal: [{ shift: early, people: 9 }]
  quiet: [{ shift: early, people: 1 }]
`;

/** Issues as `path:line code: message`. */
function issuesWith(tables: RosterTables): string[] {
  try {
    rosterWithTables(file, tables);
  } catch (error) {
    if (error instanceof ScenarioError)
      return error.issues.map(({ path, line, code, message }) => `${path}:${line} ${code}: ${message}`);
    throw error;
  }
  return [];
}

describe("tables of a spreadsheet", () => {
  it("become people, days away and needs of a roster file, which keeps all else", () => {
    const text = rosterWithTables(file, {
      people:
        "Person;Role;Skills;Available;Cost per hour\r\nMA-1;assistant;phlebotomy 2, rooming;;21,25\r\nREC-1;receptionist;;weekdays 7:00-18:00 | saturday 8:00-12:00;$19 per hour\r\n",
      away: "person,from,to,why\nMA-1,2026-12-08,,\nREC-1,2026-12-09,2026-12-11,holiday\n",
      demand:
        "shift,from,to,every,days,people,at most,under,over\nearly,,,,weekdays,1,2,$40,5\n,8:00,10:00,60,monday;2026-12-12,1,,$50 per hour,\n",
    });
    expect(text).toBe(`roster: 1
name: A week
start: 2026-12-07
days: 7
# The desk opens at eight.
shifts: { early: { from: "08:00", to: "16:00" } }
people:
  MA-1: { role: assistant, wishes: [ { on: friday, shift: off, price: $5 } ], skills: { phlebotomy: 2, rooming: 1 }, costPerHour: $21.25 per hour, away: [ 2026-12-08 ] } # since May
  REC-1: { role: receptionist, available: { weekdays: 07:00-18:00, saturday: 08:00-12:00 }, costPerHour: $19 per hour, away: [ { from: 2026-12-09, to: 2026-12-11, why: holiday } ] }
cover:
  normal:
    - { shift: early, days: weekdays, under: $40, over: $5, people: { atLeast: 1, atMost: 2 } }
    - { from: 08:00, to: 10:00, every: 60 min, days: [ monday, 2026-12-12 ], under: $50 per hour, people: 1 }
  quiet: [ { shift: early, people: 1 } ]
`);
    expect(checkRosterProblem(text).issues).toEqual([]);
  });

  it.each([
    [{ people: "" }, "people:1 empty: the table is empty"],
    [{ people: "name,role\nA,clerk" }, "people:1 missing-key: no column is headed “person”"],
    [{ people: "name,role\nA,clerk" }, "people/name:1 unknown-key: no table of this kind has a column “name”"],
    [{ people: "person,role,role\nA,clerk,clerk" }, "people/role:1 duplicate-key: two columns are headed “role”"],
    [{ people: "person,role\nA,clerk\n,clerk" }, "people/person:3 missing-key: the cell “person” is empty"],
    [{ people: "person,role\nA,clerk\nB,clerk\nA,clerk" }, "people/person:4 name-taken: “A” has a line already"],
    [
      { people: "person,role,skills\nA,clerk,reading 11" },
      "people/skills:2 not-a-name: “reading 11” is not a list of skills",
    ],
    [
      { people: "person,role,available\nA,clerk,mornings" },
      "people/available:2 not-a-quantity: “mornings” is not hours",
    ],
    [
      { people: "person,role,cost per hour\nA,clerk,plenty" },
      "people/cost per hour:2 not-a-quantity: “plenty” is not an amount of money",
    ],
    [
      { people: 'person,role\n"A,clerk' },
      ": not-a-table: the text cannot be read as a table: a quotation mark is opened and never closed",
    ],
    [{ away: "person,from\nMA-1,24.12.2026" }, "away/from:2 not-a-date: “24.12.2026” is not a date"],
    [{ away: "person,from\nMA-9,2026-12-24" }, "away/person:2 unknown-name: there is no person “MA-9”"],
    [{ demand: "shift,people\nearly,two" }, "demand/people:2 not-a-count: “two” is not a whole number"],
    [{ demand: "from,people\n8:00,2" }, "demand/shift:2 wrong-form: neither a shift nor both times are there"],
    [{ demand: "shift,from,to,people\nearly,8:00,9:00,2" }, "demand/shift:2 wrong-form: a shift stands beside times"],
    [{ demand: "shift,people,days\nearly,2,mondays" }, "demand/days:2 unknown-word: “mondays” is not a day"],
    [{ demand: "from,to,people\n8:00,25:00,2" }, "demand/to:2 not-a-quantity: “25:00” is not a time of day"],
  ] as [RosterTables, string][])("%j is refused by line", (tables, issue) => {
    expect(issuesWith(tables).map((one) => one.replace(/^:\d+|^:undefined/, ":"))).toContain(issue);
  });

  it("cannot be put into what is no roster file, and leave nothing of the language's own names", () => {
    expect(() => rosterWithTables("people: [", {})).toThrow(/mend the roster file first/);
    expect(issuesWith({ people: "person,role\n__proto__,clerk" })).toContain(
      "people/person:2 not-a-name: “__proto__” is not a name",
    );
  });
});
