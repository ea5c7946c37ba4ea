import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { officeFolder, praxis } from "./support/praxis.ts";

const office = officeFolder();
const { folder } = office;
afterAll(() => office[Symbol.dispose]());

const week = `week: 1
name: Small practice
zone: America/Chicago
start: 2026-12-07
sessions:
  morning: { from: "08:00", to: "10:00", grid: 10 min }
costs: { wait: $20 per hour, idle: $120 per hour, overtime: $180 per hour }
fill: { atLeast: 60 % }
rooms: { exam room: { count: 2, use: 100 % } }
visitTypes:
  visit: { takes: { lognormal: { mean: 18 min, sd: 8 min } }, needs: { exam room: 25 min }, demand: 12 per week, unmet: $50 }
  new patient: { takes: 35 min, shows: 80 %, needs: { exam room: 45 min }, floor: { slots: { monday: 1 } } }
providers:
  Dr-A: { role: physician, sessions: { monday: morning, tuesday: morning } }
  Dr-B: { role: physician, sessions: { monday: morning } }
`;
writeFileSync(join(folder, "week.yaml"), week);
const solve = ["template", "week", "week.yaml"];

describe("template week", () => {
  it("says who sees whom when, what it costs, and how good it is", async () => {
    const { stdout, stderr, code } = await praxis([...solve], { folder });
    expect([stderr, code]).toEqual(["", 0]);
    expect(stdout).toContain("This week costs $");
    expect(stdout).toMatch(/No mix of these sessions costs less/);
    expect(stdout).toMatch(/Each of the \d+ sessions looked into has the best times, which is proven\./);
    expect(stdout).toMatch(/Dr-A +morning/);
  });

  it("gives the same bytes again under a limit of work", async () => {
    const words = [...solve, "--work-limit", "10000", "--format", "json"];
    const first = await praxis(words, { folder });
    expect(first.code).toBe(0);
    expect((await praxis([...words, "--threads", "2"], { folder })).stdout).toBe(first.stdout);
    const { status, cost, bound, gap, patterns, slots } = JSON.parse(first.stdout);
    expect({ status, gap: gap < 1e-3, certified: patterns.certified }).toEqual({
      status: "optimal",
      gap: true,
      certified: patterns.priced,
    });
    expect(bound).toBeLessThanOrEqual(cost);
    expect(slots[0]).toMatchObject({ provider: "Dr-A", weekday: "Monday", maximumBookings: expect.any(Number) });
  });

  it("goes out as a table for record systems and comes back as today's template, of which nothing changes", async () => {
    expect((await praxis([...solve, "--output", "week.csv"], { folder })).code).toBe(0);
    writeFileSync(join(folder, "dear.yaml"), week.replace("providers:", "today: { price: $500 }\nproviders:"));
    const same = await praxis(["template", "week", "dear.yaml", "--today", "week.csv"], { folder });
    expect(same).toMatchObject({ code: 0, stdout: expect.stringContaining("Nothing changes in today's template.") });
    expect((await praxis([...solve, "--output", "week.csv", "--today", "week.csv"], { folder })).code).toBe(2);
  });

  it("lists what changes against today's template, in the page, too", async () => {
    writeFileSync(join(folder, "other.csv"), "provider,weekday,start,type\nDr-A,Monday,09:50,visit\n");
    const words = [...solve, "--today", "other.csv", "--output", "week.html"];
    expect(await praxis(words, { folder })).toMatchObject({ code: 0, stdout: "" });
    const page = readFileSync(join(folder, "week.html"), "utf8");
    expect(page).toContain("<caption>Dr-A");
    expect(page).toContain("against today's template");
  });

  it("goes out as FHIR for so many weeks, and as the calendar of one provider", async () => {
    const bundle = JSON.parse((await praxis([...solve, "--format", "fhir", "--weeks", "2"], { folder })).stdout);
    const starts = bundle.entry.flatMap(({ resource }: { resource: { start?: string } }) => resource.start ?? []);
    expect(starts).toContain("2026-12-07T08:00:00-06:00");
    expect(starts).toContain("2026-12-14T08:00:00-06:00");
    const calendar = (await praxis([...solve, "--format", "ics", "--person", "Dr-B"], { folder })).stdout;
    expect(calendar).toContain("RRULE:FREQ=WEEKLY");
    expect(calendar).not.toContain("Dr-A");
    expect(await praxis([...solve, "--format", "ics", "--person", "Dr-C"], { folder })).toMatchObject({
      code: 2,
      stdout: "",
    });
  });

  it("names what cannot be kept together, and what would help, ends with 3 and writes no file", async () => {
    writeFileSync(join(folder, "hard.yaml"), week.replace("monday: 1 }", "monday: 9 }"));
    const { code, stdout } = await praxis(["template", "week", "hard.yaml", "--output", "hard.json"], { folder });
    expect(code).toBe(3);
    expect(stdout).toContain("new patient needs at least 9 bookings on Monday");
    expect(stdout).toMatch(/Give way on “.*” by \d+ bookings: the week then costs\s+\$/);
    expect(existsSync(join(folder, "hard.json"))).toBe(false);
  });

  it("refuses what is wrong in a file or a flag with its place, and ends with 2", async () => {
    writeFileSync(join(folder, "wrong.yaml"), week.replace("shows: 80 %", "shows: 80"));
    expect(await praxis(["template", "week", "wrong.yaml"], { folder })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/wrong\.yaml:12:\d+: .*80 needs its unit/),
    });
    writeFileSync(join(folder, "nonsense.csv"), "provider,weekday,start,type\nDr-X,Monday,08:00,visit\n");
    expect(await praxis([...solve, "--today", "nonsense.csv"], { folder })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/nonsense\.csv:2:1: .*“Dr-X” is no provider of this week/),
    });
    expect(await praxis([...solve, "--weeks", "0"], { folder })).toMatchObject({ code: 2, stdout: "" });
    expect(await praxis([...solve, "--time-limit", "soon"], { folder })).toMatchObject({ code: 2, stdout: "" });
  });

  it("says so when its time was too short", async () => {
    const { code, stdout } = await praxis([...solve, "--time-limit", "0.001"], { folder });
    expect([code, stdout]).toEqual([3, expect.stringContaining("No week was found before the end (time limit)")]);
  });
});
