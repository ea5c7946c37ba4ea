import { type Kysely, type Migration, sql } from "kysely";

/** The channel on which the database tells that something happened to a job: its id. */
export const jobChannel = "praxis_job";

const statements = [
  `create function tell_job_event() returns trigger language plpgsql as $$ begin
     perform pg_notify('${jobChannel}', new.job_id::text); return null; end $$`,
  "create trigger told after insert on job_event for each row execute function tell_job_event()",
  `create function tell_job() returns trigger language plpgsql as $$ begin
     perform pg_notify('${jobChannel}', new.id::text); return null; end $$`,
  "create trigger told after update of cancel_requested_at on job for each row execute function tell_job()",
];

/** Lets other processes hear at once what happens to jobs. */
export const jobNews: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
