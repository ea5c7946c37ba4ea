/**
 * Shifts that begin when the work does: the same people, each for as long as before, at the hours at which fewest wait.
 *
 * @module
 */

import { waitingProbability } from "../queueing/erlang-c.ts";
import type { Scenario } from "../scenario/schema.ts";
import { clockText, clockTime, DAY } from "../time-of-day.ts";
import type { Move } from "./moves.ts";
import { whyNoPool, workOf } from "./offered-work.ts";

/** How the offered work is found: with ample people in each quarter of an hour. */
const WORK = { every: 15, within: 2, replications: 20 };

/** Minutes by which people may begin earlier or later than now. */
const STARTS = [-60, -45, -30, -15, 0, 15, 30, 45, 60, 90, 120];

/** Starts that follow the offered work, for each role whose people all work the same hours. */
export function coverMoves(scenario: Scenario, { seed }: { readonly seed: number | string }): Move[] {
  return Object.entries(scenario.staff ?? {}).flatMap(([role, { shift, count = 1 }]) => {
    const [, from, to] = typeof shift === "string" ? (/^(\d+:\d\d)\s*[-–]\s*(\d+:\d\d)$/.exec(shift) ?? []) : [];
    if (from === undefined || to === undefined || count < 2 || whyNoPool(scenario, role) !== undefined) return [];
    const span = { from: clockTime(from), to: clockTime(to) };
    const offered = workOf(scenario, { ...WORK, role, seed }, () => 2 * count + 10).map(({ busy }) => busy.mean);
    const starts = startsFor(offered, count, span);
    if (starts.every((by) => by === 0)) return [];
    const levels = [...new Set(starts)]
      .sort((a, b) => a - b)
      .map((by) => ({
        from: clockText(span.from + by),
        to: clockText(span.to + by),
        count: starts.filter((other) => other === by).length,
      }));
    const words = levels.map((level) => `${level.count} from ${level.from}`).join(", ");
    const name = `${role}: shifts that follow the work (${words})`;
    return [
      { name, about: `shift of ${role}`, changes: [{ path: ["staff", role, "shift"], value: levels, label: name }] },
    ];
  });
}

/** Moves one person's start at a time, as long as that lets fewer wait. */
function startsFor(offered: readonly number[], count: number, span: { from: number; to: number }): number[] {
  const starts = new Array<number>(count).fill(0);
  const present = offered.map(() => 0);
  const change = (by: number, sign: 1 | -1) => {
    for (let interval = 0; interval < present.length; interval++) {
      const middle = (interval + 0.5) * WORK.every;
      if (middle >= span.from + by && middle < span.to + by) present[interval]! += sign;
    }
  };
  for (const by of starts) change(by, 1);
  let least = waitingPeople(offered, present);
  const possible = STARTS.filter((by) => span.from + by >= 0 && span.to + by <= DAY);
  for (let person = 0, unchanged = 0; unchanged < count; person = (person + 1) % count, unchanged++) {
    for (const by of possible) {
      const before = starts[person]!;
      change(before, -1);
      change(by, 1);
      const waiting = waitingPeople(offered, present);
      if (waiting < least * (1 - 1e-9)) {
        least = waiting;
        starts[person] = by;
        unchanged = 0;
      } else {
        change(by, -1);
        change(before, 1);
      }
    }
  }
  return starts;
}

/** How much of the offered work meets nobody free, were each interval to stand alone; what is beyond all counts twice. */
function waitingPeople(offered: readonly number[], present: readonly number[]): number {
  return offered.reduce((sum, load, interval) => {
    const servers = present[interval]!;
    if (load === 0) return sum;
    if (servers <= load) return sum + load + (load - servers);
    return sum + load * waitingProbability({ arrivalRate: load, serviceRate: 1, servers });
  }, 0);
}
