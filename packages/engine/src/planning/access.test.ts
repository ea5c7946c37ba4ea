import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "../../test/support/sources.ts";
import { runTask } from "../experiment/task.ts";
import { reportAccess } from "../report/access.ts";
import { applyChanges, type Change, difference } from "../scenario/changes.ts";
import { parseScenario } from "../scenario/parse.ts";
import { answerAccess } from "./access.ts";
import { accessStability } from "./access-theory.ts";
import { accessWhatIfs } from "./access-whatifs.ts";

const spiral = parseScenario(readFileSync(`${root}scenarios/access/scenario.yaml`, "utf8"));
const here = { workers: 1, run: async (task: Parameters<typeof runTask>[0]) => runTask(task) };
const at = (path: string, value: unknown): Change => ({ path: path.split("."), value });

const groups = parseScenario(`
praxis: 1
name: Two groups
calendar: { start: 2026-01-05, length: 90 d, warmUp: 20 d, opening: { weekdays: "08:00-17:00" } }
staff: { physician: { count: 1 } }
visitTypes: { visit: { pathway: [{ activity: consult, needs: physician, takes: { gamma: { mean: 18 min, sd: 6 min } } }] } }
templates: { clinic: [{ from: "09:00", to: "12:00", every: 20 min }, { from: "13:00", to: "16:40", every: 20 min }] }
arrivals:
  steady: { visitType: visit, requests: { template: clinic, panel: { patients: 1300, asking: 0.8 % }, noShow: 3 % } }
  far away: { visitType: visit, requests: { template: clinic, panel: { patients: 1000, asking: 0.8 % }, noShow: 30 %, bookAgain: 50 % } }
sources: [{ path: arrivals, source: "invented for this test", grade: assumed }]
`);

describe("how an office stands with those who ask", () => {
  it("is said by theory, with the distance to the cliff", () => {
    const [as] = accessStability(spiral);
    expect(as).toMatchObject({ template: "clinic", capacity: 20, demand: 15, verdict: "stable" });
    expect(as!.safe).toBeCloseTo(15.32, 2);
    expect(as!.lost).toBeCloseTo(17.04, 2);
    expect(as!.spareRequests).toBeCloseTo(0.32, 2);
    const verdicts = [16, 18].map((demand) => {
      const changed = applyChanges(spiral, [at("arrivals.patients.requests.demand", `${demand} per day`)]);
      return accessStability(changed)[0]!.verdict;
    });
    expect(verdicts).toEqual(["bistable", "collapses"]);
  });

  it("counts seats and requests over a week, of all groups together, and spare patients where there are panels", () => {
    const [as] = accessStability(groups);
    expect(as!.capacity).toBe(20);
    expect(as!.demand).toBeCloseTo(18.4, 9);
    // A mean of the shares, weighted by who asks: of 30 % of the 8 a day half ask again.
    const again = (8 / 18.4) * 0.5 * ((10.4 / 18.4) * 0.03 + (8 / 18.4) * 0.3);
    expect(as!.safe).toBeCloseTo(20 * (1 - again), 9);
    expect(as!.sparePatients).toBe(Math.floor((as!.safe - 18.4) / 0.008));
  });
});

describe("what would help", () => {
  it("are changes that fit, each of something", () => {
    for (const scenario of [spiral, groups]) {
      const whatIfs = accessWhatIfs(scenario, { reminders: 0.4 });
      expect(whatIfs).toHaveLength(5);
      for (const { changes } of whatIfs) {
        expect(difference(scenario, applyChanges(scenario, changes)).length).toBeGreaterThan(0);
      }
    }
    const [reminders] = accessWhatIfs(spiral, { reminders: 0.4 });
    expect(reminders!.changes[0]!.value).toMatchObject({ sameDay: "2.79 %", from: "11.7 %", to: "20.04 %" });
  });

  it("leaves out what is there already", () => {
    const held = applyChanges(spiral, [at("templates.clinic.0.held", { for: "same day" })]);
    const names = accessWhatIfs(held).map(({ name }) => name);
    expect(names.some((name) => name.includes("same day"))).toBe(false);
    const punctual = applyChanges(spiral, [at("arrivals.patients.requests.noShow", null)]);
    expect(accessWhatIfs(punctual).some(({ name }) => name.includes("reminders"))).toBe(false);
  });

  it("is simulated on common random numbers, and told by group: overbooking by prediction lets one group share seats", async () => {
    const answer = await answerAccess(here, groups, { seed: 1, replications: 12 });
    const { variants } = answer.comparison;
    const shared = (group: string) =>
      variants["overbooked beside likely no-shows"]!.measures[`sharedSeats.${group}`]!.difference;
    expect(shared("far away").measurable).toBe(true);
    expect(shared("far away").mean).toBeGreaterThan(1.2 * shared("steady").mean);
    const fewer = variants["reminders: no-shows 30 % rarer"]!.measures["noShowRate"]!.difference;
    expect(fewer.measurable && fewer.mean < 0).toBe(true);
    const text = JSON.stringify(reportAccess(answer));
    expect(text).toContain("no measurable difference");
    expect(text).toContain("judge reminders at the same lead time");
    expect(text).toContain("arrivals is assumed: invented for this test.");
    expect(text).toContain("Groups: overbooked beside likely no-shows");
  });

  it("needs somebody who asks", async () => {
    const nobody = parseScenario("{ praxis: 1, name: Empty, calendar: { length: 1 d } }");
    await expect(answerAccess(here, nobody, { seed: 1, replications: 2 })).rejects.toThrow(
      "nobody asks for appointments in “Empty”",
    );
  });
});
