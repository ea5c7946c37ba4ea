import { describe, expect, it } from "vitest";
import { GrowingSample } from "./measures-sample.ts";

describe("a growing sample", () => {
  it("gives exact quantiles of as many waits as it keeps", () => {
    const sample = new GrowingSample();
    for (let wait = 65_536; wait >= 1; wait--) sample.add(wait);
    expect(sample.quantile(0.5)).toBe(32_768.5);
    expect(sample.quantile(1)).toBe(65_536);
  });

  it("estimates those of more within half a per cent", () => {
    const sample = new GrowingSample();
    for (let wait = 1; wait <= 200_000; wait++) sample.add(wait);
    expect(Math.abs(sample.quantile(0.9) / 180_000.1 - 1)).toBeLessThan(0.005);
    expect(sample.quantile(1)).toBe(200_000);
  });

  it("forgets everything when it is cleared, and is exact again", () => {
    const sample = new GrowingSample();
    expect(sample.quantile(0.5)).toBeNaN();
    for (let wait = 0; wait < 70_000; wait++) sample.add(wait);
    sample.clear();
    expect(sample.quantile(0.5)).toBeNaN();
    for (const wait of [1, 2, 10]) sample.add(wait);
    expect(sample.quantile(0.5)).toBe(2);
  });
});
