/**
 * Patients, calls and messages that come without an appointment.
 *
 * Every day of every source is worked out from positions of its own, when it begins: patient k of a day is the same
 * one, and comes at the same time, whatever happened before.
 *
 * @module
 */

import type { Source } from "../kernel/pathway-model.ts";
import { type PoissonArrivals, poissonArrivals, type RateProfile } from "../random/arrivals.ts";
import { namesWeekday, type Span, spansOf } from "../scenario/days.ts";
import type { ArrivalSource, UnbookedSource } from "../scenario/schema.ts";
import { minutes, ratePerMinute, share } from "../scenario/units.ts";
import { clockTime, DAY } from "../time-of-day.ts";
import { DayList, DayLists } from "./day-list.ts";
import type { OfficeSource } from "./office.ts";
import { comingTo, type Reception } from "./reception.ts";
import type { Workshop } from "./workshop.ts";

/** A source of the kernel, with what the office says about it. */
export type ClinicSource = Source & OfficeSource;

/** How a source answers when somebody comes on a day, and who. */
interface Comers {
  /** When arrival k of a day comes; NaN: there is none. */
  arrival(day: number, k: number): number;
  /** The number of that arrival by which it is known; the same whoever else comes. */
  who(day: number, k: number): number;
  /** When a day has to be asked for its first arrival. */
  begins(day: number): number;
  readonly firstDay: number;
  readonly days: number;
}

/** Makes a source of people who come by themselves. */
export function unbookedSource(shop: Workshop, reception: Reception, name: string, spec: UnbookedSource): ClinicSource {
  const comers = comersOf(shop, name, spec);
  const identity = shop.identityWriter(`identity.${name}`);
  const pathwayOf = comingTo(shop, name, spec);
  const { firstDay } = comers;
  return {
    name,
    kind: "unbooked",
    cycles: comers.days - firstDay,
    day: (cycle) => cycle + firstDay,
    begins: (cycle) => Math.max(0, comers.begins(cycle + firstDay)),
    arrival(cycle, k) {
      const time = comers.arrival(cycle + firstDay, k);
      return time < shop.days.length ? time : Number.NaN;
    },
    admit(columns, row, cycle, k) {
      const day = cycle + firstDay;
      identity(columns, row, day, 0, comers.who(day, k));
      const pathway = pathwayOf(columns.identityLo[row]!, columns.identityHi[row]!);
      reception.welcome(columns, row, pathway, comers.arrival(day, k));
      return pathway;
    },
  };
}

function comersOf(shop: Workshop, name: string, spec: UnbookedSource): Comers {
  if ("at" in spec) return listed(shop, spec);
  if ("count" in spec) return scattered(shop, name, spec);
  return byRate(shop, name, spec);
}

/** The windows of a source on a day, in minutes after midnight: its own, or the hours of opening. */
export function windowsOn({ days }: Workshop, spec: ArrivalSource, day: number): readonly Span[] {
  const {
    between,
    days: named,
    evenWhenClosed = false,
  } = spec as {
    readonly between?: string | readonly string[];
    readonly days?: string | readonly string[];
    readonly evenWhenClosed?: boolean;
  };
  const weekday = days.weekday(day);
  if (named !== undefined && !namesWeekday(named, weekday)) return [];
  if (!evenWhenClosed && (named === undefined ? !days.opensOn(day) : days.isClosed(day))) return [];
  if (between !== undefined) return spansOf(between);
  return evenWhenClosed ? [{ from: 0, to: DAY }] : days.openingOn(weekday);
}

// — Poisson —

/** Arrivals of a rate, day by day; asked for one by one, and again from the first when it is another's turn. */
function byRate(
  shop: Workshop,
  name: string,
  spec: Extract<ArrivalSource, { poisson: unknown } | { hourly: unknown }>,
): Comers {
  const { days, streams } = shop;
  const uniform = streams.keyedUniform(`arrivals.${name}`);
  const fromStart = "hourly" in spec && spec.hourly.from === "start";
  const profileOn = (day: number) => (fromStart ? startProfile(spec) : dayProfile(shop, spec, day));
  const passesMidnight =
    !fromStart && [0, 1, 2, 3, 4, 5, 6].some((day) => (profileOn(day)?.breakpoints.at(-1) ?? 0) > DAY);
  const firstAtOnce = "startsWith" in spec && spec.startsWith === "arrival";
  const origin = (day: number) => (fromStart ? 0 : days.midnight(day));
  const processes = new Map<number, PoissonArrivals | undefined>();

  function processOn(day: number): PoissonArrivals | undefined {
    if (!processes.has(day)) {
      const profile = profileOn(day);
      const clipped = profile && cutBefore(profile, -origin(day));
      processes.set(day, clipped && poissonArrivals(clipped));
    }
    return processes.get(day);
  }

  // The cursor: the two arrivals that were last worked out, as the next is asked for before one is let in.
  let process: PoissonArrivals | undefined;
  let cursorDay = Number.NaN;
  let cursorReplication = -1;
  let next = 0;
  let last = Number.NaN;
  let lastButOne = Number.NaN;
  return {
    firstDay: passesMidnight ? -1 : 0,
    days: fromStart ? 1 : days.count,
    begins: (day) => origin(day) + (profileOn(day)?.breakpoints[0] ?? 0),
    who: (_, k) => k,
    arrival(day, k) {
      if (day !== cursorDay || k < next - 2 || cursorReplication !== streams.replication) {
        process = processOn(day);
        process?.restart();
        cursorDay = day;
        cursorReplication = streams.replication;
        next = 0;
      }
      while (next <= k) {
        const atOnce = firstAtOnce && day === 0 && next === 0;
        const time =
          process === undefined ? Number.NaN : atOnce ? 0 : origin(day) + process.next(uniform(day, 0, next));
        if (Number.isNaN(time)) return time;
        lastButOne = last;
        last = time;
        next++;
      }
      return k === next - 1 ? last : lastButOne;
    },
  };
}

function startProfile({ hourly, volume }: Extract<ArrivalSource, { hourly: unknown }>): RateProfile {
  const every = minutes(hourly.every ?? "1 h");
  const rates = hourly.rates.map((rate) => ratePerMinute(rate) * (volume === undefined ? 1 : share(volume)));
  return { breakpoints: Array.from({ length: rates.length + 1 }, (_, piece) => piece * every), rates };
}

/** The rates of a day, in minutes after midnight; undefined when nobody comes. */
function dayProfile(
  shop: Workshop,
  spec: Extract<ArrivalSource, { poisson: unknown } | { hourly: unknown }>,
  day: number,
): RateProfile | undefined {
  const windows = windowsOn(shop, spec, day);
  if (windows.length === 0) return undefined;
  if ("hourly" in spec) {
    const { breakpoints, rates } = startProfile(spec);
    const from = clockTime(spec.hourly.from ?? "00:00");
    return { breakpoints: breakpoints.map((time) => time + from), rates };
  }
  const { poisson, volume } = spec;
  const rate = typeof poisson === "string" ? ratePerMinute(poisson) : 1 / minutes(poisson.meanGap);
  const breakpoints: number[] = [];
  const rates: number[] = [];
  for (const { from, to } of windows) {
    if (breakpoints.length > 0) rates.push(0);
    breakpoints.push(from, to);
    rates.push(rate * (volume === undefined ? 1 : share(volume)));
  }
  return { breakpoints, rates };
}

/** A profile without what lies before a minute; undefined when nothing is left. */
function cutBefore({ breakpoints, rates }: RateProfile, start: number): RateProfile | undefined {
  const passed = breakpoints.findLastIndex((time) => time <= start);
  if (passed < 0) return { breakpoints, rates };
  if (passed >= rates.length) return undefined;
  return { breakpoints: [start, ...breakpoints.slice(passed + 1)], rates: rates.slice(passed) };
}

// — a number, or a list —

/** A given number of people, each at a time of his own, anywhere in the windows of a day. */
function scattered(shop: Workshop, name: string, spec: Extract<ArrivalSource, { count: number }>): Comers {
  const { days, streams } = shop;
  const uniform = streams.keyedUniform(`arrivals.${name}`);
  return ofLists(shop, (list, day) => {
    const windows = windowsOn(shop, spec, day);
    const all = windows.reduce((sum, { from, to }) => sum + to - from, 0);
    if (all === 0) return;
    for (let who = 0; who < spec.count; who++) {
      let into = uniform(day, 0, who) * all;
      let window = 0;
      while (window < windows.length - 1 && into >= windows[window]!.to - windows[window]!.from) {
        into -= windows[window]!.to - windows[window]!.from;
        window++;
      }
      const time = days.midnight(day) + windows[window]!.from + into;
      if (time >= 0) list.put(time, who);
    }
  });
}

/** People at given minutes of the run, or at given times of every open day. */
function listed(shop: Workshop, spec: Extract<ArrivalSource, { at: unknown }>): Comers {
  const { days } = shop;
  const entries = spec.at.map((at, who) => ({ who, clock: at.includes(":") ? clockTime(at) : undefined, at }));
  return ofLists(shop, (list, day) => {
    const open = windowsOn(shop, spec, day).length > 0;
    for (const { who, clock, at } of entries) {
      const time = clock === undefined ? minutes(at) : days.midnight(day) + clock;
      if (time >= 0 && (clock === undefined ? days.dayAt(time) === day : open)) list.put(time, who);
    }
  });
}

function ofLists({ days, streams }: Workshop, fill: (list: DayList, day: number) => void): Comers {
  const lists = new DayLists(
    () => new DayList(),
    fill,
    () => streams.replication,
  );
  return {
    firstDay: 0,
    days: days.count,
    begins: (day) => days.midnight(day),
    arrival(day, k) {
      const list = lists.on(day);
      return k < list.length ? list.times[k]! : Number.NaN;
    },
    who: (day, k) => lists.on(day).who[k]!,
  };
}
