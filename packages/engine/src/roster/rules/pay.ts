/**
 * What people cost: their hours, and more for those beyond what their contract pays at the usual rate.
 *
 * @module
 */

import { allDays, dayName, type RosterProblem, type Shift, weeks } from "../problem.ts";
import type { Term } from "../roster-model.ts";
import type { Rule } from "../rule.ts";

/** What hours beyond the usual ones cost more. */
export interface Pay {
  /** Minutes of a week that are paid at the usual rate; all when absent. */
  readonly usualMinutes?: number;
  /** Dollars for an hour beyond, on top of the usual rate. */
  readonly extraPerHour?: number;
}

export const pay: Rule<Pay> = {
  name: "pay",
  description: "What people cost: their hours, and the surcharge on overtime.",
  constrain({ people, parameters: { usualMinutes, extraPerHour = 0 } }, problem) {
    const days = allDays(problem);
    return people.flatMap((person) => {
      const { id, costPerHour } = problem.people[person]!;
      const reason = { rule: "pay", text: `${id} is paid for hours worked` };
      const usual: Term[] = problem.shifts.flatMap(({ workMinutes }, shift) => {
        const cost = (costPerHour * workMinutes) / 60;
        return cost === 0 ? [] : days.map((day): Term => ({ kind: "cell", reason, person, day, shift, cost }));
      });
      if (usualMinutes === undefined || extraPerHour === 0) return usual;
      const overtime = { rule: "pay", text: `${id} is paid more beyond ${usualMinutes / 60} hours a week` };
      const extra = weeks(problem).map(
        (week): Term => ({
          kind: "sum",
          reason: overtime,
          person,
          cells: byMinutes(problem.shifts).map(({ shifts, minutes }) => ({ days: week, shifts, weight: minutes })),
          limits: { max: usualMinutes, costPerOver: extraPerHour / 60 },
        }),
      );
      return [...usual, ...extra];
    });
  },
  violations({ people, parameters: { usualMinutes = Infinity, extraPerHour = 0 } }, problem, assignments) {
    return people.flatMap((person) => {
      const { id, costPerHour } = problem.people[person]!;
      return weeks(problem).flatMap((week) => {
        const worked = week.reduce((sum, day) => sum + (assignments[person]![day]?.workMinutes ?? 0), 0);
        const overtime = Math.max(0, worked - usualMinutes);
        const cost = (worked * costPerHour + overtime * extraPerHour) / 60;
        if (cost === 0) return [];
        const beyond = overtime > 0 ? `, ${hours(overtime)} of them overtime` : "";
        return [
          { text: `${id} works ${hours(worked)}${beyond} in the week of ${dayName(problem, week[0]!)}`, cost, person },
        ];
      });
    });
  },
};

/** Shifts of the same length, together. */
export function byMinutes(shifts: RosterProblem["shifts"]): { readonly minutes: number; readonly shifts: number[] }[] {
  const groups = new Map<number, number[]>();
  shifts.forEach(({ workMinutes }: Shift, shift) => {
    const group = groups.get(workMinutes);
    if (group === undefined) groups.set(workMinutes, [shift]);
    else group.push(shift);
  });
  return [...groups].filter(([minutes]) => minutes > 0).map(([minutes, members]) => ({ minutes, shifts: members }));
}

function hours(minutes: number): string {
  return `${Number((minutes / 60).toFixed(2))} hours`;
}
