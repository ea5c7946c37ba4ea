import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardRosters } from "../../test/support/awkward-rosters.ts";
import { ScenarioError } from "../errors.ts";
import type { RosterProblem } from "../roster/problem.ts";
import { rosterToCsv } from "./roster-csv.ts";
import { rosterFromCsv } from "./roster-from-csv.ts";

const shift = (id: string) => ({ id, name: id.split("@")[0]!, workMinutes: 480, parts: [], kinds: [] });
const problem: RosterProblem = {
  ...{ name: "week", start: "2026-12-07", days: 3, workplaces: [], uses: [], history: [] },
  shifts: ["early@desk", "early@lab", "late"].map(shift),
  people: ["MA-1", "MA-2"].map((id) => ({ id, role: "assistant", skills: new Map(), costPerHour: 25 })),
};
const roster = { "MA-1": ["early@desk", null, "late"], "MA-2": [null, "late", "early@lab"] };
const csv = rosterToCsv(roster, problem);

/** The issues of a text that is no roster. */
function issuesOf(text: string) {
  try {
    rosterFromCsv(text, problem);
  } catch (error) {
    if (error instanceof ScenarioError) return error.issues;
    throw error;
  }
  throw new Error("nothing is wrong with the text");
}

const said = (text: string) => issuesOf(text).map(({ line, message }) => `${line ?? "–"}: ${message}`);

describe("a roster as a grid", () => {
  it("has a person a line and a day a column, and nothing on a day off", () => {
    expect(csv.split("\r\n")).toEqual([
      "person,role,Mon 2026-12-07,Tue 2026-12-08,Wed 2026-12-09",
      "MA-1,assistant,early@desk,,late",
      "MA-2,assistant,,late,early@lab",
      "",
    ]);
  });

  it("comes back as it was, whatever people and shifts are called", () => {
    fc.assert(
      fc.property(awkwardRosters, (given) => {
        const back = rosterFromCsv(rosterToCsv(given.roster, given.problem), given.problem);
        expect(Object.entries(back)).toEqual(Object.entries(given.roster));
      }),
      { numRuns: 500 },
    );
  });

  it("has no cell that a spreadsheet would take for a formula", () => {
    const names = ["=cmd()", "+1", "-1", "@x", "'=x", "\t=1", "＝1"];
    const people = names.map((id) => ({ ...problem.people[0]!, id, role: id }));
    const none = Object.fromEntries(names.map((id) => [id, [null, null, null]]));
    const lines = rosterToCsv(none, { ...problem, people })
      .split("\r\n")
      .slice(1, -1);
    for (const line of lines) expect(line).toMatch(/^"?'/);
  });

  it("begins with a byte order mark where a spreadsheet would misread it otherwise", () => {
    expect(csv.startsWith("person")).toBe(true);
    const people = [{ ...problem.people[0]!, id: "Zoë" }];
    expect(rosterToCsv({ Zoë: [null, null, null] }, { ...problem, people }).startsWith("\uFEFFperson")).toBe(true);
  });
});

describe("a grid that a spreadsheet has saved", () => {
  const reads = (text: string) => expect(rosterFromCsv(text, problem)).toEqual(roster);

  it("may have semicolons or tabs, other ends of lines, a byte order mark, quotes, and empty lines at its end", () => {
    reads(csv.replaceAll(",", ";"));
    reads(csv.replaceAll(",", "\t"));
    reads(csv.replaceAll("\r\n", "\n"));
    reads(csv.replaceAll("\r\n", "\r").trimEnd());
    reads(`\uFEFF${csv}`);
    reads(`sep=;\r\n${csv.replaceAll(",", ";")}`);
    reads(csv.replaceAll(/[^,\r\n]+/g, '"$&"'));
    reads(`\r\n,,,,\r\n${csv},,,,\r\n\r\n,,,,,,\r\n`);
  });

  it("may have its columns and lines in another order, more columns, and none of the roles", () => {
    reads("note,2026-12-09,Mon 2026-12-07,person,Tue 2026-12-08\n,early@lab,,MA-2,late\n!,late,early@desk,MA-1,\n");
  });

  it("may say names in capitals, shifts without what leaves no choice, and off", () => {
    reads(csv.replace("MA-1", " ma-1 ").replace("late", "LATE").replace("desk,,", "desk,off,"));
    const one = { ...problem, shifts: problem.shifts.slice(1) };
    expect(rosterFromCsv(csv.replace("early@desk", "Early"), one)["MA-1"]![0]).toBe("early@lab");
  });
});

describe("a grid that is no roster", () => {
  it("is told with every line that is wrong", () => {
    const lines = [
      "person,Mon 2026-12-07,Tue 2026-12-08,2026-12-09",
      "MA-9,late,,",
      "MA-1,noon,early,",
      "MA-1,,,",
      ",late,,",
    ];
    expect(said(lines.join("\n"))).toEqual([
      "–: there is no line for MA-2",
      "2: “MA-9” is nobody of this roster",
      "3: MA-1 has “noon”, which is no shift, on Mon 2026-12-07",
      "3: MA-1 has “early”, of which there is more than one kind, on Tue 2026-12-08",
      "4: MA-1 has two lines",
      "5: the line does not say whose shifts these are",
    ]);
    expect(issuesOf(lines.join("\n"))[3]?.hint).toBe("write which: early@desk, early@lab");
  });

  it("is told which days lack, come twice, or are not of the roster, and what was not read as a day", () => {
    const text = "person,07.12.2026,Tue 2026-12-08,2026-12-08,2027-01-01,2026-12-09\nMA-1\nMA-2\n";
    expect(said(text)).toEqual([
      "1: two columns are headed 2026-12-08",
      "1: 2027-01-01 is not a day of this roster",
      "1: there is no column for Mon 2026-12-07",
    ]);
    expect(issuesOf(text)[2]?.hint).toContain("not read as days: “07.12.2026”");
  });

  it("is told when it is empty, without names, or with a quotation mark that is left open", () => {
    expect(said("\n,,\n")).toEqual(["–: the roster is empty"]);
    expect(said(csv.replace("person", "who"))).toEqual(["1: no column is headed “person”"]);
    expect(issuesOf(`${csv}"MA`)[0]).toMatchObject({ code: "not-a-table", line: 4 });
  });

  it("counts lines as an editor does, with line breaks inside of names", () => {
    expect(said(`${csv}\r\n"who\r\nis this",late,,\r\nMA-7,,,\r\n`)).toEqual([
      "5: “who\r\nis this” is nobody of this roster",
      "7: “MA-7” is nobody of this roster",
    ]);
  });
});
