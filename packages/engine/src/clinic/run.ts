/**
 * Runs an office: one replication, from the first minute to the last.
 *
 * @module
 */

import type { PathwayEvent, RowSink } from "../kernel/pathway-model.ts";
import type { Office } from "./office.ts";

/** Which replication, and who is told of what happens in it. */
export interface ReplicationOptions {
  /** From 0 on. */
  readonly replication: number;
  /** Receives what happened, batch by batch. */
  readonly sink?: RowSink | undefined;
  /** Hears of every event as it happens. */
  readonly tracer?: ((event: PathwayEvent) => void) | undefined;
}

/**
 * Runs one replication of an office.
 *
 * The statistics of resources begin anew at the end of the warm-up; rows are handed over from the start on. Replications
 * may be run in any order, any of them twice: the same number gives the same rows.
 *
 * @throws {DeadlockError} when somebody waits for what can never become free
 * @throws {RunawayError} when more happens, or more patients are present, than any office could bear
 */
export function runReplication(office: Office, { replication, sink, tracer }: ReplicationOptions): void {
  const { run, streams, warmUp, until } = office;
  streams.replication = replication;
  run.reset(sink, tracer);
  if (warmUp > 0) {
    run.run({ until: warmUp });
    run.resetStatistics();
  }
  run.run({ until });
  run.finish();
}

/**
 * Tells of every event of a replication, to a minute or to its end.
 *
 * @throws {DeadlockError} when somebody waits for what can never become free
 * @throws {RunawayError} when more happens, or more patients are present, than any office could bear
 */
export function traceOffice(
  office: Office,
  { replication, until, tracer }: ReplicationOptions & { readonly until?: number | undefined },
): void {
  const { run, streams } = office;
  streams.replication = replication;
  run.reset(undefined, tracer);
  run.run({ until: until ?? office.until });
  run.finish();
}
