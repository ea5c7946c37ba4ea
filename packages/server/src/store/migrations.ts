import { type Kysely, Migrator } from "kysely";
import { begin } from "./migrations/0001-begin.ts";
import { webhooks } from "./migrations/0002-webhooks.ts";
import { jobNews } from "./migrations/0003-job-news.ts";
import { feeds } from "./migrations/0004-feeds.ts";
import { jobParts } from "./migrations/0005-job-parts.ts";
import { cancelNews } from "./migrations/0006-cancel-news.ts";
import type { Tables } from "./tables.ts";

/** Every migration by its name, in their order; one that has been released is never changed, and none is undone. */
const migrations = {
  "0001-begin": begin,
  "0002-webhooks": webhooks,
  "0003-job-news": jobNews,
  "0004-feeds": feeds,
  "0005-job-parts": jobParts,
  "0006-cancel-news": cancelNews,
};

/** The state that one of the migrations leaves a database in. */
export type MigrationName = keyof typeof migrations;

/** Whether there is a migration of this name; a newer Praxis may have more. */
export function isMigration(name: string): name is MigrationName {
  return Object.hasOwn(migrations, name);
}

/**
 * Brings a database up to date, or as far as a migration. Of several servers that start at once one does it, and the
 * others wait.
 */
export async function migrate(kysely: Kysely<Tables>, upTo?: MigrationName): Promise<void> {
  const migrator = migratorOf(kysely);
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error !== undefined) throw error;
}

/** The last migration that a database has had; undefined when it has none of our tables. */
export async function newestMigration(kysely: Kysely<Tables>): Promise<MigrationName | undefined> {
  const all = await migratorOf(kysely).getMigrations();
  return all.findLast(({ executedAt }) => executedAt !== undefined)?.name as MigrationName | undefined;
}

function migratorOf(kysely: Kysely<Tables>): Migrator {
  return new Migrator({ db: kysely, provider: { getMigrations: async () => migrations } });
}
