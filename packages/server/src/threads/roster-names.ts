import { dateAfter, daysBetween, isDate, nearestName, type RosterProblem, ScenarioError } from "@praxis/engine";

/**
 * The index of a person.
 *
 * @throws {ScenarioError} when nobody is called so
 */
export function personNamed(name: string, { people }: RosterProblem, path: string): number {
  const index = people.findIndex(({ id }) => id === name);
  if (index < 0) throw unknown(path, `“${name}” is nobody of this roster`, { name, known: people.map(({ id }) => id) });
  return index;
}

/**
 * The day of a date, from 0.
 *
 * @throws {ScenarioError} when it is none of the roster
 */
export function dayOf(date: string, { start, days }: RosterProblem, path: string): number {
  const day = isDate(date) ? daysBetween(start, date) : -1;
  if (day >= 0 && day < days) return day;
  const hint = `write a date from ${start} to ${dateAfter(start, days - 1)}`;
  throw new ScenarioError([{ code: "outside-horizon", path, message: `“${date}” is not a day of this roster`, hint }]);
}

/** A name that nobody knows, and the nearest that somebody does. */
export function unknown(
  path: string,
  message: string,
  { name, known }: { readonly name: string; readonly known: readonly string[] },
): ScenarioError {
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? `known: ${known.slice(0, 20).join(", ")}` : `did you mean ${nearest}?`;
  return new ScenarioError([{ code: "unknown-name", path, message, hint }]);
}

/** The person of a query, when nobody is called so. */
export function nobody(person: string, known: readonly string[]): ScenarioError {
  return unknown("/person", `“${person}” is nobody of this plan`, { name: person, known });
}
