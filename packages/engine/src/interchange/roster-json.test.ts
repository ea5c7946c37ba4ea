import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardRosters } from "../../test/support/awkward-rosters.ts";
import { ScenarioError } from "../errors.ts";
import type { RosterProblem } from "../roster/problem.ts";
import { engineVersion } from "../version.ts";
import { rosterFromJson, rosterToJson, staffRosterToJson } from "./roster-json.ts";

const problem: RosterProblem = {
  ...{ name: "week", start: "2026-12-07", days: 2, workplaces: [], uses: [], history: [] },
  shifts: ["early", "late"].map((id) => ({ id, name: id, workMinutes: 480, parts: [], kinds: [] })),
  people: ["MA-1", "MA-2"].map((id) => ({ id, role: "assistant", skills: new Map(), costPerHour: 31.25 })),
};
const roster = { "MA-1": ["early", null], "MA-2": [null, "late"] };
const unfilled = [{ text: "late needs 2 on Tue 2026-12-08, has 1", cost: 777, day: 1, missing: 1 }];
const ill = { text: "MA-2 is ill on Tue 2026-12-08", cost: Infinity, person: 1, day: 1 };
const answer = {
  ...{ roster, status: "feasible", cost: 1234.5, bound: -Infinity, gap: Infinity, unfilled },
  scores: [{ rule: "availability", cost: 0, broken: 1, matches: [ill] }],
};

describe("a roster for other programs", () => {
  it("says what it is of, how sure it is, and what the rules say", () => {
    expect(JSON.parse(JSON.stringify(rosterToJson(answer, problem, { state: "draft" })))).toEqual({
      ...{ praxis: engineVersion, problem: "week", start: "2026-12-07", days: 2, state: "draft", status: "feasible" },
      ...{ cost: 1234.5, bound: null, gap: null, roster },
      unfilled: [{ text: "late needs 2 on Tue 2026-12-08, has 1", date: "2026-12-08", missing: 1 }],
      scores: [
        {
          ...{ rule: "availability", cost: 0, broken: 1 },
          matches: [{ text: "MA-2 is ill on Tue 2026-12-08", cost: null, person: "MA-2", date: "2026-12-08" }],
        },
      ],
    });
  });

  it("tells the staff nothing of costs, prices, and reasons for being away", () => {
    const text = JSON.stringify(staffRosterToJson(answer, problem, { state: "published" }));
    expect(text).not.toMatch(/cost|price|bound|gap|score|777|1234|31\.25|ill"|is ill/);
    expect(text).toContain("late needs 2 on Tue 2026-12-08, has 1");
  });

  it("comes back as it was, with costs, without them, and alone, whatever people and shifts are called", () => {
    fc.assert(
      fc.property(awkwardRosters, (given) => {
        const whole = rosterToJson({ roster: given.roster }, given.problem, { state: "draft" });
        const staff = staffRosterToJson({ roster: given.roster }, given.problem, { state: "draft" });
        for (const document of [whole, staff, given.roster]) {
          const back = rosterFromJson(JSON.stringify(document), given.problem);
          expect(Object.entries(back)).toEqual(Object.entries(given.roster));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("JSON that is no roster", () => {
  const said = (document: unknown) => {
    try {
      rosterFromJson(typeof document === "string" ? document : JSON.stringify(document), problem);
    } catch (error) {
      if (error instanceof ScenarioError) return error.issues.map(({ path, message }) => `${path}: ${message}`);
      throw error;
    }
    return [];
  };

  it("is told with every place that is wrong", () => {
    expect(said({ start: "2026-12-14", roster: { "MA/9": [], "MA-1": ["noon", 7], "MA-2": [null] } })).toEqual([
      "/start: the roster begins on 2026-12-14, the problem on 2026-12-07",
      "/roster/MA~19: “MA/9” is nobody of this roster",
      "/roster/MA-1/0: MA-1 has “noon”, which is no shift, on Mon 2026-12-07",
      "/roster/MA-1/1: MA-1 has “7”, which is no shift, on Tue 2026-12-08",
      "/roster/MA-2: MA-2 has 1 days",
    ]);
    expect(said({ "MA-1": "early" })).toEqual(["/MA-1: the days of MA-1 are no list", "/MA-2: MA-2 is missing"]);
  });

  it("is told when it is no JSON, or no map", () => {
    expect(said("{")[0]).toMatch(/^: the text is no JSON/);
    expect(said([])).toEqual([": the roster is no map"]);
    expect(said("null")).toEqual([": the roster is no map"]);
  });

  it("is told once when it is the answer to a solve that found none", () => {
    const once = ["/roster: this is an answer without a roster"];
    expect(said({ roster: null })).toEqual(once);
    expect(said({ problem: "week", status: "infeasible", conflict: [] })).toEqual(once);
  });
});
