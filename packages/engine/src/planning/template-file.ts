/**
 * Reads and checks session files.
 *
 * @module
 */

import { type Issue, ScenarioError } from "../errors.ts";
import { issuesInTheRest } from "../scenario/checks-of-the-rest.ts";
import { type IssueAt, issuesOf } from "../scenario/issues.ts";
import { keysOf, readLocated } from "../scenario/located.ts";
import { isMap } from "../scenario/path.ts";
import { sourceWarnings } from "../scenario/warnings.ts";
import { type ReadSession, readSession, type SessionQuestion } from "./template-problem.ts";
import { type TemplateDocument, templateSchema } from "./template-schema.ts";

/** What came of checking a text. */
export interface CheckedSession {
  /** What the file asks, if there are no issues. */
  readonly question?: SessionQuestion;
  /** Everything that is wrong, in the order of the text. */
  readonly issues: readonly Issue[];
  /** What is legal but strange. */
  readonly warnings: readonly Issue[];
}

const kind = { what: "session", begin: "`session: { patients: 12, length: 4 h, grid: 5 min }`" };

/**
 * Reads a session whose template is to be found, in YAML or JSON.
 *
 * @param file its name, for the message of the error
 * @throws {ScenarioError} with everything that is wrong, each with its place
 * @example
 * parseSession(`{ session: { patients: 12, length: 4 h, grid: 5 min }, service: { exponential: { mean: 15 min } },
 *   cost: { idle: 10, overtime: 15 } }`).problem.patients.length // 12
 */
export function parseSession(text: string, { file }: { readonly file?: string | undefined } = {}): SessionQuestion {
  const { question, issues } = checkSession(text);
  if (question === undefined) throw new ScenarioError(issues, file);
  return question;
}

/**
 * Checks a text: whether it is a session, and what is strange about it. Never throws.
 *
 * @example
 * checkSession("{ session: { patients: 12, length: 4 h }, cost: { idle: 1, overtime: 1 } }").issues[0].message // "nothing says how long the service takes"
 */
export function checkSession(text: string): CheckedSession {
  let read: ReadSession | undefined;
  const { data, issues, placeOf } = readLocated(
    text,
    (data) => {
      const wrong = issuesInForm(data);
      if (wrong.length > 0) {
        const formOf = (rest: unknown) => issuesInForm(withNeedful(rest));
        const meaningOf = (rest: unknown) => readSession(withNeedful(rest) as TemplateDocument).issues;
        return [...wrong, ...issuesInTheRest(data, wrong, formOf, meaningOf)];
      }
      read = readSession(data as TemplateDocument);
      return read.issues;
    },
    kind,
  );
  if (read?.question === undefined) return { issues, warnings: [] };
  const located = ({ keys, ...warning }: IssueAt): Issue => ({ ...warning, ...placeOf(keys) });
  const weak = sourceWarnings(data as TemplateDocument).map((warning) => ({
    ...warning,
    ...placeOf(keysOf(warning.path)),
  }));
  return { question: read.question, issues, warnings: [...read.warnings.map(located), ...weak] };
}

/** Plain data with everything that a session cannot do without: so the rest is looked at where some of it is wrong. */
function withNeedful(data: unknown): unknown {
  if (!isMap(data)) return data;
  const { session, cost } = data;
  return {
    ...data,
    session: { patients: 1, length: "24 h", grid: "5 min", ...(isMap(session) && session) },
    cost: { idle: 1, overtime: 1, ...(isMap(cost) && cost) },
  };
}

/** What the schema sees. */
function issuesInForm(data: unknown): readonly IssueAt[] {
  const checked = templateSchema.safeParse(data);
  return checked.success ? [] : issuesOf(checked.error.issues, data);
}
