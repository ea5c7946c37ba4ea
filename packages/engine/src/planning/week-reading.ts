/**
 * Turns plain data of a week file into a week to be made, and finds what is wrong with its meaning on the way.
 *
 * @module
 */

import { tzlib_get_timezones } from "timezones-ical-library";
import { Complaints, type Keys } from "../scenario/complaints.ts";
import { namesWeekday } from "../scenario/days.ts";
import { pointerTo } from "../scenario/document.ts";
import type { IssueAt } from "../scenario/issues.ts";
import { nearestName } from "../scenario/nearest-name.ts";
import { type HoursByDay, weekdays } from "../scenario/schema-resources.ts";
import { dollars, money, share } from "../scenario/units.ts";
import type { TodaysWeek, WeekProblem, WeekSlot } from "../template/week-problem.ts";
import { clockTime, isDate } from "../time-of-day.ts";
import { checkPatterns } from "./week-patterns.ts";
import { readProviders, readSessionKinds } from "./week-providers.ts";
import { readPeriods, readResources } from "./week-resources.ts";
import type { WeekDocument } from "./week-schema.ts";
import { readVisitTypes } from "./week-visit-types.ts";
import { readWishes } from "./week-wishes.ts";

/** What came of reading a document whose form is right. */
export interface ReadWeek {
  /** The problem; undefined when there are issues. */
  readonly problem?: WeekProblem;
  readonly issues: readonly IssueAt[];
  readonly warnings: readonly IssueAt[];
}

/** A week file while it is read. */
export class WeekReading extends Complaints {
  readonly warnings: IssueAt[] = [];
  readonly document: WeekDocument;

  constructor(document: WeekDocument) {
    super();
    this.document = document;
  }

  /** Writes down what is legal but strange. */
  warn(keys: Keys, code: IssueAt["code"], message: string, hint: string): void {
    if (this.warnings.length < 1000) this.warnings.push({ code, path: pointerTo(keys), keys, message, hint });
  }

  /** Indexes of the visit types that one or several names stand for; complains about those that are not known. */
  typesNamed(names: string | readonly string[], keys: Keys): number[] {
    return this.#indexesOf(names, Object.keys(this.document.visitTypes), keys, "visit type");
  }

  /** Names of sessions, without those that are not known. */
  sessionsNamed(names: string | readonly string[], keys: Keys): string[] {
    const known = Object.keys(this.document.sessions);
    return this.#indexesOf(names, known, keys, "session").map((index) => known[index]!);
  }

  #indexesOf(names: string | readonly string[], known: readonly string[], keys: Keys, kind: string): number[] {
    const several = typeof names !== "string";
    const indexes = [names].flat().flatMap((name, place) => {
      const own = several ? [...keys, place] : keys;
      return this.known(name, known, own, kind) ? [known.indexOf(name)] : [];
    });
    return [...new Set(indexes)].sort((a, b) => a - b);
  }
}

/** What is said for a weekday, where it may be the same on all days. */
export function onDay<Value extends string | number | readonly unknown[]>(
  values: HoursByDay<Value>,
  weekday: number,
): Value | undefined {
  if (typeof values !== "object" || Array.isArray(values)) return values as Value;
  const byDay = values as Readonly<Record<string, Value>>;
  const group = weekday < 5 ? "weekdays" : "weekend";
  return byDay[weekdays[weekday]!] ?? byDay[group] ?? byDay["every day"];
}

/** The weekdays that words name, from Monday on. */
export function weekdaysOn(words: string | readonly string[]): number[] {
  return weekdays.flatMap((_, weekday) => (namesWeekday(words, weekday) ? [weekday] : []));
}

/** Reads a document whose form is right. */
export function readWeek(document: WeekDocument): ReadWeek {
  const reading = new WeekReading(document);
  checkStart(reading);
  const fill = readFill(reading);
  const kinds = readSessionKinds(reading);
  const { providers, sessions } = readProviders(kinds, reading);
  const { periods, sessions: placed } = readPeriods(sessions);
  const resources = readResources(periods, reading);
  const visitTypes = readVisitTypes(resources, reading);
  const wishes = readWishes(placed, reading);
  const today = readToday(reading);
  const { costs, name, zone, start } = document;
  if (money(costs.idle) === 0 && money(costs.overtime) === 0) {
    const message = "neither idle time nor overtime costs anything, so nobody need ever be seen";
    reading.complain(["costs"], "no-time", message, "write what an hour of the provider costs");
  }
  const problem: WeekProblem = {
    name,
    zone,
    start,
    visitTypes,
    resources,
    periods: periods.map(({ kinds: _, ...period }) => period),
    providers,
    sessions: placed,
    wishes,
    fill,
    costs: { wait: perMinute(costs.wait), idle: perMinute(costs.idle), overtime: perMinute(costs.overtime) },
    ...(today === undefined ? {} : { today }),
  };
  if (reading.issues.length === 0) checkPatterns(problem, reading);
  const { issues, warnings } = reading;
  return issues.length > 0 ? { issues, warnings: [] } : { problem, issues, warnings };
}

function perMinute(amount: string): number {
  return money(amount) / 60;
}

function checkStart(reading: WeekReading): void {
  const { start, zone } = reading.document;
  if (!isDate(start)) {
    reading.complain(["start"], "not-a-date", `there is no day ${start}`, "write a date such as 2026-01-19");
  }
  if (!(tzlib_get_timezones() as string[]).includes(zone)) {
    const nearest = nearestName(zone, tzlib_get_timezones() as string[]);
    const hint = `${nearest === undefined ? "" : `did you mean "${nearest}"? `}write its name in the time zone database, such as America/Chicago`;
    reading.complain(["zone"], "unknown-zone", `there is no time zone “${zone}”`, hint);
  }
}

function readFill(reading: WeekReading) {
  const { atLeast = "75 %", atMost = "100 %" } = reading.document.fill ?? {};
  const fill = { least: share(atLeast), most: share(atMost) };
  if (fill.least > fill.most) {
    const message = `at least ${atLeast} and at most ${atMost} cannot both be`;
    reading.complain(["fill"], "least-above-most", message, "let atLeast be atMost or less");
  }
  if (fill.most > 2) {
    const message = `sessions that are ${atMost} full go on long after their end`;
    reading.complain(["fill", "atMost"], "too-large", message, "write 200 % or less");
  }
  return fill;
}

function readToday(reading: WeekReading): TodaysWeek | undefined {
  const { today, providers } = reading.document;
  if (today === undefined) return undefined;
  const slots = (today.slots ?? []).map(({ provider, on, at, type, bookings = 1 }, index): WeekSlot => {
    const keys = ["today", "slots", index];
    reading.known(provider, Object.keys(providers), [...keys, "provider"], "provider");
    reading.typesNamed(type, [...keys, "type"]);
    const weekday = weekdays.indexOf(on);
    return { provider, department: "", weekday, start: clockTime(at), minutes: 0, type, bookings, release: "" };
  });
  return { slots, pricePerChange: dollars(today.price) };
}
