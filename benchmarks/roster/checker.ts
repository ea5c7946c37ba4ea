/**
 * Judges a roster by the rules of the format alone, and shares no line with the solver: the other road to every number.
 *
 * @module
 */

import type { Employee, Instance } from "./instance.ts";

/** What a roster costs, and every hard rule that it breaks. */
export interface Verdict {
  readonly cost: number;
  readonly violations: readonly string[];
}

/** Judges a roster: per employee the id of the shift of each day, or an empty text for a day off. */
export function check(instance: Instance, roster: readonly (readonly string[])[]): Verdict {
  const violations: string[] = [];
  if (roster.length !== instance.staff.length)
    violations.push(`${roster.length} rows for ${instance.staff.length} staff`);
  instance.staff.forEach((employee, index) => {
    const line = roster[index] ?? [];
    if (line.length !== instance.days) violations.push(`${employee.id} has ${line.length} days`);
    for (const broken of brokenBy(instance, employee, line)) violations.push(`${employee.id} ${broken}`);
  });
  return { cost: requestCost(instance, roster) + coverCost(instance, roster), violations };
}

function* brokenBy(instance: Instance, employee: Employee, line: readonly string[]): Generator<string> {
  const shifts = new Map(instance.shifts.map((shift) => [shift.id, shift]));
  for (const id of line) if (id !== "" && !shifts.has(id)) yield `works ${id}, which nobody knows`;
  for (let day = 0; day + 1 < line.length; day++) {
    if (shifts.get(line[day]!)?.notFollowedBy.includes(line[day + 1]!)) {
      yield `works ${line[day + 1]} on the day after ${line[day]}, day ${day + 1}`;
    }
  }
  for (const [id, most] of employee.maxShifts) {
    const count = line.filter((worked) => worked === id).length;
    if (count > most) yield `works ${count} of at most ${most} shifts ${id}`;
  }
  let minutes = 0;
  for (const id of line) minutes += shifts.get(id)?.minutes ?? 0;
  if (minutes > employee.maxMinutes) yield `works ${minutes} of at most ${employee.maxMinutes} minutes`;
  if (minutes < employee.minMinutes) yield `works ${minutes} of at least ${employee.minMinutes} minutes`;
  for (const day of employee.daysOff) if (line[day] !== "") yield `works on day ${day}, a day off`;
  let weekends = 0;
  for (let saturday = 5; saturday < line.length; saturday += 7) {
    if (line[saturday] !== "" || (saturday + 1 < line.length && line[saturday + 1] !== "")) weekends++;
  }
  if (weekends > employee.maxWeekends) yield `works on ${weekends} of at most ${employee.maxWeekends} weekends`;
  // Stretches of work and of rest. At the edges of the horizon a stretch may be short, for it goes on outside.
  let begin = 0;
  for (let day = 1; day <= line.length; day++) {
    if (day < line.length && (line[day] === "") === (line[begin] === "")) continue;
    const length = day - begin;
    const atEdge = begin === 0 || day === line.length;
    if (line[begin] === "") {
      if (length < employee.minConsecutiveDaysOff && !atEdge) yield `is off for ${length} days from day ${begin}`;
    } else {
      if (length > employee.maxConsecutiveShifts) yield `works ${length} days from day ${begin}`;
      if (length < employee.minConsecutiveShifts && !atEdge) yield `works only ${length} days from day ${begin}`;
    }
    begin = day;
  }
}

function requestCost(instance: Instance, roster: readonly (readonly string[])[]): number {
  const rowOf = new Map(instance.staff.map(({ id }, row) => [id, row]));
  let cost = 0;
  for (const { employee, day, shift, weight } of instance.onRequests) {
    if (roster[rowOf.get(employee)!]?.[day] !== shift) cost += weight;
  }
  for (const { employee, day, shift, weight } of instance.offRequests) {
    if (roster[rowOf.get(employee)!]?.[day] === shift) cost += weight;
  }
  return cost;
}

function coverCost(instance: Instance, roster: readonly (readonly string[])[]): number {
  let cost = 0;
  for (const { day, shift, requirement, weightUnder, weightOver } of instance.cover) {
    const there = roster.filter((line) => line[day] === shift).length;
    if (there < requirement) cost += (requirement - there) * weightUnder;
    if (there > requirement) cost += (there - requirement) * weightOver;
  }
  return cost;
}
