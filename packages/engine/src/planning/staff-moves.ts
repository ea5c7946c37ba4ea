/**
 * Other breaks and shifts for the people of a role, as long as before: payroll stays as it is.
 *
 * @module
 */

import type { Break, Scenario, StaffRole } from "../scenario/schema.ts";
import { clockText, clockTime } from "../time-of-day.ts";
import type { Move } from "./moves.ts";

/** Minutes by which breaks are moved. */
const BREAK_SHIFTS = [-30, -15, 15, 30];

/** Minutes between the breaks of those who take turns. */
const TURNS = 20;

/** Minutes by which a half of the people start and end later. */
const STARTS = [15, 30, 60];

/** Moves of breaks, turns at breaks, and later starts of half the people; roles whose people have rosters keep them. */
export function staffMoves({ staff = {} }: Scenario): Move[] {
  return Object.entries(staff).flatMap(([role, spec]) =>
    spec.people === undefined ? [...breakMoves(role, spec), ...shiftMoves(role, spec)] : [],
  );
}

function breakMoves(role: string, { breaks = [], count = 1 }: StaffRole): Move[] {
  return breaks.flatMap((rest, index) => {
    if (!("at" in rest)) return [];
    const clocks = [rest.at].flat().map(clockTime);
    const move = (what: string, times: readonly number[]): Move => {
      const at = times.map((time) => clockText(time));
      const value: Break = { ...rest, at: at.length === 1 ? at[0]! : at };
      return {
        name: `${role}: ${what}`,
        about: `breaks of ${role}`,
        changes: [{ path: ["staff", role, "breaks", index], value, label: `${role}: ${what}` }],
      };
    };
    const moved = BREAK_SHIFTS.map((by) =>
      move(
        `break ${Math.abs(by)} min ${by < 0 ? "earlier" : "later"}`,
        clocks.map((clock) => clock + by),
      ),
    );
    const [first] = clocks as [number];
    const turns = [first - TURNS / 2, first + TURNS / 2];
    return clocks.length === 1 && count > 1 ? [...moved, move("breaks in two turns", turns)] : moved;
  });
}

/** A span of the day for all becomes two: half of the people as before, half later. */
function shiftMoves(role: string, { shift, count = 1 }: StaffRole): Move[] {
  const [, from, to] = typeof shift === "string" ? (/^(\d+:\d\d)\s*[-–]\s*(\d+:\d\d)$/.exec(shift) ?? []) : [];
  if (from === undefined || to === undefined || count < 2) return [];
  const late = Math.floor(count / 2);
  return STARTS.map((by) => {
    const later = { from: clockText(clockTime(from) + by), to: clockText(clockTime(to) + by), count: late };
    const value = [{ from, to, count: count - late }, later];
    const name = `${role}: ${late} of ${count} start ${by} min later`;
    return { name, about: `shift of ${role}`, changes: [{ path: ["staff", role, "shift"], value, label: name }] };
  });
}
