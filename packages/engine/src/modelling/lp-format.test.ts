import fc from "fast-check";
import highsModule from "highs";
import { describe, expect, it } from "vitest";
import { linearModels } from "../../test/conformance/random-models.ts";
import { highs } from "../solvers/highs.ts";
import { plus, sum, times } from "./expression.ts";
import { LinearModel } from "./linear-model.ts";
import { lpText } from "./lp-format.ts";

const reader = (highsModule as unknown as typeof highsModule.default)();

describe("lpText", () => {
  it("writes a model as one would by hand", () => {
    const model = new LinearModel();
    const nurses = model.addVariable({ name: "nurses", upper: 9, integer: true });
    const open = model.addVariable({ name: "open", upper: 1, integer: true });
    const balance = model.addVariable({ name: "balance", lower: -Infinity });
    const hours = model.addVariable({ name: "hours", lower: -Infinity, upper: 8.5 });
    const rooms = model.addVariable({ name: "rooms", lower: 3, upper: 3 });
    model.addConstraint(plus(nurses, times(-2, open)), { name: "cover", lower: 2, upper: 5 });
    model.addConstraint(sum([balance, hours]), { name: "balanced", equals: -1 });
    model.addConstraint(rooms, { upper: 4 });
    model.maximise(sum([times(300, nurses), times(-1e-7, hours), -12]));
    expect(lpText(model.data())).toBe(
      [
        "Maximize",
        " obj: 300 nurses - 1e-7 hours - 12",
        "Subject To",
        " cover: 1 nurses - 2 open >= 2",
        " cover_upper: 1 nurses - 2 open <= 5",
        " balanced: 1 balance + 1 hours = -1",
        " c2: 1 rooms <= 4",
        "Bounds",
        " 0 <= nurses <= 9",
        " 0 <= open <= 1",
        " balance free",
        " -inf <= hours <= 8.5",
        " rooms = 3",
        "General",
        " nurses",
        "Binary",
        " open",
        "End",
        "",
      ].join("\n"),
    );
  });

  it("makes names safe and unique, and keeps lines short", async () => {
    const model = new LinearModel();
    const names = ["2 nurses", "2-nurses", "e1", "free", "End", "a b", "a_b", "a\nb", "Ärztin", "x".repeat(300)];
    const more = Array.from({ length: 200 }, (_, at) => `variable ${at} of many with a long name`);
    const variables = [...names, ...more].map((name) => model.addVariable({ name, upper: 2, integer: true }));
    model.addConstraint(sum(variables), { name: "st", upper: 30.5 });
    model.maximise(sum(variables.map((variable, at) => times(1 + (at % 7), variable))));
    const text = lpText(model.data());
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(255);
    await expectSameOptimum(model.data(), text);
  });

  it("says what HiGHS reads back, for any model", async () => {
    await fc.assert(
      fc.asyncProperty(linearModels, async (model) => {
        await expectSameOptimum(model, lpText(model));
      }),
      { numRuns: 150 },
    );
  });

  it("has no words for a model without variables", () => {
    expect(() => lpText(new LinearModel().data())).toThrow(
      new RangeError("the LP format cannot say a model of 0 variables"),
    );
  });
});

async function expectSameOptimum(model: Parameters<typeof lpText>[0], text: string): Promise<void> {
  const ours = await highs.solve(model);
  const read = (await reader).solve(text, { output_flag: false, mip_rel_gap: 0 });
  const statuses = { optimal: ["Optimal"], infeasible: ["Infeasible", "Primal infeasible or unbounded"] };
  const expected = { ...statuses, unbounded: ["Unbounded", "Primal infeasible or unbounded"] };
  if (ours.status === "feasible" || ours.status === "unknown") throw new Error(ours.reason);
  expect(expected[ours.status]).toContain(read.Status);
  if (ours.status === "optimal") expect(read.ObjectiveValue).toBeCloseTo(ours.objective, 5);
}
