import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rosterYaml } from "../../test/support/roster-yaml.ts";
import { root } from "../../test/support/sources.ts";
import { ScenarioError } from "../errors.ts";
import { judge } from "../roster/judge.ts";
import { modelOf } from "../roster/model-of.ts";
import { checkRosterProblem, parseRosterProblem } from "./roster-file.ts";

const practice = readFileSync(`${root}scenarios/family-practice/roster.yaml`, "utf8");

describe("the family practice", () => {
  const { problem, issues, warnings } = checkRosterProblem(practice);

  it("is well, and nothing in it is strange", () => {
    expect({ issues, warnings }).toEqual({ issues: [], warnings: [] });
    expect(problem).toMatchObject({ start: "2026-12-07", days: 28 });
    expect(problem!.people).toHaveLength(13);
    expect(problem!.shifts.length).toBeLessThanOrEqual(60);
  });

  it("can be judged, and said in terms", () => {
    const nobody = Object.fromEntries(problem!.people.map(({ id }) => [id, Array<null>(28).fill(null)]));
    const judgement = judge(nobody, problem!);
    expect(judgement.keepsAll).toBe(false);
    expect(judgement.cost).toBeGreaterThan(10_000);
    expect(modelOf(problem!).terms.length).toBeGreaterThan(10_000);
  });
});

describe("any file", () => {
  it("is read the same in YAML and in JSON", () => {
    const yaml = parseRosterProblem(rosterYaml());
    const json = JSON.stringify({
      roster: 1,
      name: "A week",
      start: "2026-12-07",
      days: 7,
      workplaces: { desk: {}, lab: { skill: "phlebotomy" } },
      shifts: {
        early: { from: "08:00", to: "16:00", at: "desk" },
        late: { from: "12:00", to: "20:00", at: "lab", kinds: "evening" },
      },
      people: { A: { role: "assistant", skills: ["phlebotomy"] }, B: { role: "assistant" }, C: { role: "clerk" } },
    });
    expect(parseRosterProblem(json)).toEqual(yaml);
  });

  it("may be the benchmark's, and is then called as the file is", () => {
    const text = "SECTION_HORIZON\n7\nSECTION_SHIFTS\nD,480,\nSECTION_STAFF\nA,D=7,4320,0,5,2,2,1\n";
    expect(parseRosterProblem(text, { file: "data/nrp/Tiny.txt" })).toMatchObject({ name: "Tiny.txt", days: 7 });
  });

  it("ends with “to” as well as with “days”", () => {
    expect(parseRosterProblem(rosterYaml({ days: "", to: "2026-12-13" })).days).toBe(7);
  });

  it("tells all that is wrong at once, of form and of meaning, in the order of the text", () => {
    const text = rosterYaml({
      start: "2026-12-32",
      people: "{ A: { role: assistant, age: 40 }, B: { role: 7 } }",
      rules: "[{ rule: weekends, atMost: 1, for: D }]",
    });
    const { issues, problem } = checkRosterProblem(text);
    expect(problem).toBeUndefined();
    expect(issues.map(({ code, line }) => [line, code])).toEqual([
      [3, "not-a-quantity"],
      [7, "unknown-key"],
      [7, "not-a-name"],
    ]);
    const meaning = rosterYaml({
      people: "{ A: { role: assistant, age: 40 } }",
      rules: "[{ rule: weekends, atMost: 1, for: D }]",
    });
    expect(checkRosterProblem(meaning).issues.map(({ code }) => code)).toEqual(["unknown-key", "unknown-name"]);
  });

  it("throws its issues with the name of the file", () => {
    const wrong = () => parseRosterProblem("roster: 2", { file: "week.yaml" });
    expect(wrong).toThrow(ScenarioError);
    expect(wrong).toThrow(/^week\.yaml:1:9: \/roster: 2 is not a version of the format; write roster: 1$/m);
  });

  it("that is empty is told how a roster begins", () => {
    expect(checkRosterProblem("").issues[0]).toMatchObject({ code: "empty", hint: "begin with `roster: 1`" });
  });

  it("with 10,000 people, or more choices than can be planned, is refused at once", () => {
    const people = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `P${index}: { role: clerk }`).join(", ")} }`;
    const started = performance.now();
    expect(checkRosterProblem(rosterYaml({ people: people(10_000) })).issues).toMatchObject([
      { code: "roster-too-large", path: "/people", line: 7, message: "there are 10000 entries, more than 1000" },
    ]);
    const shifts = `{ early: { from: "08:00", to: "16:00", breaks: [{ at: { from: "09:00", to: "15:00", every: 10 min }, lasts: 5 min }] } }`;
    expect(checkRosterProblem(rosterYaml({ days: "400", shifts, people: people(1000) })).issues).toMatchObject([
      {
        code: "roster-too-large",
        message: "1000 people on 400 days with 37 shifts are 14800000 choices, more than 2000000",
      },
    ]);
    expect(checkRosterProblem(rosterYaml({ days: "", to: "2036-12-13" })).issues[0]!.code).toBe("roster-too-large");
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it("with as many needs as a year of quarters of an hour is read, and with more refused", () => {
    const row = '{ from: "00:00", to: "24:00", every: 15 min, people: 1, under: $1 }';
    const rows = (count: number) => ({ days: "400", cover: `{ normal: [${Array(count).fill(row).join(", ")}] }` });
    expect(checkRosterProblem(rosterYaml(rows(2))).issues).toEqual([]);
    expect(checkRosterProblem(rosterYaml(rows(3))).issues[0]).toMatchObject({
      code: "roster-too-large",
      path: "/cover/normal/2",
    });
  });

  it("never crashes the reader, whatever line of a good one is damaged", () => {
    const lines = practice.split("\n");
    const damaged = fc.record({
      line: fc.nat(lines.length - 1),
      start: fc.nat(200),
      length: fc.nat(12),
      instead: fc.constantFrom(
        "",
        "[",
        "}",
        "null",
        "0",
        "-1",
        "1e9",
        "off",
        "{ }",
        "2026-02-30",
        '"24:00"',
        "$",
        "x: y",
        ": ",
      ),
    });
    fc.assert(
      fc.property(fc.array(damaged, { minLength: 1, maxLength: 3 }), (all) => {
        const copy = [...lines];
        for (const { line, start, length, instead } of all) {
          const text = copy[line]!;
          const at = start % (text.length + 1);
          copy[line] = text.slice(0, at) + instead + text.slice(at + length);
        }
        const { problem, issues } = checkRosterProblem(copy.join("\n"));
        if (problem === undefined) {
          expect(issues.length).toBeGreaterThan(0);
          for (const { line, message, hint } of issues) {
            expect(line).toBeGreaterThan(0);
            expect(`${message} ${hint}`).not.toMatch(/undefined|NaN|\[object/);
          }
        } else modelOf(problem);
      }),
      { numRuns: 60 },
    );
  });
});
