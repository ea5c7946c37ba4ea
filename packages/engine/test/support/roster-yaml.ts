/**
 * Roster files for tests: a week of three people, told in a few lines, to which each test adds its own.
 *
 * @module
 */

import type { Issue } from "../../src/errors.ts";
import { checkRosterProblem, parseRosterProblem } from "../../src/planning/roster-file.ts";
import type { RosterProblem, RuleUse } from "../../src/roster/problem.ts";

/** Sections that a test can replace or add. */
type Sections = Readonly<Record<string, string>>;

const usual: Sections = {
  start: "2026-12-07",
  days: "7",
  workplaces: "{ desk: {}, lab: { skill: phlebotomy } }",
  shifts:
    '{ early: { from: "08:00", to: "16:00", at: desk }, late: { from: "12:00", to: "20:00", at: lab, kinds: evening } }',
  people: "{ A: { role: assistant, skills: [phlebotomy] }, B: { role: assistant }, C: { role: clerk } }",
};

/** The text of a roster file: one line for each section, in this order. */
export function rosterYaml(sections: Sections = {}): string {
  const all = Object.entries({ ...usual, ...sections }).filter(([, value]) => value !== "");
  return ["roster: 1", "name: A week", ...all.map(([key, value]) => `${key}: ${value}`)].join("\n");
}

/** The problem of such a file. */
export function problemOf(sections: Sections = {}): RosterProblem {
  return parseRosterProblem(rosterYaml(sections));
}

/** What a rule is used for in such a file: people and parameters of each use. */
export function usesOf(rule: string, sections: Sections = {}): [RuleUse["people"], unknown][] {
  return problemOf(sections)
    .uses.filter((use) => use.rule === rule)
    .map(({ people, parameters }) => [people, parameters]);
}

/** The issues of such a file: code, the text at the place to which it points, pointer, what is wrong, what would be right. */
export function issuesOf(sections: Sections): string[] {
  const text = rosterYaml(sections);
  return checkRosterProblem(text).issues.map((issue) => told(issue, text));
}

/** The warnings of such a file. */
export function warningsOf(sections: Sections): string[] {
  const text = rosterYaml(sections);
  return checkRosterProblem(text).warnings.map((issue) => told(issue, text));
}

function told({ code, path, line = 0, column = 0, message, hint }: Issue, text: string): string {
  const [at = ""] = /^[^,:\]}]*/.exec(text.split("\n")[line - 1]!.slice(column - 1)) ?? [];
  return `${code} at «${at.trim()}» ${path}: ${message}; ${hint}`;
}
