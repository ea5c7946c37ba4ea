import { type Kysely, type Migration, sql } from "kysely";
import { jobChannel } from "./0003-job-news.ts";

/** The channel on which the database tells that somebody wants a job to end: its id. */
export const cancelChannel = "praxis_cancel";

const statement = `create or replace function tell_job() returns trigger language plpgsql as $$ begin
  perform pg_notify('${jobChannel}', new.id::text); perform pg_notify('${cancelChannel}', new.id::text); return null; end $$`;

/** Lets workers hear of what they have to end without hearing of all else that happens. */
export const cancelNews: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw(statement).execute(db);
  },
};
