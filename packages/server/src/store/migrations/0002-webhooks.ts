import { type Kysely, type Migration, sql } from "kysely";
import { keepApart, now, number, owner } from "./owned.ts";

const tables = [
  `create table webhook (id uuid primary key, ${owner}, ${number}, url text not null, events text[],
     secret text not null, former_secret text, former_until timestamptz, created_at ${now}, paused_at timestamptz,
     pause_reason text)`,
  `create table webhook_delivery (id uuid primary key, ${owner}, ${number},
     webhook_id uuid not null references webhook on delete cascade, type text not null, body text not null,
     state text not null check (state in ('pending', 'delivered', 'failed')), attempts json not null default '[]',
     created_at ${now}, next_at timestamptz)`,
  "create index webhook_delivery_listed on webhook_delivery (webhook_id, number desc)",
  "create index webhook_delivery_pending on webhook_delivery (state) where state = 'pending'",
];

/** Addresses that are told when jobs end, and what they were told. */
export const webhooks: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of tables) await sql.raw(statement).execute(db);
    for (const table of ["webhook", "webhook_delivery"]) await keepApart(db, table);
  },
};
