import { describe, expect, it } from "vitest";
import { smallPractice } from "../../test/support/small-practice.ts";
import { parseScenario } from "../scenario/parse.ts";
import { rank, rankWith } from "./rank.ts";
import { runTask } from "./task.ts";

const practice = parseScenario(smallPractice);
const physicians = (count: number) => [{ path: ["staff", "physician", "count"], value: count }];
const variants = {
  "as it is": [],
  renamed: [{ path: ["description"], value: "The same." }],
  two: physicians(2),
  three: physicians(3),
};
const options = { measure: "wait.consult", best: "smallest", seed: 7, replications: 400 } as const;

describe("ranking variants", () => {
  it("finds the best with the confidence promised", () => {
    const { variants: ranked, ...result } = rank(practice, variants, { ...options, indifference: 0.5 });
    expect(ranked.map(({ name }) => name)).toEqual(["three", "two", "as it is", "renamed"]);
    expect(result).toMatchObject({ decided: true, probability: 0.95, probabilityIs: "promised", unit: "min" });
    expect(ranked[0]!.replications).toBeGreaterThanOrEqual(ranked[3]!.replications);
    expect(ranked[3]!.standing).toBe("behind");
  });

  it("without an indifference keeps to its budget, and estimates how sure it is", () => {
    const { variants: ranked, ...result } = rank(practice, variants, { ...options, replications: 50 });
    const spent = ranked.reduce((sum, { replications }) => sum + replications, 0);
    expect(spent).toBeLessThanOrEqual(200);
    expect(spent).toBeGreaterThan(150);
    expect(result).toMatchObject({ probabilityIs: "estimated", probability: expect.closeTo(1, 1) });
  });

  it("says who cannot be told apart, and that nothing is decided", () => {
    const twins = { "as it is": [], renamed: variants.renamed };
    const result = rank(practice, twins, options);
    expect(result.variants.map(({ standing }) => standing)).toEqual(["best", "level"]);
    const early = rank(practice, variants, { ...options, replications: 10, indifference: 0.5 });
    expect(early.decided).toBe(false);
  });

  it("is the same wherever it runs", async () => {
    for (const how of [options, { ...options, indifference: 0.5 }]) {
      const here = JSON.stringify(rank(practice, variants, how));
      for (const workers of [1, 2, 4]) {
        const executor = { workers, run: async (task: Parameters<typeof runTask>[0]) => runTask(task) };
        expect(JSON.stringify(await rankWith(executor, practice, variants, how))).toBe(here);
      }
    }
  });

  it("refuses a single variant, and too few replications", () => {
    expect(() => rank(practice, { "as it is": [] }, options)).toThrow(/two variants/);
    expect(() => rank(practice, variants, { ...options, replications: 9 })).toThrow(/from 10/);
  });
});
