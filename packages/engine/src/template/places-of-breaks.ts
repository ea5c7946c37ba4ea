/**
 * Where breaks may stand among the patients: how many are seen before each.
 *
 * @module
 */

import type { SessionProblem } from "./problem.ts";
import { atExpectedTimes } from "./sketch.ts";

/** Ways to try, the likeliest first, and whether they are all. */
export interface PlacesToTry {
  readonly places: readonly (readonly number[])[];
  readonly areAll: boolean;
}

/** No more ways than this are all tried. */
const MOST_WAYS = 1000;

/** Of more ways, those that put each break so near to where it is expected. */
const NEAR = 2;

/** The ways in which the breaks of a problem can be put among its patients in an order. */
export function placesToTry({ breaks, patients }: SessionProblem, order: readonly number[]): PlacesToTry {
  const times = atExpectedTimes(order.map((index) => patients[index]!));
  const expected = breaks.map(({ start }) => times.filter((time) => time < start).length);
  const all = waysWithin(expected, order.length, order.length);
  const places = all ?? waysWithin(expected, order.length, NEAR) ?? [expected];
  const distance = (way: readonly number[]) =>
    way.reduce((sum, place, index) => sum + Math.abs(place - expected[index]!), 0);
  return { places: places.toSorted((a, b) => distance(a) - distance(b)), areAll: all !== undefined };
}

/** Ways that put each break within a distance of where it is expected; undefined when there are too many. */
function waysWithin(expected: readonly number[], patients: number, distance: number): number[][] | undefined {
  let ways: number[][] = [[]];
  for (const place of expected) {
    const to = Math.min(patients, place + distance);
    ways = ways.flatMap((way) => {
      const from = Math.max(way.at(-1) ?? 0, place - distance);
      return Array.from({ length: Math.max(0, to - from + 1) }, (_, more) => [...way, from + more]);
    });
    if (ways.length > MOST_WAYS) return undefined;
  }
  return ways;
}
