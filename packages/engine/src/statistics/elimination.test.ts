import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { describe, expect, it } from "vitest";
import { Streams } from "../random/streams.ts";
import { Elimination } from "./elimination.ts";

/** Races of systems whose means are known: normal, and in each row as alike as `correlation` says. */
function races({
  races: count,
  means,
  sds,
  correlation,
  best = "smallest" as const,
  seed = "races",
}: {
  readonly races: number;
  readonly means: readonly number[];
  readonly sds: readonly number[];
  readonly correlation: number;
  readonly best?: "smallest" | "largest";
  readonly seed?: string;
}) {
  const stream = new Streams({ seed }).of("normal");
  let draw = 0;
  const normal = () => normalQuantile(stream.uniform(draw++), 0, 1);
  let right = 0;
  let rows = 0;
  for (let number = 0; number < count; number++) {
    const race = new Elimination({ systems: means.length, best, indifference: 1, confidence: 0.9 });
    while (!race.decided) {
      const common = normal() * Math.sqrt(correlation);
      race.add(means.map((mean, system) => mean + sds[system]! * (common + normal() * Math.sqrt(1 - correlation))));
    }
    if (race.left[0] === 0) right++;
    rows += race.rows;
  }
  return { share: right / count, rows: rows / count };
}

/** A share of so many races that stays above this by chance all but one time in a thousand. */
const least = (promised: number, count: number) => promised - 3.1 * Math.sqrt((promised * (1 - promised)) / count);

describe("a race of systems", () => {
  // All others are behind by just the indifference: the hardest case in which a choice can be wrong.
  const slippage = [0, 1, 1, 1, 1];
  const alike = slippage.map(() => 3);

  it.each([
    { what: "independent systems", correlation: 0, sds: alike },
    { what: "systems that meet the same luck", correlation: 0.8, sds: alike },
    { what: "systems of unequal spread", correlation: 0.3, sds: [4, 1, 2, 3, 4] },
  ])("keeps its promise for $what, all but the best level and barely behind", ({ correlation, sds }) => {
    const { share } = races({ races: 500, means: slippage, sds, correlation });
    expect(share).toBeGreaterThan(least(0.9, 500));
  });

  it("needs less than half the rows where systems meet the same luck", () => {
    const apart = races({ races: 30, means: slippage, sds: alike, correlation: 0 });
    const together = races({ races: 30, means: slippage, sds: alike, correlation: 0.9 });
    expect(together.rows).toBeLessThan(apart.rows / 2);
  });

  it("is quick where one is far ahead, and never goes on for ever among twins", () => {
    expect(races({ races: 20, means: [0, 20, 30], sds: [3, 3, 3], correlation: 0 }).rows).toBeLessThan(25);
    const twins = races({ races: 20, means: [0, 0], sds: [3, 3], correlation: 0 });
    expect(twins.rows).toBeLessThan(500);
  });

  it("takes the largest where that is best", () => {
    const { share } = races({ races: 100, means: [2, 0, 0], sds: [3, 3, 3], correlation: 0.5, best: "largest" });
    expect(share).toBeGreaterThan(least(0.9, 100));
  });

  it("lets the first win when both are the same in every row", () => {
    const race = new Elimination({ systems: 2, best: "smallest", indifference: 1, confidence: 0.95, firstRows: 3 });
    for (const value of [3, 5, 4]) race.add([value, value]);
    expect(race.left).toEqual([0]);
  });

  it("refuses what cannot be promised", () => {
    const usual = { systems: 3, best: "smallest", indifference: 1, confidence: 0.95 } as const;
    expect(() => new Elimination({ ...usual, systems: 1 })).toThrow(/two systems/);
    expect(() => new Elimination({ ...usual, indifference: 0 })).toThrow(/positive/);
    expect(() => new Elimination({ ...usual, confidence: 0.4 })).toThrow(/between 0.5 and 1/);
    expect(() => new Elimination({ ...usual, firstRows: 1 })).toThrow(/from 2/);
  });
});
