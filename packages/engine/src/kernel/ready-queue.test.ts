import { expect, it } from "vitest";
import { ReadyQueue } from "./ready-queue.ts";

it("gives back what it was given in the same order, and needs room for those who are in it alone", () => {
  const ready = new ReadyQueue();
  const expected: number[] = [];
  let next = 0;
  // Never empty: three come for every two who go, and then one for one.
  for (let turn = 0; turn < 10_000; turn++) {
    const coming = turn < 100 ? 3 : 2;
    for (let i = 0; i < coming; i++) {
      ready.push(next);
      expected.push(next++);
    }
    for (let i = 0; i < 2; i++) expect(ready.shift()).toBe(expected.shift());
    expect(ready.size).toBe(expected.length);
  }
  expect(ready.room).toBeLessThanOrEqual(512);
  while (expected.length > 0) expect(ready.shift()).toBe(expected.shift());
  expect(ready.shift()).toBe(-1);
});
