import { describe, expect, it } from "vitest";
import { constant, lognormal } from "../random/distributions.ts";
import { isFitting, MOST_PATTERNS, mixesOf } from "./patterns.ts";
import type { WeekVisitType } from "./week-problem.ts";

function visitType(mean: number, more: Partial<WeekVisitType> = {}): WeekVisitType {
  const law = lognormal({ mean, sd: mean / 2 });
  return { name: `${mean}`, law, show: 1, needs: [], value: 0, mostInSession: 60, release: "", ...more };
}

const shape = (minutes: number, sees: readonly number[]) => ({ minutes, grid: 5, sees });

describe("the mixes that fit a session", () => {
  const visitTypes = [visitType(15, { show: 0.9 }), visitType(30, { mostInSession: 2 }), visitType(45), visitType(20)];
  const fill = { least: 0.8, most: 1 };

  it("are all those, and each once, that trying every number of every type finds", () => {
    const found = mixesOf(shape(180, [0, 1, 3]), { visitTypes, fill });
    const tried: number[][] = [];
    for (let a = 0; a <= 20; a++) {
      for (let b = 0; b <= 2; b++) {
        for (let d = 0; d <= 12; d++) {
          const takes = a * 13.5 + b * 30 + d * 20;
          if (takes >= 144 && takes <= 180) tried.push([a, b, 0, d]);
        }
      }
    }
    expect(found).toEqual(tried);
  });

  it("are those that fit when asked for one by one, and no others", () => {
    const week = { visitTypes, fill };
    const found = mixesOf(shape(120, [0, 1, 2]), week) as number[][];
    const keys = new Set(found.map((mix) => mix.join()));
    for (let a = 0; a < 10; a++) {
      for (let b = 0; b < 4; b++) {
        for (let c = 0; c < 4; c++) {
          const mix = [a, b, c, 0];
          expect(isFitting(mix, shape(120, [0, 1, 2]), week), mix.join()).toBe(keys.has(mix.join()));
        }
      }
    }
    expect(isFitting([0, 0, 1, 3], shape(120, [0, 1, 2]), week)).toBe(false);
  });

  it("may fill a session to its last minute, whatever adding up leaves behind", () => {
    const tenths = [visitType(0.1)];
    const limits = { visitTypes: [{ ...tenths[0]!, law: constant({ value: 0.1 }) }], fill: { least: 1, most: 1 } };
    expect(mixesOf(shape(0.3, [0]), limits)).toEqual([[3]]);
  });

  it("are not counted beyond what can be priced, nor looked for without end", () => {
    const short = Array.from({ length: 9 }, (_, index) => visitType(10 + index));
    const all = short.map((_, index) => index);
    expect(mixesOf(shape(240, all), { visitTypes: short, fill })).toBe("too many");
    const few = mixesOf(shape(240, [0, 1, 2]), { visitTypes: short, fill: { least: 0.95, most: 1 } });
    expect(few.length).toBeLessThanOrEqual(MOST_PATTERNS);
    // Next to nothing fits exactly, and there are 30 types to try it with.
    const odd = Array.from({ length: 30 }, (_, index) => visitType(5 + Math.sqrt(index + 2)));
    const began = performance.now();
    expect(
      mixesOf(
        shape(
          600,
          odd.map((_, index) => index),
        ),
        { visitTypes: odd, fill: { least: 1, most: 1 } },
      ),
    ).toBe("too many");
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
