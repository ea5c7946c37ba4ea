/**
 * A roster as other programs get it, and back.
 *
 * @module
 */

import { type Issue, ScenarioError } from "../errors.ts";
import type { Roster, RosterProblem } from "../roster/problem.ts";
import { engineVersion } from "../version.ts";
import type { RosterAnswer, RosterRemark, RosterState } from "./roster-answer.ts";
import { type Names, nameFinder } from "./roster-names.ts";
import { dayOf } from "./shift-words.ts";

/** Where people are missing. */
export interface UnfilledJson {
  readonly text: string;
  readonly date?: string;
  readonly missing?: number;
}

/** One place in a roster of which a rule has something to say. */
export interface RemarkJson {
  readonly text: string;
  /** Dollars; null when it must not be. */
  readonly cost: number | null;
  readonly person?: string;
  readonly date?: string;
}

/** A roster without anything that costs: what everybody may read. */
export interface StaffRosterJson {
  /** The version of the engine that wrote it. */
  readonly praxis: string;
  /** Name of the problem. */
  readonly problem: string;
  /** Date of the first day. */
  readonly start: string;
  /** How many days there are. */
  readonly days: number;
  readonly state: RosterState;
  /** `optimal`, `feasible`; absent when no solver made it. */
  readonly status?: string;
  /** For each person the id of a shift for each day, null for a day off. */
  readonly roster: Roster;
  readonly unfilled: readonly UnfilledJson[];
}

/** A roster with what it costs. */
export interface RosterJson extends StaffRosterJson {
  /** Dollars. */
  readonly cost?: number | null;
  /** Dollars; no roster that keeps to everything costs less. */
  readonly bound?: number | null;
  /** The distance from bound to cost, over the cost. */
  readonly gap?: number | null;
  readonly scores: readonly {
    readonly rule: string;
    readonly cost: number | null;
    readonly broken: number;
    readonly matches: readonly RemarkJson[];
  }[];
}

/**
 * A roster as plain data for other programs, with what it costs.
 *
 * @example
 * const shifts = [{ id: "early", name: "early", workMinutes: 480, parts: [], kinds: [] }];
 * const people = [{ id: "MA-1", role: "medical assistant", skills: new Map(), costPerHour: 25 }];
 * const frame = { name: "week", start: "2026-12-07", days: 2, workplaces: [], uses: [], history: [] };
 * const answer = { roster: { "MA-1": ["early", null] }, status: "optimal", cost: 200, bound: 200, gap: 0 };
 * rosterToJson(answer, { ...frame, shifts, people }, { state: "draft" })
 *   // { problem: "week", start: "2026-12-07", days: 2, state: "draft", cost: 200, … }
 */
export function rosterToJson(
  answer: RosterAnswer,
  problem: RosterProblem,
  options: { readonly state: RosterState },
): RosterJson {
  const { cost, bound, gap, scores = [] } = answer;
  return {
    ...staffRosterToJson(answer, problem, options),
    ...(cost === undefined ? {} : { cost: finite(cost) }),
    ...(bound === undefined ? {} : { bound: finite(bound) }),
    ...(gap === undefined ? {} : { gap: finite(gap) }),
    scores: scores.map(({ rule, cost, broken, matches }) => ({
      rule,
      cost: finite(cost),
      broken,
      matches: matches.map((match) => remark(match, problem)),
    })),
  };
}

/**
 * A roster as plain data for everybody: no costs, no prices, and nothing that a rule says of a person.
 *
 * @example
 * const shifts = [{ id: "early", name: "early", workMinutes: 480, parts: [], kinds: [] }];
 * const people = [{ id: "MA-1", role: "medical assistant", skills: new Map(), costPerHour: 25 }];
 * const frame = { name: "week", start: "2026-12-07", days: 2, workplaces: [], uses: [], history: [] };
 * const answer = { roster: { "MA-1": ["early", null] }, status: "optimal", cost: 200, bound: 200, gap: 0 };
 * "cost" in staffRosterToJson(answer, { ...frame, shifts, people }, { state: "published" }) // false
 */
export function staffRosterToJson(
  { roster, status, unfilled = [] }: RosterAnswer,
  problem: RosterProblem,
  { state }: { readonly state: RosterState },
): StaffRosterJson {
  return {
    praxis: engineVersion,
    problem: problem.name,
    start: problem.start,
    days: problem.days,
    state,
    ...(status === undefined ? {} : { status }),
    roster: Object.fromEntries(problem.people.map(({ id }) => [id, [...roster[id]!]])),
    unfilled: unfilled.map(({ text, day, missing }) => ({
      text,
      ...(day === undefined ? {} : { date: dayOf(problem, day).date }),
      ...(missing === undefined ? {} : { missing }),
    })),
  };
}

/**
 * Reads a roster from what {@link rosterToJson} makes, or from the roster alone: `{ "MA-1": ["early", null] }`.
 *
 * @throws {ScenarioError} with every issue: no JSON, another start, someone unknown or missing, a shift that does not exist
 * @example
 * const shifts = [{ id: "early", name: "early", workMinutes: 480, parts: [], kinds: [] }];
 * const people = [{ id: "MA-1", role: "medical assistant", skills: new Map(), costPerHour: 25 }];
 * const frame = { name: "week", start: "2026-12-07", days: 2, workplaces: [], uses: [], history: [] };
 * rosterFromJson('{ "MA-1": ["early", null] }', { ...frame, shifts, people }) // { "MA-1": ["early", null] }
 */
export function rosterFromJson(text: string, problem: RosterProblem): Roster {
  const document = parsed(text);
  const known = new Set(problem.people.map(({ id }) => id));
  // Somebody may be called "roster": then it is the roster alone when that entry is a list.
  const inside = isMap(document) && isMap(document["roster"]) ? document["roster"] : undefined;
  const roster = inside ?? document;
  const path = inside === undefined ? "" : "/roster";
  if (inside === undefined && isMap(document) && isAnswerWithout(document, known)) {
    const message = "this is an answer without a roster";
    throw new ScenarioError([wrong("missing-key", "/roster", message, "take one of a solve that found a roster")]);
  }
  if (!isMap(roster)) {
    throw new ScenarioError([wrong("not-a-map", path, "the roster is no map", 'write { "MA-1": ["early", null] }')]);
  }
  const issues: Issue[] = inside === undefined ? [] : otherHorizon(document as Entries, problem);
  const names = nameFinder(problem);
  const strangers = Object.keys(roster).filter((name) => !known.has(name));
  for (const name of strangers) {
    const { message, hint } = names.unknownPerson(name);
    issues.push(wrong("unknown-name", pointer(path, name), message, hint));
  }
  const tours = problem.people.map(({ id }): [string, (string | null)[]] => {
    const tour = Object.hasOwn(roster, id) ? roster[id] : undefined;
    return [id, readTour(tour, { id, path: pointer(path, id), problem, names, issues })];
  });
  if (issues.length > 0) throw new ScenarioError(issues);
  return Object.fromEntries(tours);
}

/** What is written when nothing was found has a status, or a roster that is none; unless people are called so. */
function isAnswerWithout(document: Entries, people: ReadonlySet<string>): boolean {
  return ["roster", "status"].some((key) => Object.hasOwn(document, key) && !people.has(key));
}

type Entries = Readonly<Record<string, unknown>>;

interface TourReading {
  readonly id: string;
  readonly path: string;
  readonly problem: RosterProblem;
  readonly names: Names;
  readonly issues: Issue[];
}

function readTour(tour: unknown, { id, path, problem, names, issues }: TourReading): (string | null)[] {
  if (!Array.isArray(tour)) {
    const message = tour === undefined ? `${id} is missing` : `the days of ${id} are no list`;
    const code = tour === undefined ? "missing-key" : "not-a-list";
    issues.push(wrong(code, path, message, `write a list of ${problem.days} shifts, null for a day off`));
    return [];
  }
  if (tour.length !== problem.days) {
    const hint = `write one shift for each of ${problem.days} days, null for a day off`;
    issues.push(wrong("wrong-form", path, `${id} has ${tour.length} days`, hint));
  }
  return tour.slice(0, problem.days).map((entry: unknown, day) => {
    if (entry === null) return null;
    const shift = typeof entry === "string" ? names.shift(entry) : undefined;
    if (shift !== undefined) return shift;
    const { weekday, date } = dayOf(problem, day);
    const { message, hint } = names.unknownShift(typeof entry === "string" ? entry : JSON.stringify(entry));
    issues.push(wrong("unknown-name", `${path}/${day}`, `${id} has ${message} on ${weekday} ${date}`, hint));
    return null;
  });
}

/** A roster of other days is no roster of this problem, even if it is as long. */
function otherHorizon({ start }: Entries, problem: RosterProblem): Issue[] {
  if (start === undefined || start === problem.start) return [];
  const message = `the roster begins on ${String(start)}, the problem on ${problem.start}`;
  return [wrong("unknown-value", "/start", message, "take the roster of this problem")];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const message = `the text is no JSON: ${(error as Error).message}`;
    throw new ScenarioError([wrong("not-json", "", message, "hand in the answer as it was written")]);
  }
}

function remark({ text, cost, person, day }: RosterRemark, problem: RosterProblem): RemarkJson {
  return {
    text,
    cost: finite(cost),
    ...(person === undefined ? {} : { person: problem.people[person]!.id }),
    ...(day === undefined ? {} : { date: dayOf(problem, day).date }),
  };
}

/** JSON has no infinity. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function isMap(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pointer(path: string, name: string): string {
  return `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function wrong(code: string, path: string, message: string, hint: string): Issue {
  return { code, path, message, hint };
}
