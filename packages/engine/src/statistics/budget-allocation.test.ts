import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { describe, expect, it } from "vitest";
import { Streams } from "../random/streams.ts";
import { budgetShares } from "./budget-allocation.ts";

const at = (mean: number, variance: number) => ({ mean, variance, count: 10 });

describe("sharing out a budget", () => {
  it("gives most to whoever is near or uncertain, and as much to the best as to any", () => {
    const shares = budgetShares([at(0, 0), at(1, 4), at(2, 4), at(2, 16)], { best: 0, indifference: 0.1 });
    expect(shares).toEqual([4, 4, 1, 4].map((need) => expect.closeTo(need / 13, 12)));
  });

  it("gives twins nothing, and all the same when nobody needs any", () => {
    expect(budgetShares([at(0, 0), at(0, 0), at(1, 1)], { best: 0, indifference: 1 })).toEqual([0.5, 0, 0.5]);
    expect(budgetShares([at(0, 0), at(1, 0)], { best: 0, indifference: 1 })).toEqual([0.5, 0.5]);
  });

  it("chooses the best more often than equal shares of the same budget do", () => {
    const means = [0, 0.5, 2, 3, 4, 5, 6, 7, 8, 9];
    const stream = new Streams({ seed: "budget" }).of("normal");
    let draw = 0;
    const mean = (system: number, count: number) =>
      means[system]! + (3 * normalQuantile(stream.uniform(draw++), 0, 1)) / Math.sqrt(count);
    const behind = means.map((distance) => at(distance, 18));
    const shares = budgetShares(behind, { best: 0, indifference: 0.1 });
    const rightOf = (counts: readonly number[]) => {
      let right = 0;
      for (let trial = 0; trial < 400; trial++) {
        const seen = counts.map((count, system) => mean(system, count));
        if (seen[0] === Math.min(...seen)) right++;
      }
      return right;
    };
    const equally = rightOf(means.map(() => 100));
    const shared = rightOf(shares.map((share) => Math.max(1, share * 1000)));
    expect(shared).toBeGreaterThan(equally + 20);
  });
});
