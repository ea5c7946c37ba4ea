import { randomBytes, randomUUID } from "node:crypto";
import type { Selectable } from "kysely";
import { hashOf } from "./keys.ts";
import { type Page, type PageOptions, pageOf } from "./pages.ts";
import type { InTenant } from "./store.ts";
import type { Tables } from "./tables.ts";

/** A plan that others read at a secret address; never the address. */
export interface Feed {
  readonly id: string;
  /** The job whose result it shows. */
  readonly jobId: string;
  /** Whose part of it alone. */
  readonly person: string | null;
  /** How many weeks ahead slots are told. */
  readonly weeks: number;
  /** How often it was given another plan. */
  readonly sequence: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** A feed to be made. */
export type NewFeed = Pick<Feed, "jobId" | "person" | "weeks">;

/** Feeds that a tenant may have. */
export const MOST_FEEDS = 1000;

/** Random bytes of an address: more than anybody could guess. */
const SECRET_BYTES = 24;

/** The feeds of a tenant. */
export class FeedStore {
  readonly #inTenant: InTenant;

  constructor(inTenant: InTenant) {
    this.#inTenant = inTenant;
  }

  /** Makes a feed, unless there are too many. Its secret is told here, and never again. */
  async create({
    jobId,
    person,
    weeks,
  }: NewFeed): Promise<{ readonly feed: Feed; readonly secret: string } | undefined> {
    const secret = randomBytes(SECRET_BYTES).toString("base64url");
    const row = { id: randomUUID(), hash: hashOf(secret), job_id: jobId, person, weeks };
    return await this.#inTenant(async (db) => {
      const count = db.selectFrom("feed").select(({ fn }) => fn.countAll().as("count"));
      if (Number((await count.executeTakeFirstOrThrow()).count) >= MOST_FEEDS) return undefined;
      const made = await db.insertInto("feed").values(row).returningAll().executeTakeFirstOrThrow();
      return { feed: feedOf(made), secret };
    });
  }

  async list({ limit, before }: PageOptions): Promise<Page<Feed>> {
    const rows = await this.#inTenant.once((db) =>
      db
        .selectFrom("feed")
        .selectAll()
        .$if(before !== undefined, (query) => query.where("number", "<", before!))
        .orderBy("number", "desc")
        .limit(limit + 1)
        .execute(),
    );
    return pageOf(rows, limit, feedOf);
  }

  async find(id: string): Promise<Feed | undefined> {
    const row = await this.#inTenant.once((db) =>
      db.selectFrom("feed").selectAll().where("id", "=", id).executeTakeFirst(),
    );
    return row && feedOf(row);
  }

  /** Gives a feed another plan; whoever reads it finds that at the same address. */
  async show(id: string, jobId: string): Promise<Feed | undefined> {
    const row = await this.#inTenant.once((db) =>
      db
        .updateTable("feed")
        .set(({ eb }) => ({ job_id: jobId, sequence: eb("sequence", "+", 1), changed_at: new Date() }))
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirst(),
    );
    return row && feedOf(row);
  }

  /** Ends a feed: nobody finds anything at its address any more. */
  async remove(id: string): Promise<Feed | undefined> {
    const row = await this.#inTenant.once((db) =>
      db.deleteFrom("feed").where("id", "=", id).returningAll().executeTakeFirst(),
    );
    return row && feedOf(row);
  }
}

/** A row as what is told of it. */
export function feedOf(row: Selectable<Tables["feed"]>): Feed {
  const { id, job_id, person, weeks, sequence, created_at, changed_at } = row;
  return { id, jobId: job_id, person, weeks, sequence, createdAt: created_at, changedAt: changed_at };
}
