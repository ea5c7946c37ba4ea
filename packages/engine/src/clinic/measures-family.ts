import type { Observation } from "./measures-observation.ts";

/** Gives the number of the replication that has just ended; NaN when it is undefined. */
export type Fold = () => number;

/** One number about a replication, with its written definition. */
export interface Measure {
  readonly name: string;
  /**
   * "min" (minutes), "clock" (minutes since the start of the run), "share" (from 0 to 1), "$", "d" (days), or a plural
   * noun of what is counted.
   */
  readonly unit: string;
  /** Who is counted, when, and per what. */
  readonly definition: string;
  /** Takes part in the observation of an office, replication after replication. */
  over(observation: Observation): Fold;
}

/** Measures that differ only in whom they are about. */
export interface Family {
  /** With places for names: "wait.<activity>.p90". */
  readonly pattern: string;
  /** As in `Measure`. */
  readonly unit: string;
  /** Repeats the places of the pattern, which are then filled in: "… patients who started <activity> …". */
  readonly definition: string;
  /** @param names what stands in the places of the pattern, in their order */
  over(observation: Observation, ...names: string[]): Fold;
}

/** A place of a pattern: what stands between angle brackets. */
const place = /<([^>]+)>/g;

/** The names of the places of a pattern, in order: "activity" for "wait.<activity>.p90". */
export function placesOf(pattern: string): string[] {
  return [...pattern.matchAll(place)].map(([, name = ""]) => name);
}

/**
 * Finds the names that stand in the places of a pattern.
 *
 * @param expressionOf the regular expression of the names in a place
 * @returns undefined when the text does not fit the pattern
 */
export function namesIn(text: string, pattern: string, expressionOf: (place: string) => string): string[] | undefined {
  // Spares most expressions, of which a long list of names makes long ones.
  if (!text.startsWith(pattern.slice(0, pattern.indexOf("<") >>> 0))) return undefined;
  // Every second part is what stands between brackets.
  const parts = pattern.split(place);
  const expressions = parts.map((part, index) => (index % 2 === 0 ? literally(part) : `(${expressionOf(part)})`));
  return new RegExp(`^${expressions.join("")}$`).exec(text)?.slice(1);
}

/** Fills names into the places of a text. A name may stand in several places, all of which then read the same. */
export function fillPlaces(text: string, pattern: string, names: readonly string[]): string {
  const places = placesOf(pattern);
  return text.replaceAll(place, (written, name: string) => {
    const index = places.indexOf(name);
    return index < 0 ? written : names[index]!;
  });
}

/** A regular expression for exactly this text. */
export function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
