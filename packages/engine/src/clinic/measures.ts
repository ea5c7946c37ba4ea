import { OfficeError } from "../errors.ts";
import { nearestName } from "../scenario/nearest-name.ts";
import type { Scenario } from "../scenario/schema.ts";
import { accessFamilies } from "./measures-access.ts";
import { type Family, type Fold, fillPlaces, type Measure, namesIn, placesOf } from "./measures-family.ts";
import { resourceFamilies } from "./measures-resources.ts";
import { visitFamilies } from "./measures-visits.ts";
import { placeIn, type Vocabulary, vocabularyOf } from "./measures-vocabulary.ts";
import { waitFamilies } from "./measures-waits.ts";

/**
 * Everything that can be measured, in the order of the documentation. Where a name fits two families, the first holds:
 * the queue of a resource before that of an activity of the same name.
 */
export const families: readonly Family[] = [...visitFamilies, ...accessFamilies, ...resourceFamilies, ...waitFamilies];

/** Stands between measures that are added up. */
const PLUS = " + ";

/**
 * The measure of a name, for a scenario; several names with " + " between are one measure, their sum.
 *
 * @throws {OfficeError} when the scenario has nothing of that name; the message has the nearest name that it has
 */
export function measureNamed(name: string, scenario: Scenario): Measure {
  const vocabulary = vocabularyOf(scenario);
  const measure = find(name, vocabulary);
  if (measure !== undefined) return { ...measure, unit: unitOf(measure, vocabulary) };
  if (name.includes(PLUS)) return sumOf(name.split(PLUS).map((part) => measureNamed(part.trim(), scenario)));
  const known = families.flatMap((family) => namesOf(family, vocabulary));
  throw new OfficeError(`“${name}” is no measure of ${scenario.name}; ${hint(nearestName(name, known))}`);
}

/** Where a family counts visits and tasks, those of a task are no patients; nor are callers who give up. */
function unitOf({ name, unit }: Measure, { tasks, activities }: Vocabulary): string {
  if (unit !== "patients") return unit;
  const about = name.slice(name.indexOf(".") + 1);
  const all = [...activities.values()];
  const noPatients =
    (name === "gaveUp" && all.every(({ patience, onlyInTasks }) => onlyInTasks || !patience)) ||
    (name === "turnedAway" && all.every(({ limit, onlyInTasks }) => onlyInTasks || !limit)) ||
    tasks.includes(about) ||
    activities.get(about)?.onlyInTasks === true;
  return noPatients ? "tasks" : unit;
}

/**
 * The written definition of a measure, whatever the scenario; of a name that may be two things, both, on lines of their own.
 *
 * @throws {OfficeError} when no measure has such a name
 * @example
 * measureDefinition("gaveUp") // "gaveUp (patients): How often anybody, patient or caller, gave up waiting after the warm-up."
 */
export function measureDefinition(name: string): string {
  const parts = name.split(PLUS).map((part) => definitionsOf(part.trim()));
  const definitions = parts.every((part) => part.length > 0) ? parts.flat() : definitionsOf(name);
  if (definitions.length > 0) return definitions.join("\n");
  const nearest = nearestName(
    name,
    families.map(({ pattern }) => pattern),
  );
  throw new OfficeError(`“${name}” is no measure; ${hint(nearest)}`);
}

/** The definitions of the families whose patterns fit best: those with the most letters of their own. */
function definitionsOf(name: string): string[] {
  const fitting = families.flatMap((family) => {
    const names = namesIn(name, family.pattern, (place) => (place === "attribute=value" ? "[^=]+=.+" : ".+"));
    return names === undefined ? [] : [{ ...family, names, length: literalLength(family) }];
  });
  const longest = Math.max(...fitting.map(({ length }) => length));
  return fitting
    .filter(({ length }) => length === longest)
    .map(({ pattern, unit, definition, names }) => {
      return `${name} (${unitInWords(unit)}): ${fillPlaces(definition, pattern, names)}`;
    });
}

function hint(nearest: string | undefined): string {
  return nearest === undefined ? "docs/measures.md lists all measures" : `did you mean “${nearest}”?`;
}

/** A unit of measures as words: "minutes" for "min". */
export function unitInWords(unit: string): string {
  const words: Readonly<Record<string, string>> = {
    min: "minutes",
    clock: "clock time, in minutes since the start of the run",
    share: "share, from 0 to 1",
    d: "days",
  };
  return words[unit] ?? unit;
}

/**
 * The measures that a scenario is looked at by when none are asked for: everything that can happen in it, in the order
 * in which a manager would ask.
 */
export function defaultMeasures(scenario: Scenario): Measure[] {
  return defaultNames(scenario, vocabularyOf(scenario)).map((name) => measureNamed(name, scenario));
}

function defaultNames(scenario: Scenario, vocabulary: Vocabulary): string[] {
  const { activities, visitTypes, tasks, resources, targets } = vocabulary;
  const when = (condition: boolean, ...names: string[]) => (condition ? names : []);
  const each = (names: Iterable<string>, pattern: string) => [...names].map((name) => pattern.replace("*", () => name));
  const things = [...resources].filter(([, { person }]) => !person);
  const waiting = [...activities].flatMap(([name, { waits }]) => (waits ? [name] : []));
  const limited = things.flatMap(([name, words]) => (words.limited ? [name] : []));
  const unlimited = things.flatMap(([name, words]) => (words.limited ? [] : [name]));
  const visits = visitTypes.length > 0;
  const booked = Object.values(scenario.arrivals ?? {}).some(
    (source) => "appointments" in source || "requests" in source,
  );
  const asked = vocabulary.requests.length > 0;
  const groups = vocabulary.requests.length > 1 ? vocabulary.requests : [];
  const words = [...activities.values()];
  const staff = Object.values(scenario.staff ?? {});
  return [
    ...when(visits, "arrivals"),
    ...each(tasks, "arrivals.*"),
    ...when(booked, "noShows", "cancellations"),
    ...when(asked, "requests", "thirdNextAvailable", "backlog", "leadTime", ...each(groups, "leadTime.*")),
    ...when(
      asked,
      "sameDayShare",
      "noShowRate",
      ...each(groups, "noShowRate.*"),
      "rebookings",
      "unmetShare",
      "fillRate",
    ),
    ...when(vocabulary.waitList, "waitListFilled"),
    ...when(
      words.some(({ patience }) => patience),
      "gaveUp",
    ),
    ...when(
      words.some(({ limit }) => limit),
      "turnedAway",
    ),
    ...when(visits, "throughput", "present"),
    ...each(tasks, "completed.*"),
    ...each(tasks, "unfinished.*"),
    ...each(waiting, "wait.*"),
    ...each(targets, "serviceLevel.*"),
    ...when(visits, "wait", "timeInOffice", "timeInOffice.p90"),
    ...when(visitTypes.length > 1, ...each(visitTypes, "timeInOffice.*")),
    ...when(vocabulary.followUps, "followUpDelay"),
    ...each(limited, "utilisation.*"),
    ...each(unlimited, "inUse.*"),
    ...things.flatMap(([name, { planFor = [] }]) => planFor.map((n) => `delayProbability.${name}.${n}`)),
    ...when(visits && scenario.calendar.opening !== undefined, "overtime"),
    ...when(visits, "lastDeparture"),
    ...when(
      staff.some(({ costPerHour }) => costPerHour !== undefined),
      "staffCost",
    ),
  ];
}

/** The measure of a name, when a family has it and the scenario what it is about. */
function find(name: string, vocabulary: Vocabulary): Measure | undefined {
  for (const family of families) {
    const names = namesIn(name, family.pattern, (place) => placeIn(vocabulary, place).expression);
    if (names === undefined) continue;
    return {
      name,
      unit: family.unit,
      definition: fillPlaces(family.definition, family.pattern, names),
      over: (observation) => family.over(observation, ...names),
    };
  }
  return undefined;
}

function sumOf(measures: readonly Measure[]): Measure {
  const [first, ...others] = measures as [Measure, ...Measure[]];
  const name = measures.map((measure) => measure.name).join(PLUS);
  const other = others.find(({ unit }) => unit !== first.unit);
  if (other !== undefined) {
    const units = `${first.name} is in ${unitInWords(first.unit)}, ${other.name} in ${unitInWords(other.unit)}`;
    throw new OfficeError(`“${name}” cannot be added up: ${units}`);
  }
  return {
    name,
    unit: first.unit,
    definition: `The sum of: ${measures.map(({ name, definition }) => `${name}: ${definition}`).join(" ")}`,
    over: (observation) => {
      const folds: Fold[] = measures.map((measure) => measure.over(observation));
      return () => folds.reduce((sum, fold) => sum + fold(), 0);
    },
  };
}

/** All names that a family has in a scenario; of numbers, those that the scenario mentions. */
function namesOf({ pattern }: Family, vocabulary: Vocabulary): string[] {
  const choices = placesOf(pattern).map((place) => placeIn(vocabulary, place).known);
  const combinations = choices.reduce<string[][]>(
    (rows, known) => rows.flatMap((row) => known.map((name) => [...row, name])),
    [[]],
  );
  return combinations.map((names) => fillPlaces(pattern, pattern, names));
}

function literalLength({ pattern }: Family): number {
  return placesOf(pattern).reduce((length, place) => length - place.length, pattern.length);
}
