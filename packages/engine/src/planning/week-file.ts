/**
 * Reads and checks weeks of appointment templates to be made.
 *
 * @module
 */

import { type Issue, ScenarioError } from "../errors.ts";
import { issuesInTheRest } from "../scenario/checks-of-the-rest.ts";
import { type IssueAt, issuesOf } from "../scenario/issues.ts";
import { keysOf, readLocated } from "../scenario/located.ts";
import { isMap } from "../scenario/path.ts";
import { sourceWarnings } from "../scenario/warnings.ts";
import type { WeekProblem } from "../template/week-problem.ts";
import { type ReadWeek, readWeek } from "./week-reading.ts";
import { type WeekDocument, weekSchema } from "./week-schema.ts";

/** What came of checking a text. */
export interface CheckedWeek {
  /** The problem, if there are no issues. */
  readonly problem?: WeekProblem;
  /** Everything that is wrong, in the order of the text. */
  readonly issues: readonly Issue[];
  /** What is legal but strange. */
  readonly warnings: readonly Issue[];
}

/** The most entries of sections; whatever has more is not looked at any further. */
const mostEntries: Readonly<Record<string, number>> = {
  providers: 1000,
  visitTypes: 30,
  sessions: 50,
  rooms: 20,
  assistants: 20,
  roles: 100,
};

const kind = { what: "week", begin: "`week: 1`" };

/**
 * Reads a week of templates to be made, in YAML or JSON.
 *
 * @param file its name, for the message of the error
 * @throws {ScenarioError} with everything that is wrong, each with its place
 * @example
 * parseWeekProblem(`{ week: 1, name: A week, zone: America/Chicago, start: 2026-12-07,
 *   sessions: { morning: { from: "08:00", to: "12:00" } },
 *   costs: { wait: $20 per hour, idle: $120 per hour, overtime: $180 per hour },
 *   visitTypes: { visit: { takes: 20 min } },
 *   providers: { Dr-A: { role: physician, sessions: { weekdays: morning } } } }`).sessions.length // 5
 */
export function parseWeekProblem(text: string, { file }: { readonly file?: string | undefined } = {}): WeekProblem {
  const { problem, issues } = checkWeekProblem(text);
  if (problem === undefined) throw new ScenarioError(issues, file);
  return problem;
}

/**
 * Checks a text: whether it is a week of templates to be made, and what is strange about it. Never throws.
 *
 * @example
 * checkWeekProblem("week: 2").issues[0].message // "2 is not a version of the format"
 */
export function checkWeekProblem(text: string): CheckedWeek {
  let read: ReadWeek | undefined;
  const { data, issues, placeOf } = readLocated(
    text,
    (data) => {
      const wrong = issuesInForm(data);
      if (wrong.length > 0) {
        return [
          ...wrong,
          ...issuesInTheRest(data, wrong, issuesInForm, (rest) => readWeek(rest as WeekDocument).issues),
        ];
      }
      read = readWeek(data as WeekDocument);
      return read.issues;
    },
    kind,
  );
  if (read?.problem === undefined) return { issues, warnings: [] };
  const warnings = read.warnings.map(({ keys, ...warning }): Issue => ({ ...warning, ...placeOf(keys) }));
  const weak = sourceWarnings(data as WeekDocument).map((warning) => ({
    ...warning,
    ...placeOf(keysOf(warning.path)),
  }));
  return { problem: read.problem, issues, warnings: [...warnings, ...weak] };
}

/** What the schema sees, once there is not too much to look at. */
function issuesInForm(data: unknown): readonly IssueAt[] {
  for (const [section, most] of Object.entries(mostEntries)) {
    const content = isMap(data) ? data[section] : undefined;
    const count = typeof content === "object" && content !== null ? Object.keys(content).length : 0;
    if (count <= most) continue;
    const message = `there are ${count} entries, more than ${most}`;
    const hint = "make several weeks, or put together what is alike";
    return [{ code: "week-too-large", path: `/${section}`, keys: [section], message, hint }];
  }
  const checked = weekSchema.safeParse(data);
  return checked.success ? [] : issuesOf(checked.error.issues, data);
}
