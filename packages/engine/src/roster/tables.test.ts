import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRoster } from "../../test/support/random-roster.ts";
import type { RosterModel, SumTerm } from "./roster-model.ts";
import { buildTables, mostResources } from "./tables.ts";

describe("the resources of a person", () => {
  it("are counted as the tables have them, whatever the terms", () => {
    const counts = new Set<number>();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const model = randomRoster(seed, { people: 3, days: 6, shifts: 2 });
        const most = mostResources(model);
        expect(most).toBe(Math.max(...buildTables(model).people.map(({ shape }) => shape.resources.length)));
        counts.add(most);
      }),
      { numRuns: 500 },
    );
    expect(counts.size).toBeGreaterThan(2);
  });

  it("are none for limits that nobody can reach, or that forbid a shift altogether", () => {
    const upTo = (shift: number, max: number): SumTerm => ({
      kind: "sum",
      reason: { rule: "shifts of a kind", text: `at most ${max}` },
      person: 0,
      cells: [{ days: [0, 1, 2, 3], shifts: [shift], weight: 1 }],
      limits: { max, costPerOver: Infinity },
    });
    const with3 = (max: number): RosterModel => ({
      people: 1,
      days: 4,
      shifts: 3,
      terms: [upTo(0, 4), upTo(1, 0), upTo(2, max)],
    });
    expect(mostResources(with3(4))).toBe(0);
    expect(mostResources(with3(3))).toBe(1);
  });
});
