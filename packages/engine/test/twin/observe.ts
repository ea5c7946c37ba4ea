/**
 * Writes down everything that can be seen of a run, in a form in which two runs can be compared.
 *
 * @module
 */

import type {
  ActivityRows,
  PathwayEvent,
  PathwayModel,
  ResourceStatistics,
  RowSink,
  RunOptions,
  VisitRows,
} from "../../src/kernel/pathway-model.ts";
import type { Twin } from "./twin.ts";

/** What both roads have. */
export type Road = Pick<
  Twin,
  "outcomes" | "now" | "present" | "eventCount" | "reset" | "run" | "finish" | "resource" | "resetStatistics"
>;

type Row = Readonly<Record<string, number | string | readonly number[]>>;

/** All that can be seen of a run. */
export interface Observed {
  readonly events: PathwayEvent[];
  readonly activities: Row[];
  readonly visits: Row[];
  /** How each call of `run` came out: a word, or the class of an error. */
  readonly ends: string[];
  readonly clocks: number[];
  readonly present: number[];
  readonly eventCounts: number[];
  readonly statistics: Record<string, ResourceStatistics>;
}

/**
 * Lets a road run from the start; statistics begin anew after the first of several runs.
 *
 * @param options.traced whether the road tells of its events
 */
export function observe(
  road: Road,
  model: PathwayModel,
  runs: readonly RunOptions[],
  { traced = true } = {},
): Observed {
  const seen = nothing();
  road.reset(sinkOf(seen, road), traced ? (event) => seen.events.push(event) : undefined);
  runs.forEach((options, index) => {
    if (!goOn(seen, road, options)) return;
    if (index === 0 && runs.length > 1) road.resetStatistics();
  });
  return conclude(seen, road, model);
}

/** An observation that has yet to begin. */
export function nothing(): Observed {
  return { events: [], activities: [], visits: [], ends: [], clocks: [], present: [], eventCounts: [], statistics: {} };
}

/** Lets a road go on, and writes down how it came out; after an error nothing goes on. */
export function goOn(seen: Observed, road: Road, options: RunOptions): boolean {
  if (seen.ends.some((end) => end.endsWith("Error"))) return false;
  seen.ends.push(endOf(road, options));
  seen.clocks.push(road.now);
  seen.present.push(road.present);
  seen.eventCounts.push(road.eventCount);
  return true;
}

/** Writes down what is left to see at the end. */
export function conclude(seen: Observed, road: Road, model: PathwayModel): Observed {
  const failed = seen.ends.some((end) => end.endsWith("Error"));
  if (!failed) road.finish();
  else {
    // How many rows have been handed over by the time of an error is a matter of batches.
    seen.activities.length = 0;
    seen.visits.length = 0;
  }
  for (const { name } of failed ? [] : model.resources) seen.statistics[name] = road.resource(name);
  return seen;
}

/** Takes the rows of a road as they are handed over. */
export function sinkOf(seen: Observed, road: Pick<Road, "outcomes">): RowSink {
  return {
    activities: (rows) => seen.activities.push(...activityRows(rows)),
    visits: (rows) => seen.visits.push(...visitRows(rows, road.outcomes)),
  };
}

function endOf(road: Road, options: RunOptions): string {
  try {
    return road.run(options);
  } catch (error) {
    if (error instanceof Error && error.name.endsWith("Error")) return error.name;
    throw error;
  }
}

function activityRows({ length, ...columns }: ActivityRows): Row[] {
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[index]!])),
  );
}

function visitRows({ length, attributes, outcome, ...columns }: VisitRows, outcomes: readonly string[]): Row[] {
  return Array.from({ length }, (_, index) => ({
    ...Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[index]!])),
    outcome: outcomes[outcome[index]!]!,
    attributes: attributes.map((column) => column[index]!),
  }));
}
