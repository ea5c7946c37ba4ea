import { type Kysely, type Migration, sql } from "kysely";
import { keepApart, now, owner } from "./owned.ts";

const statements = [
  `create table job_part (job_id uuid not null references job on delete cascade, ${owner}, attempt integer not null,
     number integer not null, task json not null,
     state text not null default 'open' check (state in ('open', 'taken', 'done')), result bytea, offered_at ${now},
     primary key (job_id, attempt, number))`,
  "create index job_part_open on job_part (offered_at) where state = 'open'",
];

/** Parts of jobs that a worker offers to others. */
export const jobParts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await keepApart(db, "job_part");
  },
};
