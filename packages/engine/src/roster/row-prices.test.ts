import { describe, expect, it } from "vitest";
import { RowPrices } from "./row-prices.ts";

describe("prices of rows", () => {
  it("are there when all of them are known, and follow half of the way", () => {
    const prices = new RowPrices(3);
    prices.learn([0, 2], Float64Array.of(4, -6));
    expect(prices.of([2, 0])).toEqual(Float64Array.of(-6, 4));
    expect(prices.of([0, 1])).toBeUndefined();
    prices.learn([1, 0], Float64Array.of(1, 8));
    expect(prices.of([0, 1, 2])).toEqual(Float64Array.of(6, 1, -6));
  });

  it("stay as a programme over everything has told them", () => {
    const prices = new RowPrices(2);
    prices.learn([0], Float64Array.of(100));
    prices.keep([0, 1], Float64Array.of(3, 5));
    prices.learn([0], Float64Array.of(9));
    expect(prices.of([0, 1])).toEqual(Float64Array.of(3, 5));
  });
});
