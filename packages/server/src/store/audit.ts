import { type Page, type PageOptions, pageOf } from "./pages.ts";
import type { InTenant } from "./store.ts";

/** Something that was done, and with which key. */
export interface AuditEntry {
  readonly number: number;
  readonly at: Date;
  readonly keyId: string | null;
  /** The operation, as the description of the service names it. */
  readonly action: string;
  /** The address of what it was done to. */
  readonly subject: string;
}

/** What was done in a tenant; entries are only ever added. */
export class AuditTrail {
  readonly #inTenant: InTenant;

  constructor(inTenant: InTenant) {
    this.#inTenant = inTenant;
  }

  async add({ keyId, action, subject }: Pick<AuditEntry, "keyId" | "action" | "subject">): Promise<void> {
    await this.#inTenant.once((db) =>
      db.insertInto("audit_entry").values({ key_id: keyId, action, subject }).execute(),
    );
  }

  async list({ limit, before }: PageOptions): Promise<Page<AuditEntry>> {
    const rows = await this.#inTenant.once((db) =>
      db
        .selectFrom("audit_entry")
        .selectAll()
        .$if(before !== undefined, (query) => query.where("number", "<", before!))
        .orderBy("number", "desc")
        .limit(limit + 1)
        .execute(),
    );
    return pageOf(rows, limit, ({ number, at, key_id, action, subject }) => ({
      number: Number(number),
      at,
      keyId: key_id,
      action,
      subject,
    }));
  }
}
