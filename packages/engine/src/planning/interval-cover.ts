/**
 * How many people of a role are needed in each interval of the day, from the work that the simulation offers them.
 *
 * @module
 */

import { waitTail } from "../queueing/erlang-c.ts";
import type { Change } from "../scenario/changes.ts";
import type { Scenario } from "../scenario/schema.ts";
import { DAY } from "../time-of-day.ts";
import { staffChange, workOf } from "./offered-work.ts";

/** What cover should reach, and how it is found. */
export interface IntervalCoverOptions {
  readonly role: string;
  /** Minutes of an interval, a divisor of the day; 30 unless given. */
  readonly every?: number;
  /**
   * So large a share of those who wait for the role should wait no longer than the scenario's service levels say, or so
   * many minutes where it says nothing; 80 % and 2 minutes unless given. Work for which nobody waits only has to be done.
   */
  readonly share?: number;
  readonly within?: number;
  /** Most people at the same time; 50 unless given. */
  readonly most?: number;
  readonly seed: number | string;
  /** Runs for each look; 40 unless given. */
  readonly replications?: number;
}

/** One interval of the day. Half-widths are those of intervals at 95 %. */
export interface CoverInterval {
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
  /** People who would be busy if there were always enough of them: the work offered, in erlangs. */
  readonly offered: number;
  readonly offeredHalfWidth: number;
  readonly people: number;
  /** The share that waited no longer than allowed in the simulation with these people; NaN where nobody asked. */
  readonly reached: number;
  readonly reachedHalfWidth: number;
  /** Whether the share is not reached although there are so many that hardly anybody waits for them: for rooms, say. */
  readonly heldUp: boolean;
}

/** The cover of a day. */
export interface IntervalCover {
  readonly role: string;
  readonly intervals: readonly CoverInterval[];
  /** Whether every interval that is not held up reaches the share in the simulation. */
  readonly met: boolean;
}

/** The share that is served at once with ample people. */
const HARDLY_ANYBODY = 0.999;

/** Rounds in which every interval that falls short gets one more. */
const MOST_ROUNDS = 20;

/** The first of them, in which others may lose one. */
const LOWERING_ROUNDS = 8;

/**
 * Finds how many people of a role are needed in each interval.
 *
 * The office is simulated with ample people of the role: what they do is the work offered, interval by interval. Erlang's C
 * formula says how many that takes if each interval stood alone (the stationary independent approach). The simulation then
 * judges, with queues that go over from one interval to the next and people who give up: intervals that fall short get one more
 * until none does, and those that could surely do with one fewer lose one.
 *
 * @throws {OfficeError} when there is no such role, its people are named, or patients have one of them as their own
 * @throws {RangeError} when the intervals do not divide a day
 * @see Green, Kolesar & Whitt (2007), Coping with time-varying demand when setting staffing requirements for a service
 *   system, Production and Operations Management 16(1), 13–39
 */
export function intervalCover(scenario: Scenario, options: IntervalCoverOptions): IntervalCover {
  const { role, every = 30, share = 0.8, within = 2, most = 50, seed, replications = 40 } = options;
  if (!(every > 0 && DAY % every === 0))
    throw new RangeError(`intervals must divide a day of ${DAY} minutes, not ${every}`);
  const work = { role, every, within, seed, replications };
  const ample = workOf(scenario, work, () => most);
  const people = ample.map(({ busy, asked }) => alone(busy.mean, asked / every, { share, within, most }));
  // With so many hardly anybody waits for them: where that is not enough, more would help nobody.
  const ceilings = ample.map(({ busy, asked }) =>
    Math.min(most, alone(busy.mean, asked / every, { share: HARDLY_ANYBODY, within, most }) + 2),
  );
  const raised = new Set<number>();
  let intervals = ample;
  for (let round = 0; ; round++) {
    intervals = workOf(scenario, work, (interval) => people[interval]!);
    const steps = intervals.map(({ soon: { mean, halfWidth } }, interval) => {
      const here = people[interval]!;
      if (mean < share) return here < ceilings[interval]! ? 1 : 0;
      // The formula knows of nobody who gives up, and of no quiet interval before: where fewer may do, that is tried once.
      const mayFall = round < LOWERING_ROUNDS && !raised.has(interval) && here > Math.ceil(ample[interval]!.busy.mean);
      return mayFall && mean - halfWidth > share ? -1 : 0;
    });
    if (round === MOST_ROUNDS || steps.every((step) => step === 0)) break;
    steps.forEach((step, interval) => {
      if (step === 1) raised.add(interval);
      people[interval]! += step;
    });
  }
  const rows = intervals.map(({ soon }, interval) => ({
    from: interval * every,
    to: (interval + 1) * every,
    offered: ample[interval]!.busy.mean,
    offeredHalfWidth: ample[interval]!.busy.halfWidth,
    people: people[interval]!,
    reached: soon.mean,
    reachedHalfWidth: soon.halfWidth,
    heldUp: soon.mean < share && ceilings[interval]! < most,
  }));
  return {
    role,
    intervals: rows.filter(({ people }) => people > 0),
    met: rows.every(({ reached, heldUp }) => heldUp || !(reached < share)),
  };
}

/** The change that puts a cover's people to work, each finishing what they have begun. */
export function coverChange(
  { role, intervals }: Pick<IntervalCover, "role" | "intervals">,
  scenario?: Scenario,
): Change {
  return staffChange(role, intervals, scenario);
}

/** The fewest people with whom an interval by itself would keep its target in the long run. */
function alone(
  load: number,
  arrivalRate: number,
  { share, within, most }: { readonly share: number; readonly within: number; readonly most: number },
): number {
  if (load === 0) return 0;
  // Work that goes over from the interval before, without anybody new, still needs hands.
  if (arrivalRate === 0) return Math.ceil(load);
  for (let servers = Math.floor(load) + 1; servers < most; servers++) {
    const queue = { arrivalRate, serviceRate: arrivalRate / load, servers };
    if (waitTail(queue, within) <= 1 - share) return servers;
  }
  return most;
}
