/**
 * A roster as a grid for spreadsheets, and back.
 *
 * @module
 */

import { stringify } from "csv-stringify/browser/esm/sync";
import type { Roster, RosterProblem } from "../roster/problem.ts";
import { daysOf } from "./shift-words.ts";
import { guarded, marked } from "./spreadsheet.ts";

/**
 * Writes a roster as a grid: a person a line, a day a column, nothing on a day off.
 *
 * A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula; such a name gets an apostrophe in front,
 * which `rosterFromCsv` takes away again. The text begins with a byte order mark if it has letters without which a
 * spreadsheet would misread it.
 *
 * @example
 * const shifts = [{ id: "early", name: "early", workMinutes: 480, parts: [], kinds: [] }];
 * const people = [{ id: "MA-1", role: "medical assistant", skills: new Map(), costPerHour: 25 }];
 * const frame = { name: "week", start: "2026-12-07", days: 2, workplaces: [], uses: [], history: [] };
 * rosterToCsv({ "MA-1": ["early", null] }, { ...frame, shifts, people })
 *   // "person,role,Mon 2026-12-07,Tue 2026-12-08\r\nMA-1,medical assistant,early,\r\n"
 */
export function rosterToCsv(roster: Roster, problem: RosterProblem): string {
  const heading = ["person", "role", ...daysOf(problem).map(({ weekday, date }) => `${weekday} ${date}`)];
  const lines = problem.people.map(({ id, role }) => [
    guarded(id),
    guarded(role),
    ...roster[id]!.map((shift) => (shift === null ? "" : guarded(shift))),
  ]);
  const text = stringify([heading, ...lines], { record_delimiter: "windows", quoted_match: /[;\t\r\n]|^\s|\s$/ });
  return marked(text);
}
