/**
 * Reads the template that a practice uses today from a table.
 *
 * @module
 */

import { type Issue, ScenarioError } from "../errors.ts";
import type { WeekProblem, WeekSlot } from "../template/week-problem.ts";
import { clockTime } from "../time-of-day.ts";
import { listed } from "./roster-names.ts";
import * as cells from "./table-cells.ts";
import { type Row, rowsOf } from "./table-rows.ts";

const shape = {
  table: "",
  columns: {
    provider: cells.name,
    department: cells.text,
    weekday: cells.weekday,
    start: cells.clock,
    minutes: cells.span,
    type: cells.name,
    "maximum bookings": cells.whole,
    "release rule": cells.text,
  },
  needed: ["provider", "weekday", "start", "type"],
};

/** The most patients in one slot. */
const MOST_BOOKINGS = 60;

/**
 * Reads slots from a table as `weekToCsv` writes it and a spreadsheet saves it; capitals do not matter in names.
 *
 * Columns provider, weekday, start and type are needed; department, minutes, maximum bookings (1) and release rule may be
 * absent.
 *
 * @throws {ScenarioError} with every issue and its line: a provider or a visit type that the week does not have, a cell
 *   that says something else than its column, the same slot twice
 * @example
 * const problem = { providers: [{ id: "Dr-A" }], visitTypes: [{ name: "visit" }] };
 * weekFromCsv("provider;weekday;start;type\nDr-A;Mon;8:00;Visit\n", problem)[0].start // 480
 */
export function weekFromCsv(text: string, problem: Pick<WeekProblem, "providers" | "visitTypes">): WeekSlot[] {
  const issues: Issue[] = [];
  const rows = rowsOf(text, shape, issues);
  const reading = {
    issues,
    providers: problem.providers.map(({ id }) => id),
    types: problem.visitTypes.map(({ name }) => name),
  };
  const slots = rows.map((row) => slotOf(row, reading));
  const lineOf = new Map<string, number>();
  for (const [index, slot] of slots.entries()) {
    if (slot === undefined) continue;
    const { provider, weekday, start, type } = slot;
    const key = JSON.stringify([provider, weekday, start, type]);
    const { line } = rows[index]!;
    const twin = lineOf.get(key);
    if (twin === undefined) lineOf.set(key, line);
    else {
      const hint = "put them together, with their bookings added up under maximum bookings";
      issues.push({ code: "name-taken", path: "", line, message: `the same slot is on line ${twin} already`, hint });
    }
  }
  if (issues.length > 0) throw new ScenarioError(issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  return slots.filter((slot) => slot !== undefined);
}

interface Reading {
  readonly issues: Issue[];
  readonly providers: readonly string[];
  readonly types: readonly string[];
}

/** A slot; undefined when something is wrong with it. */
function slotOf({ line, values }: Row, reading: Reading): WeekSlot | undefined {
  const found = reading.issues.length;
  const provider = known("provider", values["provider"], reading.providers);
  const type = known("type", values["type"], reading.types);
  const { weekday, start, minutes = "0", department = "", "maximum bookings": bookings = 1 } = values;
  if (bookings === 0 || (bookings as number) > MOST_BOOKINGS) {
    const message = `${bookings} patients cannot be booked into one slot`;
    wrong("not-a-count", "maximum bookings", message, `write a whole number from 1 to ${MOST_BOOKINGS}`);
  }
  if (provider === undefined || type === undefined || weekday === undefined || start === undefined) return undefined;
  if (reading.issues.length > found) return undefined;
  return {
    provider,
    department: department as string,
    weekday: weekday as number,
    start: clockTime(start as string),
    minutes: Number.parseInt(minutes as string, 10),
    type,
    bookings: bookings as number,
    release: (values["release rule"] ?? "") as string,
  };

  function wrong(code: string, column: string, message: string, hint: string): void {
    if (reading.issues.length < 1000) reading.issues.push({ code, path: `/${column}`, line, message, hint });
  }

  function known(column: string, value: unknown, names: readonly string[]): string | undefined {
    if (typeof value !== "string") return undefined;
    const match = names.find((name) => name === value) ?? names.find((name) => plain(name) === plain(value));
    if (match === undefined) {
      const what = column === "provider" ? "provider" : "visit type";
      wrong("unknown-name", column, `“${value}” is no ${what} of this week`, `known: ${listed(names)}`);
    }
    return match;
  }
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLowerCase();
}
