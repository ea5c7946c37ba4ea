/**
 * What a week of an office holds, before it is run: who may be expected, who is there, which seats there are.
 *
 * @module
 */

import { clockTime, DAY } from "../time-of-day.ts";
import { mostListed } from "./checks-scope.ts";
import { Days, hoursOn, namesWeekday, type Span, spansOf } from "./days.ts";
import type { Expected } from "./load-pathways.ts";
import type {
  AppointmentSource,
  Break,
  RequestSource,
  Scenario,
  SharesByVisitType,
  Shift,
  StaffRole,
  TemplateRow,
  UnbookedSource,
  VisitTypeChoice,
} from "./schema.ts";
import { isCurve, isForAll } from "./schema-shares.ts";
import { clocksOf } from "./template-rows.ts";
import { distribution, minutes, ratePerMinute, share } from "./units.ts";

/** What is asked of a template, over the days looked at. */
export interface AccessLoad {
  readonly template: string;
  /** Days with seats. */
  readonly days: number;
  readonly seats: number;
  /** Patients who ask, by source. */
  readonly requests: Readonly<Record<string, number>>;
}

/** The days that are looked at. */
export class Week {
  readonly #scenario: Scenario;
  readonly #days: Days;
  readonly #count: number;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#days = new Days(scenario.calendar);
    this.#count = Math.min(7, this.#days.count);
  }

  /** Minutes in which the office is open. */
  get openMinutes(): number {
    return this.#sum((day) => this.#lengthOf(this.#days.openingOn(this.#days.weekday(day)), day));
  }

  /** Minutes that the people of a role are there, without their breaks. */
  minutesOf(role: StaffRole): number {
    const { people, count = 1, shift, breaks = [], sickness } = role;
    const plans: (readonly [Shift | undefined, number])[] =
      people === undefined
        ? [[shift, count]]
        : Object.values(people).map((person) => {
            // Of a roster, its first shift stands for all of them.
            const first = person?.roster?.find((each) => each !== null);
            return [person?.shift ?? first ?? shift, 1];
          });
    const there = plans.reduce((sum, [plan, persons]) => sum + this.#shiftMinutes(plan, persons), 0);
    const persons = people === undefined ? (mostListed(shift, this.#scenario.shifts) ?? count) : plans.length;
    const working = breaks.reduce((left, rest) => left - this.#breakMinutes(rest, left, persons), there);
    return Math.max(0, working) * (1 - (sickness === undefined ? 0 : share(sickness)));
  }

  /** Seats of the templates for which patients ask, and how many do. */
  access(): AccessLoad[] {
    const asking = Object.entries(this.#scenario.arrivals ?? {}).flatMap(([name, source]) =>
      "requests" in source ? [{ name, source }] : [],
    );
    return [...new Set(asking.map(({ source }) => source.requests.template))].map((template) => {
      const own = asking.filter(({ source }) => source.requests.template === template);
      return {
        template,
        days: this.#sum((day) => (this.#seatsOn(template, day) > 0 ? 1 : 0)),
        seats: this.#sum((day) => this.#seatsOn(template, day)),
        requests: Object.fromEntries(own.map(({ name, source }) => [name, this.#asking(source)])),
      };
    });
  }

  /** Arrivals to be expected, by visit type and task. */
  arrivals(): Expected {
    const expected = { visitTypes: new Map<string, number>(), tasks: new Map<string, number>() };
    for (const source of Object.values(this.#scenario.arrivals ?? {})) {
      if ("appointments" in source) this.#addBooked(source, expected);
      else if ("requests" in source) this.#addAsking(source, expected);
      else {
        const number = this.#unbooked(source);
        if (source.visitType !== undefined) addChosen(expected.visitTypes, source.visitType, number);
        if (source.task !== undefined) addChosen(expected.tasks, source.task, number);
      }
    }
    return expected;
  }

  #addBooked({ appointments, visitType }: AppointmentSource, { visitTypes }: Expected) {
    const { template, booked = "100 %", noShow, cancellation } = appointments;
    const coming = share(booked) * (1 - likely(noShow)) * (1 - likely(cancellation));
    for (const row of this.#scenario.templates?.[template] ?? []) {
      const add = (who: VisitTypeChoice | undefined, slot?: number) => {
        const seats = this.#sum((day) => (this.#isHeld(row, day) ? this.#seatsOf(row, day, slot) : 0));
        if (who !== undefined) addChosen(visitTypes, who, seats * coming);
      };
      if (Array.isArray(row.visitType)) row.visitType.forEach(add);
      else add(row.visitType ?? visitType);
    }
  }

  /** Those who ask and come, but no more than there are seats. */
  #addAsking(source: RequestSource, { visitTypes }: Expected) {
    const { template, noShow, cancellation } = source.requests;
    const seats = this.#sum((day) => this.#seatsOn(template, day));
    const coming = (1 - likely(noShow)) * (1 - likely(cancellation));
    addChosen(visitTypes, source.visitType!, Math.min(this.#asking(source), seats) * coming);
  }

  #asking(source: RequestSource): number {
    const { demand, panel } = source.requests;
    const daily = panel === undefined ? ratePerMinute(demand!) * DAY : panel.patients * share(panel.asking);
    return this.#sum((day) => (this.#windowsOn(source, day).length === 0 ? 0 : daily));
  }

  #seatsOn(template: string, day: number): number {
    const rows = this.#scenario.templates?.[template] ?? [];
    return rows.reduce((sum, row) => sum + (this.#isHeld(row, day) ? this.#seatsOf(row, day) : 0), 0);
  }

  /** Seats of a row on a day, or those of one slot alone. */
  #seatsOf(row: TemplateRow, day: number, slot?: number): number {
    const { staff = {} } = this.#scenario;
    const role = row.provider === undefined ? undefined : staff[row.provider];
    const providers = role === undefined ? 1 : Object.keys(role.people ?? {}).length || (role.count ?? 1);
    const asked = slot === undefined ? clocksOf(row) : clocksOf(row).slice(slot, slot + 1);
    const clocks = asked.filter((clock) => this.#isWithin(this.#days.midnight(day) + clock));
    return clocks.length * (row.seats ?? 1) * providers;
  }

  #isHeld(row: TemplateRow, day: number): boolean {
    const weekday = this.#days.weekday(day);
    return row.days === undefined ? this.#days.openingOn(weekday).length > 0 : namesWeekday(row.days, weekday);
  }

  #unbooked(source: UnbookedSource): number {
    const factor = "volume" in source && source.volume !== undefined ? share(source.volume) : 1;
    if ("hourly" in source && source.hourly.from === "start") {
      const every = minutes(source.hourly.every ?? "1 h");
      return factor * this.#rated(source.hourly.rates, every, 0);
    }
    return this.#sum((day) => {
      const windows = this.#windowsOn(source, day);
      if (windows.length === 0) return 0;
      const midnight = this.#days.midnight(day);
      if ("count" in source) return source.count;
      if ("at" in source) {
        const times = source.at.map((at) => (at.includes(":") ? midnight + clockTime(at) : minutes(at)));
        return times.filter(
          (time, index) => this.#isWithin(time) && (source.at[index]!.includes(":") || this.#days.dayAt(time) === day),
        ).length;
      }
      if ("hourly" in source) {
        const from = source.hourly.from === undefined ? 0 : clockTime(source.hourly.from);
        return factor * this.#rated(source.hourly.rates, minutes(source.hourly.every ?? "1 h"), midnight + from);
      }
      const { poisson } = source;
      const rate = typeof poisson === "string" ? ratePerMinute(poisson) : 1 / minutes(poisson.meanGap);
      return factor * rate * this.#lengthOf(windows, day);
    });
  }

  /** Arrivals at rates piece by piece, from a minute of the run on. */
  #rated(rates: readonly string[], every: number, start: number): number {
    const lengths = rates.map((_, piece) => this.#clipped(start + piece * every, start + (piece + 1) * every));
    return rates.reduce((sum, rate, piece) => sum + ratePerMinute(rate) * lengths[piece]!, 0);
  }

  #windowsOn(source: UnbookedSource | RequestSource, day: number): readonly Span[] {
    const { days: named, evenWhenClosed = false } = source;
    const weekday = this.#days.weekday(day);
    if (named !== undefined && !namesWeekday(named, weekday)) return [];
    if (!evenWhenClosed && named === undefined && !this.#days.opensOn(day)) return [];
    const between = "between" in source ? source.between : undefined;
    if (between !== undefined) return spansOf(between);
    return evenWhenClosed ? [{ from: 0, to: DAY }] : this.#days.openingOn(weekday);
  }

  #shiftMinutes(shift: Shift | undefined, persons: number): number {
    const named = typeof shift === "string" ? this.#scenario.shifts?.[shift] : undefined;
    if (named !== undefined) return this.#shiftMinutes(named, persons);
    return this.#sum((day) => {
      const weekday = this.#days.weekday(day);
      if (shift === undefined) return persons * this.#lengthOf(this.#days.openingOn(weekday), day);
      if (!this.#days.hasOpening || this.#days.opensOn(day) || typeof shift === "object") {
        const hours = hoursOn<string | readonly (string | { from: string; to: string; count: number })[]>(
          shift,
          weekday,
        );
        if (hours === undefined) return 0;
        return (typeof hours === "string" ? [hours] : hours).reduce((sum, each) => {
          if (typeof each === "string") return sum + persons * this.#lengthOf(spansOf(each), day);
          return sum + each.count * this.#lengthOf(spansOf(`${each.from}-${each.to}`), day);
        }, 0);
      }
      return 0;
    });
  }

  #breakMinutes(rest: Break, working: number, persons: number): number {
    const lasts = typeof rest.lasts === "string" ? minutes(rest.lasts) : Math.max(0, distribution(rest.lasts).mean);
    if ("every" in rest) return (working * lasts) / (minutes(rest.every) + lasts);
    const clocks = [rest.at].flat();
    const taken = this.#sum((day) => {
      if (!this.#days.opensOn(day)) return 0;
      const midnight = this.#days.midnight(day);
      return clocks.filter((clock) => this.#isWithin(midnight + clockTime(clock))).length / clocks.length;
    });
    return taken * lasts * persons;
  }

  #sum(of: (day: number) => number): number {
    let sum = 0;
    for (let day = 0; day < this.#count; day++) sum += of(day);
    return sum;
  }

  /** Minutes of a day's spans that lie within the run. */
  #lengthOf(spans: readonly Span[], day: number): number {
    const midnight = this.#days.midnight(day);
    return spans.reduce((sum, { from, to }) => sum + this.#clipped(midnight + from, midnight + to), 0);
  }

  #clipped(from: number, to: number): number {
    return Math.max(0, Math.min(to, this.#end) - Math.max(from, 0));
  }

  #isWithin(minute: number): boolean {
    return minute >= 0 && minute < this.#end;
  }

  /** The end of what is looked at. */
  get #end(): number {
    return Math.min(this.#days.length, this.#days.midnight(this.#count));
  }
}

function addChosen(to: Map<string, number>, choice: VisitTypeChoice, number: number): void {
  const shares =
    typeof choice === "string"
      ? [[choice, 1] as const]
      : Object.entries(choice).map(([name, each]) => [name, share(each)] as const);
  for (const [name, part] of shares) to.set(name, (to.get(name) ?? 0) + part * number);
}

/** The share of a rule that is most cautious: the smallest of several. */
function likely(rule: SharesByVisitType | undefined): number {
  if (rule === undefined) return 0;
  if (!isForAll(rule)) return Math.min(...Object.values(rule).map((each) => likely(each)));
  if (typeof rule === "string") return share(rule);
  if (isCurve(rule)) return Math.min(...[rule.sameDay, rule.from, rule.to].map(share));
  return Math.min(...rule.map((row) => share(row.share)));
}
