import { describe, expect, it } from "vitest";
import { reportCover } from "../report/cover.ts";
import { reportMarkdown } from "../report/markdown.ts";
import { parseScenario } from "../scenario/parse.ts";
import { checkRosterProblem } from "./roster-file.ts";
import { rosterOfScenario, rosterText } from "./roster-of-scenario.ts";

const practice = (staff: string) =>
  parseScenario(`{ praxis: 1, name: Small practice,
  calendar: { start: 2026-01-07 08:00, length: 9 h, ends: when empty, opening: { weekdays: "08:00-17:00" } },
  staff: ${staff},
  visitTypes: { visit: { pathway: [
    { activity: check-in, needs: receptionist, takes: 3 min },
    { activity: consult, needs: { my: physician }, takes: { exponential: { mean: 15 min } } } ] } },
  tasks: { call: { pathway: [{ activity: answer, needs: receptionist, patience: 3 min, takes: { exponential: { mean: 4 min } } }] },
    letter: { pathway: [{ activity: write letter, needs: receptionist, takes: 10 min }] } },
  arrivals: { walk-ins: { visitType: visit, poisson: 4 per hour, between: "08:00-16:00" },
    calls: { task: call, hourly: { from: "08:00", every: 1 h, rates: [40 per hour, 10 per hour, 10 per hour, 10 per hour, 10 per hour, 10 per hour, 10 per hour, 10 per hour] } },
    letters: { task: letter, poisson: 2 per hour, between: "08:00-16:00" } } }`);

const staffed = practice(`{ physician: { count: 2, shift: "08:00-17:00" },
  receptionist: { count: 3, shift: "07:45-16:15", breaks: [{ at: ["11:30", "12:00", "12:30"], lasts: 30 min }], costPerHour: $19 per hour } }`);
const answer = rosterOfScenario(staffed, { seed: 1, replications: 20 });

describe("the roster problem of a scenario", () => {
  it("is a roster file in which nothing is wrong", () => {
    const { issues } = checkRosterProblem(rosterText(answer));
    expect(issues).toEqual([]);
  });

  it("has the scenario's people with the hours that they work today, on the days on which the office opens", () => {
    expect(answer.document).toMatchObject({
      start: "2026-01-12",
      days: 28,
      people: { "REC-1": { role: "receptionist" }, "REC-3": { role: "receptionist" } },
      contracts: { "hours of receptionist": { hours: "40 h", week: { atLeast: "40 h", atMost: "40 h" } } },
      roles: { receptionist: { costPerHour: "$19 per hour" } },
    });
    expect(Object.keys(answer.document.shifts)).toEqual([
      "REC 07:45-16:15",
      "REC 07:15-15:45",
      "REC 08:15-16:45",
      "REC 08:45-17:15",
    ]);
    expect(answer.document.shifts["REC 07:45-16:15"]!.days).toBe("weekdays");
  });

  it("needs most when most call, beside who is there by their shifts", () => {
    const [{ intervals, present, met }] = answer.roles as [(typeof answer.roles)[0]];
    const at = (clock: number) => intervals.findIndex(({ from }) => from === clock);
    expect(met).toBe(true);
    expect(intervals[at(8 * 60)]!.people).toBeGreaterThan(intervals[at(14 * 60)]!.people);
    expect(present[at(8 * 60)]).toBe(3);
    expect(present[at(16 * 60 + 30)] ?? 0).toBe(0);
  });

  it("leaves out those of whom patients have their own, and says why", () => {
    expect(answer.leftOut).toEqual([{ role: "physician", why: expect.stringContaining("of their own") }]);
    expect(reportMarkdown(reportCover(answer))).toContain("## receptionist");
  });

  it("takes hours in two parts, nights and breaks that differ as they are", () => {
    const scenario = practice(`{ physician: { count: 2, shift: "08:00-17:00" },
      receptionist: { count: 2, shift: ["08:00-12:00", "13:00-17:00"], breaks: [{ at: "15:00", lasts: { uniform: { min: 10 min, max: 20 min } } }] } }`);
    const split = rosterOfScenario(scenario, { seed: 1, replications: 10 });
    expect(split.document.shifts["REC 08:00-17:00"]!.breaks).toEqual([
      { at: "15:00", lasts: "15 min" },
      { at: "12:00", lasts: "60 min" },
    ]);
    expect(split.document.contracts!["hours of receptionist"]).toMatchObject({ hours: "38.75 h" });
    const nights = { ...staffed, staff: { ...staffed.staff, receptionist: { count: 3, shift: "22:00-06:00" } } };
    const { document } = rosterOfScenario(
      { ...nights, calendar: { ...nights.calendar, length: "2 d" } },
      { seed: 1, replications: 10 },
    );
    expect(document.shifts["REC 22:00-06:00"]).toMatchObject({ from: "22:00", to: "06:00" });
    expect(checkRosterProblem(rosterText({ document })).issues).toEqual([]);
  });

  it("asks for hours where people are there around the clock", () => {
    const { calendar, ...rest } = staffed;
    const { opening: _, ...always } = calendar;
    const scenario = {
      ...rest,
      calendar: { ...always, length: "3 d" },
      staff: { ...rest.staff, receptionist: { count: 2 } },
    };
    expect(() => rosterOfScenario(scenario, { seed: 1 })).toThrow(/receptionist: .*around the clock/);
  });
});

describe("work for which nobody waits", () => {
  it("only has to be done: a service level makes somebody wait for it", () => {
    const papers = parseScenario(`{ praxis: 1, name: Papers, calendar: { start: 2026-01-05 08:00, length: 8 h },
      staff: { clerk: { count: 1 } },
      tasks: { letter: { pathway: [{ activity: write letter, needs: clerk, takes: { exponential: { mean: 20 min } } }] } },
      arrivals: { letters: { task: letter, poisson: 3 per hour } } }`);
    const most = (scenario: typeof papers) =>
      Math.max(
        ...rosterOfScenario(scenario, { seed: 1, replications: 20 }).roles[0]!.intervals.map(({ people }) => people),
      );
    expect(most(papers)).toBeLessThan(most({ ...papers, serviceLevels: { "write letter": "1 min" } }));
  });
});
