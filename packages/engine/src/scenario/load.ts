/**
 * How much work is to be expected for everybody, beside how much they can do: a look at a scenario before it is run.
 *
 * @module
 */

import { expectedWork } from "./load-pathways.ts";
import { type AccessLoad, Week } from "./load-week.ts";
import type { Scenario } from "./schema.ts";

export type { AccessLoad } from "./load-week.ts";

/** The work that is offered to a resource, in minutes over the days looked at. */
export interface OfferedLoad {
  /** A role, rooms or equipment. */
  readonly resource: string;
  /** Minutes of work to be expected. */
  readonly work: number;
  /** Minutes that its people or units are there; `Infinity` when there is no limit. */
  readonly capacity: number;
}

/**
 * Estimates the work that is offered to every resource: arrivals to be expected, times the minutes for which each of them
 * needs it along the pathway, beside the minutes that the resource is there. Nothing is simulated.
 *
 * Looked at is the span of the run, or its first week if it is longer. Rooms that are kept count for the times of the
 * activities in between, not for what is waited there, so that their load is a lower bound. Work over capacity, the
 * traffic intensity, must stay below 1 for a queue not to grow without end (Little 1961; Gross et al., Fundamentals of
 * Queueing Theory, 4th ed., § 1.5). Holidays, failures, follow-ups and the pace of single people are left out.
 *
 * @example
 * const office = parseScenario(`{ praxis: 1, name: Calls, calendar: { length: 10 h }, staff: { agent: { count: 1 } },
 *   tasks: { call: { pathway: [{ activity: answer, needs: agent, takes: 6 min }] } },
 *   arrivals: { calls: { task: call, poisson: 12 per hour } } }`);
 * offeredLoad(office)[0] // { resource: "agent", work: 720, capacity: 600 }
 */
export function offeredLoad(scenario: Scenario): OfferedLoad[] {
  const week = new Week(scenario);
  const work = expectedWork(scenario, week.arrivals());
  const { staff = {}, rooms = {}, equipment = {} } = scenario;
  const load = (resource: string, capacity: number): OfferedLoad => ({
    resource,
    work: work.get(resource) ?? 0,
    capacity,
  });
  return [
    ...Object.entries(staff).map(([name, role]) => load(name, week.minutesOf(role))),
    ...[...Object.entries(rooms), ...Object.entries(equipment)].map(([name, { count = 1 }]) =>
      load(name, count === "unlimited" ? Infinity : count * week.openMinutes),
    ),
  ];
}

/**
 * Estimates how many ask for the seats of each template, over the same days as `offeredLoad`. Nothing is simulated;
 * holidays, absences and seats that are booked in advance are left out.
 */
export function accessLoad(scenario: Scenario): AccessLoad[] {
  return new Week(scenario).access();
}
