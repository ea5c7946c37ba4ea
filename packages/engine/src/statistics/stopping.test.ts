import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { estimate } from "./estimate.ts";
import { replicationsNeeded, StoppingRule } from "./stopping.ts";

describe("the replications needed for a wished half-width", () => {
  it("are 16 for Law's bank: ten days with variance 0.31, wished 0.25 at 90 per cent", () => {
    const pilot = { sd: Math.sqrt(0.31), replications: 10, confidence: 0.9 };
    expect(replicationsNeeded(pilot, { halfWidth: 0.25 })).toBe(16);
  });

  it("are the fewest that suffice, whatever the wish", () => {
    const pilot = estimate([4, 6, 5, 5, 9, 2]);
    for (const halfWidth of [0.05, 0.1, 0.5, 1, 2]) {
      const needed = replicationsNeeded(pilot, { halfWidth });
      const at = (n: number) =>
        pilot.sd * (estimate([-1, 1, ...Array(n - 2).fill(0)]).halfWidth / Math.sqrt(2 / (n - 1)));
      expect(at(needed)).toBeLessThanOrEqual(halfWidth);
      if (needed > 6) expect(at(needed - 1)).toBeGreaterThan(halfWidth);
    }
  });

  it("are those of the pilot when it is precise enough already", () => {
    expect(replicationsNeeded(estimate([5, 5, 5, 5]), { halfWidth: 0.1 })).toBe(4);
    expect(replicationsNeeded(estimate([4, 6, 5, 5]), { halfWidth: 10 })).toBe(4);
  });

  it("cannot be told from one replication, nor for no width at all", () => {
    expect(() => replicationsNeeded(estimate([5]), { halfWidth: 1 })).toThrow("at least two replications, got 1");
    expect(() => replicationsNeeded(estimate([5, 6]), { halfWidth: 0 })).toThrow("must be positive, got 0");
    expect(() => replicationsNeeded(estimate([5, 6]), { halfWidth: NaN })).toThrow(RangeError);
  });
});

describe("a stopping rule", () => {
  it("never stops before its minimum, however alike the first days are", () => {
    const rule = new StoppingRule({ halfWidth: 0.5, minReplications: 5 });
    const verdicts = [5, 5, 5, 5, 5].map((wait) => {
      rule.add(wait);
      return rule.verdict;
    });
    expect(verdicts).toEqual(["go on", "go on", "go on", "go on", "precise enough"]);
    expect(rule.halfWidth).toBe(0);
  });

  it("stops at its maximum although it is not precise", () => {
    const rule = new StoppingRule({ halfWidth: 0.5, minReplications: 2, maxReplications: 4 });
    for (const wait of [0, 100, 0]) rule.add(wait);
    expect(rule.verdict).toBe("go on");
    rule.add(100);
    expect(rule.verdict).toBe("at the limit");
    expect(rule.replications).toBe(4);
  });

  it("counts days without a value towards the maximum alone", () => {
    const rule = new StoppingRule({ halfWidth: 0.5, minReplications: 2, maxReplications: 3 });
    for (const wait of [5, NaN]) rule.add(wait);
    expect([rule.verdict, rule.halfWidth]).toEqual(["go on", Infinity]);
    rule.add(NaN);
    expect(rule.verdict).toBe("at the limit");
  });

  it("has the half-width of the estimate from the same days", () => {
    const rule = new StoppingRule({ halfWidth: 1, confidence: 0.9 });
    for (const wait of [4, 6, 5, 5]) rule.add(wait);
    expect(rule.halfWidth).toBeCloseTo(estimate([4, 6, 5, 5], { confidence: 0.9 }).halfWidth, 12);
  });

  it("stops with intervals that cover the expected value in nearly 95 of 100 experiments", () => {
    const uniform = seedrandom("stopping");
    const experiments = Array.from({ length: 1000 }, () => {
      const rule = new StoppingRule({ halfWidth: 0.5 });
      let sum = 0;
      while (rule.verdict === "go on") {
        const wait = normal(uniform);
        sum += wait;
        rule.add(wait);
      }
      expect(rule.verdict).toBe("precise enough");
      expect(rule.replications).toBeLessThan(60);
      return Math.abs(sum / rule.replications) <= rule.halfWidth;
    });
    // Stopping when lucky costs some coverage, which is why the minimum is ten.
    expect(experiments.filter(Boolean).length / 1000).toBeGreaterThan(0.91);
  });

  it("refuses a wish that makes no sense", () => {
    expect(() => new StoppingRule({ halfWidth: -1 })).toThrow("a wished half-width must be positive, got -1");
    expect(() => new StoppingRule({ halfWidth: 1, confidence: 1 })).toThrow("a confidence must lie between 0 and 1");
    expect(() => new StoppingRule({ halfWidth: 1, minReplications: 1 })).toThrow("a whole number from 2, got 1");
    expect(() => new StoppingRule({ halfWidth: 1, maxReplications: 5 })).toThrow(
      "a whole number from 10, the minimum, got 5",
    );
    expect(() => new StoppingRule({ halfWidth: 1 }).add(Infinity)).toThrow(RangeError);
  });
});

function normal(uniform: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
