/**
 * How many people of a role are needed in each interval of the day, from the work that the simulation offers them.
 *
 * @module
 */

import { compileScenario } from "../clinic/compile.ts";
import type { ActivityRecord } from "../clinic/records.ts";
import { recordReplication } from "../clinic/simulate.ts";
import { OfficeError } from "../errors.ts";
import { waitTail } from "../queueing/erlang-c.ts";
import { applyChanges, type Change } from "../scenario/changes.ts";
import { Days } from "../scenario/days.ts";
import type { Scenario } from "../scenario/schema.ts";
import { clockText, DAY } from "../time-of-day.ts";

/** What cover should reach, and how it is found. */
export interface IntervalCoverOptions {
  readonly role: string;
  /** Minutes of an interval; 30 unless given. */
  readonly every?: number;
  /** So large a share should wait no longer than so many minutes; 80 % within 2 minutes unless given. */
  readonly share?: number;
  readonly within?: number;
  /** Most people at the same time; 50 unless given. */
  readonly most?: number;
  readonly seed: number | string;
  /** Runs for each look; 40 unless given. */
  readonly replications?: number;
}

/** One interval of the day. */
export interface CoverInterval {
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
  /** People who would be busy if there were always enough of them: the work offered, in erlangs. */
  readonly offered: number;
  readonly people: number;
  /** The share that waited no longer than allowed in the simulation with these people; NaN where nobody asked. */
  readonly reached: number;
}

/** The cover of a day. */
export interface IntervalCover {
  readonly role: string;
  readonly intervals: readonly CoverInterval[];
  /** Whether every interval reaches the share in the simulation. */
  readonly met: boolean;
}

/** Rounds of raising in which every interval that falls short gets one more. */
const MOST_ROUNDS = 20;

/**
 * Finds how many people of a role are needed in each interval.
 *
 * The office is simulated with ample people of the role: what they do is the work offered, interval by interval. Erlang's C
 * formula says how many that takes if each interval stood alone (the stationary independent approach). The simulation then
 * judges, with queues that go over from one interval to the next, and intervals that fall short get one more until none does.
 *
 * @throws {OfficeError} when there is no such role, its people are named, or patients have one of them as their own
 * @see Green, Kolesar & Whitt (2007), Coping with time-varying demand when setting staffing requirements for a service
 *   system, Production and Operations Management 16(1), 13–39
 */
export function intervalCover(scenario: Scenario, options: IntervalCoverOptions): IntervalCover {
  const { role, every = 30, share = 0.8, within = 2, most = 50 } = options;
  requirePool(scenario, role);
  const hours = { every, days: new Days(scenario.calendar) };
  const ample = work(scenario, options, { hours, people: () => most });
  const people = ample.map(({ busy, count }) => alone(busy / every, count / every, { share, within, most }));
  let intervals = ample;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    intervals = work(scenario, options, { hours, people: (interval) => people[interval]! });
    const short = intervals.flatMap(({ reached }, interval) =>
      reached < share && people[interval]! < most ? [interval] : [],
    );
    if (short.length === 0) break;
    for (const interval of short) people[interval]!++;
  }
  const rows = intervals.map(({ reached }, interval) => ({
    from: interval * every,
    to: (interval + 1) * every,
    offered: ample[interval]!.busy / every,
    people: people[interval]!,
    reached,
  }));
  return {
    role,
    intervals: rows.filter(({ people }) => people > 0),
    met: rows.every(({ reached }) => !(reached < share)),
  };
}

/**
 * The change that puts a cover's people to work, each finishing what they have begun.
 *
 * @example
 * coverChange({ role: "agent", intervals: [{ from: 480, to: 510, people: 2, offered: 1, reached: 1 }], met: true }).path // ["staff", "agent"]
 */
export function coverChange({ role, intervals }: IntervalCover, scenario?: Scenario): Change {
  const shift = intervals.map(({ from, to, people }) => ({ from: clockOf(from), to: clockOf(to), count: people }));
  const { breaks: _, count: __, ...rest } = scenario?.staff?.[role] ?? {};
  return { path: ["staff", role], value: { ...rest, shift, atShiftEnd: "finish" }, label: `cover of ${role}` };
}

function clockOf(minutes: number): string {
  return minutes === DAY ? "24:00" : clockText(minutes);
}

function requirePool({ staff = {}, visitTypes, tasks }: Scenario, role: string): void {
  if (!Object.hasOwn(staff, role)) {
    throw new OfficeError(`there is no role “${role}”; known: ${Object.keys(staff).join(", ")}`);
  }
  if (staff[role]!.people !== undefined) {
    throw new OfficeError(`people of ${role} are named; cover is for roles with a count`);
  }
  if (JSON.stringify([visitTypes, tasks]).includes(`{"my":${JSON.stringify(role)}}`)) {
    throw new OfficeError(
      `patients have a ${role} of their own, so more of them would not help; plan their sessions instead`,
    );
  }
}

/** What happened in an interval, summed over days and replications. */
interface Worked {
  /** Minutes of work, a day. */
  readonly busy: number;
  /** Activities begun by those who asked in this interval, a day. */
  readonly count: number;
  readonly reached: number;
}

interface Staffing {
  readonly hours: { readonly every: number; readonly days: Days };
  readonly people: (interval: number) => number;
}

/** Simulates with so many people in each interval, and sums up what the role did. */
function work(scenario: Scenario, options: IntervalCoverOptions, { hours, people }: Staffing): Worked[] {
  const { role, within = 2, seed, replications = 40 } = options;
  const { every, days } = hours;
  const length = Math.ceil(DAY / every);
  const sums = Array.from({ length }, () => ({ busy: 0, count: 0, soon: 0 }));
  const intervals = sums.map((_, interval) => {
    return { from: interval * every, to: (interval + 1) * every, people: people(interval), offered: 0, reached: 1 };
  });
  const cover = { role, intervals: intervals.filter(({ people }) => people > 0), met: true };
  const office = compileScenario(applyChanges(scenario, [coverChange(cover, scenario)]), { seed });
  for (let replication = 0; replication < replications; replication++) {
    for (const record of recordReplication(office, replication).eachActivity()) {
      if (record.resource === role) count(record, sums, { every, startClock: days.startClock, within });
    }
  }
  const runs = replications * days.count;
  return sums.map(({ busy, count, soon }) => ({ busy: busy / runs, count: count / runs, reached: soon / count }));
}

function count(
  { queued, started, ended }: ActivityRecord,
  sums: { busy: number; count: number; soon: number }[],
  { every, startClock, within }: { readonly every: number; readonly startClock: number; readonly within: number },
): void {
  const at = (minute: number) => Math.floor(((startClock + minute) % DAY) / every);
  if (!Number.isFinite(started)) return;
  const asked = sums[at(queued)]!;
  asked.count++;
  if (started - queued <= within) asked.soon++;
  for (let from = started; from < ended; ) {
    const to = Math.min(ended, (Math.floor((startClock + from) / every) + 1) * every - startClock);
    sums[at(from)]!.busy += to - from;
    from = to;
  }
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
