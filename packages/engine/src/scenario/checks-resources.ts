/**
 * Checks of staff, rooms and equipment.
 *
 * @module
 */

import { isDate } from "../time-of-day.ts";
import { type Checks, everyStep, MOST_UNITS_IN_ALL, pathwaysOf } from "./checks-scope.ts";
import type { Keys } from "./complaints.ts";
import type { Scenario, Shift } from "./schema.ts";
import { patterns } from "./schema-quantities.ts";
import { minutes } from "./units.ts";

/** Checks who and what there is. */
export function checkResources(checks: Checks): void {
  checkNames(checks);
  checkStaff(checks);
  checkThings(checks);
  for (const [name, shift] of Object.entries(checks.scenario.shifts ?? {})) checkShift(checks, shift, ["shifts", name]);
}

/** Staff, people, rooms and equipment are needed by name, so no name may stand for two. */
function checkNames(checks: Checks): void {
  const { scenario } = checks;
  const seen = new Map<string, string>();
  const add = (name: string, kind: string, keys: Keys) => {
    const other = seen.get(name);
    if (other !== undefined) {
      checks.complain(keys, "name-taken", `“${name}” is the name of ${other} already`, `call this ${kind} otherwise`);
    }
    seen.set(name, `a ${kind}`);
  };
  const own = new Set(ownRoles(scenario));
  let total = 0;
  for (const [role, { people }] of Object.entries(scenario.staff ?? {})) {
    add(role, "role", ["staff", role]);
    for (const person of Object.keys(people ?? {})) add(person, "person", ["staff", role, "people", person]);
    const count = checks.units.get(role)!;
    total += count;
    // Where patients have their own, the people of a role have numbers.
    if (people !== undefined || !own.has(role)) continue;
    for (let number = 1; number <= Math.min(count, MOST_UNITS_IN_ALL); number++) {
      add(`${role} ${number}`, "person", ["staff", role]);
    }
  }
  for (const kind of ["rooms", "equipment"] as const) {
    for (const name of Object.keys(scenario[kind] ?? {})) {
      add(name, kind === "rooms" ? "room" : "piece of equipment", [kind, name]);
      const count = checks.units.get(name)!;
      if (count < Infinity) total += count;
    }
  }
  if (total <= MOST_UNITS_IN_ALL) return;
  const message = `there are ${total} people, rooms and pieces of equipment in all, more than ${MOST_UNITS_IN_ALL}`;
  checks.complain([], "too-many-units", message, "simulate a smaller practice, or let rooms be unlimited");
}

/** Roles of which patients need their own. */
function ownRoles(scenario: Scenario): string[] {
  const needs = pathwaysOf(scenario).flatMap(({ pathway, keys }) =>
    [...everyStep(pathway, keys)].flatMap(({ step }) => {
      if ("activity" in step) return [step.needs ?? []].flat();
      return "take" in step ? [step.take].flat() : [];
    }),
  );
  return needs.flatMap((need) => (typeof need === "object" && "my" in need ? [need.my] : []));
}

function checkStaff(checks: Checks): void {
  for (const [role, { count, people, shift, breaks = [], discipline }] of Object.entries(checks.scenario.staff ?? {})) {
    const keys = ["staff", role];
    if (people !== undefined && count !== undefined) {
      const message = "either a count of people who are alike, or single people";
      checks.complain([...keys, "count"], "count-and-people", message, "delete count; the people listed are counted");
    }
    if (people !== undefined && Object.keys(people).length === 0) {
      checks.complain([...keys, "people"], "nobody", "nobody is listed", "list people, or write count: 0 instead");
    }
    checkShift(checks, shift, [...keys, "shift"]);
    checkDiscipline(checks, discipline, [...keys, "discipline"]);
    for (const [index, rest] of breaks.entries()) {
      checks.law(rest.lasts, [...keys, "breaks", index, "lasts"]);
      if ("every" in rest) checkPositive(checks, rest.every, [...keys, "breaks", index, "every"]);
    }
    for (const [name, person] of Object.entries(people ?? {})) {
      const own = [...keys, "people", name];
      checkShift(checks, person?.shift, [...own, "shift"]);
      for (const [day, each] of (person?.roster ?? []).entries()) {
        checkShift(checks, each ?? undefined, [...own, "roster", day]);
      }
      for (const [index, date] of (person?.absent ?? []).entries()) checkDate(checks, date, [...own, "absent", index]);
    }
  }
}

function checkThings(checks: Checks): void {
  const { rooms, equipment } = checks.scenario;
  for (const [name, room] of Object.entries(rooms ?? {})) {
    checkDiscipline(checks, room.discipline, ["rooms", name, "discipline"]);
  }
  for (const [name, { discipline, failures, maintenance, count }] of Object.entries(equipment ?? {})) {
    const keys = ["equipment", name];
    checkDiscipline(checks, discipline, [...keys, "discipline"]);
    if (count === "unlimited" && (failures !== undefined || maintenance !== undefined)) {
      const message = "what is there without limit cannot fail or be maintained";
      checks.complain([...keys, "count"], "unlimited-fails", message, "say how many there are");
    }
    if (failures !== undefined) {
      checks.law(failures.after, [...keys, "failures", "after"]);
      checks.law(failures.repair, [...keys, "failures", "repair"]);
      if (typeof failures.after === "string") checkPositive(checks, failures.after, [...keys, "failures", "after"]);
    }
    if (maintenance === undefined) continue;
    checkPositive(checks, maintenance.every, [...keys, "maintenance", "every"]);
    checks.law(maintenance.lasts, [...keys, "maintenance", "lasts"]);
  }
}

/** A shift that is neither hours nor a name that some shift has. */
function checkShift(checks: Checks, shift: Shift | undefined, keys: Keys): void {
  if (typeof shift !== "string" || patterns.clockSpan.test(shift)) return;
  checks.known(shift, Object.keys(checks.scenario.shifts ?? {}), keys, "shift");
}

function checkDiscipline(checks: Checks, discipline: string | undefined, keys: Keys): void {
  if (discipline?.startsWith("by ") !== true || discipline === "by appointment") return;
  checks.known(discipline.slice(3), checks.attributes, keys, "attribute");
}

/** Complains when something happens again and again without any time between. */
export function checkPositive(checks: Checks, time: string | undefined, keys: Keys): void {
  if (time === undefined || minutes(time) > 0) return;
  checks.complain(keys, "no-time", `${time} is no time at all`, "write a time above 0, such as 20 min");
}

/** Complains about dates that no calendar has. */
export function checkDate(checks: Checks, date: string, keys: Keys): void {
  if (isDate(date)) return;
  checks.complain(keys, "not-a-date", `there is no day ${date}`, "write a date such as 2026-01-19");
}
