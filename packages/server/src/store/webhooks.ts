import { randomUUID } from "node:crypto";
import { type Kysely, type Selectable, sql } from "kysely";
import { secondsUntilNext } from "../webhooks/schedule.ts";
import { newSecret } from "../webhooks/signature.ts";
import type { Enqueue } from "./jobs.ts";
import { type Page, type PageOptions, pageOf } from "./pages.ts";
import type { InTenant } from "./store.ts";
import type { DeliveryAttempt, Tables } from "./tables.ts";

/** What webhooks tell of. */
export const eventTypes = ["job.succeeded", "job.failed", "job.cancelled"] as const;

/** One thing that webhooks tell of. */
type EventType = (typeof eventTypes)[number];

/** An address that is told when jobs end; never its secret. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** null: all. */
  readonly events: readonly EventType[] | null;
  readonly createdAt: Date;
  readonly pausedAt: Date | null;
  readonly pauseReason: string | null;
}

/** What may be changed of a webhook. */
export interface WebhookChange {
  readonly url?: string | undefined;
  readonly events?: readonly EventType[] | null | undefined;
  readonly paused?: boolean | undefined;
}

/** Something that an address is told, and how that went so far. */
export interface Delivery {
  readonly id: string;
  readonly webhookId: string;
  readonly type: string;
  readonly state: "pending" | "delivered" | "failed";
  readonly attempts: readonly DeliveryAttempt[];
  readonly createdAt: Date;
  readonly nextAt: Date | null;
}

/** A delivery that is due: what to send, where to, and what signs it. */
export interface DueDelivery {
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly secrets: readonly string[];
}

/** Something that happened, as receivers are told of it. */
export interface Event {
  readonly type: EventType | "ping";
  readonly data: Readonly<Record<string, unknown>>;
}

/** Puts a delivery where it is found when it is due: after so many seconds. */
export type EnqueueDelivery = (seconds: number) => Enqueue;

/** Webhooks that a tenant may have: each multiplies what is sent. */
export const MOST_WEBHOOKS = 20;

/** Milliseconds for which a secret that was changed still signs beside the new one. */
const FORMER_MILLISECONDS = 86_400_000;

/** Why webhooks are paused other than by whoever has them. */
const pauseReasons = { gone: "the address says that it is gone", failed: "a delivery was tried for a day in vain" };

/** The webhooks of a tenant, and what they were told. */
export class WebhookStore {
  readonly #inTenant: InTenant;
  readonly #enqueue: EnqueueDelivery;

  constructor(inTenant: InTenant, enqueue: EnqueueDelivery) {
    this.#inTenant = inTenant;
    this.#enqueue = enqueue;
  }

  /** Makes a webhook. Its secret is told here and when it is changed, and never else. Undefined when there are too many. */
  async create({ url, events }: Pick<Webhook, "url" | "events">) {
    return await this.#inTenant(async (db) => {
      const { count } = await db
        .selectFrom("webhook")
        .select(({ fn }) => fn.countAll().as("count"))
        .executeTakeFirstOrThrow();
      if (Number(count) >= MOST_WEBHOOKS) return undefined;
      const row = { id: randomUUID(), url, events: events === null ? null : [...events], secret: newSecret() };
      const made = await db.insertInto("webhook").values(row).returningAll().executeTakeFirstOrThrow();
      return { webhook: webhookOf(made), secret: row.secret };
    });
  }

  async list({ limit, before }: PageOptions): Promise<Page<Webhook>> {
    const rows = await this.#inTenant.once((db) =>
      db
        .selectFrom("webhook")
        .selectAll()
        .$if(before !== undefined, (query) => query.where("number", "<", before!))
        .orderBy("number", "desc")
        .limit(limit + 1)
        .execute(),
    );
    return pageOf(rows, limit, webhookOf);
  }

  async find(id: string): Promise<Webhook | undefined> {
    const row = await this.#inTenant.once((db) =>
      db.selectFrom("webhook").selectAll().where("id", "=", id).executeTakeFirst(),
    );
    return row && webhookOf(row);
  }

  /** Changes a webhook; undefined when there is none of this id. */
  async change(id: string, { url, events, paused }: WebhookChange): Promise<Webhook | undefined> {
    const pause = paused === undefined ? {} : { paused_at: paused ? new Date() : null, pause_reason: null };
    const set = {
      ...(url === undefined ? {} : { url }),
      ...(events === undefined ? {} : { events: events === null ? null : [...events] }),
      ...pause,
    };
    if (Object.keys(set).length === 0) return await this.find(id);
    return await this.#inTenant(async (db) => {
      const row = await db.updateTable("webhook").set(set).where("id", "=", id).returningAll().executeTakeFirst();
      if (paused === true) await giveUp(db, id);
      return row && webhookOf(row);
    });
  }

  /** Takes a webhook away, with all that is left to be told to it; undefined when there is none of this id. */
  async remove(id: string): Promise<Webhook | undefined> {
    const row = await this.#inTenant.once((db) =>
      db.deleteFrom("webhook").where("id", "=", id).returningAll().executeTakeFirst(),
    );
    return row && webhookOf(row);
  }

  /** Gives a webhook another secret, and returns it; for a day the old one signs as well. */
  async rotate(id: string): Promise<{ readonly webhook: Webhook; readonly secret: string } | undefined> {
    const secret = newSecret();
    const row = await this.#inTenant.once((db) =>
      db
        .updateTable("webhook")
        .set(({ ref }) => ({
          secret,
          former_secret: ref("secret"),
          former_until: new Date(Date.now() + FORMER_MILLISECONDS),
        }))
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirst(),
    );
    return row && { webhook: webhookOf(row), secret };
  }

  /** Tells an address something to see whether it hears, whatever it listens to; undefined when there is none of this id. */
  async ping(id: string): Promise<Delivery | undefined> {
    return await this.#inTenant(async (db, transaction) => {
      const known = await db.selectFrom("webhook").select("id").where("id", "=", id).executeTakeFirst();
      if (known === undefined) return undefined;
      const delivery = await addDelivery(db, id, { type: "ping", data: {} });
      await this.#enqueue(0)(transaction, delivery.id);
      return delivery;
    });
  }

  /** Lets all be told who listen, in the transaction in which something happens: both, or neither. */
  readonly announce = async ([db, transaction]: Parameters<Parameters<InTenant>[0]>, event: Event): Promise<void> => {
    const listening = await db
      .selectFrom("webhook")
      .select("id")
      .where("paused_at", "is", null)
      .where((is) => is.or([is("events", "is", null), sql<boolean>`${event.type} = any(events)`]))
      .execute();
    const made: string[] = [];
    for (const { id } of listening) made.push((await addDelivery(db, id, event)).id);
    for (const id of made) await this.#enqueue(0)(transaction, id);
  };

  async deliveries(webhook: string, { limit, before }: PageOptions): Promise<Page<Delivery> | undefined> {
    return await this.#inTenant(async (db) => {
      const known = await db.selectFrom("webhook").select("id").where("id", "=", webhook).executeTakeFirst();
      if (known === undefined) return undefined;
      const rows = await db
        .selectFrom("webhook_delivery")
        .selectAll()
        .where("webhook_id", "=", webhook)
        .$if(before !== undefined, (query) => query.where("number", "<", before!))
        .orderBy("number", "desc")
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit, deliveryOf);
    });
  }

  /** Delivers something once more, whatever became of it; undefined when there is no such delivery. */
  async redeliver(id: string): Promise<Delivery | undefined> {
    return await this.#inTenant(async (db, transaction) => {
      const row = await db
        .updateTable("webhook_delivery")
        .set({ state: "pending", next_at: new Date(), attempts: "[]" })
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      await this.#enqueue(0)(transaction, id);
      return deliveryOf(row);
    });
  }

  /** What is to be sent now; undefined when there is nothing more to be done about it. */
  async due(id: string): Promise<DueDelivery | undefined> {
    return await this.#inTenant(async (db) => {
      const delivery = await db
        .selectFrom("webhook_delivery")
        .select(["webhook_id", "body"])
        .where("id", "=", id)
        .where("state", "=", "pending")
        .executeTakeFirst();
      if (delivery === undefined) return undefined;
      const { url, secret, former_secret, former_until } = await db
        .selectFrom("webhook")
        .select(["url", "secret", "former_secret", "former_until"])
        .where("id", "=", delivery.webhook_id)
        .executeTakeFirstOrThrow();
      const isFormerGood = former_secret !== null && former_until !== null && former_until > new Date();
      return { id, url, body: delivery.body, secrets: isFormerGood ? [secret, former_secret] : [secret] };
    });
  }

  /** Writes down how an attempt went, and sees to the next; pauses a webhook to which nothing can be told. */
  async noteAttempt(id: string, attempt: DeliveryAttempt): Promise<void> {
    await this.#inTenant(async (db, transaction) => {
      const known = db.selectFrom("webhook_delivery").select(["webhook_id", "attempts"]);
      const row = await known.where("id", "=", id).where("state", "=", "pending").forUpdate().executeTakeFirst();
      if (row === undefined) return;
      const attempts = [...row.attempts, attempt];
      const isOver = attempt.outcome === "delivered" || attempt.outcome === "gone";
      const seconds = isOver ? undefined : secondsUntilNext(attempts.length, Math.random());
      const state = seconds !== undefined ? "pending" : attempt.outcome === "delivered" ? "delivered" : "failed";
      const next_at = seconds === undefined ? null : new Date(Date.now() + 1000 * seconds);
      const set = { attempts: JSON.stringify(attempts), state, next_at } as const;
      await db.updateTable("webhook_delivery").set(set).where("id", "=", id).execute();
      if (state === "failed") {
        const pause_reason = attempt.outcome === "gone" ? pauseReasons.gone : pauseReasons.failed;
        const pause = { paused_at: new Date(), pause_reason };
        const webhook = db.updateTable("webhook").set(pause).where("id", "=", row.webhook_id);
        await webhook.where("paused_at", "is", null).execute();
        await giveUp(db, row.webhook_id);
      }
      if (seconds !== undefined) await this.#enqueue(seconds)(transaction, id);
    });
  }
}

/** Gives up what a webhook that is paused was still to be told: it can be redelivered. */
async function giveUp(db: Kysely<Tables>, webhook: string): Promise<void> {
  const pending = db.updateTable("webhook_delivery").set({ state: "failed", next_at: null });
  await pending.where("webhook_id", "=", webhook).where("state", "=", "pending").execute();
}

async function addDelivery(db: Kysely<Tables>, webhook: string, { type, data }: Event): Promise<Delivery> {
  const now = new Date();
  const body = JSON.stringify({ type, timestamp: now.toISOString(), data });
  const row = { id: randomUUID(), webhook_id: webhook, type, body, state: "pending" as const, next_at: now };
  const made = await db.insertInto("webhook_delivery").values(row).returningAll().executeTakeFirstOrThrow();
  return deliveryOf(made);
}

function webhookOf({ id, url, events, created_at, paused_at, pause_reason }: Selectable<Tables["webhook"]>): Webhook {
  return {
    id,
    url,
    events: events as EventType[] | null,
    createdAt: created_at,
    pausedAt: paused_at,
    pauseReason: pause_reason,
  };
}

function deliveryOf(row: Selectable<Tables["webhook_delivery"]>): Delivery {
  const { id, webhook_id, type, state, attempts, created_at, next_at } = row;
  return { id, webhookId: webhook_id, type, state, attempts, createdAt: created_at, nextAt: next_at };
}
