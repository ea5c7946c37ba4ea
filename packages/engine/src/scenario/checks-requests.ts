/**
 * Checks of patients who ask for appointments, and of the seats that are held for some of them.
 *
 * @module
 */

import { checkPositive } from "./checks-resources.ts";
import type { Checks } from "./checks-scope.ts";
import { checkChoice, checkMany, checkShare, checkSharesByVisitType } from "./checks-who-comes.ts";
import type { Keys } from "./complaints.ts";
import type { RequestSource, TemplateRow, VisitTypeChoice } from "./schema.ts";
import { clocksOf, heldSeats, holdsOf, isFor, sameDay } from "./template-rows.ts";
import { minutes, ratePerMinute, share } from "./units.ts";

/** Days of the longest booking horizon. */
const LONGEST_HORIZON = 730;
/** Days that can be booked ahead where nothing is said. */
const USUAL_HORIZON = "90 d";
/** The most seats that can be open for booking at a time. */
const MOST_OPEN_SEATS = 500_000;
const DAY = 1440;

/** Checks patients who ask for appointments. */
export function checkRequests(checks: Checks, source: RequestSource, keys: Keys): void {
  const { requests, visitType } = source;
  const own = [...keys, "requests"];
  if (visitType === undefined) {
    checks.complain(keys, "nobody-comes", "nothing says who asks", "write visitType: … beside requests");
  } else checkChoice(checks, visitType, "visitTypes", [...keys, "visitType"]);
  checkDemand(checks, source, own);
  checkPositive(checks, requests.horizon, [...own, "horizon"]);
  checks.law(requests.balks, [...own, "balks"]);
  checks.law(requests.cancelledAhead, [...own, "cancelledAhead"]);
  checks.law(requests.punctuality, [...own, "punctuality"], true);
  checkSharesByVisitType(checks, requests.noShow, [...own, "noShow"]);
  checkSharesByVisitType(checks, requests.cancellation, [...own, "cancellation"]);
  checkShare(checks, requests.waitList, [...own, "waitList"]);
  const { bookAgain } = requests;
  if (typeof bookAgain === "string") checkShare(checks, bookAgain, [...own, "bookAgain"]);
  else checkShare(checks, bookAgain?.share, [...own, "bookAgain", "share"]);
  const { templates = {} } = checks.scenario;
  if (!checks.known(requests.template, Object.keys(templates), [...own, "template"], "template")) return;
  checkHorizon(checks, source, own);
  if (visitType !== undefined) checkOffered(checks, visitType, templates[requests.template]!, keys);
}

function checkDemand(checks: Checks, { requests }: RequestSource, keys: Keys): void {
  const { demand, panel } = requests;
  if ((demand === undefined) === (panel === undefined)) {
    const message = demand === undefined ? "nothing says how many ask" : "either a demand or a panel, not both";
    const hint = "write demand: 20 per day, or panel: { patients: 2500, asking: 0.8 % }";
    checks.complain(keys, "nobody-comes", message, hint);
    return;
  }
  checkShare(checks, panel?.asking, [...keys, "panel", "asking"]);
  const daily = demand === undefined ? panel!.patients * share(panel!.asking) : ratePerMinute(demand) * DAY;
  const days = Math.ceil(minutes(checks.scenario.calendar.length) / DAY);
  checkMany(checks, daily * days, [...keys, demand === undefined ? "panel" : "demand"]);
}

/** How far ahead seats can be booked: not for ever, and not more of them than could be kept in mind. */
function checkHorizon(checks: Checks, { requests }: RequestSource, keys: Keys): void {
  const { horizon = USUAL_HORIZON, bookedAhead, template } = requests;
  const days = minutes(horizon) / DAY;
  if (days > LONGEST_HORIZON) {
    const message = `nobody books ${horizon} ahead`;
    checks.complain([...keys, "horizon"], "too-long", message, `write ${LONGEST_HORIZON} d at most`);
    return;
  }
  const rows = checks.scenario.templates![template]!;
  const seats = rows.reduce((sum, row) => sum + seatsOf(row) * (checks.units.get(row.provider ?? "") ?? 1), 0);
  if (seats * days > MOST_OPEN_SEATS) {
    const message = `some ${Math.round(seats * days)} seats are open for booking at a time, more than ${MOST_OPEN_SEATS}`;
    checks.complain([...keys, "horizon"], "too-many-seats", message, "let the horizon be shorter");
  }
  if (bookedAhead === undefined || minutes(bookedAhead) <= minutes(horizon)) return;
  const message = `${bookedAhead} cannot be booked ahead when the horizon is ${horizon}`;
  checks.complain([...keys, "bookedAhead"], "too-long", message, "let it be shorter, or the horizon longer");
}

/** Complains of visit types for which the template has no seat. */
function checkOffered(checks: Checks, choice: VisitTypeChoice, rows: readonly TemplateRow[], keys: Keys): void {
  for (const name of typeof choice === "string" ? [choice] : Object.keys(choice)) {
    if (rows.some((row) => isOfferedTo(row, name))) continue;
    const message = `no row of the template has a seat for “${name}”, so whoever asks for it goes elsewhere`;
    const hint = "let a row be for it, or have no visit type, or hold fewer seats for others";
    checks.complain([...keys, "visitType"], "nobody-offers", message, hint);
  }
}

function isOfferedTo(row: TemplateRow, visitType: string): boolean {
  if (![row.visitType].flat().some((choice) => isFor(choice, visitType))) return false;
  const all = seatsOf(row);
  const forOthers = holdsOf(row).reduce((sum, hold) => {
    const mine = [hold.for].flat().includes(visitType);
    return mine || hold.until !== undefined || [hold.for].flat().includes(sameDay) ? sum : sum + heldSeats(hold, all);
  }, 0);
  return all > forOthers;
}

/** Checks what a row holds for whom, and who may be booked beyond its seats. */
export function checkHolds(checks: Checks, row: TemplateRow, keys: Keys): void {
  const own = [...keys, "held"];
  const all = seatsOf(row);
  const held = holdsOf(row).reduce((sum, hold) => sum + heldSeats(hold, all), 0);
  for (const [index, hold] of holdsOf(row).entries()) {
    const place = Array.isArray(row.held) ? [...own, index] : own;
    const names = [hold.for].flat();
    for (const name of names) {
      const known = [sameDay, ...Object.keys(checks.scenario.visitTypes ?? {})];
      checks.known(name, known, [...place, "for"], "purpose or visit type");
    }
    if (names.length > 1 && names.includes(sameDay)) {
      const message = "seats held for the same day are not held for visit types";
      checks.complain([...place, "for"], "unknown-value", message, "write two holds, one for each purpose");
    }
    if (typeof hold.seats === "string") checkShare(checks, hold.seats, [...place, "seats"]);
  }
  if (held > all) {
    const message = `${held} seats are held, but the row has ${all}`;
    checks.complain(own, "too-many-held", message, "hold fewer, or let the row have more");
  }
  if (row.overbooked !== undefined) checkShare(checks, row.overbooked.above, [...keys, "overbooked", "above"]);
}

/** Seats of a row in a day, for one provider. */
function seatsOf(row: TemplateRow): number {
  return clocksOf(row).length * (row.seats ?? 1);
}
