/**
 * The public benchmark of employee scheduling: all its instances that are there can be read, and our rules judge rosters
 * as an independent checker of the benchmark does.
 *
 * `PRAXIS_DATA` names the folder that holds `nrp/Instance1.txt` and its like; without it, these tests are skipped.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check } from "../../../../benchmarks/roster/checker.ts";
import { parseInstance } from "../../../../benchmarks/roster/instance.ts";
import { parseRosterProblem } from "../../src/planning/roster-file.ts";
import { Streams } from "../../src/random/streams.ts";
import { judge } from "../../src/roster/judge.ts";

const folder = `${process.env["PRAXIS_DATA"] ?? ""}/nrp`;
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^Instance\d+\.txt$/.test(name)) : [];

/** People, days and shifts of each instance, as its authors print them. */
const sizes: Readonly<Record<string, readonly [people: number, days: number, shifts: number]>> = {
  "Instance1.txt": [8, 14, 1],
  "Instance2.txt": [14, 14, 2],
  "Instance3.txt": [20, 14, 3],
  "Instance5.txt": [16, 28, 2],
  "Instance6.txt": [18, 28, 3],
  "Instance8.txt": [30, 28, 4],
  "Instance10.txt": [40, 28, 5],
  "Instance11.txt": [50, 28, 6],
  "Instance14.txt": [32, 42, 4],
  "Instance16.txt": [20, 56, 3],
  "Instance18.txt": [22, 84, 3],
  "Instance20.txt": [50, 182, 6],
};

describe.skipIf(files.length === 0)("the instances in PRAXIS_DATA (skipped without it)", () => {
  it.each(files)("%s is read, and judged as its own checker judges", (file) => {
    const text = readFileSync(`${folder}/${file}`, "utf8");
    const problem = parseRosterProblem(text, { file });
    const { people, days, shifts } = problem;
    if (file in sizes) expect([people.length, days, shifts.length]).toEqual(sizes[file]);
    const instance = parseInstance(text);
    const stream = new Streams({ seed: 1 }).of(file);
    let draws = 0;
    const chance = () => stream.uniform(draws++);
    for (const density of [0, 0.05, 0.3, 0.6, 0.9]) {
      const rows = people.map(() =>
        Array.from({ length: days }, () =>
          chance() < density ? shifts[Math.floor(chance() * shifts.length)]!.id : "",
        ),
      );
      const roster = Object.fromEntries(people.map(({ id }, row) => [id, rows[row]!.map((name) => name || null)]));
      const ours = judge(roster, problem);
      const theirs = check(instance, rows);
      expect(ours.cost).toBe(theirs.cost);
      expect(ours.scores.reduce((sum, { broken }) => sum + broken, 0)).toBe(theirs.violations.length);
    }
  });
});
