/**
 * What can be asked for, and how.
 *
 * @module
 */

import type { Resource } from "./resource.ts";

/** How a request stands in a queue, and what it does to others. */
export interface QueueOptions {
  /** Lower is served first; 0 unless told otherwise. */
  readonly priority?: number;
  /** Smaller is served first within a priority, for instance the time of the appointment; 0 unless told otherwise. */
  readonly key?: number;
  /**
   * Takes units from those who work with them at a worse priority; they come back for the rest of their work, or to
   * do all of it again.
   */
  readonly preempt?: "resume" | "restart";
  /** The time is neither worked nor staffed, as in a break or a repair. */
  readonly off?: boolean;
}

/** When somebody does not wait, or not for ever. */
export interface PatienceOptions {
  /** Minutes of waiting after which the entity gives up; for ever unless told otherwise. */
  readonly patience?: number;
  /** Turned away when so many wait already, unless it can start at once; no limit unless told otherwise. */
  readonly limit?: number;
}

/** Whoever waits for as long as it takes says nothing of when they would not. */
export interface EndlessPatience {
  readonly patience?: never;
  readonly limit?: never;
}

/** How many units are asked for, all of the same resource. */
export interface UnitsOption {
  /** 1 unless told otherwise. */
  readonly units?: number;
}

/** Which one is taken when several of a kind are free. */
export interface ChoiceOption {
  /** The first of the list, unless told otherwise, or the one which was given back the longest time ago. */
  readonly choose?: "first" | "longest idle";
}

/** One of the things that are asked for together: some units of one of several resources. */
export interface Need extends UnitsOption, ChoiceOption {
  readonly oneOf: readonly Resource[];
}

/** A need with everything said. @internal */
export type Part = Required<Need>;

/**
 * Returns a need with everything said.
 *
 * @throws {RangeError} when no resource is named, or `units` is not a whole number of at least 1
 */
export function partOf({ oneOf, units = 1, choose = "first" }: Need): Part {
  if (oneOf.length === 0) throw new RangeError("a request must name at least one resource");
  if (!(Number.isInteger(units) && units >= 1)) {
    throw new RangeError(`units must be a whole number of at least 1, got ${units}`);
  }
  return { oneOf, units, choose };
}

/** The options of a request with everything said: all have the same shape, so the kernel reads them fast. */
export interface Terms {
  readonly priority: number;
  readonly key: number;
  readonly off: boolean;
  readonly preempt: "resume" | "restart" | undefined;
  readonly patience: number | undefined;
  readonly limit: number | undefined;
}

/** The terms of a request of which nothing was said. */
export const plainTerms: Terms = termsOf({});

/**
 * Returns the options of a request with everything said.
 *
 * @throws {RangeError} when an option makes no sense
 */
export function termsOf(options: QueueOptions & PatienceOptions): Terms {
  const { priority = 0, key = 0, off = false, preempt, patience, limit } = options;
  if (!Number.isFinite(priority)) throw new RangeError(`a priority must be a finite number, got ${priority}`);
  if (!Number.isFinite(key)) throw new RangeError(`a key must be a finite number, got ${key}`);
  if (patience !== undefined && !(patience >= 0))
    throw new RangeError(`patience must be zero or more minutes, got ${patience}`);
  if (limit !== undefined && !(limit >= 0)) throw new RangeError(`a limit must be zero or more, got ${limit}`);
  return { priority, key, off, preempt, patience, limit };
}

/** "exam room", "2 x nurse", "nurse or assistant", "exam room and nurse". */
export function nameOf(parts: readonly Part[]): string {
  return parts
    .map(({ oneOf, units }) => {
      const names = oneOf.map(({ name }) => name).join(" or ");
      return units === 1 ? names : `${units} x ${names}`;
    })
    .join(" and ");
}
