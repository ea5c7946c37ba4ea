import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastCost, tinyRosters } from "../../test/support/tiny-rosters.ts";
import { highs } from "../solvers/highs.ts";
import { conflictOf } from "./conflict.ts";
import type { RosterModel, Term } from "./roster-model.ts";
import { hardPart } from "./terms.ts";

const cases = Number(process.env["PRAXIS_MODELS"] ?? 150);

/** Reasons that tell terms apart. */
function numbered(model: RosterModel): RosterModel {
  return {
    ...model,
    terms: model.terms.map((term, index): Term => ({ ...term, reason: { rule: "tiny", text: `case ${index}` } })),
  };
}

describe("the conflict of a roster that cannot be", () => {
  it("cannot be kept, and has none to spare: with any one of its rules gone, the others can be", async () => {
    await fc.assert(
      fc.asyncProperty(tinyRosters.map(numbered), async (model) => {
        const hard = model.terms.flatMap((term) => hardPart(term) ?? []);
        fc.pre(leastCost({ ...model, terms: hard }) === Infinity);
        const { conflict, isMinimal } = await conflictOf(model, { solver: highs });
        const of = (texts: readonly string[]) => ({
          ...model,
          terms: hard.filter(({ reason }) => texts.includes(reason.text)),
        });
        const texts = conflict.map(({ text }) => text);
        expect(isMinimal).toBe(true);
        expect(leastCost(of(texts))).toBe(Infinity);
        for (const spared of texts)
          expect(leastCost(of(texts.filter((text) => text !== spared)))).toBeLessThan(Infinity);
      }),
      { numRuns: cases },
    );
  });

  it("names ways out that cost what the best roster then costs", async () => {
    await fc.assert(
      fc.asyncProperty(tinyRosters.map(numbered), async (model) => {
        fc.pre(leastCost(model) === Infinity);
        const { relaxations } = await conflictOf(model, { solver: highs });
        expect(relaxations.length).toBeGreaterThan(0);
        for (const { giveUp, cost } of relaxations) {
          expect(giveUp.length).toBeGreaterThan(0);
          const given = new Set(giveUp.map(({ text }) => text));
          const rest = model.terms.filter(({ reason }) => !given.has(reason.text));
          // What gives way may still be kept for the most part, and then it is paid for by its own price.
          expect(leastCost({ ...model, terms: rest })).toBeLessThanOrEqual(cost + 0.01);
        }
        expect(relaxations.map(({ cost }) => cost)).toEqual(relaxations.map(({ cost }) => cost).sort((a, b) => a - b));
      }),
      { numRuns: cases },
    );
  });
});
