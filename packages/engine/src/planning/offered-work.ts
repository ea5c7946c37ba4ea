/**
 * The work that the simulation offers to the people of a role, interval by interval of the day.
 *
 * @module
 */

import { compileScenario } from "../clinic/compile.ts";
import type { ActivityRecord } from "../clinic/records.ts";
import { recordReplication } from "../clinic/simulate.ts";
import { OfficeError } from "../errors.ts";
import { applyChanges, type Change } from "../scenario/changes.ts";
import { everyStep } from "../scenario/checks-scope.ts";
import { Days } from "../scenario/days.ts";
import type { Scenario, Steps } from "../scenario/schema.ts";
import { minutes } from "../scenario/units.ts";
import { estimate } from "../statistics/estimate.ts";
import { ratioEstimate } from "../statistics/ratio.ts";
import { clockText, DAY } from "../time-of-day.ts";

/** Whose work is looked at, and how. */
export interface WorkOptions {
  readonly role: string;
  /** Minutes of an interval. */
  readonly every: number;
  /** What counts as soon where the scenario names no service level: minutes that somebody who waits may wait. */
  readonly within: number;
  readonly seed: number | string;
  readonly replications: number;
}

/** A value, and the half-width of its interval at 95 %. */
interface Known {
  readonly mean: number;
  readonly halfWidth: number;
}

/** What a role does in an interval. */
export interface IntervalWork {
  /** People at work on average. */
  readonly busy: Known;
  /** How often in this interval somebody asked for the role who waits for it, a day. */
  readonly asked: number;
  /** The share of these who began soon, of all who began, gave up or were turned away; NaN where nobody asked. */
  readonly soon: Known;
}

/** So many people between two times of the day. */
export interface StaffLevel {
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
  readonly people: number;
}

/**
 * The change that puts so many people of a role to work in each interval, each finishing what they have begun.
 *
 * @example
 * staffChange("agent", [{ from: 480, to: 510, people: 2 }]).path // ["staff", "agent"]
 */
export function staffChange(role: string, levels: readonly StaffLevel[], scenario?: Scenario): Change {
  const shift = levels
    .filter(({ people }) => people > 0)
    .map(({ from, to, people }) => ({ from: clockOf(from), to: clockOf(to), count: people }));
  const { breaks: _, count: __, ...rest } = scenario?.staff?.[role] ?? {};
  return { path: ["staff", role], value: { ...rest, shift, atShiftEnd: "finish" }, label: `cover of ${role}` };
}

/** Why the people of a role cannot be counted interval by interval; undefined when they can. */
export function whyNoPool({ staff = {}, visitTypes, tasks }: Scenario, role: string): string | undefined {
  if (!Object.hasOwn(staff, role)) return `there is no role “${role}”; known: ${Object.keys(staff).join(", ")}`;
  if (staff[role]!.people !== undefined) return `people of ${role} are named; cover is for roles with a count`;
  if (JSON.stringify([visitTypes, tasks]).includes(`{"my":${JSON.stringify(role)}}`)) {
    return `patients have a ${role} of their own, so more of them would not help; plan their sessions instead`;
  }
  return undefined;
}

/**
 * The activities for which a role may be needed, and how many minutes somebody may wait for each: what the scenario's
 * service levels say, else `within`; Infinity for work for which nobody waits, in person or on the line.
 */
function targetsOf({ visitTypes = {}, tasks = {}, serviceLevels = {} }: Scenario, role: string, within: number) {
  const targets = new Map<string, number>();
  const look = (pathway: Steps, isVisit: boolean): void => {
    for (const { step } of everyStep(pathway, [])) {
      if (!("activity" in step && JSON.stringify(step.needs ?? "").includes(JSON.stringify(role)))) continue;
      const level = serviceLevels[step.activity];
      const waits = isVisit || step.patience !== undefined;
      targets.set(step.activity, level === undefined ? (waits ? within : Infinity) : minutes(level));
    }
  };
  for (const { pathway } of Object.values(visitTypes)) look(pathway, true);
  for (const { pathway } of Object.values(tasks)) look(pathway, false);
  return targets;
}

/**
 * Simulates with so many people in each interval of the day, and tells what they did; days are taken to be alike.
 *
 * @param people how many in each interval, from midnight on
 * @throws {OfficeError} when the role has no people who are alike
 */
export function workOf(scenario: Scenario, options: WorkOptions, people: (interval: number) => number): IntervalWork[] {
  const { role, every, within, seed, replications } = options;
  const trouble = whyNoPool(scenario, role);
  if (trouble !== undefined) throw new OfficeError(trouble);
  const { startClock, count: days } = new Days(scenario.calendar);
  const length = Math.ceil(DAY / every);
  const levels = Array.from({ length }, (_, interval) => {
    return { from: interval * every, to: Math.min(DAY, (interval + 1) * every), people: people(interval) };
  });
  const sums = levels.map(() => ({
    busy: sumsOf(replications),
    asked: sumsOf(replications),
    soon: sumsOf(replications),
  }));
  const targets = targetsOf(scenario, role, within);
  const office = compileScenario(applyChanges(scenario, [staffChange(role, levels, scenario)]), { seed });
  for (let replication = 0; replication < replications; replication++) {
    for (const record of recordReplication(office, replication).eachActivity()) {
      addTo(sums, record, { role, targets, every, startClock, replication });
    }
  }
  return sums.map(({ busy, asked, soon }, interval) => {
    const span = (levels[interval]!.to - levels[interval]!.from) * days;
    return {
      busy: estimate(busy.map((sum) => sum / span)),
      asked: asked.reduce((sum, count) => sum + count, 0) / (replications * days),
      soon: ratioEstimate(soon, asked),
    };
  });
}

function sumsOf(replications: number): Float64Array {
  return new Float64Array(replications);
}

interface Sums {
  readonly busy: Float64Array;
  readonly asked: Float64Array;
  readonly soon: Float64Array;
}

interface Adding {
  readonly role: string;
  readonly targets: ReadonlyMap<string, number>;
  readonly every: number;
  readonly startClock: number;
  readonly replication: number;
}

/** Adds an activity to the interval in which it was asked for, and its minutes to those in which it was done. */
function addTo(
  sums: readonly Sums[],
  { resource, activity, queued, started, ended, outcome }: ActivityRecord,
  { role, targets, every, startClock, replication }: Adding,
): void {
  const at = (minute: number) => Math.floor(((startClock + minute) % DAY) / every);
  const target = targets.get(activity);
  const isRefused = outcome === "gave up" || outcome === "turned away";
  // Who gave up was served by nobody, and counts for all who could have helped.
  if (target !== undefined && target < Infinity && (isRefused || resource === role)) {
    const asked = sums[at(queued)]!;
    asked.asked[replication]!++;
    if (started - queued <= target) asked.soon[replication]!++;
  }
  if (resource !== role || !Number.isFinite(started)) return;
  for (let from = started; from < ended; ) {
    const clock = (startClock + from) % DAY;
    const to = Math.min(ended, from + Math.min(DAY, (Math.floor(clock / every) + 1) * every) - clock);
    sums[at(from)]!.busy[replication]! += to - from;
    from = to;
  }
}

function clockOf(minutes: number): string {
  return minutes === DAY ? "24:00" : clockText(minutes);
}
