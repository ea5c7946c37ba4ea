/**
 * What the checks of a scenario's meaning share: the scenario, a place for complaints, and who is called how.
 *
 * @module
 */

import { Complaints, type Keys } from "./complaints.ts";
import type { Scenario, Shift, Step, Steps } from "./schema.ts";

/** The most units of all resources together, and of all people with names. */
export const MOST_UNITS_IN_ALL = 10_000;

/** Collects issues. */
export class Checks extends Complaints {
  readonly scenario: Scenario;
  /** How many units of staff, rooms, equipment and named people there are at most. */
  readonly units: ReadonlyMap<string, number>;
  /** Attributes that patients can have. */
  readonly attributes: ReadonlySet<string>;

  constructor(scenario: Scenario) {
    super();
    this.scenario = scenario;
    this.units = unitsOf(scenario);
    this.attributes = attributesOf(scenario);
  }
}

/** The lists of steps inside a step, with the keys that lead to them. */
export function stepsWithin(step: Step): { readonly keys: Keys; readonly steps: Steps }[] {
  if ("activity" in step || "take" in step) {
    return (["ifPatienceEnds", "ifFull"] as const).flatMap((key) => {
      const steps = step[key];
      return steps === undefined || steps === "leave" ? [] : [{ keys: [key], steps }];
    });
  }
  if ("branch" in step) return step.branch.map(({ steps }, index) => ({ keys: ["branch", index, "steps"], steps }));
  if ("repeat" in step) return [{ keys: ["repeat", "steps"], steps: step.repeat.steps }];
  if ("parallel" in step) return step.parallel.map((steps, index) => ({ keys: ["parallel", index], steps }));
  return [];
}

/** All steps of a list, those inside others too, in order. */
export function* everyStep(steps: Steps, keys: Keys): Generator<{ readonly step: Step; readonly keys: Keys }> {
  for (const [index, step] of steps.entries()) {
    const own = [...keys, index];
    yield { step, keys: own };
    for (const inner of stepsWithin(step)) yield* everyStep(inner.steps, [...own, ...inner.keys]);
  }
}

/** Attributes that patients of the scenario can have. */
function attributesOf(scenario: Scenario): Set<string> {
  const declared = [scenario, ...Object.values(scenario.visitTypes ?? {})];
  const names = new Set(declared.flatMap(({ attributes }) => Object.keys(attributes ?? {})));
  for (const { pathway, keys } of pathwaysOf(scenario)) {
    for (const { step } of everyStep(pathway, keys)) {
      if ("set" in step) for (const name of Object.keys(step.set)) names.add(name);
    }
  }
  return names.add("lead time").add("lateness");
}

/** All pathways of a scenario, with the keys that lead to them. */
export function pathwaysOf({ visitTypes = {}, tasks = {} }: Scenario) {
  const of = (kind: "visitTypes" | "tasks", all: Readonly<Record<string, { readonly pathway: Steps }>>) =>
    Object.entries(all).map(([name, { pathway }]) => ({ kind, name, pathway, keys: [kind, name, "pathway"] as const }));
  return [...of("visitTypes", visitTypes), ...of("tasks", tasks)];
}

/** The most people whom a shift lists at once; undefined when it lists none. */
export function mostListed(shift: Shift | undefined, shifts: Scenario["shifts"]): number | undefined {
  if (shift === undefined) return undefined;
  if (typeof shift === "string") {
    const named = shifts?.[shift];
    return named === undefined || typeof named === "string" ? undefined : mostListed(named, shifts);
  }
  if (!Array.isArray(shift)) {
    const all = Object.values(shift).map((day) => mostListed(day as Shift, shifts));
    const listed = all.filter((most) => most !== undefined);
    return listed.length === 0 ? undefined : Math.max(...listed);
  }
  const levels = shift.filter((level) => typeof level === "object");
  if (levels.length === 0) return undefined;
  // Levels of the same time add up.
  const at = (time: string) =>
    levels.reduce((sum, { from, to, count }) => sum + (isWithin(time, from, to) ? count : 0), 0);
  return Math.max(...levels.map(({ from }) => at(from)));
}

function isWithin(time: string, from: string, to: string): boolean {
  const [t, start, end] = [time, from, to].map((clock) => clock.padStart(5, "0")) as [string, string, string];
  return end > start ? t >= start && t < end : t >= start || t < end;
}

function unitsOf({ staff = {}, rooms = {}, equipment = {}, shifts }: Scenario): Map<string, number> {
  const units = new Map<string, number>();
  for (const [name, { count, people, shift }] of Object.entries(staff)) {
    const persons = Object.keys(people ?? {});
    units.set(name, people === undefined ? (mostListed(shift, shifts) ?? count ?? 1) : persons.length);
    for (const person of persons) units.set(person, 1);
  }
  for (const [name, { count }] of [...Object.entries(rooms), ...Object.entries(equipment)]) {
    units.set(name, count === "unlimited" ? Infinity : (count ?? 1));
  }
  return units;
}
