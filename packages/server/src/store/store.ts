import { randomUUID } from "node:crypto";
import { type Kysely, type RawBuilder, type Selectable, sql, type Transaction } from "kysely";
import { AuditTrail } from "./audit.ts";
import type { Database } from "./database.ts";
import { ONCE } from "./eager-pool.ts";
import { type Feed, FeedStore, feedOf } from "./feeds.ts";
import { IdempotentRequests } from "./idempotency.ts";
import { addressOf, type Enqueue, isUnfinished, JobStore } from "./jobs.ts";
import { KeyStore } from "./keys.ts";
import { PartStore, type TakenPart } from "./parts.ts";
import { ScenarioStore } from "./scenarios.ts";
import type { Tables } from "./tables.ts";
import { forTenant } from "./tenant-plugin.ts";
import { WebhookStore } from "./webhooks.ts";

/** Statements of one transaction of one tenant; of others they see and change nothing. */
type TenantWork<Result> = (db: Kysely<Tables>, transaction: Transaction<Tables>) => Promise<Result>;

/** Runs statements for one tenant. */
export interface InTenant {
  <Result>(work: TenantWork<Result>): Promise<Result>;
  /** Runs one statement, no more, which goes to a server and back but once. */
  once<Result>(work: (db: Kysely<Tables>) => Promise<Result>): Promise<Result>;
}

/** Where deliveries of a tenant wait until they are due. */
export interface DeliveryQueue {
  enqueueDeliveryFor(tenant: string, seconds: number): Enqueue;
}

/** Where jobs and deliveries of a tenant wait until they are taken up. */
export interface WaitingLines extends DeliveryQueue {
  enqueueFor(tenant: string): Enqueue;
}

/** A good key, as far as letting somebody in goes. */
type KnownKey = Pick<
  Selectable<Tables["api_key"]>,
  "id" | "tenant_id" | "name" | "scopes" | "expires_at" | "last_used_at"
>;

/** Milliseconds for which a good key is not looked up again: so long it still opens what another process has closed. */
const KNOWN_MILLISECONDS = 1000;

/** Tenants, and keys, that are remembered. */
const MOST_REMEMBERED = 10_000;

/** All that the service keeps. */
export class Store {
  readonly #kysely: Kysely<Tables>;
  readonly #queue: DeliveryQueue;
  /** They hold nothing but the way to what is theirs. */
  readonly #tenants = new Map<string, TenantStore>();
  readonly #knownKeys = new Map<string, { readonly key: KnownKey; readonly until: number }>();

  constructor({ kysely }: Pick<Database, "kysely">, queue: DeliveryQueue) {
    this.#kysely = kysely;
    this.#queue = queue;
  }

  /** What one tenant has, by id. There is no other way to scenarios and jobs. */
  tenant(id: string): TenantStore {
    const known = this.#tenants.get(id);
    if (known !== undefined) return known;
    if (this.#tenants.size >= MOST_REMEMBERED) this.#tenants.clear();
    const tenant = new TenantStore(id, this.#kysely, this.#queue, () => this.#knownKeys.clear());
    this.#tenants.set(id, tenant);
    return tenant;
  }

  /** The tenant of this name, made if there is none. */
  async tenantNamed(name: string): Promise<TenantStore> {
    await this.#kysely
      .insertInto("tenant")
      .values({ id: randomUUID(), name })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .execute();
    const { id } = await this.#kysely
      .selectFrom("tenant")
      .select("id")
      .where("name", "=", name)
      .executeTakeFirstOrThrow();
    return this.tenant(id);
  }

  /** Whose key has this hash, if it is a key that is still good. The one question that is asked before a tenant is known. */
  async keyOf(hash: string): Promise<KnownKey | undefined> {
    const now = Date.now();
    const known = this.#knownKeys.get(hash);
    if (known !== undefined && known.until > now && !(known.key.expires_at && known.key.expires_at.getTime() <= now)) {
      return known.key;
    }
    const key = await this.#kysely
      .selectFrom("api_key")
      .select(["id", "tenant_id", "name", "scopes", "expires_at", "last_used_at"])
      .where("hash", "=", hash)
      .where("revoked_at", "is", null)
      .where((is) => is.or([is("expires_at", "is", null), is("expires_at", ">", new Date())]))
      .executeTakeFirst();
    if (this.#knownKeys.size >= MOST_REMEMBERED) this.#knownKeys.clear();
    if (key !== undefined) this.#knownKeys.set(hash, { key, until: now + KNOWN_MILLISECONDS });
    return key;
  }

  /** The feed at a secret address, by the hash of the secret, and whose it is. */
  async feedAt(hash: string): Promise<{ readonly feed: Feed; readonly tenant: TenantStore } | undefined> {
    const row = await this.#kysely.selectFrom("feed").selectAll().where("hash", "=", hash).executeTakeFirst();
    return row && { feed: feedOf(row), tenant: this.tenant(row.tenant_id) };
  }

  /** Whether the database answers. */
  async isReady(): Promise<boolean> {
    return await sql`select 1`.execute(this.#kysely).then(
      () => true,
      () => false,
    );
  }

  /** How many jobs of all tenants are in each state that does not last. */
  async unfinishedJobs(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#kysely
      .selectFrom("job")
      .select(["state", ({ fn }) => fn.countAll().as("count")])
      .where(isUnfinished)
      .groupBy("state")
      .execute();
    return new Map(rows.map(({ state, count }) => [state, Number(count)]));
  }

  /** How many deliveries to webhooks of all tenants have not been made. */
  async pendingDeliveries(): Promise<number> {
    const { count } = await this.#kysely
      .selectFrom("webhook_delivery")
      .select(({ fn }) => fn.countAll().as("count"))
      .where("state", "=", "pending")
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /** Takes a part of some job that is being computed, the one that was offered first. */
  async takePart(): Promise<TakenPart | undefined> {
    const { rows } = await sql<TakenPart>`
      update job_part set state = 'taken' from (
        select job_part.job_id, job_part.attempt, job_part.number from job_part
        join job on job.id = job_part.job_id and job.attempt = job_part.attempt and job.state = 'running'
        where job_part.state = 'open' order by job_part.offered_at limit 1 for update of job_part skip locked
      ) as first
      where job_part.job_id = first.job_id and job_part.attempt = first.attempt and job_part.number = first.number
      returning job_part.tenant_id as tenant, job_part.job_id as id, job_part.attempt, job_part.number, job_part.task
    `.execute(this.#kysely);
    return rows[0];
  }

  /** Enqueues all jobs and deliveries of all tenants that have not ended, in their order; says how many there are. */
  async enqueueUnfinished(lines: WaitingLines) {
    return await this.#kysely.transaction().execute(async (transaction) => {
      const jobs = transaction.selectFrom("job").select(["id", "tenant_id"]).where(isUnfinished);
      const waiting = await jobs.orderBy("number").execute();
      for (const { id, tenant_id } of waiting) await lines.enqueueFor(tenant_id)(transaction, id);
      const told = transaction.selectFrom("webhook_delivery").select(["id", "tenant_id", "next_at"]);
      const pending = await told.where("state", "=", "pending").orderBy("number").execute();
      for (const { id, tenant_id, next_at } of pending) {
        const seconds = Math.max(0, ((next_at?.getTime() ?? 0) - Date.now()) / 1000);
        await lines.enqueueDeliveryFor(tenant_id, Math.ceil(seconds))(transaction, id);
      }
      return { jobs: waiting.length, deliveries: pending.length };
    });
  }

  /** Forgets answers to requests, jobs that ended and what webhooks were told, when older than anybody asks for. Plans that are published stay. */
  async forget({ requestsBefore, jobsBefore }: { readonly requestsBefore: Date; readonly jobsBefore: Date }) {
    await this.#kysely.deleteFrom("idempotent_request").where("at", "<", requestsBefore).execute();
    const published = this.#kysely.selectFrom("feed").select("job_id");
    const jobs = this.#kysely.deleteFrom("job").where("finished_at", "<", jobsBefore);
    await jobs.where("id", "not in", published).execute();
    const told = this.#kysely.deleteFrom("webhook_delivery").where("created_at", "<", jobsBefore);
    await told.where("state", "!=", "pending").execute();
  }
}

/** All that one tenant has. */
export class TenantStore {
  readonly id: string;
  readonly keys: KeyStore;
  readonly scenarios: ScenarioStore;
  readonly jobs: JobStore;
  readonly audit: AuditTrail;
  readonly requests: IdempotentRequests;
  readonly webhooks: WebhookStore;
  readonly feeds: FeedStore;
  readonly parts: PartStore;

  constructor(id: string, kysely: Kysely<Tables>, queue: DeliveryQueue, keysChanged: () => void) {
    this.id = id;
    const inTenant = inTenantOf(id, kysely);
    this.keys = new KeyStore(inTenant, keysChanged);
    this.scenarios = new ScenarioStore(inTenant);
    this.webhooks = new WebhookStore(inTenant, (seconds) => queue.enqueueDeliveryFor(id, seconds));
    this.jobs = new JobStore(inTenant, async (transaction, { id, kind }, state) => {
      const data = { id, kind, state, self: addressOf({ id, kind }) };
      await this.webhooks.announce(transaction, { type: `job.${state}`, data });
    });
    this.audit = new AuditTrail(inTenant);
    this.parts = new PartStore(inTenant);
    this.feeds = new FeedStore(inTenant);
    this.requests = new IdempotentRequests(inTenant);
  }
}

/** Opens transactions of a tenant, which begin by saying whose they are. */
function inTenantOf(id: string, kysely: Kysely<Tables>): InTenant {
  const filter = forTenant(id);
  const says = sql`select set_config('praxis.tenant', ${id}, true), set_config('role', 'praxis_tenant', true)`;
  const open = <Result>(opening: RawBuilder<unknown>, work: TenantWork<Result>) =>
    kysely.transaction().execute(async (transaction) => {
      await opening.execute(transaction);
      return await work(transaction.withPlugin(filter), transaction);
    });
  const inTenant = <Result>(work: TenantWork<Result>) => open(says, work);
  return Object.assign(inTenant, {
    once: <Result>(work: TenantWork<Result>) => open(sql`${says} ${sql.raw(ONCE)}`, work),
  });
}
