import { expect, it } from "vitest";
import { ReadyRing } from "./ready-ring.ts";

it("gives back what it was given in the same order, however it grows and goes round", () => {
  const ring = new ReadyRing<number>();
  const expected: number[] = [];
  let next = 0;
  for (let round = 0; round < 60; round++) {
    for (let i = 0; i < 7 + round; i++) {
      ring.push(next);
      expected.push(next++);
    }
    for (let i = 0; i < 5 + (round >> 1); i++) expect(ring.shift()).toBe(expected.shift());
    expect(ring.size).toBe(expected.length);
  }
  while (expected.length > 0) expect(ring.shift()).toBe(expected.shift());
  expect(ring.shift()).toBeUndefined();
  expect(ring.size).toBe(0);
});
