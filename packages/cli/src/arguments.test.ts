import { describe, expect, it } from "vitest";
import { confidence, names, seed, wholeNumber } from "./arguments.ts";
import { InputError } from "./trouble.ts";

const range = { from: 1, to: 1_000_000 };

describe("a whole number", () => {
  it.each([
    ["100", 100],
    ["10_000", 10_000],
    ["1", 1],
  ])("reads %s", (text, value) => {
    expect(wholeNumber({ replications: text }, "replications", range)).toBe(value);
  });

  it.each(["0", "-3", "1.5", "1e3", "abc", "", "NaN", "Infinity", "0x10", " 7", "1000001"])("refuses “%s”", (text) => {
    expect(() => wholeNumber({ replications: text }, "replications", range)).toThrow(
      new InputError(`--replications must be a whole number from 1 to 1000000, got "${text}"`),
    );
  });

  it("is undefined when the flag is not there", () => {
    expect(wholeNumber({}, "replications", range)).toBeUndefined();
  });
});

describe("a confidence", () => {
  it.each([
    ["95%", 0.95],
    ["99.9 %", 0.999],
    ["0.9", 0.9],
    [".5", 0.5],
  ])("reads %s", (text, value) => {
    expect(confidence({ confidence: text })).toBeCloseTo(value, 12);
  });

  it.each(["95", "100%", "0", "-1%", "high", "1"])("refuses “%s”", (text) => {
    expect(() => confidence({ confidence: text })).toThrow(/between 0 and 100 %, such as 95% or 0\.95/);
  });
});

describe("a seed", () => {
  it("is a number where it looks like one, and a phrase where not", () => {
    expect(["42", "007", "spring", "-3", "1e3", "12345678901234567890"].map((text) => seed({ seed: text }))).toEqual([
      42,
      "007",
      "spring",
      -3,
      "1e3",
      "12345678901234567890",
    ]);
    expect(seed({})).toBe(1);
  });
});

describe("names", () => {
  it("are told apart by commas and by repeating the flag, each once", () => {
    const measures = ["wait.consult, overtime", "wait.exam room,overtime"];
    expect(names({ measures }, "measures")).toEqual(["wait.consult", "overtime", "wait.exam room"]);
    expect(names({}, "measures")).toBeUndefined();
  });

  it("may not be empty", () => {
    expect(() => names({ measures: ["a,,b"] }, "measures")).toThrow(/an item is empty/);
  });
});
