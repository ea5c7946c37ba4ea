import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { officeFolder, praxis, praxisProcess } from "./support/praxis.ts";

const office = officeFolder();
const { folder } = office;
afterAll(() => office[Symbol.dispose]());

/** Three people for the early shift of a week, and one for the late one; only two of them draw blood. */
const problem = `
roster: 1
name: Small practice
start: 2026-12-07
days: 7
workplaces: { desk: {} }
shifts:
  early: { from: "07:00", to: "15:00", at: desk }
  late: { from: "11:00", to: "19:00", at: desk }
people:
  MA-1: { role: assistant, costPerHour: $20 per hour }
  MA-2: { role: assistant, costPerHour: $20 per hour, skills: [phlebotomy] }
  MA-3: { role: assistant, costPerHour: $20 per hour, skills: [phlebotomy] }
cover:
  usual:
    - { shift: early, days: weekdays, people: { atLeast: 1 } }
    - { shift: late, days: tuesday, people: 1, under: $500 }
rules:
  - { rule: rest between shifts, atLeast: 11 h }
`;
writeFileSync(join(folder, "problem.yaml"), problem);

async function json(code: number, ...words: readonly string[]) {
  const result = await praxis([...words, "--format", "json"], { folder });
  expect([result.stderr, result.code]).toEqual(["", code]);
  return JSON.parse(result.stdout);
}

describe("roster solve", () => {
  it("gives a roster, what it costs, and the proof that nothing is cheaper", async () => {
    const solved = await json(0, "roster", "solve", "problem.yaml");
    expect(solved).toMatchObject({ status: "optimal", state: "draft", cost: 960, gap: 0, unfilled: [] });
    expect(solved.bound).toBeCloseTo(960, 6);
    expect(Object.keys(solved.roster)).toEqual(["MA-1", "MA-2", "MA-3"]);
    expect(Object.values<string[]>(solved.roster).flat().filter(Boolean)).toHaveLength(6);
    expect(solved.scores).toEqual([expect.objectContaining({ rule: "pay", cost: 960 })]);
  });

  it("gives the same bytes again under a limit of work", async () => {
    const words = ["roster", "solve", "problem.yaml", "--work-limit", "1000", "--format", "json"];
    expect((await praxis(words, { folder })).stdout).toBe((await praxis(words, { folder })).stdout);
  });

  it("says which rules collide, and what would help, and ends with 3", async () => {
    const saturday = "    - { shift: early, days: saturday, people: { atLeast: 2 }, skill: phlebotomy }\nrules:";
    const away = problem.replace("skills: [phlebotomy] }", "skills: [phlebotomy], away: [2026-12-12] }");
    writeFileSync(join(folder, "conflict.yaml"), away.replace("rules:", saturday));
    const { status, conflict, isMinimal, relaxations } = await json(3, "roster", "solve", "conflict.yaml");
    expect({ status, isMinimal }).toEqual({ status: "infeasible", isMinimal: true });
    expect(conflict.map(({ text }: { text: string }) => text)).toEqual([
      "MA-2 is away on Sat 2026-12-12",
      "Sat 2026-12-12 needs 2 with phlebotomy on early",
    ]);
    expect(relaxations.map(({ cost }: { cost: number }) => cost)).toEqual([1120, 1280]);
    const { stdout } = await praxis(["roster", "solve", "conflict.yaml"], { folder });
    expect(stdout).toContain("No roster keeps to every rule. These cannot hold together:");
    expect(stdout).toMatch(/roster then costs +what gives way\n +\$1,120 +(stays short|not kept): /);
  });

  it("has its time to think, however long its thread takes to get going", () => {
    const pause = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4000)";
    const slow = `import { isMainThread } from "node:worker_threads";\nif (!isMainThread) ${pause};`;
    writeFileSync(join(folder, "slow.mjs"), slow);
    const env = { NODE_OPTIONS: `--import=${pathToFileURL(join(folder, "slow.mjs"))}` };
    const words = ["roster", "solve", "problem.yaml", "--time-limit", "2", "--threads", "1"];
    expect(praxisProcess(words, { folder, env })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("costs $960."),
    });
  });

  it("takes a phrase for its seed, and no more threads than there are cores", async () => {
    const flags = ["--seed", "first snow", "--threads", "64", "--time-limit", "20"];
    expect(await json(0, "roster", "solve", "problem.yaml", ...flags)).toMatchObject({ cost: 960 });
  });

  it("says where something is strange that it can do without", async () => {
    const strange = problem.replace("people: 1, under: $500", "people: 1, skill: surgery, under: $500");
    writeFileSync(join(folder, "strange.yaml"), strange);
    const { code, stderr } = await praxis(["roster", "solve", "strange.yaml"], { folder });
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/^strange\.yaml:17:\d+: warning: \/cover\/usual\/1: .*surgery/),
    ]);
  });

  it("refuses what is wrong in the file or a flag with its place, and ends with 2", async () => {
    writeFileSync(join(folder, "wrong.yaml"), problem.replace("shift: late", "shift: lte"));
    const wrong = await praxis(["roster", "solve", "wrong.yaml"], { folder });
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringMatching(/wrong\.yaml:\d+:\d+: .*“?lte/)]);
    for (const flags of [
      ["--time-limit", "soon"],
      ["--gap", "-1"],
      ["--work-limit", "9", "--time-limit", "9"],
    ]) {
      expect(await praxis(["roster", "solve", "problem.yaml", ...flags], { folder })).toMatchObject({
        code: 2,
        stdout: "",
      });
    }
  });
});

describe("a roster of the command line", () => {
  const solve = ["roster", "solve", "problem.yaml", "--output"];

  it("is judged, whoever made it", async () => {
    expect((await praxis([...solve, "roster.json"], { folder })).code).toBe(0);
    expect(await praxis(["roster", "check", "problem.yaml", "roster.json"], { folder })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("keeps to every rule that must be kept, and costs $960."),
    });
    const empty = { "MA-1": Array(7).fill(null), "MA-2": Array(7).fill(null), "MA-3": Array(7).fill(null) };
    writeFileSync(join(folder, "empty.json"), JSON.stringify(empty));
    expect(await praxis(["roster", "check", "problem.yaml", "empty.json"], { folder })).toMatchObject({
      code: 3,
      stdout: expect.stringContaining("Mon 2026-12-07 needs 1 on early, has 0"),
    });
  });

  it("may be piped in, but not together with its problem", async () => {
    expect((await praxis([...solve, "piped.json"], { folder })).code).toBe(0);
    const input = readFileSync(join(folder, "piped.json"), "utf8");
    expect(praxisProcess(["roster", "check", "problem.yaml", "-"], { folder, input }).code).toBe(0);
    expect(praxisProcess(["roster", "check", "-", "-"], { folder, input: problem })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("problem and roster cannot both be piped in"),
    });
  });

  it("goes out as a grid and comes back, as a page, and as somebody's calendar", async () => {
    expect((await praxis([...solve, "grid.csv"], { folder })).code).toBe(0);
    expect((await praxis(["roster", "check", "problem.yaml", "grid.csv"], { folder })).code).toBe(0);
    await praxis(["roster", "export", "problem.yaml", "grid.csv", "--for-staff", "--output", "page.html"], { folder });
    const page = readFileSync(join(folder, "page.html"), "utf8");
    expect(page).toContain("<table");
    expect(page).not.toContain("$");
    const worker = readFileSync(join(folder, "grid.csv"), "utf8").match(/^(MA-\d).*early/m)![1]!;
    const calendar = ["roster", "export", "problem.yaml", "grid.csv", "--format", "ics"];
    expect((await praxis([...calendar, "--person", worker], { folder })).stdout).toContain("BEGIN:VEVENT");
    expect(await praxis(calendar, { folder })).toMatchObject({ code: 2, stdout: "" });
  });

  it("that has been published is mended, and never overwritten", async () => {
    await praxis([...solve, "draft.json"], { folder });
    expect(
      (await praxis(["roster", "publish", "problem.yaml", "draft.json", "--output", "published.json"], { folder }))
        .code,
    ).toBe(0);
    const before = readFileSync(join(folder, "published.json"), "utf8");
    const { roster } = JSON.parse(before);
    const who = Object.keys(roster).find((person) => roster[person][0] === "early")!;
    const mended = await json(0, "roster", "repair", "problem.yaml", "published.json", "--absent", `${who}=2026-12-07`);
    expect(mended.difference.changes).toHaveLength(2);
    // The roster that people knew was no worse for somebody's being away later.
    expect(mended.difference.rules.map(({ brokenBefore }: { brokenBefore: number }) => brokenBefore)).toEqual([0]);
    expect(mended.leftBehind[0]).toMatchObject({ person: who, day: 0 });
    expect(mended.leftBehind[0].candidates[0].breaks).toEqual([]);
    const refused = await praxis([...solve, "published.json"], { folder });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("has been published")]);
    expect(readFileSync(join(folder, "published.json"), "utf8")).toBe(before);
  });

  it("stays as it is when there is nothing to put in its place, and the reason is told", async () => {
    const ill = { "MA-1": Array(7).fill(null), "MA-2": Array(7).fill(null), "MA-3": Array(7).fill(null) };
    writeFileSync(join(folder, "nobody.json"), JSON.stringify(ill));
    writeFileSync(join(folder, "kept.json"), "what was there");
    const words = ["roster", "publish", "problem.yaml", "nobody.json", "--output", "kept.json"];
    expect(await praxis(words, { folder })).toMatchObject({
      code: 3,
      stdout: expect.stringContaining("Mon 2026-12-07 needs 1 on early, has 0"),
      stderr: "nothing was written to kept.json\n",
    });
    expect(readFileSync(join(folder, "kept.json"), "utf8")).toBe("what was there");
  });

  it.each(["people", "away", "demand"])(
    "does not take the place of the table that it is made from: %s",
    async (table) => {
      writeFileSync(join(folder, "table.csv"), "as it was\n");
      const words = ["roster", "import", "problem.yaml", `--${table}`, "table.csv", "--output", "table.csv"];
      expect(await praxis(words, { folder })).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("--output table.csv would overwrite the file that it is made from"),
      });
      expect(readFileSync(join(folder, "table.csv"), "utf8")).toBe("as it was\n");
    },
  );

  it.each(["check", "why"])("is not overwritten by what is said of it: %s", async (question) => {
    writeFileSync(join(folder, "asked.json"), "{}");
    const words = ["roster", question, "problem.yaml", "asked.json", "--output", "asked.json"];
    const outcome = await praxis(words, { folder });
    expect(outcome).toMatchObject({ code: 2, stderr: expect.stringContaining("would overwrite") });
    expect(readFileSync(join(folder, "asked.json"), "utf8")).toBe("{}");
  });

  it("takes tables of people and days away, and says in which of them something is wrong", async () => {
    writeFileSync(join(folder, "people.csv"), "person,role\nMA-4,\n");
    writeFileSync(join(folder, "away.csv"), "person,from\nMA-1,2026-13-01\n");
    const words = ["roster", "import", "problem.yaml", "--people", "people.csv", "--away", "away.csv"];
    const { code, stderr } = await praxis(words, { folder });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/people\.csv:2:1: people\/role: .*\naway\.csv:2:1: /)]);
  });

  it("answers why it is not another", async () => {
    await praxis([...solve, "roster.json"], { folder });
    const why = ["roster", "why", "problem.yaml", "roster.json", "--person", "MA-1", "--on", "2026-12-12"];
    expect(await json(0, ...why, "--shift", "early")).toMatchObject({
      status: "optimal",
      difference: { cost: 160, rules: [{ rule: "pay", before: 960, after: 1120 }] },
    });
    const { stdout } = await praxis([...why, "--shift", "early"], { folder });
    const twice = await praxis([...why, "--shift", "early", "--on", "2026-12-12"], { folder });
    expect(twice.stdout).toBe(stdout);
    expect(stdout).toContain("MA-1 with early on 2026-12-12: possible, for $160 more.");
  });
});
