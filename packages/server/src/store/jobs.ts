import { randomUUID } from "node:crypto";
import { type ExpressionBuilder, type Selectable, sql, type Transaction } from "kysely";
import { type Attempt, change, given, type JobEvent, withEvent } from "./job-changes.ts";
import { type Job, jobOf, type ListedJob, listed, listedOf, shown } from "./job-rows.ts";
import { type Page, type PageOptions, pageOf } from "./pages.ts";
import type { InTenant } from "./store.ts";
import type { Failure, JobProgress, JobState, Tables } from "./tables.ts";

/** Long work to be done. */
export interface NewJob {
  readonly kind: string;
  readonly title: string;
  /** All that computing it takes; plain data. */
  readonly input: unknown;
  readonly idempotencyKey?: string | undefined;
}

/** How a job ended. */
export interface JobEnd {
  readonly state: "succeeded" | "failed" | "cancelled";
  readonly result?: unknown;
  readonly failure?: Failure;
}

/** Puts a job where workers find it, in the transaction that makes it. */
export type Enqueue = (transaction: Transaction<Tables>, job: string) => Promise<void>;

/** Hears, in the transaction in which a job ends, that it has. */
export type JobEnded = (
  transaction: Parameters<Parameters<InTenant>[0]>,
  job: Pick<Selectable<Tables["job"]>, "id" | "kind">,
  state: JobEnd["state"],
) => Promise<void>;

/** Of a row of jobs: it has not ended. Spelled out, so that a plan for any parameters can use the index of such jobs. */
export const isUnfinished = sql<boolean>`state in ('queued', 'running')`;

/** The address of a job: below the plural of its kind. */
export function addressOf({ id, kind }: Pick<Job, "id" | "kind">): string {
  return `/v1/${kind}s/${id}`;
}

/** States that last. */
export function isFinal(state: JobState): boolean {
  return state !== "queued" && state !== "running";
}

/** The jobs of a tenant. */
export class JobStore {
  readonly #inTenant: InTenant;
  readonly #ended: JobEnded;

  constructor(inTenant: InTenant, ended: JobEnded) {
    this.#inTenant = inTenant;
    this.#ended = ended;
  }

  /** Makes a job and enqueues it, both or neither; of jobs with one idempotency key there is only the first. */
  async create({ kind, title, input, idempotencyKey = undefined }: NewJob, enqueue: Enqueue): Promise<Job> {
    return await this.#inTenant(async (db, transaction) => {
      const row = { id: randomUUID(), kind, title, input: JSON.stringify(input), state: "queued" as const, events: 1 };
      const made = await withEvent(db, (db) =>
        db
          .insertInto("job")
          .values({ ...row, idempotency_key: idempotencyKey ?? null })
          .onConflict((conflict) => conflict.columns(["tenant_id", "idempotency_key"]).doNothing())
          .returningAll(),
      );
      if (made === undefined) {
        const known = db.selectFrom("job").selectAll().where("idempotency_key", "=", idempotencyKey!);
        return jobOf(await known.executeTakeFirstOrThrow());
      }
      await enqueue(transaction, made.id);
      return jobOf(made);
    });
  }

  async find(id: string): Promise<Job | undefined> {
    const row = await this.#inTenant.once((db) =>
      db.selectFrom("job").select(shown).where("id", "=", id).executeTakeFirst(),
    );
    return row && jobOf(row);
  }

  /** What a job was asked; undefined when there is no such job. */
  async inputOf(id: string): Promise<unknown> {
    const row = await this.#inTenant.once((db) =>
      db.selectFrom("job").select("input").where("id", "=", id).executeTakeFirst(),
    );
    return row?.input;
  }

  async list({
    kind,
    state,
    limit,
    before,
  }: PageOptions & { readonly kind: string; readonly state?: JobState | undefined }): Promise<Page<ListedJob>> {
    const rows = await this.#inTenant.once((db) =>
      db
        .selectFrom("job")
        .select(listed)
        .where("kind", "=", kind)
        .$if(state !== undefined, (query) => query.where("state", "=", state!))
        .$if(before !== undefined, (query) => query.where("number", "<", before!))
        .orderBy("number", "desc")
        .limit(limit + 1)
        .execute(),
    );
    return pageOf(rows, limit, listedOf);
  }

  /** How many jobs have not ended. */
  async countUnfinished(): Promise<number> {
    const { count } = await this.#inTenant.once((db) =>
      db
        .selectFrom("job")
        .select(({ fn }) => fn.countAll().as("count"))
        .where(isUnfinished)
        .executeTakeFirstOrThrow(),
    );
    return Number(count);
  }

  /** What happened to a job after an event, and where the job is now; undefined when there is no such job. */
  async eventsAfter(id: string, number: number) {
    return await this.#inTenant(async (db) => {
      const job = await db.selectFrom("job").select(["state"]).where("id", "=", id).executeTakeFirst();
      if (job === undefined) return undefined;
      const events = await db
        .selectFrom("job_event")
        .select(["number", "at", "type", "data"])
        .where("job_id", "=", id)
        .where("number", ">", number)
        .orderBy("number")
        .execute();
      return { state: job.state, events: events as readonly JobEvent[] };
    });
  }

  /**
   * Takes a job up. Whoever had it before is gone, or it would not be handed out again.
   *
   * @returns the job and its input; undefined when there is nothing to be done about it
   */
  async claim(id: string): Promise<{ readonly job: Job; readonly input: unknown } | undefined> {
    const claimed = await this.#inTenant.once((db) =>
      withEvent(
        db,
        (db) =>
          db
            .updateTable("job")
            .set(({ eb }) => ({
              state: "running",
              started_at: new Date(),
              takeovers: sql<number>`takeovers + case when state = 'running' then 1 else 0 end`,
              attempt: eb("attempt", "+", 1),
              events: eb("events", "+", 1),
            }))
            .where("id", "=", id)
            .where("state", "in", ["queued", "running"])
            .returningAll(),
        { data: sql`json_build_object('state', state, 'attempt', attempt)` },
      ),
    );
    return claimed && { job: jobOf(claimed), input: claimed.input };
  }

  /** Notes how far a job is, and its best so far. False when the job is no longer this attempt's. */
  async report(
    { id, attempt }: Attempt,
    { progress, best }: { readonly progress: JobProgress; readonly best: unknown },
  ): Promise<boolean> {
    const set = { progress: JSON.stringify(progress), ...(best === undefined ? {} : { best: JSON.stringify(best) }) };
    const data = { progress, ...(best === undefined ? {} : { best }) };
    const changed = this.#inTenant.once((db) =>
      change(db, { id, attempt }, set, { type: "progress", data: given(data) }),
    );
    return (await changed) !== undefined;
  }

  /** Ends a job. False when the job is no longer this attempt's. */
  async end({ id, attempt }: Attempt, { state, result, failure }: JobEnd): Promise<boolean> {
    const set = {
      state,
      finished_at: new Date(),
      ...(result === undefined ? {} : { result: JSON.stringify(result) }),
      ...(failure === undefined ? {} : { failure: JSON.stringify(failure) }),
      // How far it was, and what was best by then, means nothing beside the answer.
      ...(state === "succeeded" ? { progress: null, best: null } : {}),
    };
    const data = given({ state, ...(failure === undefined ? {} : { failure }) });
    return await this.#inTenant(async (db, transaction) => {
      const row = await change(db, { id, attempt }, set, { data });
      if (row !== undefined) await this.#ended([db, transaction], row, state);
      return row !== undefined;
    });
  }

  /** Puts a job back into the queue: because it failed, or because its worker has to stop. */
  async requeue(
    { id, attempt }: Attempt,
    { failed, enqueue }: { readonly failed: boolean; readonly enqueue: Enqueue },
  ): Promise<boolean> {
    const set = {
      state: "queued" as const,
      queued_at: new Date(),
      started_at: null,
      ...(failed ? { failures: sql<number>`failures + 1` } : {}),
    };
    const data = sql`json_build_object('state', state, 'failures', failures)`;
    return await this.#inTenant(async (db, transaction) => {
      const row = await change(db, { id, attempt }, set, { data });
      if (row !== undefined) await enqueue(transaction, id);
      return row !== undefined;
    });
  }

  /**
   * Cancels a job that nobody works on; asks whoever does to end it.
   *
   * @returns the job as it is then; undefined when there is none
   */
  async cancel(id: string): Promise<Job | undefined> {
    return await this.#inTenant(async (db, transaction) => {
      const row = await db.selectFrom("job").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
      if (row === undefined || isFinal(row.state)) return row && jobOf(row);
      const now = new Date();
      const asked = db.updateTable("job").set({ cancel_requested_at: now }).where("id", "=", id);
      if (row.state === "running") return jobOf(await asked.returningAll().executeTakeFirstOrThrow());
      const ended = ({ eb }: ExpressionBuilder<Tables, "job">) => ({
        state: "cancelled" as const,
        finished_at: now,
        events: eb("events", "+", 1),
      });
      const changed = (await withEvent(db, () => asked.set(ended).returningAll()))!;
      await this.#ended([db, transaction], changed, "cancelled");
      return jobOf(changed);
    });
  }

  /** Whether somebody wants a job to end, or somebody else has it. */
  async isUnwanted({ id, attempt }: Attempt): Promise<"cancelled" | "lost" | false> {
    const row = await this.#inTenant.once((db) =>
      db.selectFrom("job").select(["state", "attempt", "cancel_requested_at"]).where("id", "=", id).executeTakeFirst(),
    );
    if (row === undefined || row.attempt !== attempt || row.state !== "running") return "lost";
    return row.cancel_requested_at !== null && "cancelled";
  }
}

/** Hands statements back to whoever owns the tables, as the queue needs it. */
export async function leaveTenant(transaction: Transaction<Tables>): Promise<void> {
  await sql`select set_config('role', 'none', true)`.execute(transaction);
}
