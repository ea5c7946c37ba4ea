/**
 * An instance of Curtois & Qu as a roster model.
 *
 * A shift-on request that is denied costs its weight: a constant, less a reward for the cell. The constant comes along,
 * because a model has no place for one.
 *
 * @module
 */

import type { RosterModel, Term } from "@praxis/engine";
import type { Instance } from "./instance.ts";

/** The model of an instance; its costs miss `constant`. */
export interface Stated {
  readonly model: RosterModel;
  readonly constant: number;
}

/** States an instance in terms. */
export function stateInTerms(instance: Instance): Stated {
  const { days, staff } = instance;
  const shiftOf = new Map(instance.shifts.map(({ id }, shift) => [id, shift]));
  const personOf = new Map(staff.map(({ id }, person) => [id, person]));
  const allShifts = instance.shifts.map((_, shift) => shift);
  const allDays = Array.from({ length: days }, (_, day) => day);
  const weekends = allDays.filter((day) => day % 7 === 5).map((day) => (day + 1 < days ? [day, day + 1] : [day]));
  const hard = Number.POSITIVE_INFINITY;
  const off = -1;
  const terms: Term[] = [];
  staff.forEach((employee, person) => {
    const because = (rule: string) => ({ person, reason: { rule, text: `${employee.id}: ${rule}` } });
    for (const day of employee.daysOff) {
      for (const shift of allShifts) {
        terms.push({ kind: "cell", ...because("day off"), day, shift, cost: hard });
      }
    }
    instance.shifts.forEach(({ notFollowedBy }, shift) => {
      if (notFollowedBy.length === 0) return;
      const to = notFollowedBy.map((id) => shiftOf.get(id)!);
      terms.push({ kind: "succession", ...because("succession"), from: [shift], to, cost: hard });
    });
    for (const [id, max] of employee.maxShifts) {
      const cells = [{ days: allDays, shifts: [shiftOf.get(id)!], weight: 1 }];
      terms.push({ kind: "sum", ...because(`shifts ${id}`), cells, limits: { max, costPerOver: hard } });
    }
    terms.push({
      kind: "sum",
      ...because("minutes"),
      cells: instance.shifts.map(({ minutes }, shift) => ({ days: allDays, shifts: [shift], weight: minutes })),
      limits: { min: employee.minMinutes, max: employee.maxMinutes, costPerUnder: hard, costPerOver: hard },
    });
    terms.push({
      kind: "run",
      ...because("consecutive shifts"),
      shifts: allShifts,
      limits: {
        min: employee.minConsecutiveShifts,
        max: employee.maxConsecutiveShifts,
        costPerUnder: hard,
        costPerOver: hard,
      },
      before: "unknown",
    });
    terms.push({
      kind: "run",
      ...because("consecutive days off"),
      shifts: [off],
      limits: { min: employee.minConsecutiveDaysOff, costPerUnder: hard },
      before: "unknown",
    });
    terms.push({
      kind: "blocks",
      ...because("weekends"),
      blocks: weekends,
      shifts: allShifts,
      limits: { max: employee.maxWeekends, costPerOver: hard },
    });
  });
  let constant = 0;
  for (const { employee, day, shift, weight } of instance.onRequests) {
    constant += weight;
    terms.push({
      kind: "cell",
      reason: { rule: "shift on request", text: employee },
      person: personOf.get(employee)!,
      day,
      shift: shiftOf.get(shift)!,
      cost: -weight,
    });
  }
  for (const { employee, day, shift, weight } of instance.offRequests) {
    terms.push({
      kind: "cell",
      reason: { rule: "shift off request", text: employee },
      person: personOf.get(employee)!,
      day,
      shift: shiftOf.get(shift)!,
      cost: weight,
    });
  }
  const everybody = staff.map((_, person) => person);
  for (const { day, shift, requirement, weightUnder, weightOver } of instance.cover) {
    terms.push({
      kind: "cover",
      reason: { rule: "cover", text: `${shift} on day ${day}` },
      parts: [{ people: everybody, cells: { days: [day], shifts: [shiftOf.get(shift)!], weight: 1 } }],
      limits: { min: requirement, max: requirement, costPerUnder: weightUnder, costPerOver: weightOver },
    });
  }
  return { model: { people: staff.length, days, shifts: instance.shifts.length, terms }, constant };
}
