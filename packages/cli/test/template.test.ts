import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { officeFolder, praxis } from "./support/praxis.ts";

const office = officeFolder();
const { folder } = office;
afterAll(() => office[Symbol.dispose]());

const morning = "scenarios/family-practice/session.yaml";
const small = `session: { patients: 4, length: 60 min, grid: 5 min, start: "09:00" }
service: { lognormal: { mean: 15 min, sd: 7 min } }
cost: { idle: 5, overtime: 8 }
`;
writeFileSync(join(folder, "small.yaml"), small);

async function json(...words: readonly string[]) {
  const result = await praxis([...words, "--format", "json"], { folder });
  expect([result.stderr, result.code]).toEqual(["", 0]);
  return JSON.parse(result.stdout);
}

describe("template solve", () => {
  it("gives the certified template, simpler ones with their losses, and the frontier", async () => {
    const solved = await json("template", "solve", morning);
    expect(solved).toMatchObject({
      status: "optimal",
      certified: true,
      times: [0, 0, 10, 20, 35, 45, 60, 70, 85, 95, 105, 115],
      evaluation: "exact",
      counting: { waits: "showing", waitsAs: "sum", idle: "last patient" },
    });
    expect(solved.clock.slice(0, 5)).toEqual(["08:00", "08:00", "08:10", "08:20", "08:35"]);
    expect(solved.cost).toBeCloseTo(432.492786, 5);
    expect(solved.cost - solved.bound).toBeLessThan(1e-5);
    expect(solved.cost).toBeCloseTo(solved.wait + 10 * solved.idle + 15 * solved.overtime, 6);
    expect(solved.alternatives.map(({ kind }: { kind: string }) => kind)).toEqual([
      "best",
      "start and gap",
      "fixed slots",
    ]);
    const [, rule, slots] = solved.alternatives;
    expect(rule.startAndGap).toEqual({ atStart: 2, every: 10 });
    expect(slots.slots.minutes).toBe(15);
    for (const other of [rule, slots]) {
      expect(other.loss).toBeGreaterThan(0);
      expect(other.loss).toBeCloseTo(other.cost - solved.cost, 6);
    }
    // The dearer the provider's minutes, the more patients wait, and the less the provider idles.
    const { frontier } = solved;
    for (let point = 1; point < frontier.length; point++) {
      expect(frontier[point].wait).toBeGreaterThan(frontier[point - 1].wait);
      expect(frontier[point].idle).toBeLessThan(frontier[point - 1].idle);
    }
  });

  it("tells figures of samples with their intervals, and losses as differences of pairs", async () => {
    const solved = await json("template", "solve", "small.yaml");
    expect(solved).toMatchObject({ certified: true, evaluation: { samples: 10_000 } });
    expect(solved.halfWidths.cost).toBeGreaterThan(0);
    const [, rule] = solved.alternatives;
    expect(rule.lossHalfWidth).toBeLessThan(rule.halfWidths.cost);
  });

  it("says that it had to end early, with the same bytes again, when the work was over", async () => {
    const words = ["template", "solve", "small.yaml", "--work-limit", "5"];
    const { stdout } = await praxis(words, { folder });
    expect(stdout).toContain("work limit");
    expect((await praxis(words, { folder })).stdout).toBe(stdout);
  });

  it("finds how many to book", async () => {
    const best = small.replace("patients: 4", "patients: best").replace("cost:", "value: 60\ncost:");
    writeFileSync(join(folder, "best.yaml"), best);
    const { bookings, times } = await json("template", "solve", "best.yaml");
    expect(bookings).toMatchObject({ status: "optimal", best: { patients: times.length } });
  });
});

describe("template cost", () => {
  it("prices any template, by minutes or by the clock", async () => {
    const twelve = "0,0,10,20,35,45,60,70,85,95,105,115";
    expect((await json("template", "cost", morning, "--times", twelve)).cost).toBeCloseTo(432.492786, 5);
    const byClock = await json("template", "cost", "small.yaml", "--times", "9:00,9:15,9:30,9:45");
    expect(byClock).toEqual(await json("template", "cost", "small.yaml", "--times", "0,15,30,45"));
  });

  it("refuses times that do not fit the session", async () => {
    const words = ["template", "cost", "small.yaml", "--times", "8:30,9:00,9:15,9:30"];
    const { stderr, code } = await praxis(words, { folder });
    expect([stderr, code]).toEqual([expect.stringContaining("8:30 is before the session begins"), 2]);
  });
});
