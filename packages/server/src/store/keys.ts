import { createHash, randomBytes, randomUUID } from "node:crypto";
import { type Selectable, sql } from "kysely";
import { type Page, type PageOptions, pageOf } from "./pages.ts";
import type { InTenant } from "./store.ts";
import type { Tables } from "./tables.ts";

/** What a key may be used for: to look, to compute, to train, and to give out keys. */
export const scopes = ["read", "plan", "train", "admin"] as const;

/** One thing that a key may be used for. */
export type Scope = (typeof scopes)[number];

/** What is told of a key; never the key itself. */
export interface KeyRecord {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** A key to be made. */
export interface NewKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt?: Date | undefined;
}

/** Random bytes of a key: more than anybody could guess, so that a plain hash keeps it. */
const KEY_BYTES = 32;

/** What is kept of a key. */
export function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** The keys of a tenant. */
export class KeyStore {
  readonly #inTenant: InTenant;
  readonly #changed: () => void;

  /** @param changed hears that a key no longer opens what it did */
  constructor(inTenant: InTenant, changed: () => void) {
    this.#inTenant = inTenant;
    this.#changed = changed;
  }

  /** Makes a key. It is told here, and never again. */
  async create(wanted: NewKey): Promise<{ readonly key: string; readonly record: KeyRecord }> {
    const { key, row } = keyAndRow(wanted);
    const made = await this.#inTenant.once((db) =>
      db.insertInto("api_key").values(row).returningAll().executeTakeFirstOrThrow(),
    );
    return { key, record: recordOf(made) };
  }

  /** Makes a key if there is none that opens something; of several services that start at once, one does. */
  async createFirst(wanted: NewKey): Promise<string | undefined> {
    const { key, row } = keyAndRow(wanted);
    return await this.#inTenant(async (db) => {
      await sql`select pg_advisory_xact_lock(hashtext('praxis first key'))`.execute(db);
      const known = db.selectFrom("api_key").select("id").where("revoked_at", "is", null);
      if ((await known.executeTakeFirst()) !== undefined) return undefined;
      await db.insertInto("api_key").values(row).execute();
      return key;
    });
  }

  async list({ limit, before }: PageOptions): Promise<Page<KeyRecord>> {
    const rows = await this.#inTenant.once((db) =>
      db
        .selectFrom("api_key")
        .selectAll()
        .$if(before !== undefined, (query) => query.where("number", "<", before!))
        .orderBy("number", "desc")
        .limit(limit + 1)
        .execute(),
    );
    return pageOf(rows, limit, recordOf);
  }

  /** Takes a key away; undefined when there is none of this id. */
  async revoke(id: string): Promise<KeyRecord | undefined> {
    const row = await this.#inTenant.once((db) =>
      db.updateTable("api_key").set({ revoked_at: new Date() }).where("id", "=", id).returningAll().executeTakeFirst(),
    );
    this.#changed();
    return row && recordOf(row);
  }

  async noteUse(id: string): Promise<void> {
    await this.#inTenant.once((db) =>
      db.updateTable("api_key").set({ last_used_at: new Date() }).where("id", "=", id).execute(),
    );
  }
}

function keyAndRow({ name, scopes, expiresAt }: NewKey) {
  const key = `praxis_${randomBytes(KEY_BYTES).toString("base64url")}`;
  return {
    key,
    row: { id: randomUUID(), name, hash: hashOf(key), scopes: [...scopes], expires_at: expiresAt ?? null },
  };
}

function recordOf(row: Selectable<Tables["api_key"]>): KeyRecord {
  const { id, name, scopes, created_at, expires_at, revoked_at, last_used_at } = row;
  return {
    id,
    name,
    scopes: scopes as Scope[],
    createdAt: created_at,
    expiresAt: expires_at,
    revokedAt: revoked_at,
    lastUsedAt: last_used_at,
  };
}
