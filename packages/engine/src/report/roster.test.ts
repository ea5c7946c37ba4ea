import { describe, expect, it } from "vitest";
import { needs, smallRoster } from "../../test/support/small-roster.ts";
import { reportRoster } from "./roster.ts";

describe("the report of a roster", () => {
  it("does not speak of a bound while none is known", () => {
    const problem = smallRoster([needs([0], [0], { atLeast: 1, pricePerUnder: 500 })]);
    const roster = Object.fromEntries(problem.people.map(({ id }) => [id, Array<null>(problem.days).fill(null)]));
    const found = { status: "feasible", roster, cost: 500, unfilled: [], scores: [] } as const;
    const { sections } = reportRoster({ ...found, bound: -Infinity, gap: Infinity }, problem);
    expect(sections[0]!.lines).toEqual([
      "This roster costs $500. Whether one could cost less is not known yet; more time would tell.",
    ]);
    const { sections: bounded } = reportRoster({ ...found, bound: 400, gap: 0.2 }, problem);
    expect(bounded[0]!.lines).toEqual([
      "This roster costs $500. No roster costs less than $400: it is at most 20 % from the best.",
    ]);
    // Optimal within the gap that was asked for is not yet the best.
    const { sections: nearly } = reportRoster({ ...found, status: "optimal", bound: 498, gap: 0.004 }, problem);
    expect(nearly[0]!.lines[0]).toContain("No roster costs less than $498: it is at most 0.4 % from the best.");
    const { sections: best } = reportRoster({ ...found, status: "optimal", bound: 500, gap: 0 }, problem);
    expect(best[0]!.lines[0]).toContain("No roster that keeps to all rules costs less.");
  });
});
