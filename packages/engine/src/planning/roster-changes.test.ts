import { describe, expect, it } from "vitest";
import { smallRoster } from "../../test/support/small-roster.ts";
import { replicate } from "../experiment/replicate.ts";
import type { Roster, RosterProblem } from "../roster/problem.ts";
import { applyChanges } from "../scenario/changes.ts";
import { parseScenario } from "../scenario/parse.ts";
import { rosterChanges } from "./roster-changes.ts";

const office = parseScenario(`
praxis: 1
name: Front desk
calendar: { start: 2026-01-05 08:00, length: 1 d }
staff:
  receptionist: { count: 9, shift: "08:00-17:00", breaks: [{ at: "12:00", lasts: 30 min }] }
  physician: { count: 1, shift: "08:00-17:00" }
visitTypes:
  visit:
    pathway:
      - { activity: check-in, needs: receptionist, takes: { constant: 5 min } }
arrivals:
  walk-ins: { visitType: visit, poisson: 4 per hour, between: "08:00-15:00" }
`);

const problem: RosterProblem = {
  ...smallRoster([], { days: 7 }),
  workplaces: [{ name: "desk", level: 1, staffs: "receptionist" }],
};
const none = Array.from({ length: 7 }, () => null);
const roster: Roster = {
  "MA-1": ["early", "early", "early", "early", "early", null, null],
  "MA-2": ["late", null, null, null, null, null, null],
  "MA-3": none,
};

describe("a roster in a scenario", () => {
  const changed = applyChanges(office, rosterChanges(problem, roster, { scenario: office }));

  it("staffs a role with just the people and hours of the roster, from its first day on", () => {
    expect(changed.calendar).toMatchObject({ start: "2026-12-07 08:00", length: "7 d" });
    expect(changed.staff?.["receptionist"]).toEqual({
      people: {
        "MA-1 as receptionist": { roster: [...Array(5).fill("early as receptionist"), null, null] },
        "MA-2 as receptionist": { roster: ["late as receptionist", ...Array(6).fill(null)] },
      },
    });
    expect(changed.shifts).toEqual({
      "early as receptionist": ["07:00-15:00"],
      "late as receptionist": ["11:00-19:00"],
    });
    expect(changed.staff?.["physician"]).toEqual(office.staff?.["physician"]);
    expect(office.staff?.["receptionist"]?.count).toBe(9);
  });

  it("puts what is worked after midnight on the next day, and leaves it out when nobody came the evening before", () => {
    const at = (from: number, to: number) => ({ workplace: "desk", from: from * 60, to: to * 60 });
    const night = { id: "night", name: "night", workMinutes: 420, parts: [at(22, 25), at(26, 30)], kinds: [] };
    const nights = { ...problem, shifts: [...problem.shifts, night] };
    const worked: Roster = {
      "MA-1": ["night", "late", "night", "night", null, null, null],
      "MA-2": none,
      "MA-3": none,
    };
    const missing = [1, 2].map((day) => ({ person: "MA-1", day }));
    const changed = applyChanges(office, rosterChanges(nights, worked, { scenario: office, missing }));
    expect(changed.staff?.["receptionist"]?.people).toEqual({
      "MA-1 as receptionist": {
        roster: [
          "night as receptionist",
          "after night as receptionist",
          "night as receptionist",
          "night as receptionist",
          "after night as receptionist",
          null,
          null,
        ],
        absent: ["2026-12-09"],
      },
    });
    expect(changed.shifts).toEqual({
      "night as receptionist": ["22:00-01:00"],
      "after night as receptionist": ["02:00-06:00"],
    });
  });

  it("is simulated: nobody checks in on a day without anybody at the desk", () => {
    const seen = (missing: { person: string; day: number }[]) => {
      const scenario = applyChanges(office, rosterChanges(problem, roster, { scenario: office, missing }));
      return replicate(scenario, { replications: 5, seed: 1, measures: ["throughput", "utilisation.receptionist"] })
        .measures;
    };
    const [all, without] = [seen([]), seen([{ person: "MA-1", day: 2 }])];
    // Five days of seven hours with four patients an hour; those of Wednesday wait until Thursday.
    expect(all["throughput"]!.mean).toBeGreaterThan(100);
    expect(without["utilisation.receptionist"]!.mean).toBeGreaterThan(all["utilisation.receptionist"]!.mean);
  });

  it("says when no workplace stands for a role, or one for a role that is not there", () => {
    const { workplaces: _, ...rest } = problem;
    const [desk] = problem.workplaces;
    const of = (workplaces: RosterProblem["workplaces"]) => () =>
      rosterChanges({ ...rest, workplaces }, roster, { scenario: office });
    expect(of([{ name: "desk", level: 1 }])).toThrow("no workplace of the roster says which role");
    expect(of([{ ...desk!, staffs: "nurse" }])).toThrow(
      "workplace desk staffs “nurse”, which the scenario has not; known: receptionist, physician",
    );
  });
});
