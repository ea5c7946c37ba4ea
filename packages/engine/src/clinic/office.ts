/**
 * An office, ready to be run: what a scenario becomes once, for all of its replications.
 *
 * @module
 */

import type { PathwayRun } from "../kernel/pathway.ts";
import type { PathwayModel, ResourceStatistics, RunOptions } from "../kernel/pathway-model.ts";
import type { Streams } from "../random/streams.ts";
import type { Days } from "../scenario/days.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { AccessTally } from "./access-tally.ts";

/** Who serves: people of a role, rooms or equipment of a kind, or one named person. */
export interface Unit {
  readonly name: string;
  readonly kind: "staff" | "room" | "equipment";
  /** Whether it is one person of a role, which is a unit of its own. */
  readonly person: boolean;
  /** The kernel's resources it stands for: itself when pooled, or one for each person. */
  readonly members: readonly string[];
  /** $ per hour of one of them; 0 when nothing is said. */
  readonly costPerHour: number;
  /** How many there are when all are there; `Infinity` without a limit. */
  readonly count: number;
}

/** What entities of a pathway are: patients, work without a patient, or the office's own (breaks, turnover …). */
export type PathwayKind = "visit type" | "task" | "other";

/** Where entities come from. */
export interface OfficeSource {
  readonly name: string;
  /** Appointments and follow-up visits are booked; walk-ins and calls just come; breaks and the like are the office's own. */
  readonly kind: "booked" | "unbooked" | "own";
  /** The day of the run to which a cycle belongs, from 0. */
  day(cycle: number): number;
}

/** An attribute that visit rows carry, in the order of the model's `recorded`. */
export interface OfficeAttribute {
  readonly name: string;
  /** The labels of categories, by number; undefined for numbers. */
  readonly labels?: readonly string[];
}

/** What happened to appointments in one replication, counted by the minute of the appointment, from the end of the warm-up. */
export interface BookingCounts {
  /** Appointments that were given, those that were cancelled or missed included. */
  readonly booked: number;
  readonly noShows: number;
  readonly cancellations: number;
  /** Follow-up visits that were given a seat, by the minute in which they were booked. */
  readonly followUps: number;
  /** Days between the day wished for and the day of the seat, of all of them together. */
  readonly followUpDays: number;
}

/** The days on which the office is open, in minutes since the start of the run. */
export interface OpenDays {
  /** First opening of each day, ascending. */
  readonly opens: ArrayLike<number>;
  /** Last closing of each day. */
  readonly closes: ArrayLike<number>;
  /** The midnight after each closing. */
  readonly midnights: ArrayLike<number>;
}

/** Everything that it takes to run a scenario, and to understand what its run writes down. */
export interface Office {
  readonly scenario: Scenario;
  /** All chance of the office; its `replication` says which one the next run is. */
  readonly streams: Streams;
  readonly model: PathwayModel;
  readonly run: PathwayRun;
  /** End of the warm-up, in minutes. */
  readonly warmUp: number;
  /** Minutes after which nobody comes any more. */
  readonly length: number;
  /** When a run ends. */
  readonly until: RunOptions["until"];
  readonly days: Days;
  /** Absent when the office never closes. */
  readonly openDays?: OpenDays;
  /** Names in the order in which rows number them. */
  readonly activities: readonly string[];
  readonly pathways: readonly { readonly name: string; readonly kind: PathwayKind }[];
  readonly resources: readonly string[];
  readonly outcomes: readonly string[];
  readonly sources: readonly OfficeSource[];
  readonly attributes: readonly OfficeAttribute[];
  readonly units: ReadonlyMap<string, Unit>;
  /** Names of all roles. */
  readonly staff: readonly string[];
  /** Where the run stands, in minutes; at the end, its end. */
  readonly now: number;
  /** Of the replication that runs, or has just ended. */
  readonly bookings: BookingCounts;
  /** What is counted of those who ask for appointments, of the same replication. */
  readonly access: AccessTally;
  /**
   * The kernel's resources that a name of staff, rooms, equipment or a person stands for.
   *
   * @throws {RangeError} when there is no such name
   */
  unitsOf(name: string): readonly string[];
  /** $ per hour of one of them; 0 when nothing is said. */
  costPerHour(name: string): number;
  /** Minute of the last closing of a day of the run; undefined when the office is closed all day, or always open. */
  closingOn(day: number): number | undefined;
  /**
   * Which recorded attribute, and which number in it, stands for a value of the scenario.
   *
   * @throws {RangeError} when there is no such attribute or value
   */
  attributeValue(attribute: string, value: string): { readonly index: number; readonly value: number };
  /** Longest wait within the service level of an activity, in minutes; `Infinity` when none is set. */
  serviceLevel(activity: string): number;
  /** Of one of the kernel's resources, since the end of the warm-up. */
  statistics(resource: string): ResourceStatistics;
}
