import { type Kysely, type Migration, sql } from "kysely";
import { keepApart, now, number, owner } from "./owned.ts";

/** Tables that hold rows of tenants. */
const owned = [
  "api_key",
  "scenario",
  "scenario_version",
  "job",
  "job_event",
  "audit_entry",
  "idempotent_request",
] as const;

const tables = [
  `create table tenant (id uuid primary key, name text not null unique, created_at ${now})`,
  `create table api_key (id uuid primary key, ${owner}, ${number}, name text not null, hash text not null unique,
     scopes text[] not null, created_at ${now}, expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz)`,
  `create table scenario (id uuid primary key, ${owner}, ${number}, name text not null, newest integer not null,
     created_at ${now})`,
  `create table scenario_version (scenario_id uuid not null references scenario on delete cascade, ${owner},
     version integer not null, name text not null, content text not null, document json not null,
     created_at ${now}, primary key (scenario_id, version))`,
  `create table job (id uuid primary key, ${owner}, ${number}, kind text not null, title text not null,
     state text not null check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
     input json not null, progress json, best json, result json, failure json, idempotency_key text, created_at ${now},
     queued_at ${now}, started_at timestamptz, finished_at timestamptz, cancel_requested_at timestamptz,
     attempt integer not null default 0, failures integer not null default 0, takeovers integer not null default 0,
     events integer not null default 0, unique (tenant_id, idempotency_key))`,
  "create index job_listed on job (tenant_id, kind, number desc)",
  "create index job_unfinished on job (state) where state in ('queued', 'running')",
  `create table job_event (job_id uuid not null references job on delete cascade, ${owner}, number integer not null,
     at ${now}, type text not null, data json not null, primary key (job_id, number))`,
  `create table audit_entry (number bigint generated always as identity primary key, ${owner}, at ${now}, key_id uuid,
     action text not null, subject text not null)`,
  `create table idempotent_request (${owner}, key text not null, fingerprint text not null, at ${now}, status integer,
     location text, body text, primary key (tenant_id, key))`,
];

/** Whoever acts for a tenant takes on this role, to whom the database shows nothing of others. */
const role = `do $$ begin
  if not exists (select from pg_roles where rolname = 'praxis_tenant') then create role praxis_tenant nologin; end if;
exception when duplicate_object or unique_violation then null; end $$`;

/** The first tables. */
export const begin: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [...tables, role, "grant praxis_tenant to current_user"])
      await sql.raw(statement).execute(db);
    for (const table of owned) await keepApart(db, table);
    // What happened cannot be made not to have happened.
    await sql.raw("revoke update, delete on audit_entry from praxis_tenant").execute(db);
  },
};
