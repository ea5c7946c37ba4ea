import { describe, expect, it } from "vitest";
import { runTask } from "../experiment/task.ts";
import { applyChanges } from "../scenario/changes.ts";
import { parseScenario } from "../scenario/parse.ts";
import type { Scenario } from "../scenario/schema.ts";
import { bestTemplate } from "../template/best-template.ts";
import { clockText } from "../time-of-day.ts";
import { sessionMoves } from "./session-moves.ts";
import { sessionProblem } from "./session-problem.ts";
import { sessionsOf, timesChange } from "./sessions.ts";

const office = (appointments = "") =>
  parseScenario(`{ praxis: 1, name: A morning, calendar: { start: 2026-01-05 08:00, length: 4 h, ends: when empty },
    staff: { physician: { count: 2 } },
    visitTypes: { visit: { pathway: [
      { activity: vitals, takes: 6 min },
      { activity: consult, needs: { my: physician }, takes: { lognormal: { mean: 16 min, sd: 8 min } } }] } },
    templates: { day: [{ from: "08:00", to: "10:00", every: 20 min, provider: physician }, { at: "11:00" }] },
    arrivals: { booked: { visitType: visit, appointments: { template: day${appointments} } } } }`);
const wait = (scenario: Scenario) => runTask({ scenario, seed: 3, measures: ["wait", "throughput"], from: 0, to: 30 });

describe("sessions of a scenario", () => {
  it("are the rows of templates with three appointments or more", () => {
    const [session, ...others] = sessionsOf(office());
    expect(others).toEqual([]);
    expect(session).toMatchObject({ template: "day", row: 0, end: 600, times: [480, 500, 520, 540, 560, 580] });
  });

  it("keep every patient when the times are written one by one", () => {
    const scenario = office();
    const [session] = sessionsOf(scenario);
    const written = applyChanges(scenario, [timesChange(session!, session!.times)]);
    expect(wait(written)).toEqual(wait(scenario));
    expect(sessionsOf(written)[0]!.times).toEqual(session!.times);
  });

  it("are moved within opening hours alone, in order and on the grid, with as many appointments", () => {
    const moves = sessionMoves(office(), { seed: 1 });
    expect(moves.length).toBeGreaterThan(10);
    for (const { changes } of moves) {
      const { at } = changes[0]!.value as { readonly at: readonly string[] };
      expect(at).toHaveLength(6);
      expect([...at].sort()).toEqual(at);
      expect(at.filter((clock) => clock < "08:00" || Number(clock.slice(3)) % 5 !== 0)).toEqual([]);
    }
  });
});

describe("the problem of a session", () => {
  const options = { costs: { idle: 1, overtime: 2 }, grid: 5, samples: 200, seed: 1 };
  const derived = (appointments = "", scenario = office(appointments)) =>
    sessionProblem(scenario, sessionsOf(scenario)[0]!, options)!;

  it("has the service law of the provider's own activity, and what comes before it as lead", () => {
    const { problem, start, lead } = derived();
    expect(problem.patients).toHaveLength(6);
    expect(problem.patients[0]).toMatchObject({ service: { mean: 16, sd: 8 }, show: 1, wait: 1 });
    expect([start, lead, problem.length, problem.latest]).toEqual([480, 6, 120, 100]);
  });

  it("counts who does not come by lead time, weighed by how often each lead time is", () => {
    const rules = ", booked: 90 %, cancellation: 10 %, leadTime: { uniform: { min: 0 d, max: 10 d } }";
    const { problem } = derived(`${rules}, noShow: [{ upTo: 5 d, share: 10 % }, { share: 30 % }]`);
    expect(problem.patients[0]!.show).toBeCloseTo(0.9 * 0.9 * 0.8, 10);
  });

  it("takes all people of a role for one who is as many times as fast where appointments are nobody's", () => {
    const pooled = applyChanges(office(), [{ path: ["templates", "day", 0, "provider"], value: null }]);
    expect(derived("", pooled).problem.patients[0]!.service).toMatchObject({ mean: 8, sd: 4 });
  });

  it("can be solved, and its answer be written back", () => {
    const { problem, start } = derived();
    const { times } = bestTemplate(problem);
    expect(times).toHaveLength(6);
    expect(clockText(start + times[0]!)).toBe("08:00");
  });
});
