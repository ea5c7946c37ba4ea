/**
 * Puts tables of a spreadsheet into a roster file: people, who is away, how many people are needed.
 *
 * @module
 */

import { Document, isMap, LineCounter, parseDocument } from "yaml";
import { type Issue, ScenarioError } from "../errors.ts";
import {
  clock,
  date,
  days,
  hours,
  type Kind,
  list,
  money,
  moneyPerHour,
  name,
  skills,
  span,
  whole,
  text as words,
} from "./table-cells.ts";
import { type Row, rowsOf } from "./table-rows.ts";

/** Tables as a spreadsheet saves them: CSV with a line of headings. */
export interface RosterTables {
  /** `person`, `role`; also `skills`, `contract`, `available`, `cost per hour`, `overtime per hour`. */
  readonly people?: string;
  /** `person`, `from`; also `to`, `why`. */
  readonly away?: string;
  /** `people`, and `shift`, or `from` and `to`; also `plan`, `at`, `every`, `days`, `at most`, `skill`, `level`, `role`, `under`, `over`. */
  readonly demand?: string;
}

const columnsOf: Readonly<Record<keyof RosterTables, Readonly<Record<string, Kind>>>> = {
  people: {
    person: name,
    role: name,
    skills,
    contract: name,
    available: hours,
    "cost per hour": moneyPerHour,
    "overtime per hour": moneyPerHour,
  },
  away: { person: name, from: date, to: date, why: words },
  demand: {
    plan: name,
    at: name,
    shift: list,
    from: clock,
    to: clock,
    every: span,
    days,
    people: whole,
    "at most": whole,
    skill: name,
    level: whole,
    role: name,
    under: money,
    over: money,
  },
};

const needed: Readonly<Record<keyof RosterTables, readonly string[]>> = {
  people: ["person", "role"],
  away: ["person", "from"],
  demand: ["people"],
};

/**
 * The text of a roster file with tables put in: people and what the table says of each, days away behind those that are
 * there, and the plans of cover that the table names (`normal` when it names none), anew. All else stays as it is,
 * comments too, but for spaces and ends of lines.
 *
 * @throws {ScenarioError} with every issue of the tables; `path` is the table and the column, `line` the line in it
 * @example
 * rosterWithTables("roster: 1\n", { people: "person,role,skills\nMA-1,assistant,phlebotomy 2\n" })
 *   // "roster: 1\npeople:\n  MA-1: { role: assistant, skills: { phlebotomy: 2 } }\n"
 */
export function rosterWithTables(text: string, tables: RosterTables): string {
  const issues: Issue[] = [];
  const [people, away, demand] = (["people", "away", "demand"] as const).map((table) => {
    const csv = tables[table];
    return csv === undefined ? [] : rowsOf(csv, { table, columns: columnsOf[table], needed: needed[table] }, issues);
  }) as [Row[], Row[], Row[]];
  const document = documentOf(text, issues);
  issues.push(...unknownPeople(people, away, document), ...twice(people), ...incomplete(demand));
  if (issues.length > 0) throw new ScenarioError(issues);
  for (const { person, ...columns } of people.map(({ values }) => values)) {
    for (const [column, value] of Object.entries(columns))
      put(document, ["people", String(person), keyOf(column)], value);
  }
  for (const { values } of away) {
    const { person, from, to = from, why } = values;
    const absence = to === from && why === undefined ? from : { from, to, ...(why === undefined ? {} : { why }) };
    const known =
      (document.getIn(["people", String(person), "away"]) as { toJSON(): unknown[] } | undefined)?.toJSON() ?? [];
    put(document, ["people", String(person), "away"], [...known, absence]);
  }
  const plans = new Map<string, Row[]>();
  for (const row of demand) {
    const plan = String(row.values["plan"] ?? "normal");
    plans.set(plan, [...(plans.get(plan) ?? []), row]);
  }
  for (const [plan, rows] of plans) {
    document.setIn(
      ["cover", plan],
      document.createNode(rows.map(({ values }) => document.createNode(needOf(values), { flow: true }))),
    );
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Sets a value in one line; a person who is new gets a line of their own. */
function put(document: Document, path: readonly string[], value: unknown): void {
  const [section, key] = path as [string, string];
  if (!document.has(section)) document.set(section, document.createNode({}));
  if (!isMap(document.getIn([section, key]))) document.setIn([section, key], document.createNode({}, { flow: true }));
  document.setIn(path, document.createNode(value, { flow: true }));
}

/** `cost per hour` is `costPerHour` in a file. */
function keyOf(column: string): string {
  return column.replace(/ ([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function needOf({ plan: _, people, "at most": atMost, ...rest }: Row["values"]): Record<string, unknown> {
  return { ...rest, people: atMost === undefined ? people : { atLeast: people, atMost } };
}

function documentOf(text: string, issues: Issue[]): Document {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  for (const { message, pos } of document.errors) {
    const { line, col } = lines.linePos(pos[0]);
    issues.push({ code: "not-yaml", path: "", line, column: col, message, hint: "mend the roster file first" });
  }
  if (document.errors.length > 0 || !isMap(document.contents)) return new Document({});
  return document;
}

/** Days away of people whom neither the table nor the file knows. */
function unknownPeople(people: readonly Row[], away: readonly Row[], document: Document): Issue[] {
  const known = new Set(people.map(({ values }) => String(values["person"])));
  const listed = document.get("people");
  if (isMap(listed)) for (const { key } of listed.items) known.add(String(key));
  return away
    .filter(({ values }) => values["person"] !== undefined && !known.has(String(values["person"])))
    .map(({ line, values }) => ({
      code: "unknown-name",
      path: "away/person",
      line,
      message: `there is no person “${values["person"]}”`,
      hint: `known: ${[...known].slice(0, 20).join(", ")}`,
    }));
}

function twice(people: readonly Row[]): Issue[] {
  const seen = new Set<unknown>();
  return people.flatMap(({ line, values: { person } }) => {
    const again = person !== undefined && seen.has(person);
    seen.add(person);
    const message = `“${person}” has a line already`;
    return again ? [{ code: "name-taken", path: "people/person", line, message, hint: "keep one of the lines" }] : [];
  });
}

/** Needs that are of no time, or of two. */
function incomplete(demand: readonly Row[]): Issue[] {
  return demand.flatMap(({ line, values }) => {
    const onShift = values["shift"] !== undefined;
    const times = ["from", "to"].filter((column) => values[column] !== undefined).length;
    if (onShift ? times === 0 : times === 2) return [];
    const message = onShift ? "a shift stands beside times" : "neither a shift nor both times are there";
    return [{ code: "wrong-form", path: "demand/shift", line, message, hint: "fill in the shift, or from and to" }];
  });
}
