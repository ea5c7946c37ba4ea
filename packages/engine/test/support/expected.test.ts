import { describe, expect, it } from "vitest";
import { difference, readExpected } from "./expected.ts";

const agrees = (actual: unknown, text: string) => difference(actual, readExpected(text)) === undefined;

describe("a value in the documentation", () => {
  it("may leave out further digits, but says none that is wrong", () => {
    expect(agrees(0.8164965, "0.816…")).toBe(true);
    expect(agrees(0.8164965, "0.82…")).toBe(false);
    expect(agrees(-1.25, "-1.2…")).toBe(true);
    expect(agrees(1.25, "-1.2…")).toBe(false);
    expect(agrees(0.1 + 0.2, "0.3…")).toBe(true);
    expect(agrees(12, "1…")).toBe(false);
    expect(agrees(1.9, "1…")).toBe(true);
    expect(agrees(Number.NaN, "0.1…")).toBe(false);
  });

  it("is exact where it leaves nothing out", () => {
    expect(agrees(0.1 + 0.2, "0.3")).toBe(false);
    expect(agrees({ mean: 5, sd: Number.NaN }, "{ mean: 5, sd: NaN }")).toBe(true);
    expect(agrees([1, 2, 3], "[1, 2]")).toBe(false);
    expect(agrees({ mean: 5, sd: 1 }, "{ mean: 5 }")).toBe(false);
    expect(agrees({ mean: 5 }, "{ mean: 5, sd: 1 }")).toBe(false);
    expect(agrees("5", "5")).toBe(false);
    expect(agrees(undefined, "undefined")).toBe(true);
    expect(agrees(undefined, "null")).toBe(false);
  });

  it("may leave out further elements and properties", () => {
    expect(agrees([0, 12, 32, 53], "[0, 12, …]")).toBe(true);
    expect(agrees([0, 13, 32, 53], "[0, 12, …]")).toBe(false);
    expect(agrees([0], "[0, 12, …]")).toBe(false);
    expect(agrees({ mean: 5.25, sd: 1 }, "{ mean: 5.2…, … }")).toBe(true);
    expect(agrees({ sd: 1 }, "{ mean: 5, … }")).toBe(false);
    expect(agrees({ times: [1, 2], n: 2 }, "{ times: [1, …], … }")).toBe(true);
  });

  it("may leave out text", () => {
    expect(agrees("wait 6.5 ± 1.0 minutes", '"wait … minutes"')).toBe(true);
    expect(agrees("wait 6.5 hours", '"wait … minutes"')).toBe(false);
  });

  it("reads typed arrays as lists", () => {
    expect(agrees(Float64Array.of(1, 2), "[1, 2]")).toBe(true);
    expect(agrees(Float64Array.of(1, 2), "{ 0: 1, 1: 2 }")).toBe(false);
  });

  it("that differs is named by its place", () => {
    expect(difference({ wait: [1, 2] }, readExpected("{ wait: [1, 3] }"))).toBe("the value.wait[1] is 2, expected 3");
    expect(difference({ mean: 2 }, readExpected("{ mean: 1.9… }"))).toBe("the value.mean is 2, expected 1.9…");
  });
});
