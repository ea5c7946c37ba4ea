import {
  type InsertQueryBuilder,
  type Kysely,
  type QueryCreator,
  type RawBuilder,
  type Selectable,
  sql,
  type UpdateObject,
  type UpdateQueryBuilder,
} from "kysely";
import type { Tables } from "./tables.ts";

/** Something that happened to a job; numbers count from 1. */
export interface JobEvent {
  readonly number: number;
  readonly at: Date;
  readonly type: "state" | "progress";
  readonly data: unknown;
}

/** A job that somebody has taken up. What a number that is no longer the newest says is not heard. */
export interface Attempt {
  readonly id: string;
  readonly attempt: number;
}

/** An event to be added: its data, as an expression over the row of the job. */
interface NewEvent {
  readonly type?: JobEvent["type"];
  readonly data: RawBuilder<unknown>;
}

/** A statement that makes or changes a job, and returns its row. */
type Returning =
  | InsertQueryBuilder<Tables, "job", Selectable<Tables["job"]>>
  | UpdateQueryBuilder<Tables, "job", "job", Selectable<Tables["job"]>>;

/** Makes or changes a job, and adds the event that its row has counted, in one statement; undefined when there is no such row. */
export async function withEvent(
  db: Kysely<Tables>,
  changing: (db: QueryCreator<Tables>) => Returning,
  { type = "state", data }: NewEvent = { data: sql`json_build_object('state', state)` },
): Promise<Selectable<Tables["job"]> | undefined> {
  return await db
    .with("changed", changing)
    .with("told", (db) =>
      db
        .insertInto("job_event")
        .columns(["job_id", "number", "type", "data"])
        .expression(db.selectFrom("changed").select(["id", "events", sql.lit(type).as("type"), data.as("data")])),
    )
    .selectFrom("changed")
    .selectAll()
    .executeTakeFirst();
}

/** The same data whatever the row. */
export function given(data: unknown): RawBuilder<unknown> {
  return sql`${JSON.stringify(data)}::json`;
}

/** Changes a job that is still this attempt's; undefined when it is not. */
export async function change(
  db: Kysely<Tables>,
  { id, attempt }: Attempt,
  set: UpdateObject<Tables, "job">,
  event: NewEvent,
): Promise<Selectable<Tables["job"]> | undefined> {
  const changed = (db: QueryCreator<Tables>) =>
    db
      .updateTable("job")
      .set(({ eb }) => ({ ...set, events: eb("events", "+", 1) }))
      .where("id", "=", id)
      .where("attempt", "=", attempt)
      .where("state", "=", "running")
      .returningAll();
  return await withEvent(db, changed, event);
}
