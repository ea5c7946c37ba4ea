/**
 * Checks of appointment templates and of sources of arrivals.
 *
 * @module
 */

import { clockTime } from "../time-of-day.ts";
import { checkShares } from "./checks-pathways.ts";
import { checkPositive } from "./checks-resources.ts";
import { type Checks, pathwaysOf } from "./checks-scope.ts";
import type { Keys } from "./complaints.ts";
import type { ArrivalSource, ShareRule, TemplateRow, VisitTypeChoice } from "./schema.ts";
import { minutes, ratePerMinute, share } from "./units.ts";

/** The most arrivals of one source that can be expected in a run. */
const MOST_ARRIVALS = 20_000_000;
/** The most seats of a template in a day. */
const MOST_SEATS = 10_000;
const DAY = 1440;

/** Checks who comes. */
export function checkArrivals(checks: Checks): void {
  for (const [name, rows] of Object.entries(checks.scenario.templates ?? {})) {
    for (const [index, row] of rows.entries()) checkRow(checks, row, ["templates", name, index]);
  }
  for (const [name, source] of Object.entries(checks.scenario.arrivals ?? {})) {
    const keys = ["arrivals", name];
    if ("appointments" in source) checkAppointments(checks, source, keys);
    else checkUnbooked(checks, source, keys);
  }
}

function checkRow(checks: Checks, row: TemplateRow, keys: Keys): void {
  if (row.provider !== undefined) {
    const { staff = {} } = checks.scenario;
    const people = Object.values(staff).flatMap((role) => Object.keys(role.people ?? {}));
    checks.known(row.provider, [...Object.keys(staff), ...people], [...keys, "provider"], "role or person");
  }
  if (row.visitType !== undefined) checkChoice(checks, row.visitType, "visitTypes", [...keys, "visitType"]);
  if ("at" in row) return;
  if (clockTime(row.to) <= clockTime(row.from)) {
    checks.complain([...keys, "to"], "ends-before", `the row ends at ${row.to}, before it begins`, "let it end later");
    return;
  }
  if ("every" in row) checkPositive(checks, row.every, [...keys, "every"]);
  const each = "slots" in row ? row.slots : (clockTime(row.to) - clockTime(row.from)) / minutes(row.every);
  const seats = each * (row.seats ?? 1) * (checks.units.get(row.provider ?? "") ?? 1);
  if (!(seats > MOST_SEATS) || seats === Infinity) return;
  const message = `the row has ${Math.round(seats)} seats a day, more than ${MOST_SEATS}`;
  checks.complain(keys, "too-many-seats", message, "let the slots be longer, or fewer");
}

function checkAppointments(
  checks: Checks,
  source: Extract<ArrivalSource, { appointments: unknown }>,
  keys: Keys,
): void {
  const { appointments, visitType } = source;
  const own = [...keys, "appointments"];
  const { templates = {}, visitTypes = {} } = checks.scenario;
  if (visitType !== undefined) checkChoice(checks, visitType, "visitTypes", [...keys, "visitType"]);
  checks.law(appointments.leadTime, [...own, "leadTime"]);
  checks.law(appointments.punctuality, [...own, "punctuality"], true);
  checkBooked(checks, appointments.booked, [...own, "booked"]);
  for (const key of ["noShow", "cancellation"] as const) {
    const rule = appointments[key];
    if (rule === undefined) continue;
    if (typeof rule === "string" || Array.isArray(rule)) checkRule(checks, rule, [...own, key]);
    else {
      for (const [name, each] of Object.entries(rule)) {
        checks.known(name, Object.keys(visitTypes), [...own, key, name], "visit type");
        checkRule(checks, each, [...own, key, name]);
      }
    }
  }
  if (!checks.known(appointments.template, Object.keys(templates), [...own, "template"], "template")) return;
  const lacking = templates[appointments.template]!.findIndex((row) => row.visitType === undefined);
  if (visitType !== undefined || lacking < 0) return;
  const message = `nothing says who comes: row ${lacking} of the template “${appointments.template}” has no visit type`;
  checks.complain(keys, "nobody-comes", message, "write visitType: … here, or in the row");
}

function checkBooked(checks: Checks, booked: string | undefined, keys: Keys): void {
  if (booked === undefined || share(booked) <= 1) return;
  checks.complain(
    keys,
    "shares",
    `${booked} of the seats cannot be booked`,
    "write 100 % at most; for more, add seats",
  );
}

/** Shares by lead time: ascending, the last for all longer. */
function checkRule(checks: Checks, rule: ShareRule, keys: Keys): void {
  for (const [index, each] of (typeof rule === "string" ? [{ share: rule }] : rule).entries()) {
    const own = typeof rule === "string" ? keys : [...keys, index, "share"];
    if (share(each.share) > 1)
      checks.complain(own, "shares", `${each.share} is more than everybody`, "write 100 % at most");
  }
  if (typeof rule === "string") return;
  let before = -1;
  for (const [index, { upTo }] of rule.entries()) {
    const end = upTo === undefined ? Infinity : minutes(upTo);
    if (end <= before) {
      const message = `no lead time is left for this row: the one before reaches as far`;
      checks.complain(
        [...keys, index],
        "lead-times",
        message,
        "let upTo ascend from row to row; only the last goes without",
      );
    }
    before = end;
  }
}

function checkUnbooked(checks: Checks, source: Exclude<ArrivalSource, { appointments: unknown }>, keys: Keys): void {
  const { visitType, task } = source;
  if ((visitType === undefined) === (task === undefined)) {
    const message = visitType === undefined ? "nothing says who comes" : "either patients or work, not both";
    checks.complain(keys, "nobody-comes", message, "write either visitType: … or task: …");
  }
  if (visitType !== undefined) checkChoice(checks, visitType, "visitTypes", [...keys, "visitType"]);
  if (task !== undefined) checkChoice(checks, task, "tasks", [...keys, "task"]);
  const days = minutes(checks.scenario.calendar.length) / DAY;
  if ("count" in source) {
    checkMany(checks, source.count * Math.ceil(days), [...keys, "count"]);
    return;
  }
  if ("at" in source) {
    checkMany(checks, source.at.length * Math.ceil(days), [...keys, "at"]);
    return;
  }
  const factor = source.volume === undefined ? 1 : share(source.volume);
  if ("poisson" in source) {
    const own = [...keys, "poisson"];
    const gap = typeof source.poisson === "string" ? undefined : source.poisson.meanGap;
    checkPositive(checks, gap, [...own, "meanGap"]);
    const rate = gap === undefined ? ratePerMinute(source.poisson as string) : 1 / minutes(gap);
    if (rate < Infinity) checkMany(checks, rate * factor * days * DAY, own);
    return;
  }
  const { rates, every = "1 h", from } = source.hourly;
  checkPositive(checks, every, [...keys, "hourly", "every"]);
  const span = rates.length * minutes(every);
  if (from !== "start" && span > 2 * DAY) {
    const message = "the rates of one day last longer than two days";
    checks.complain([...keys, "hourly", "rates"], "rates-too-long", message, "write from: start for rates that run on");
  }
  const expected = rates.reduce((sum, rate) => sum + ratePerMinute(rate) * minutes(every), 0);
  checkMany(checks, expected * factor * (from === "start" ? 1 : Math.ceil(days)), [...keys, "hourly", "rates"]);
}

function checkMany(checks: Checks, expected: number, keys: Keys): void {
  if (!(expected > MOST_ARRIVALS)) return;
  const message = `some ${expected.toExponential(1)} arrivals are to be expected, more than ${MOST_ARRIVALS}`;
  checks.complain(keys, "too-many-arrivals", message, "is the unit of the rate right? Or simulate a shorter span");
}

function checkChoice(checks: Checks, choice: VisitTypeChoice, kind: "visitTypes" | "tasks", keys: Keys): void {
  const known = pathwaysOf(checks.scenario).flatMap((pathway) => (pathway.kind === kind ? [pathway.name] : []));
  const what = kind === "visitTypes" ? "visit type" : "task";
  if (typeof choice === "string") checks.known(choice, known, keys, what);
  else {
    for (const name of Object.keys(choice)) checks.known(name, known, [...keys, name], what);
    checkShares(checks, Object.values(choice), keys);
  }
}
