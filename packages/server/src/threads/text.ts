import {
  type Issue,
  parseRosterProblem,
  parseScenario,
  parseSession,
  parseWeekProblem,
  type RosterProblem,
  type Scenario,
  ScenarioError,
  type SessionQuestion,
  type WeekProblem,
} from "@praxis/engine";
import { within } from "./reply.ts";

/** A document in a request: as data, or as the text of a file. */
export type Document = string | Readonly<Record<string, unknown>>;

/**
 * The scenario of a request.
 *
 * @throws {ScenarioError} with everything that is wrong
 */
export function scenarioOf(document: Document, place = "/scenario"): Scenario {
  return read(document, place, parseKnownScenario);
}

/** Scenarios of the last requests: a tool asks about one office again and again, and each job reads it several times. */
const knownScenarios = new Map<string, Scenario>();
const MOST_KNOWN = 16;
const LONGEST_KNOWN = 100_000;

function parseKnownScenario(text: string): Scenario {
  const known = knownScenarios.get(text);
  knownScenarios.delete(text);
  const scenario = known ?? parseScenario(text);
  if (text.length <= LONGEST_KNOWN) knownScenarios.set(text, scenario);
  const [oldest] = knownScenarios.keys();
  if (knownScenarios.size > MOST_KNOWN && oldest !== undefined) knownScenarios.delete(oldest);
  return scenario;
}

/**
 * The roster problem of a request.
 *
 * @throws {ScenarioError} with everything that is wrong
 */
export function problemOf(document: Document, place = "/problem"): RosterProblem {
  return read(document, place, parseRosterProblem);
}

/**
 * The session of a request.
 *
 * @throws {ScenarioError} with everything that is wrong
 */
export function sessionOf(document: Document, place = "/problem"): SessionQuestion {
  return read(document, place, parseSession);
}

/**
 * The week of a request.
 *
 * @throws {ScenarioError} with everything that is wrong
 */
export function weekOf(document: Document, place = "/problem"): WeekProblem {
  return read(document, place, parseWeekProblem);
}

function read<Result>(document: Document, place: string, parse: (text: string) => Result): Result {
  return within(place, () => {
    if (typeof document === "string") return parse(document);
    try {
      return parse(JSON.stringify(document));
    } catch (error) {
      // Lines and columns would be those of a text that nobody has seen.
      if (error instanceof ScenarioError) throw new ScenarioError(withoutPlaces(error.issues));
      throw error;
    }
  });
}

/** Issues without lines and columns. */
export function withoutPlaces(issues: readonly Issue[]): Issue[] {
  return issues.map(({ line: _, column: __, ...issue }) => issue);
}
