/**
 * Reads the grid of a roster that somebody has edited in a spreadsheet.
 *
 * @module
 */

import { type Issue, ScenarioError } from "../errors.ts";
import type { Roster, RosterProblem } from "../roster/problem.ts";
import { listed, type Names, nameFinder } from "./roster-names.ts";
import { daysOf } from "./shift-words.ts";
import { readTable, type TableLine, unguarded } from "./spreadsheet.ts";

/**
 * Reads a roster from a grid, as `rosterToCsv` writes it and a spreadsheet saves it.
 *
 * The first line has a cell `person` and the days, in any order; other columns and empty lines are passed over. A cell is
 * empty on a day off, or says the id of a shift; its name will do where that leaves no choice, in capitals or not.
 *
 * @throws {ScenarioError} with every issue and its line: someone unknown, missing or there twice, a day without a column,
 *   a shift that does not exist
 * @example
 * const shifts = [{ id: "early", name: "early", workMinutes: 480, parts: [], kinds: [] }];
 * const people = [{ id: "MA-1", role: "medical assistant", skills: new Map(), costPerHour: 25 }];
 * const frame = { name: "week", start: "2026-12-07", days: 2, workplaces: [], uses: [], history: [] };
 * rosterFromCsv("person;Tue 2026-12-08;Mon 2026-12-07\r\nMA-1;;Early\r\n;;\r\n", { ...frame, shifts, people })
 *   // { "MA-1": ["early", null] }
 */
export function rosterFromCsv(text: string, problem: RosterProblem): Roster {
  const [heading, ...lines] = readTable(text);
  if (heading === undefined) throw new ScenarioError([emptyTable()]);
  const issues: Issue[] = [];
  const columns = columnsOf(heading, problem, issues);
  const names = nameFinder(problem);
  const tours = new Map<string, readonly (string | null)[]>();
  if (columns.person >= 0) {
    for (const line of lines) readLine(line, { columns, names, problem, tours, issues });
    issues.push(...missingPeople(problem, tours));
  }
  if (issues.length > 0) throw new ScenarioError(issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  return Object.fromEntries(problem.people.map(({ id }) => [id, tours.get(id)!]));
}

interface Columns {
  /** Index of the column with the names; -1 when there is none. */
  readonly person: number;
  /** For each day of the horizon the index of its column; -1 when it has none. */
  readonly days: readonly number[];
}

function columnsOf({ line, cells }: TableLine, problem: RosterProblem, issues: Issue[]): Columns {
  const person = cells.findIndex((cell) => cell.trim().toLowerCase() === "person");
  if (person < 0) {
    issues.push({
      code: "missing-key",
      path: "",
      line,
      message: "no column is headed “person”",
      hint: "let the first line be: person, role, and the days",
    });
  }
  const days = daysOf(problem);
  const found = days.map(() => -1);
  const strange: string[] = [];
  for (const [column, cell] of cells.entries()) {
    const date = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/.exec(cell)?.[0];
    const day = days.findIndex((other) => other.date === date);
    if (date === undefined) {
      if (!["person", "role", ""].includes(cell.trim().toLowerCase())) strange.push(`“${cell.trim()}”`);
    } else if (day < 0) {
      issues.push({
        code: "unknown-name",
        path: `/${date}`,
        line,
        message: `${cell.trim()} is not a day of this roster`,
        hint: `it covers ${days[0]?.date} to ${days.at(-1)?.date}; delete the column`,
      });
    } else if (found[day]! >= 0) {
      issues.push({
        code: "name-taken",
        path: `/${date}`,
        line,
        message: `two columns are headed ${date}`,
        hint: "delete one of them",
      });
    } else found[day] = column;
  }
  const missing = days.filter(({ day }) => found[day]! < 0).map(({ weekday, date }) => `${weekday} ${date}`);
  if (missing.length > 0) {
    issues.push({
      code: "missing-key",
      path: "",
      line,
      message: `there is no column for ${listed(missing)}`,
      hint: `head a column for each day as “${missing[0]}”${strange.length === 0 ? "" : `; not read as days: ${listed(strange)}`}`,
    });
  }
  return { person, days: found };
}

interface Reading {
  readonly columns: Columns;
  readonly names: Names;
  readonly problem: RosterProblem;
  readonly tours: Map<string, readonly (string | null)[]>;
  readonly issues: Issue[];
}

function readLine({ line, cells }: TableLine, { columns, names, problem, tours, issues }: Reading): void {
  const name = cells[columns.person] ?? "";
  const person = names.person(unguarded(name)) ?? names.person(name);
  if (person === undefined) {
    issues.push(
      name.trim() === ""
        ? {
            code: "missing-key",
            path: "",
            line,
            message: "the line does not say whose shifts these are",
            hint: "write the person's name into its first cell, or delete the line",
          }
        : { code: "unknown-name", path: `/${name}`, line, ...names.unknownPerson(name) },
    );
    return;
  }
  if (tours.has(person)) {
    issues.push({
      code: "name-taken",
      path: `/${person}`,
      line,
      message: `${person} has two lines`,
      hint: "put them together into one",
    });
    return;
  }
  const days = daysOf(problem);
  const tour = columns.days.map((column, day): string | null => {
    const cell = cells[column] ?? "";
    const shift = names.shift(unguarded(cell)) ?? names.shift(cell);
    if (shift !== undefined) return shift;
    const { weekday, date } = days[day]!;
    const wrong = names.unknownShift(cell);
    const message = `${person} has ${wrong.message} on ${weekday} ${date}`;
    issues.push({ code: "unknown-name", path: `/${person}/${date}`, line, message, hint: wrong.hint });
    return null;
  });
  tours.set(person, tour);
}

function missingPeople({ people }: RosterProblem, tours: ReadonlyMap<string, unknown>): Issue[] {
  return people
    .filter(({ id }) => !tours.has(id))
    .map(({ id }) => ({
      code: "missing-key",
      path: `/${id}`,
      message: `there is no line for ${id}`,
      hint: "add one; leave its days empty if they are all off",
    }));
}

function emptyTable(): Issue {
  return {
    code: "empty",
    path: "",
    message: "the roster is empty",
    hint: "let the first line be: person, role, and the days",
  };
}
