import { type Kysely, Migrator } from "kysely";
import { begin } from "./migrations/0001-begin.ts";
import { webhooks } from "./migrations/0002-webhooks.ts";
import type { Tables } from "./tables.ts";

/** Every migration by its name, in their order; one that has been released is never changed, and none is undone. */
const migrations = { "0001-begin": begin, "0002-webhooks": webhooks };

/** Brings a database up to date. Of several servers that start at once one does it, and the others wait. */
export async function migrate(kysely: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
