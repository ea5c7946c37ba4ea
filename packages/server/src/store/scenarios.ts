import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { type Page, type PageOptions, pageOf } from "./pages.ts";
import type { InTenant } from "./store.ts";
import type { Tables } from "./tables.ts";

/** A scenario in a list. */
export interface ScenarioRecord {
  readonly id: string;
  readonly name: string;
  /** The number of its newest version, from 1. */
  readonly newest: number;
  readonly createdAt: Date;
}

/** One version of a scenario, which never changes. */
export interface ScenarioVersion {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** The text as it was handed in: YAML or JSON. */
  readonly content: string;
  /** What the text says. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

/** A scenario that has passed its checks. */
export type NewScenario = Pick<ScenarioVersion, "name" | "content" | "document">;

/** The scenarios of a tenant. */
export class ScenarioStore {
  readonly #inTenant: InTenant;

  constructor(inTenant: InTenant) {
    this.#inTenant = inTenant;
  }

  async create(scenario: NewScenario): Promise<ScenarioVersion> {
    const id = randomUUID();
    return await this.#inTenant(async (db) => {
      await db.insertInto("scenario").values({ id, name: scenario.name, newest: 1 }).execute();
      return await insertVersion(db, { id, version: 1, ...scenario });
    });
  }

  /**
   * Adds a version.
   *
   * @param after the version that it was made from; when that is not the newest, "stale" comes back
   * @returns undefined when there is no such scenario
   */
  async addVersion(id: string, scenario: NewScenario, after?: number): Promise<ScenarioVersion | "stale" | undefined> {
    return await this.#inTenant(async (db) => {
      const known = await db
        .selectFrom("scenario")
        .select("newest")
        .where("id", "=", id)
        .forUpdate()
        .executeTakeFirst();
      if (known === undefined) return undefined;
      if (after !== undefined && after !== known.newest) return "stale";
      const version = known.newest + 1;
      const { name } = scenario;
      await db.updateTable("scenario").set({ name, newest: version }).where("id", "=", id).execute();
      return await insertVersion(db, { id, version, ...scenario });
    });
  }

  /** A version; the newest unless told which. */
  async find(id: string, version?: number): Promise<(ScenarioVersion & { readonly newest: number }) | undefined> {
    return await this.#inTenant(async (db) => {
      const known = await db.selectFrom("scenario").select("newest").where("id", "=", id).executeTakeFirst();
      if (known === undefined) return undefined;
      const found = await db
        .selectFrom("scenario_version")
        .selectAll()
        .where("scenario_id", "=", id)
        .where("version", "=", version ?? known.newest)
        .executeTakeFirst();
      if (found === undefined) return undefined;
      const { name, content, document, created_at } = found;
      return { id, version: found.version, name, content, document, createdAt: created_at, newest: known.newest };
    });
  }

  /** All versions of a scenario, the newest first; none when there is no such scenario. */
  async versions(id: string): Promise<readonly Omit<ScenarioVersion, "content" | "document">[]> {
    const rows = await this.#inTenant.once((db) =>
      db
        .selectFrom("scenario_version")
        .select(["version", "name", "created_at"])
        .where("scenario_id", "=", id)
        .orderBy("version", "desc")
        .execute(),
    );
    return rows.map(({ version, name, created_at }) => ({ id, version, name, createdAt: created_at }));
  }

  async list({
    limit,
    before,
    name,
  }: PageOptions & { readonly name?: string | undefined }): Promise<Page<ScenarioRecord>> {
    const rows = await this.#inTenant.once((db) =>
      db
        .selectFrom("scenario")
        .selectAll()
        .$if(before !== undefined, (query) => query.where("number", "<", before!))
        .$if(name !== undefined, (query) => query.where("name", "=", name!))
        .orderBy("number", "desc")
        .limit(limit + 1)
        .execute(),
    );
    return pageOf(rows, limit, ({ id, name, newest, created_at }) => ({ id, name, newest, createdAt: created_at }));
  }
}

async function insertVersion(
  db: Kysely<Tables>,
  { id, document, ...version }: Omit<ScenarioVersion, "createdAt">,
): Promise<ScenarioVersion> {
  const { created_at } = await db
    .insertInto("scenario_version")
    .values({ scenario_id: id, document: JSON.stringify(document), ...version })
    .returning("created_at")
    .executeTakeFirstOrThrow();
  return { id, document, ...version, createdAt: created_at };
}
