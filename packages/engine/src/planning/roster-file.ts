/**
 * Reads and checks rosters to be made.
 *
 * @module
 */

import { type Issue, ScenarioError } from "../errors.ts";
import { checkBenchmark, isBenchmarkText } from "../roster/benchmark-text.ts";
import type { RosterProblem } from "../roster/problem.ts";
import { issuesInTheRest } from "../scenario/checks-of-the-rest.ts";
import { type IssueAt, issuesOf } from "../scenario/issues.ts";
import { keysOf, readLocated } from "../scenario/located.ts";
import { isMap } from "../scenario/path.ts";
import { sourceWarnings } from "../scenario/warnings.ts";
import { type ReadRoster, readRoster } from "./roster-problem.ts";
import { type RosterDocument, rosterSchema } from "./roster-schema.ts";

/** What came of checking a text. */
export interface CheckedRoster {
  /** The problem, if there are no issues. */
  readonly problem?: RosterProblem;
  /** Everything that is wrong, in the order of the text. */
  readonly issues: readonly Issue[];
  /** What is legal but strange. */
  readonly warnings: readonly Issue[];
}

/** The most entries of sections; whatever has more is not looked at any further. */
const mostEntries: Readonly<Record<string, number>> = {
  people: 1000,
  shifts: 200,
  rules: 1000,
  cover: 100,
  contracts: 1000,
};

const kind = { what: "roster", begin: "`roster: 1`" };

/**
 * Reads a roster to be made: a file of ours, in YAML or JSON, or the text of the public benchmark, told by its content.
 *
 * @param file its name, for the message of the error
 * @throws {ScenarioError} with everything that is wrong, each with its place
 * @example
 * parseRosterProblem(`{ roster: 1, name: A day, start: 2026-12-07, days: 1,
 *   shifts: { early: { from: "08:00", to: "16:00" } }, people: { MA-1: { role: medical assistant } } }`).days // 1
 */
export function parseRosterProblem(text: string, { file }: { readonly file?: string | undefined } = {}): RosterProblem {
  const { problem, issues } = checkRosterProblem(text, { file });
  if (problem === undefined) throw new ScenarioError(issues, file);
  return problem;
}

/**
 * Checks a text: whether it is a roster to be made, and what is strange about it. Never throws.
 *
 * @example
 * checkRosterProblem("{ roster: 1, name: Nobody, start: 2026-12-07, days: 1, shifts: {}, people: {} }").issues[0].message // "there is no shift"
 */
export function checkRosterProblem(text: string, { file }: { readonly file?: string | undefined } = {}): CheckedRoster {
  if (isBenchmarkText(text)) return { ...checkBenchmark(text, file?.replace(/^.*[\\/]/, "")), warnings: [] };
  let read: ReadRoster | undefined;
  const { data, issues, placeOf } = readLocated(
    text,
    (data) => {
      const wrong = issuesInForm(data);
      if (wrong.length > 0) {
        return [
          ...wrong,
          ...issuesInTheRest(data, wrong, issuesInForm, (rest) => readRoster(rest as RosterDocument).issues),
        ];
      }
      read = readRoster(data as RosterDocument);
      return read.issues;
    },
    kind,
  );
  if (read?.problem === undefined) return { issues, warnings: [] };
  const warnings = read.warnings.map(({ keys, ...warning }): Issue => ({ ...warning, ...placeOf(keys) }));
  const weak = sourceWarnings(data as RosterDocument).map((warning) => ({
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
    return [
      {
        code: "roster-too-large",
        path: `/${section}`,
        keys: [section],
        message,
        hint: "make several rosters, or put together what is alike",
      },
    ];
  }
  const checked = rosterSchema.safeParse(data);
  return checked.success ? [] : issuesOf(checked.error.issues, data);
}
