import { describe, expect, it } from "vitest";
import { pairedDifference } from "./estimate.ts";
import { PairedTallies } from "./paired-tallies.ts";

describe("tallies of columns and their differences", () => {
  const columns = [
    [5, 7, 9, 4, 8.5],
    [4, 6, 7, 1, 8],
    [1, 1, 2, 30, -4],
  ];
  const tallies = new PairedTallies(3);
  columns[0]!.forEach((_, row) => {
    tallies.add(
      columns.map((column) => column[row]!),
      row < 3 ? [0, 1, 2] : [0, 1],
    );
  });

  it("agree with paired differences, whichever comes first", () => {
    const expected = pairedDifference(columns[1]!, columns[0]!);
    const { mean, variance, count } = tallies.difference(1, 0);
    expect(mean).toBeCloseTo(expected.mean, 12);
    expect(Math.sqrt(variance)).toBeCloseTo(expected.sd, 12);
    expect(count).toBe(5);
    expect(tallies.difference(0, 1).mean).toBeCloseTo(-expected.mean, 12);
  });

  it("count a difference only where both have a value", () => {
    expect(tallies.of(0).count).toBe(5);
    expect(tallies.difference(0, 2)).toEqual({ mean: 17 / 3, variance: expect.closeTo(2.333333, 5), count: 3 });
  });
});
