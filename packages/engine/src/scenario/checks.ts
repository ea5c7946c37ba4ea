/**
 * What no schema can see: names that nobody has, shares that are too many, work that never ends.
 *
 * A scenario without issues runs.
 *
 * @module
 */

import { checkArrivals } from "./checks-arrivals.ts";
import { issuesInTheRest } from "./checks-of-the-rest.ts";
import { checkPathways } from "./checks-pathways.ts";
import { checkDate, checkPositive, checkResources } from "./checks-resources.ts";
import { Checks } from "./checks-scope.ts";
import { checkVariants } from "./checks-variants.ts";
import { type IssueAt, issuesOf } from "./issues.ts";
import { type Scenario, scenarioSchema } from "./schema.ts";
import { minutes } from "./units.ts";

/** The most things of one kind that a scenario may name. */
const MOST_NAMES = 2_000;
/** The longest span: a hundred years. */
const LONGEST = 36_525;

/** Everything that is wrong with plain data, with its form and with its meaning. */
export function issuesIn(data: unknown): readonly IssueAt[] {
  const wrong = issuesInForm(data);
  if (wrong.length === 0) return checkMeaning(data as Scenario);
  return [...wrong, ...issuesInTheRest(data, wrong, issuesInForm, (rest) => checkMeaning(rest as Scenario))];
}

/** What the schema sees. */
function issuesInForm(data: unknown): readonly IssueAt[] {
  const checked = scenarioSchema.safeParse(data);
  return checked.success ? [] : issuesOf(checked.error.issues, data);
}

function checkMeaning(scenario: Scenario): readonly IssueAt[] {
  const checks = new Checks(scenario);
  if (!checkSizes(checks)) return checks.issues;
  checkCalendar(checks);
  checkResources(checks);
  checkPathways(checks);
  checkArrivals(checks);
  checkVariants(checks, issuesIn);
  return checks.issues;
}

/** Checks take longer the more there is, so first of all there is not too much. */
function checkSizes(checks: Checks): boolean {
  for (const [section, content] of Object.entries(checks.scenario)) {
    const count = typeof content === "object" && content !== null ? Object.keys(content).length : 0;
    if (count <= MOST_NAMES) continue;
    const message = `there are ${count} entries, more than ${MOST_NAMES}`;
    checks.complain([section], "too-many-names", message, "put together what is alike");
    return false;
  }
  return true;
}

function checkCalendar(checks: Checks): void {
  const { start, length, warmUp, closed = [] } = checks.scenario.calendar;
  checkPositive(checks, length, ["calendar", "length"]);
  if (minutes(length) > LONGEST * 1440) {
    const message = `${length} is longer than a hundred years`;
    checks.complain(["calendar", "length"], "too-long", message, "simulate a shorter span, several times");
  }
  if (warmUp !== undefined && minutes(warmUp) >= minutes(length) && minutes(length) > 0) {
    const message = `the warm-up of ${warmUp} leaves nothing to measure of ${length}`;
    checks.complain(["calendar", "warmUp"], "nothing-measured", message, "let it be shorter, or the length longer");
  }
  if (start !== undefined) checkDate(checks, start.slice(0, 10), ["calendar", "start"]);
  for (const [index, date] of closed.entries()) checkDate(checks, date, ["calendar", "closed", index]);
}
