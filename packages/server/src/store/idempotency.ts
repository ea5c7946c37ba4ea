import type { InTenant } from "./store.ts";

/** An answer that was given, to be given again. */
export interface GivenAnswer {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

/** What is known of a request with an idempotency key. */
export type Known =
  /** It is new, and now reserved for whoever asked. */
  | "new"
  /** The same one is being answered. */
  | "under way"
  /** The key has been used for another request. */
  | "another"
  | GivenAnswer;

/** Milliseconds after which whoever was answering a request is thought to be gone: nobody is kept waiting half so long. */
const PATIENCE = 20_000;

/** Requests that may be repeated without doing things twice. */
export class IdempotentRequests {
  readonly #inTenant: InTenant;

  constructor(inTenant: InTenant) {
    this.#inTenant = inTenant;
  }

  /** Says what is known of a request, and reserves it if that is nothing. */
  async begin(key: string, fingerprint: string): Promise<Known> {
    return await this.#inTenant(async (db) => {
      const made = await db
        .insertInto("idempotent_request")
        .values({ key, fingerprint })
        .onConflict((conflict) => conflict.columns(["tenant_id", "key"]).doNothing())
        .returning("key")
        .executeTakeFirst();
      if (made !== undefined) return "new";
      const known = await db
        .selectFrom("idempotent_request")
        .selectAll()
        .where("key", "=", key)
        .forUpdate()
        .executeTakeFirstOrThrow();
      if (known.fingerprint !== fingerprint) return "another";
      const { status, location, body } = known;
      if (status !== null) return { status, location, body: body ?? "" };
      if (Date.now() - known.at.getTime() < PATIENCE) return "under way";
      await db.updateTable("idempotent_request").set({ at: new Date() }).where("key", "=", key).execute();
      return "new";
    });
  }

  /** Keeps the answer. */
  async end(key: string, { status, location, body }: GivenAnswer): Promise<void> {
    await this.#inTenant.once((db) =>
      db.updateTable("idempotent_request").set({ status, location, body }).where("key", "=", key).execute(),
    );
  }

  /** Forgets a request that was not answered for good: it may be tried again. */
  async abandon(key: string): Promise<void> {
    await this.#inTenant.once((db) => db.deleteFrom("idempotent_request").where("key", "=", key).execute());
  }
}
