import { describe, expect, it } from "vitest";
import type { RosterProblem, Shift } from "../roster/problem.ts";
import { html } from "./html.ts";
import { rosterToHtml } from "./roster-html.ts";
import { periodsOf } from "./roster-html-grid.ts";
import { shiftCodes } from "./shift-codes.ts";

const shift = (id: string, more: Partial<Shift> = {}): Shift => ({
  ...{ id, name: id.split("@")[0]!, workMinutes: 480, parts: [], kinds: [] },
  ...more,
});

const problem: RosterProblem = {
  ...{ name: "December", start: "2026-12-07", days: 7, workplaces: [], uses: [], history: [] },
  shifts: [
    shift("early@desk", {
      ...{ from: 420, to: 930 },
      parts: [
        { workplace: "desk", from: 420, to: 660 },
        { workplace: "phones", from: 690, to: 930 },
      ],
    }),
    shift("early@lab", { from: 420, to: 930 }),
    shift("night", { from: 1320, to: 1800 }),
  ],
  people: ["MA-1", "MA-2"].map((id) => ({ id, role: "medical assistant", skills: new Map(), costPerHour: 31.25 })),
};
const roster = {
  "MA-1": ["early@desk", "early@lab", null, null, "night", null, null],
  "MA-2": ["early@lab", null, null, null, null, null, "night"],
};
const unfilled = [{ text: "late needs 2 on Tue 2026-12-08, has 1", cost: 777, day: 1, missing: 1 }];
const answer = {
  ...{ roster, status: "feasible", cost: 1234.5, bound: 1200, gap: 0.028, unfilled },
  scores: [
    { rule: "cover", cost: 777, broken: 0, matches: unfilled },
    {
      ...{ rule: "availability", cost: 0, broken: 1 },
      matches: [{ text: "MA-2 is ill on Sun 2026-12-13", cost: Infinity, person: 1, day: 6 }],
    },
  ],
};
const forStaff = { state: "published", costs: false } as const;
const forManager = { state: "draft", costs: true } as const;

describe("the page of a roster", () => {
  it("shows a person a row, with the code of each shift and the hours", () => {
    const page = rosterToHtml(answer, problem, forStaff);
    const [, row = ""] = /<tr><th scope="row" class="name">MA-1<\/th>(.*?)<\/tr>/s.exec(page) ?? [];
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => cell.replace(/<[^>]*>/g, ""));
    expect(cells).toEqual(["E1", "E2", "", "", "N", "", "", "24"]);
  });

  it("adds up who has each shift, all who work, and what is not filled", () => {
    const page = rosterToHtml(answer, problem, forStaff);
    const cellsOf = (title: string) => {
      const [, row = ""] = new RegExp(`class="name">${title}</th>(.*?)</tr>`, "s").exec(page) ?? [];
      return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell);
    };
    expect(cellsOf("early")).toEqual(["2", "1", "", "", "", "", "", ""]);
    expect(cellsOf("people at work")).toEqual(["2", "1", "", "", "1", "", "1", "40"]);
    expect(cellsOf("not filled")).toEqual(["", "1", "", "", "", "", "", ""]);
  });

  it("explains the codes that it uses: when, where, and which breaks", () => {
    const page = rosterToHtml(answer, problem, forStaff);
    expect(page).toContain("<dt>E1</dt><dd>early, 07:00–15:30, 8 h of work: desk, phones; break 11:00–11:30</dd>");
    expect(page).toContain("<dt>N</dt><dd>night, 22:00–06:00 next day, 8 h of work</dd>");
  });

  it("says whether it may still change, on every table of a long roster", () => {
    expect(rosterToHtml(answer, problem, forStaff)).toContain("PUBLISHED");
    const long = { ...problem, days: 56 };
    const tour = Array.from({ length: 56 }, () => null);
    const page = rosterToHtml({ roster: { "MA-1": tour, "MA-2": tour } }, long, forManager);
    expect(page.match(/<caption>[^<]*draft<\/caption>/g)).toHaveLength(2);
  });

  it("tells the staff nothing of costs, prices, and reasons for being away", () => {
    const page = rosterToHtml(answer, problem, forStaff).replace(/<style>.*<\/style>/s, "");
    expect(page).not.toMatch(/\$|cost|price|bound|gap|777|1,?234|1,?200|31\.25|is ill/i);
    expect(page).toContain("late needs 2 on Tue 2026-12-08, has 1");
  });

  it("tells the manager what it costs, and why", () => {
    const page = rosterToHtml(answer, problem, forManager);
    expect(page).toContain("$1,234.50 in all; none costs less than $1,200.00 (gap 2.8 %).");
    expect(page).toContain("MA-2 is ill on Sun 2026-12-13: must not be");
  });

  it("lists what is not filled day by day, and first what costs most", () => {
    const late = { text: "second", cost: 1, day: 3 };
    const soon = { text: "first", cost: Infinity, day: 0 };
    const remarks = [late, { text: "cheap", cost: 0.5, day: 3 }, soon];
    const scores = [{ rule: "cover", cost: 1.5, broken: 1, matches: remarks }];
    const page = rosterToHtml({ roster, unfilled: [late, soon], scores }, problem, forManager);
    const items = [...page.matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) => item);
    expect(items).toEqual(["first", "second", "first: must not be", "second: $1.00", "cheap: $0.50"]);
  });

  it("takes every name for text, wherever it stands", () => {
    const evil = `<script>alert("1")</script>&'`;
    const wicked: RosterProblem = {
      ...problem,
      name: evil,
      shifts: [shift(evil, { name: evil, parts: [{ workplace: evil, from: 0, to: 60 }] })],
      people: [{ ...problem.people[0]!, id: evil, role: evil }],
    };
    const said = { text: evil, cost: 1, day: 0, missing: 1 };
    const page = rosterToHtml(
      {
        roster: { [evil]: [evil, null, null, null, null, null, null] },
        unfilled: [said],
        scores: [{ rule: evil, cost: 1, broken: 0, matches: [said] }],
      },
      wicked,
      { ...forManager, asOf: evil },
    );
    expect(page).not.toMatch(/<script/i);
    expect(page).not.toContain(`"1"`);
    expect(page).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;");
  });

  it("refuses a roster of other people or shifts", () => {
    expect(() => rosterToHtml({ roster: { "MA-1": roster["MA-1"] } }, problem, forStaff)).toThrow(RangeError);
    const strange = { ...roster, "MA-2": ["noon"] };
    expect(() => rosterToHtml({ roster: strange }, problem, forStaff)).toThrow(/MA-2 has “noon”/);
  });
});

describe("the tables of a roster", () => {
  const sizes = (start: string, days: number) => periodsOf({ ...problem, start, days }).map((period) => period.length);

  it("are one for up to four weeks, else whole weeks, evenly", () => {
    expect(sizes("2026-12-09", 28)).toEqual([28]);
    expect(sizes("2026-12-07", 42)).toEqual([21, 21]);
    expect(sizes("2026-12-01", 31)).toEqual([20, 11]);
    expect(sizes("2026-12-07", 364)).toEqual(Array.from({ length: 13 }, () => 28));
  });
});

describe("the codes of shifts", () => {
  const codes = (...ids: string[]) => Object.fromEntries(shiftCodes(ids.map((id) => shift(id))));

  it("are as short as tells them apart", () => {
    expect(codes("early", "late", "night")).toEqual({ early: "E", late: "L", night: "N" });
    expect(codes("late", "lab morning", "long")).toEqual({ late: "L", "lab morning": "LM", long: "Lo" });
    expect(codes("early@desk", "early@lab")).toEqual({ "early@desk": "E1", "early@lab": "E2" });
  });

  it("are never the same for two shifts", () => {
    const ids = ["e@1", "e@2", "e1", "e2", "E", "ee", "e e", "e-e", "…", "!", "e1@1", "e1@2"];
    const found = Object.values(codes(...ids));
    expect(new Set(found).size).toBe(ids.length);
  });
});

describe("markup", () => {
  it("escapes text, and leaves markup as it is", () => {
    expect(html`<p title="${'"'}">${[html`<b>${"&"}</b>`, "<", 3]}</p>`.markup).toBe(
      '<p title="&quot;"><b>&amp;</b>&lt;3</p>',
    );
  });
});
