/**
 * How an oracle is held against a simulation.
 *
 * @module
 */

import { estimate } from "@praxis/engine";
import { expect } from "vitest";

/** Expects a value within the 99.9 % interval of what replications gave, and that interval to be narrow. */
export function expectNear(values: readonly number[], expected: number, widest: number): void {
  const { mean, halfWidth } = estimate(values, { confidence: 0.999 });
  expect(Math.abs(mean - expected), `mean ${mean}, expected ${expected}, ±${halfWidth}`).toBeLessThan(halfWidth);
  expect(halfWidth).toBeLessThan(widest);
}
