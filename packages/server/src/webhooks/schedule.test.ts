import { expect, it } from "vitest";
import { secondsUntilNext } from "./schedule.ts";

/** Seconds after each attempt until the next. */
function waits(chance: number): number[] {
  const seconds: number[] = [];
  for (;;) {
    const next = secondsUntilNext(seconds.length + 1, chance);
    if (next === undefined) return seconds;
    seconds.push(next);
  }
}

it("tries again soon at first, then less and less often, for about a day", () => {
  const shortest = waits(0);
  expect(shortest).toEqual(shortest.toSorted((a, b) => a - b));
  expect(shortest[0]).toBe(5);
  const day = shortest.reduce((sum, seconds) => sum + seconds, 0) / 86_400;
  expect(day).toBeGreaterThan(0.9);
  expect(day).toBeLessThan(1.1);
});

it("spreads those who failed together over a fifth of the wait", () => {
  expect(waits(1)).toEqual(waits(0).map((seconds) => seconds * 1.2));
});
