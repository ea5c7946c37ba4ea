/**
 * A week of appointment templates to be made: who sees whom in which sessions, what is needed, and what it costs.
 *
 * Plain data with every name resolved; `planning` reads it from a file of the office's. Weekdays count from 0, Monday;
 * times of day are minutes after midnight, money is dollars.
 *
 * @module
 */

import type { Distribution } from "../random/distributions.ts";

/** A kind of visit, and what one booking of it needs. */
export interface WeekVisitType {
  readonly name: string;
  /** Minutes with the provider of a patient who comes. */
  readonly law: Distribution;
  /** Share of the booked patients who come. */
  readonly show: number;
  /** Minutes of each resource for a patient who comes, in the order of {@link WeekProblem.resources}. */
  readonly needs: readonly number[];
  /** Bookings a week that patients ask for. Without a price, all of them must find a slot. */
  readonly demand?: { readonly bookings: number; readonly pricePerMissing?: number };
  /** Dollars for each patient who comes; with a demand, slots beyond it are worth nothing. */
  readonly value: number;
  /** The most bookings of this type in one session. */
  readonly mostInSession: number;
  /** Slots kept for patients who ask on the same day. */
  readonly reserve?: {
    /** Patients who ask, on average, on each day of the week. */
    readonly requests: readonly number[];
    /** Share of the days on which nobody is turned away. */
    readonly level: number;
    readonly pricePerMissing?: number;
  };
  /** The fewest slots on each day of the week. */
  readonly floor?: { readonly slots: readonly number[]; readonly pricePerMissing?: number };
  /** Where in a session such visits stand; by how much their time varies, least first, when absent. */
  readonly place?: "start" | "end";
  /** When a slot that nobody has booked is opened for others, in words; empty when never. */
  readonly release: string;
}

/** Rooms, or people who assist: minutes that several providers share. */
export interface WeekResource {
  readonly name: string;
  /** Minutes there are in each period, in the order of {@link WeekProblem.periods}. */
  readonly minutes: readonly number[];
  /** Dollars for each minute beyond; without it there are none. */
  readonly pricePerMinute?: number;
}

/** A part of a weekday in which sessions share rooms and assistants: those that overlap. */
export interface WeekPeriod {
  /** `Tuesday morning` */
  readonly name: string;
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
}

/** Who sees patients. */
export interface WeekProvider {
  readonly id: string;
  readonly role: string;
  /** As record systems have it; empty when nobody said. */
  readonly department: string;
}

/** A provider's block of appointments on one weekday. */
export interface WeekSession {
  /** Index of the provider. */
  readonly provider: number;
  /** Name of its kind: `morning`. */
  readonly kind: string;
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
  /** Appointments begin at multiples of so many minutes after `from`. */
  readonly grid: number;
  /** Index of the period. */
  readonly period: number;
  /** Indexes of the visit types that the provider sees. */
  readonly sees: readonly number[];
}

/** What a provider asks of one session: how many visits of some types. */
export interface WeekWish {
  /** Index of the session. */
  readonly session: number;
  /** Indexes of visit types, which count together. */
  readonly types: readonly number[];
  readonly atLeast: number;
  readonly atMost: number;
  /** Dollars for each visit too few or too many; without it there must be none. */
  readonly price?: number;
  /** `Dr-A wants no physical on Friday afternoon` */
  readonly text: string;
}

/** A slot of a week: a piece of a session that can be booked, every week anew. */
export interface WeekSlot {
  /** Id of the provider. */
  readonly provider: string;
  readonly department: string;
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly start: number;
  readonly minutes: number;
  /** Name of the visit type. */
  readonly type: string;
  /** Patients who can be booked into it. */
  readonly bookings: number;
  /** In words; empty when it is never released. */
  readonly release: string;
}

/** The template that is in use, and what it costs to change it. */
export interface TodaysWeek {
  readonly slots: readonly WeekSlot[];
  /** Dollars for each slot that changes. */
  readonly pricePerChange: number;
}

/** How full sessions are: expected minutes with patients over the minutes of the session. */
export interface SessionFill {
  readonly least: number;
  readonly most: number;
}

/** What a minute costs, in dollars. */
export interface MinuteCosts {
  /** Of a patient who waits. */
  readonly wait: number;
  /** Of a provider who waits for a patient. */
  readonly idle: number;
  /** Of a session that goes on after its end. */
  readonly overtime: number;
}

/** A week to be made. */
export interface WeekProblem {
  readonly name: string;
  /** Time zone of the practice, by its IANA name. */
  readonly zone: string;
  /** The first Monday on which the template is used. */
  readonly start: string;
  readonly visitTypes: readonly WeekVisitType[];
  readonly resources: readonly WeekResource[];
  readonly periods: readonly WeekPeriod[];
  readonly providers: readonly WeekProvider[];
  readonly sessions: readonly WeekSession[];
  readonly wishes: readonly WeekWish[];
  readonly fill: SessionFill;
  readonly costs: MinuteCosts;
  readonly today?: TodaysWeek;
}
