import { type Kysely, type Migration, sql } from "kysely";
import { keepApart, now, number, owner } from "./owned.ts";

const tables = [
  `create table feed (id uuid primary key, ${owner}, ${number}, hash text not null unique,
     job_id uuid not null references job on delete cascade, person text, weeks integer not null,
     sequence integer not null default 0, created_at ${now}, changed_at ${now})`,
  "create index feed_of_job on feed (job_id)",
];

/** Plans that others read at a secret address. */
export const feeds: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of tables) await sql.raw(statement).execute(db);
    await keepApart(db, "feed");
  },
};
