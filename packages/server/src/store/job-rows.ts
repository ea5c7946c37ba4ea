import type { Selectable } from "kysely";
import type { Failure, JobProgress, JobState, Tables } from "./tables.ts";

/** Long work, as it stands in a list. */
export interface ListedJob {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly state: JobState;
  readonly progress: JobProgress | null;
  readonly failure: Failure | null;
  readonly createdAt: Date;
  readonly queuedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly cancelRequestedAt: Date | null;
  readonly attempt: number;
  readonly failures: number;
  readonly takeovers: number;
}

/** Long work, and what came of it so far. */
export interface Job extends ListedJob {
  readonly best: unknown;
  readonly result: unknown;
}

/** What a list tells; results may be large, and so may what was asked. */
export const listed = [
  ...(["id", "number", "kind", "title", "state", "progress", "failure", "attempt", "failures", "takeovers"] as const),
  ...(["created_at", "queued_at", "started_at", "finished_at", "cancel_requested_at"] as const),
] as const;

/** What is told of one job. */
export const shown = [...listed, "best", "result"] as const;

/** A row as a job. */
export function jobOf(row: Pick<Selectable<Tables["job"]>, (typeof shown)[number]>): Job {
  return { ...listedOf(row), best: row.best, result: row.result };
}

/** A row as a job in a list. */
export function listedOf(row: Pick<Selectable<Tables["job"]>, (typeof listed)[number]>): ListedJob {
  const { id, kind, title, state, progress, failure, attempt, failures, takeovers } = row;
  return {
    id,
    kind,
    title,
    state,
    progress,
    failure,
    attempt,
    failures,
    takeovers,
    createdAt: row.created_at,
    queuedAt: row.queued_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    cancelRequestedAt: row.cancel_requested_at,
  };
}
