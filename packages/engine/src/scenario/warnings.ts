/**
 * What is legal in a scenario, but strange: perhaps meant, perhaps a slip.
 *
 * @module
 */

import type { Issue } from "../errors.ts";
import { changedData, variantChanges } from "./change.ts";
import { everyStep, pathwaysOf, stepsWithin } from "./checks-scope.ts";
import { difference } from "./difference.ts";
import { pointerTo } from "./document.ts";
import type { IssueCode } from "./issue-codes.ts";
import { offeredLoad } from "./load.ts";
import { keyIn, keysIn, parsePath } from "./path.ts";
import type { Need, Scenario, Steps } from "./schema.ts";
import { suggestion } from "./schema-wording.ts";
import { share } from "./units.ts";

/**
 * What is strange about an office: more work than can be done, people whom nobody needs, steps that nobody reaches,
 * numbers that stand on weak sources.
 *
 * @example
 * const office = parseScenario(`{ praxis: 1, name: Calls, calendar: { length: 10 h }, staff: { agent: { count: 1 } },
 *   tasks: { call: { pathway: [{ activity: answer, needs: agent, takes: 6 min }] } },
 *   arrivals: { calls: { task: call, poisson: 12 per hour } } }`);
 * warningsOf(office)[0].message // "agent: 720 minutes of work are to be expected where 600 can be done, so queues grow, or people give up"
 */
export function warningsOf(scenario: Scenario): Issue[] {
  return [...overloaded(scenario), ...unused(scenario), ...unreachable(scenario), ...weaklyFounded(scenario)];
}

/**
 * What is strange about a file: all that is strange about its office, and besides it variants that change nothing and
 * sources of what is not there. These are no fault of an office in which something has been changed.
 */
export function fileWarningsOf(scenario: Scenario): Issue[] {
  return [...warningsOf(scenario), ...idleVariants(scenario), ...sourcesOfNothing(scenario)];
}

function overloaded(scenario: Scenario): Issue[] {
  return offeredLoad(scenario).flatMap(({ resource, work, capacity }) => {
    if (!(work > capacity * (1 + 1e-9))) return [];
    const section = (["staff", "rooms", "equipment"] as const).find((one) => scenario[one]?.[resource] !== undefined)!;
    const message =
      `${resource}: ${format(work)} minutes of work are to be expected where ${format(capacity)} can be done, ` +
      "so queues grow, or people give up";
    return [warning([section, resource], "overloaded", message, "let there be more of them, or less to do")];
  });
}

/** Who and what is there, but nobody ever needs. */
function unused(scenario: Scenario): Issue[] {
  const named = namesInUse(scenario);
  const of = (
    section: "staff" | "rooms" | "equipment" | "visitTypes" | "tasks" | "templates" | "shifts",
    what: string,
  ) =>
    Object.keys(scenario[section] ?? {})
      .filter((name) => !named[section].has(name))
      .map((name) => warning([section, name], "unused", `${what}: “${name}”`, "delete it, or use it"));
  return [
    ...of("staff", "nothing needs this role"),
    ...of("rooms", "nothing needs this room"),
    ...of("equipment", "nothing needs this equipment"),
    ...of("visitTypes", "nobody comes for this visit type"),
    ...of("tasks", "nothing sends or brings this task"),
    ...of("templates", "no source books from this template"),
    ...of("shifts", "nobody works this shift"),
  ];
}

function namesInUse(scenario: Scenario) {
  const steps = pathwaysOf(scenario).flatMap(({ pathway, keys }) => [...everyStep(pathway, keys)]);
  const needed = new Set<string>();
  const visitTypes = new Set<string>();
  const tasks = new Set<string>();
  const templates = new Set<string>();
  for (const { step } of steps) {
    const needs = "activity" in step ? (step.needs ?? []) : "take" in step ? step.take : [];
    for (const need of [needs].flat()) for (const word of wordsIn(need)) needed.add(word);
    if ("send" in step) tasks.add(step.send.task);
    if ("followUp" in step) {
      templates.add(step.followUp.template);
      if (step.followUp.visitType !== undefined) visitTypes.add(step.followUp.visitType);
    }
  }
  const choose = (to: Set<string>, choice: string | Readonly<Record<string, string>> | undefined) => {
    for (const name of typeof choice === "string" ? [choice] : Object.keys(choice ?? {})) to.add(name);
  };
  for (const source of Object.values(scenario.arrivals ?? {})) {
    choose(visitTypes, source.visitType);
    if ("appointments" in source) templates.add(source.appointments.template);
    else if ("requests" in source) templates.add(source.requests.template);
    else choose(tasks, source.task);
  }
  for (const name of templates) {
    for (const row of scenario.templates?.[name] ?? []) {
      for (const choice of [row.visitType].flat()) choose(visitTypes, choice);
      if (row.provider !== undefined) needed.add(row.provider);
    }
  }
  const roles = Object.entries(scenario.staff ?? {});
  for (const [role, { people }] of roles) {
    if (Object.keys(people ?? {}).some((person) => needed.has(person))) needed.add(role);
  }
  const shifts = new Set(
    roles.flatMap(([, { shift, people }]) => [
      shift,
      ...Object.values(people ?? {}).flatMap((person) => [person?.shift, ...(person?.roster ?? [])]),
    ]),
  );
  return {
    staff: needed,
    rooms: needed,
    equipment: needed,
    visitTypes,
    tasks,
    templates,
    shifts: shifts as ReadonlySet<unknown>,
  };
}

function wordsIn(need: Need): readonly string[] {
  if (typeof need === "string") return [need];
  if ("my" in need) return [need.my];
  return "oneOf" in need ? need.oneOf : [need.of];
}

/** Steps behind one that everybody leaves by. */
function unreachable(scenario: Scenario): Issue[] {
  return pathwaysOf(scenario).flatMap(({ pathway, keys }) => beyondTheEnd(pathway, keys));
}

function beyondTheEnd(steps: Steps, keys: readonly (string | number)[]): Issue[] {
  const last = steps.findIndex((step) => endsHere([step]));
  const inside = steps.flatMap((step, index) =>
    stepsWithin(step).flatMap((inner) => beyondTheEnd(inner.steps, [...keys, index, ...inner.keys])),
  );
  if (last < 0 || last === steps.length - 1) return inside;
  const message = "nobody comes as far as this step: everybody has left before";
  return [...inside, warning([...keys, last + 1], "unreachable", message, "delete it, or let only some leave before")];
}

/** Whether nobody gets behind these steps. */
function endsHere(steps: Steps): boolean {
  return steps.some((step) => {
    if ("leave" in step) return true;
    if (!("branch" in step)) return false;
    const byShare = step.branch.reduce((sum, way) => sum + ("share" in way ? share(way.share) : 0), 0);
    const forAll = byShare > 1 - 1e-9 || step.branch.some((way) => "otherwise" in way);
    return forAll && step.branch.every((way) => endsHere(way.steps));
  });
}

/** What is strange about the sources of a file: weak ones, and those of nothing. */
export function sourceWarnings(file: Sourced): Issue[] {
  return [...weaklyFounded(file), ...sourcesOfNothing(file)];
}

/** A file that says where its numbers come from. */
type Sourced = Pick<Scenario, "sources">;

function idleVariants(scenario: Scenario): Issue[] {
  return Object.keys(scenario.variants ?? {}).flatMap((name) => {
    const changed = changedData(scenario, variantChanges(scenario, name)) as Scenario;
    if (difference(scenario, changed).length > 0) return [];
    const message = `the variant “${name}” changes nothing: all that it sets is so already`;
    return [warning(["variants", name], "same-as-base", message, "change something, or delete it")];
  });
}

/** Numbers from a secondary page or a vendor: whoever reads a result has to know. */
function weaklyFounded(scenario: Sourced): Issue[] {
  return (scenario.sources ?? []).flatMap(({ path, grade, source, range }, index) => {
    if ((grade !== "C" && grade !== "D") || missingOn(path, scenario) !== undefined) return [];
    const kind = grade === "C" ? "a secondary page" : "a vendor's word";
    const message = `${path} stands on ${kind} (grade ${grade}): ${source}`;
    const hint = `put your own number there${range === undefined ? "" : `; it may well lie within ${range}`}`;
    return [warning(["sources", index], "weak-source", message, hint)];
  });
}

function sourcesOfNothing(scenario: Sourced): Issue[] {
  return (scenario.sources ?? []).flatMap(({ path }, index) => {
    const hint = missingOn(path, scenario);
    if (hint === undefined) return [];
    const message = `this is the source of nothing: there is no ${path}`;
    return [warning(["sources", index, "path"], "source-of-nothing", message, hint)];
  });
}

/** What would be right where a path leaves the scenario; undefined when it does not. */
function missingOn(path: string, scenario: Sourced): string | undefined {
  let place: unknown = scenario;
  for (const wanted of parsePath(path) ?? [path]) {
    const key = keyIn(place, wanted);
    if (key === undefined) return suggestion(wanted, keysIn(place));
    place = (place as Readonly<Record<string, unknown>>)[key];
  }
  return undefined;
}

function warning(keys: readonly (string | number)[], code: IssueCode, message: string, hint: string): Issue {
  return { code, path: pointerTo(keys), message, hint };
}

function format(minutes: number): string {
  return String(Math.round(minutes)).replace(/\B(?=(\d{3})+$)/g, ",");
}
