import { describe, expect, it } from "vitest";
import { decimalsKnown, formatNumber } from "./numbers.ts";

describe("decimalsKnown", () => {
  it.each([
    // Half-width, what is then shown of it.
    [0.827, "0.8"],
    [0.367, "0.4"],
    [0.119, "0.12"],
    [0.354, "0.35"],
    [0.355, "0.4"],
    [0.949, "0.9"],
    [0.951, "1.0"],
    [0.9996, "1.0"],
    [1, "1.0"],
    [3.55, "4"],
    [25, "25"],
    [56, "60"],
    [123, "120"],
    [4321, "4,000"],
    [9.6e-7, "0.0000010"],
  ])("keeps one or two digits of a half-width of %d", (halfWidth, shown) => {
    const decimals = decimalsKnown(halfWidth);
    expect(formatNumber(halfWidth, decimals === undefined ? {} : { decimals })).toBe(shown);
  });

  it("knows nothing where the half-width says nothing", () => {
    expect([0, Infinity, Number.NaN, -1].map(decimalsKnown)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("formatNumber", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [4, "4"],
    [1234567, "1,234,567"],
    [12.3456, "12.3"],
    [0.0123456, "0.0123"],
    [-2.5, "−2.50"],
    [123.456, "123"],
    [Infinity, "∞"],
    [-Infinity, "−∞"],
    [Number.NaN, "–"],
  ])("shows three digits of %d, or all of a whole number", (value, shown) => {
    expect(formatNumber(value)).toBe(shown);
  });

  it("gives no sign to what is rounded to zero", () => {
    expect(formatNumber(-0.04, { decimals: 1 })).toBe("0.0");
    expect(formatNumber(0.04, { decimals: 1, signed: true })).toBe("0.0");
    expect(formatNumber(0.06, { decimals: 1, signed: true })).toBe("+0.1");
  });

  it("rounds to tens and hundreds", () => {
    expect(formatNumber(-1254, { decimals: -2 })).toBe("−1,300");
  });
});
