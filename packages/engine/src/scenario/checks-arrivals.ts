/**
 * Checks of appointment templates and of sources of arrivals.
 *
 * @module
 */

import { clockTime } from "../time-of-day.ts";
import { checkHolds, checkRequests } from "./checks-requests.ts";
import { checkPositive } from "./checks-resources.ts";
import type { Checks } from "./checks-scope.ts";
import { checkChoice, checkMany, checkSharesByVisitType } from "./checks-who-comes.ts";
import type { Keys } from "./complaints.ts";
import type { AppointmentSource, TemplateRow, UnbookedSource } from "./schema.ts";
import { clocksOf } from "./template-rows.ts";
import { minutes, ratePerMinute, share } from "./units.ts";

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
    else if ("requests" in source) checkRequests(checks, source, keys);
    else checkUnbooked(checks, source, keys);
  }
}

function checkRow(checks: Checks, row: TemplateRow, keys: Keys): void {
  if (row.provider !== undefined) {
    const { staff = {} } = checks.scenario;
    const people = Object.values(staff).flatMap((role) => Object.keys(role.people ?? {}));
    checks.known(row.provider, [...Object.keys(staff), ...people], [...keys, "provider"], "role or person");
  }
  checkWhoComes(checks, row, [...keys, "visitType"]);
  if ("at" in row) {
    checkSlots(checks, row, keys);
    return;
  }
  if (clockTime(row.to) <= clockTime(row.from)) {
    checks.complain([...keys, "to"], "ends-before", `the row ends at ${row.to}, before it begins`, "let it end later");
    return;
  }
  if ("every" in row) checkPositive(checks, row.every, [...keys, "every"]);
  const each = "slots" in row ? row.slots : (clockTime(row.to) - clockTime(row.from)) / minutes(row.every);
  const seats = each * (row.seats ?? 1) * (checks.units.get(row.provider ?? "") ?? 1);
  if (seats <= MOST_SEATS) checkSlots(checks, row, keys);
  if (!(seats > MOST_SEATS) || seats === Infinity) return;
  const message = `the row has ${Math.round(seats)} seats a day, more than ${MOST_SEATS}`;
  checks.complain(keys, "too-many-seats", message, "let the slots be longer, or fewer");
}

function checkWhoComes(checks: Checks, { visitType }: TemplateRow, keys: Keys): void {
  if (Array.isArray(visitType)) {
    for (const [slot, choice] of visitType.entries()) checkChoice(checks, choice, "visitTypes", [...keys, slot]);
  } else if (visitType !== undefined) checkChoice(checks, visitType, "visitTypes", keys);
}

/** Checks a row whose slots can be counted. */
function checkSlots(checks: Checks, row: TemplateRow, keys: Keys): void {
  const slots = clocksOf(row).length;
  if (Array.isArray(row.visitType) && row.visitType.length !== slots) {
    const message = `the row has ${slots} slots, and says of ${row.visitType.length} who comes`;
    checks.complain([...keys, "visitType"], "not-one-for-each", message, "list one visit type for each slot");
    return;
  }
  checkHolds(checks, row, keys);
}

function checkAppointments(checks: Checks, source: AppointmentSource, keys: Keys): void {
  const { appointments, visitType } = source;
  const own = [...keys, "appointments"];
  const { templates = {} } = checks.scenario;
  if (visitType !== undefined) checkChoice(checks, visitType, "visitTypes", [...keys, "visitType"]);
  checks.law(appointments.leadTime, [...own, "leadTime"]);
  checks.law(appointments.punctuality, [...own, "punctuality"], true);
  checkBooked(checks, appointments.booked, [...own, "booked"]);
  for (const key of ["noShow", "cancellation"] as const) {
    checkSharesByVisitType(checks, appointments[key], [...own, key]);
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

function checkUnbooked(checks: Checks, source: UnbookedSource, keys: Keys): void {
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
