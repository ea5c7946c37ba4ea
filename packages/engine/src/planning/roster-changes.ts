/**
 * A roster as changes to a scenario: the simulation then runs with the people whom the roster puts to work.
 *
 * @module
 */

import { OfficeError } from "../errors.ts";
import type { Roster, RosterProblem, Shift } from "../roster/problem.ts";
import type { Change } from "../scenario/changes.ts";
import type { Scenario } from "../scenario/schema.ts";
import { clockText, DAY, dateAfter } from "../time-of-day.ts";

/** Somebody who does not come, whatever the roster says. */
export interface Missing {
  /** The id of a person. */
  readonly person: string;
  /** From 0, the first day of the roster. */
  readonly day: number;
}

/**
 * The changes that put a roster into a scenario.
 *
 * The scenario then begins on the roster's first day, at the hour at which it began before, and is as long as the
 * roster. Each role of the scenario for which some workplace of the problem stands has the people of the roster, at
 * just the times at which they are at such a workplace; breaks are those of the roster. Other roles stay as they are.
 *
 * @param options.missing days on which people do not come
 * @throws {OfficeError} when no workplace stands for a role, or one stands for a role that the scenario has not
 */
export function rosterChanges(
  problem: RosterProblem,
  roster: Roster,
  { scenario, missing = [] }: { readonly scenario: Scenario; readonly missing?: readonly Missing[] },
): Change[] {
  const roles = rolesOf(problem, scenario);
  const shifts = new Map<string, readonly string[]>();
  const staff = [...roles].map(([role, workplaces]): Change => {
    const people = peopleAt(problem, roster, { role, workplaces, missing, shifts });
    const { count: _, shift: __, breaks: ___, ...rest } = scenario.staff![role]!;
    return { path: ["staff", role], value: { ...rest, people }, label: `${role} as rostered` };
  });
  const clock = / (\S+)$/.exec(scenario.calendar.start ?? "")?.[1];
  const start = clock === undefined ? problem.start : `${problem.start} ${clock}`;
  return [
    { path: ["calendar", "start"], value: start, label: `from ${problem.start} on` },
    { path: ["calendar", "length"], value: `${problem.days} d`, label: `${problem.days} days` },
    { path: ["shifts"], value: { ...scenario.shifts, ...Object.fromEntries(shifts) }, label: "shifts of the roster" },
    ...staff,
  ];
}

/** The roles of the scenario, and the workplaces that stand for each. */
function rolesOf({ workplaces }: RosterProblem, { staff = {} }: Scenario): Map<string, Set<string>> {
  const roles = new Map<string, Set<string>>();
  for (const { name, staffs } of workplaces) {
    if (staffs === undefined) continue;
    if (!Object.hasOwn(staff, staffs)) {
      const known = Object.keys(staff).join(", ");
      throw new OfficeError(`workplace ${name} staffs “${staffs}”, which the scenario has not; known: ${known}`);
    }
    roles.set(staffs, (roles.get(staffs) ?? new Set()).add(name));
  }
  if (roles.size > 0) return roles;
  throw new OfficeError(
    "no workplace of the roster says which role of a scenario it staffs; write staffs: receptionist",
  );
}

interface At {
  readonly role: string;
  readonly workplaces: ReadonlySet<string>;
  readonly missing: readonly Missing[];
  /** Takes the hours of shifts under the names that people's rosters use. */
  readonly shifts: Map<string, readonly string[]>;
}

/** Everybody who is ever at these workplaces, with the hours of each day. */
function peopleAt(problem: RosterProblem, roster: Roster, { role, workplaces, missing, shifts }: At) {
  const known = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const people = problem.people.flatMap(({ id, role: own }) => {
    const isMissing = (day: number) => missing.some((one) => one.person === id && one.day === day);
    const shiftOn = (day: number) => known.get(roster[id]![day] ?? "");
    const absent: string[] = [];
    const days = roster[id]!.map((_, day) => {
      // What is worked after midnight belongs to who came the evening before.
      const before = isMissing(day - 1) ? [] : spansAt(shiftOn(day - 1), workplaces, 1);
      const today = spansAt(shiftOn(day), workplaces, 0);
      const staysAway = isMissing(day) && before.length === 0;
      if (staysAway) absent.push(dateAfter(problem.start, day));
      const comes = today.length > 0 && (staysAway || !isMissing(day));
      if (!comes && before.length === 0) return null;
      const names = [
        ...(comes ? [shiftOn(day)!.id] : []),
        ...(before.length > 0 ? [`after ${shiftOn(day - 1)!.id}`] : []),
      ];
      const shift = `${names.join(" ")} as ${role}`;
      shifts.set(shift, [...before, ...(comes ? today : [])]);
      return shift;
    });
    if (days.every((day) => day === null)) return [];
    // A person of a scenario has one role; whoever works in several is there once for each, at different times.
    const alias = own === role ? id : `${id} as ${role}`;
    return [[alias, { roster: days, ...(absent.length > 0 && { absent }) }] as const];
  });
  return Object.fromEntries(people);
}

/** The spans of a shift at some workplaces that begin so many days after it, in the words of a scenario. */
function spansAt(shift: Shift | undefined, workplaces: ReadonlySet<string>, daysAfter: number): string[] {
  return (shift?.parts ?? [])
    .filter(({ workplace, from }) => workplaces.has(workplace) && Math.floor(from / DAY) === daysAfter)
    .map(({ from, to }) => `${clockText(from)}-${to % DAY === 0 ? "24:00" : clockText(to)}`);
}
