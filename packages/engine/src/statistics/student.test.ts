import { describe, expect, it } from "vitest";
import { studentQuantile } from "./student.ts";

describe("Student's t", () => {
  // Printed in every table of the distribution.
  it.each([
    [0.975, 1, "12.706"],
    [0.975, 2, "4.303"],
    [0.95, 9, "1.833"],
    [0.975, 10, "2.228"],
    [0.995, 30, "2.750"],
    [0.9995, 120, "3.373"],
    [0.9, 5, "1.476"],
    [0.975, 1e9, "1.960"],
  ])("at %d with %d degrees of freedom is %s", (probability, degreesOfFreedom, expected) => {
    expect(studentQuantile(probability, degreesOfFreedom).toFixed(3)).toBe(expected);
  });

  it("is exact where a closed form exists", () => {
    for (const p of [0.501, 0.6, 0.9, 0.975, 0.9995, 0.999999]) {
      const cauchy = Math.tan(Math.PI * (p - 0.5));
      const two = ((2 * p - 1) * Math.SQRT2) / Math.sqrt(1 - (2 * p - 1) ** 2);
      expect(Math.abs(studentQuantile(p, 1) / cauchy - 1)).toBeLessThan(1e-10);
      expect(Math.abs(studentQuantile(p, 2) / two - 1)).toBeLessThan(1e-10);
      expect(studentQuantile(1 - p, 7)).toBeCloseTo(-studentQuantile(p, 7), 9);
    }
    expect(studentQuantile(0.5, 4)).toBe(0);
    expect([studentQuantile(0, 4), studentQuantile(1, 4)]).toEqual([-Infinity, Infinity]);
  });

  it("refuses what is no probability and no freedom", () => {
    expect(() => studentQuantile(1.1, 4)).toThrow("a probability must lie between 0 and 1, got 1.1");
    expect(() => studentQuantile(0.9, 0)).toThrow("at least one degree of freedom, got 0");
    expect(() => studentQuantile(0.9, NaN)).toThrow(RangeError);
  });
});
