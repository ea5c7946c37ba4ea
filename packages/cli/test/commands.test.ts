import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { commands } from "../src/commands.ts";
import { officeFolder, praxis, praxisProcess, wordsOf } from "./support/praxis.ts";

const office = officeFolder();
const { folder } = office;
afterAll(() => office[Symbol.dispose]());

const day = "scenarios/clinic-day/scenario.yaml";
const practice = "scenarios/family-practice/scenario.yaml";

/** What a command prints as JSON, when all is well. */
async function json(...words: readonly string[]) {
  const { stdout, stderr, code } = await praxis([...words, "--format", "json"], { folder });
  expect([stderr.replace(/^warning: .*\n/gm, ""), code]).toEqual(["", 0]);
  return JSON.parse(stdout);
}

describe("the examples of the help", () => {
  const lines = commands.flatMap(({ examples }) => examples.map(([line]) => line));
  it.each(lines)("%s", async (line) => {
    const [program, ...words] = wordsOf(line);
    expect(program).toBe("praxis");
    const { stderr, code } = await praxis(words, { folder });
    expect([code, stderr.match(/^praxis: .*/gm)]).toEqual([0, null]);
  });
});

describe("run", () => {
  it("gives for each measure its estimate and how replications spread", async () => {
    const result = await json("run", day, "--replications", "20", "--seed", "7");
    expect(result).toMatchObject({
      scenario: "Clinic day",
      seed: 7,
      engineVersion: expect.any(String),
      replications: 20,
    });
    for (const name of ["arrivals", "throughput", "wait.consult", "timeInOffice", "utilisation.provider"]) {
      expect(result.measures[name]).toMatchObject({
        ...{ mean: expect.any(Number), sd: expect.any(Number), halfWidth: expect.any(Number), confidence: 0.95 },
        ...{ replications: 20, p50: expect.any(Number), p90: expect.any(Number), unit: expect.any(String) },
      });
    }
  });

  it("says null where something is unknown or infinite", async () => {
    const { halfWidth, sd, mean } = (await json("run", day, "--replications", "1")).measures["wait.consult"];
    expect([halfWidth, sd]).toEqual([null, null]);
    expect(mean).toEqual(expect.any(Number));
  });

  // In processes of their own: one that is warm is done before it would have started threads.
  it("gives the same bytes in 1, 2 and 4 threads", () => {
    const outputs = ["1", "2", "4"].map((workers) => {
      const words = ["run", day, "--replications", "600", "--format", "json", "--workers", workers];
      return praxisProcess(words, { folder }).stdout;
    });
    expect(outputs[0]).toMatch(/"replications": 600/);
    expect(outputs[1]).toBe(outputs[0]);
    expect(outputs[2]).toBe(outputs[0]);
  });

  it("says what was really changed", async () => {
    const words = ["--set", "staff.provider.count=4", "--replications", "5"];
    expect((await json("run", day, ...words)).changes).toEqual([
      { path: ["staff", "provider", "count"], from: 3, to: 4 },
    ]);
    expect((await praxis(["run", day, ...words], { folder })).stdout).toContain("changed: staff.provider.count: 3 → 4");
  });

  it("goes on until it is precise enough", async () => {
    const words = ["--until-half-width", "1min", "--measure", "wait.consult"];
    const { measures, until } = await json("run", day, ...words);
    expect(until).toMatchObject({ measure: "wait.consult", halfWidth: 1, reached: true });
    expect(measures["wait.consult"].halfWidth).toBeLessThanOrEqual(1);
    expect(measures["wait.consult"].replications).toBeGreaterThanOrEqual(10);
  });

  it("explains a measure, with and without a scenario", async () => {
    for (const file of [[], [day]]) {
      const { stdout, code } = await praxis(["run", ...file, "--explain", "wait.consult"], { folder });
      expect([stdout.startsWith("wait.consult (minutes): "), code]).toEqual([true, 0]);
    }
    expect((await praxis(["run", "--explain", "wiat.consult"], { folder })).code).toBe(2);
  });
});

describe("compare", () => {
  it("pairs every variant of the file with the office as it is", async () => {
    const result = await json("compare", practice, "--replications", "10", "--measures", "wait.consult,throughput");
    expect(Object.keys(result.variants).length).toBeGreaterThanOrEqual(6);
    for (const { changes, measures } of Object.values<Variant>(result.variants)) {
      expect(changes.length).toBeGreaterThan(0);
      expect(measures["wait.consult"]?.difference).toMatchObject({ replications: 10, measurable: expect.any(Boolean) });
    }
  });

  it("shows no difference where nothing is changed", async () => {
    const words = ["--set", "staff.provider.count=3", "--replications", "5", "--measures", "wait.consult"];
    const { stdout } = await praxis(["compare", day, ...words], { folder });
    expect(stdout).toContain("Nothing is changed.");
    expect(stdout).toContain("The same in every replication: wait.consult.");
  });

  it("asks for a what-if where the file names no variant", async () => {
    const { stderr, code } = await praxis(["compare", day], { folder });
    expect([stderr, code]).toEqual([expect.stringMatching(/nothing to compare with: .*--set/), 2]);
  });
});

interface Variant {
  readonly changes: readonly unknown[];
  readonly measures: Readonly<Record<string, { readonly difference: unknown }>>;
}

describe("sweep", () => {
  it("visits every combination of two settings", async () => {
    const over = ["--over", "staff.provider.count=3,4", "--over", "rooms.exam room.count=4..5"];
    const { settings, points } = await json("sweep", day, ...over, "--replications", "5", "--measures", "wait.consult");
    expect(settings).toEqual(["staff.provider.count", "rooms.exam room.count"]);
    expect(points.map(({ values }: { values: unknown }) => values)).toEqual([
      [3, 4],
      [3, 5],
      [4, 4],
      [4, 5],
    ]);
  });
});

describe("trace", () => {
  it("tells a day in the order of the clock", async () => {
    const { lines } = await json("trace", day, "--seed", "3");
    const minutes = lines.map(({ minute }: { minute: number }) => minute);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect(lines.filter(({ what }: { what: string }) => what === "arrives").length).toBeGreaterThanOrEqual(60);
  });

  it("follows one patient from the door to the door", async () => {
    const { stdout, code } = await praxis(["trace", day, "--patient", "3"], { folder });
    const told = stdout.split("\n").filter((line) => /^\d\d:\d\d:\d\d/.test(line));
    expect(told[0]).toMatch(/^\d\d:\d\d:\d\d {3}patient 3 {3}arrives/);
    expect(told.at(-1)).toMatch(/patient 3 {3}leaves/);
    expect(told.every((line) => line.includes("patient 3"))).toBe(true);
    expect(code).toBe(0);
  });

  it("shows a part of the day, and says when nothing happens in it", async () => {
    const { lines } = await json("trace", day, "--from", "10:00", "--to", "10:30");
    const minutes = lines.map(({ minute }: { minute: number }) => minute);
    expect([Math.min(...minutes) >= 120, Math.max(...minutes) <= 150]).toEqual([true, true]);
    expect((await praxis(["trace", day, "--day", "200"], { folder })).stdout).toContain(
      "Nothing happens in this time.",
    );
  });

  it("does not follow somebody who never comes", async () => {
    const { stderr, code } = await praxis(["trace", day, "--patient", "1000"], { folder });
    expect([stderr, code]).toEqual([expect.stringMatching(/patient 1000 does not come; \d+ patients come/), 2]);
  });
});

describe("init", () => {
  it("writes a scenario that runs without a warning, and never over another file", async () => {
    expect((await praxis(["init", "mine.yaml"], { folder })).code).toBe(0);
    const written = readFileSync(join(folder, "mine.yaml"), "utf8");
    expect((await praxis(["check", "mine.yaml"], { folder })).stdout).toBe(
      "This scenario runs; nothing in it is strange.\n",
    );
    expect(await praxis(["compare", "mine.yaml", "--replications", "10"], { folder })).toMatchObject({
      stderr: "",
      code: 0,
    });
    expect(await praxis(["init", "mine.yaml"], { folder })).toMatchObject({
      stderr: expect.stringContaining("exists already"),
      code: 2,
    });
    expect(readFileSync(join(folder, "mine.yaml"), "utf8")).toBe(written);
  });
});

describe("schema", () => {
  it("is a JSON Schema, whatever the format", async () => {
    const { stdout, code } = await praxis(["schema"], { folder });
    expect([JSON.parse(stdout).$schema, code]).toEqual([expect.stringContaining("json-schema"), 0]);
  });

  it("is of roster files when asked, and of nothing else", async () => {
    expect(JSON.parse((await praxis(["schema", "--of", "roster"], { folder })).stdout).title).toBe("Praxis roster");
    expect(await praxis(["schema", "--of", "rosters"], { folder })).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("roster import", () => {
  it("puts tables into a roster file, which can then be checked", async () => {
    writeFileSync(join(folder, "people.csv"), "person;role;skills\nMA-6;medical assistant;rooming 2\n");
    writeFileSync(join(folder, "away.csv"), "person,from\nMA-6,2026-12-09\n");
    const tables = ["--people", "people.csv", "--away", "away.csv", "--output", "more.yaml"];
    expect(
      (await praxis(["roster", "import", "scenarios/family-practice/roster.yaml", ...tables], { folder })).code,
    ).toBe(0);
    expect(readFileSync(join(folder, "more.yaml"), "utf8")).toContain("MA-6: { role: medical assistant,");
    expect((await praxis(["roster", "check", "more.yaml"], { folder })).code).toBe(0);
  });

  it("says what is wrong in a table by its line, and writes nothing", async () => {
    writeFileSync(join(folder, "away.csv"), "person,from\nMA-1,2026-12-09\nMA-7,12/9\n");
    const words = [
      "roster",
      "import",
      "scenarios/family-practice/roster.yaml",
      "--away",
      "away.csv",
      "--output",
      "no.yaml",
    ];
    const { stderr, code } = await praxis(words, { folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/away\.csv:3:.*away\/from: “12\/9” is not a date/);
    expect(stderr).toMatch(/away\.csv:3:.*away\/person: there is no person “MA-7”/);
    expect(existsSync(join(folder, "no.yaml"))).toBe(false);
  });
});

describe("demo", () => {
  it("fits a terminal, and shows a day, three what-ifs, and what to do next", async () => {
    const { stdout, stderr, code } = await praxis(["demo", "--replications", "20"], { folder });
    expect([stderr, code]).toEqual(["", 0]);
    for (const title of ["Family practice", "One of these days", "What to expect of a day", "What if …?", "Now you"]) {
      expect(stdout).toContain(`${title}\n`);
    }
    expect(stdout.match(/changed: /g)?.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...stdout.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(100);
    expect(existsSync(join(folder, "scenario.yaml"))).toBe(false);
  });
});
