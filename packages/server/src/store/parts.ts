import type { Attempt } from "./job-changes.ts";
import type { InTenant } from "./store.ts";

/** A part of a job: which of its attempt. */
export interface Part extends Attempt {
  readonly number: number;
}

/** A part that somebody has taken, and what is to be done. */
export interface TakenPart extends Part {
  readonly tenant: string;
  readonly task: unknown;
}

/** What has become of the parts that were offered. */
export interface PartsBack {
  readonly done: readonly { readonly number: number; readonly result: Uint8Array }[];
  /** How many nobody has taken. */
  readonly open: number;
}

/** Parts of a tenant's jobs, which workers do for each other. They are gone when their job has ended. */
export class PartStore {
  readonly #inTenant: InTenant;

  constructor(inTenant: InTenant) {
    this.#inTenant = inTenant;
  }

  async offer({ id, attempt }: Attempt, parts: readonly { readonly number: number; readonly task: unknown }[]) {
    const rows = parts.map(({ number, task }) => ({ job_id: id, attempt, number, task: JSON.stringify(task) }));
    await this.#inTenant.once((db) => db.insertInto("job_part").values(rows).execute());
  }

  /** Takes back a part that nobody has taken; the number of it. */
  async takeBack({ id, attempt }: Attempt): Promise<number | undefined> {
    return await this.#inTenant(async (db) => {
      const open = db.selectFrom("job_part").select("number").where("job_id", "=", id).where("attempt", "=", attempt);
      const one = await open
        .where("state", "=", "open")
        .orderBy("number")
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (one === undefined) return undefined;
      const part = db.deleteFrom("job_part").where("job_id", "=", id).where("attempt", "=", attempt);
      await part.where("number", "=", one.number).execute();
      return one.number;
    });
  }

  /** Hands over what others have done, once. */
  async collect({ id, attempt }: Attempt): Promise<PartsBack> {
    return await this.#inTenant(async (db) => {
      const done = await db
        .deleteFrom("job_part")
        .where("job_id", "=", id)
        .where("attempt", "=", attempt)
        .where("state", "=", "done")
        .returning(["number", "result"])
        .execute();
      const { open } = await db
        .selectFrom("job_part")
        .select(({ fn }) => fn.countAll().as("open"))
        .where("job_id", "=", id)
        .where("attempt", "=", attempt)
        .where("state", "=", "open")
        .executeTakeFirstOrThrow();
      return { done: done.map(({ number, result }) => ({ number, result: result! })), open: Number(open) };
    });
  }

  /** Writes down what came of a part. Nothing, when nobody waits for it any more. */
  async finish({ id, attempt, number }: Part, result: Uint8Array): Promise<void> {
    await this.#inTenant.once((db) =>
      db
        .updateTable("job_part")
        .set({ state: "done", result })
        .where("job_id", "=", id)
        .where("attempt", "=", attempt)
        .where("number", "=", number)
        .execute(),
    );
  }

  /** Forgets all parts of a job. */
  async clear({ id }: Pick<Attempt, "id">): Promise<void> {
    await this.#inTenant.once((db) => db.deleteFrom("job_part").where("job_id", "=", id).execute());
  }
}
