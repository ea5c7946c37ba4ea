import { z } from "zod";
import type { JobKind } from "../jobs/job-kind.ts";
import type { Job, ListedJob } from "../store/job-rows.ts";
import { addressOf } from "../store/jobs.ts";
import { jobStates } from "../store/tables.ts";

const Moment = z.iso.datetime({ offset: true });

const Progress = z
  .object({
    done: z.number(),
    total: z.number().meta({ description: "As far as is known yet." }),
    unit: z.string().meta({ description: "What is counted: replications, seconds." }),
  })
  .meta({ id: "Progress" });

const Failure = z
  .object({
    code: z.string().meta({ description: "A word for programs, explained in docs/errors.md." }),
    detail: z.string().meta({ description: "What happened, and what would help." }),
  })
  .meta({ id: "Failure" });

const jobFields = {
  id: z.uuid(),
  title: z.string().meta({ description: "Name of the scenario, or of the roster." }),
  state: z.enum(jobStates),
  createdAt: Moment,
  queuedAt: Moment,
  startedAt: Moment.nullable(),
  finishedAt: Moment.nullable(),
  cancelRequestedAt: Moment.nullable(),
  progress: Progress.nullable(),
  failure: Failure.nullable().meta({ description: "Why it failed." }),
  attempt: z.int().meta({ description: "How often it was taken up." }),
  failures: z.int().meta({ description: "How often it failed by itself." }),
  takeovers: z.int().meta({ description: "How often it was taken over from a worker that was gone." }),
  self: z.string(),
  events: z.string().meta({ description: "What happens to it, as server-sent events." }),
};

/** A job of a kind, and a list of them. */
export function jobSchemas({ name, best, result }: JobKind) {
  const title = name.replace(/^./, (letter) => letter.toUpperCase());
  const { id, ...others } = jobFields;
  const listed = { id, kind: z.literal(name), ...others };
  return {
    Job: z
      .object({
        ...listed,
        best: best.nullable().meta({ description: "The best answer so far, with its uncertainty." }),
        result: result.nullable().meta({ description: "The answer; also of a job that was cancelled, if it had one." }),
      })
      .meta({ id: `${title}Job` }),
    Jobs: z.object({ items: z.array(z.object(listed).meta({ id: `${title}JobListed` })), next: Cursor.nullable() }),
  };
}

/** Where the next part of a list begins. */
export const Cursor = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, "is no cursor; take the one that a list gave as next");

/** Which part of a list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20).meta({ description: "How many at most." }),
  cursor: Cursor.optional().meta({ description: "Where to go on: what the last part of the list gave as next." }),
};

/** A cursor as the number that it stands for. */
export function numberOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const number = Number(Buffer.from(cursor, "base64url").toString());
  return Number.isSafeInteger(number) ? number : 0;
}

/** A number as a cursor. */
export function cursorOf(number: number | undefined): string | null {
  return number === undefined ? null : Buffer.from(String(number)).toString("base64url");
}

/** A job as it is listed. */
export function jobListed(job: ListedJob, { name }: JobKind) {
  const { id, title, state, progress, failure, attempt, failures, takeovers } = job;
  const self = addressOf({ id, kind: name });
  return {
    id,
    kind: name,
    title,
    state,
    createdAt: job.createdAt.toISOString(),
    queuedAt: job.queuedAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
    cancelRequestedAt: job.cancelRequestedAt?.toISOString() ?? null,
    progress,
    failure,
    attempt,
    failures,
    takeovers,
    self,
    events: `${self}/events`,
  };
}

/** A job as it is shown alone. */
export function jobShown(job: Job, kind: JobKind) {
  return { ...jobListed(job, kind), best: job.best, result: job.result };
}
