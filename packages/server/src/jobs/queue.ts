import type { Transaction } from "kysely";
import { fromKysely, fromPglite, type Job, PgBoss } from "pg-boss";
import type { Database } from "../store/database.ts";
import { type Enqueue, leaveTenant } from "../store/jobs.ts";
import type { Tables } from "../store/tables.ts";
import { presentTrace, type TraceContext } from "../watching/tracing.ts";

/** What a worker is handed: whose job, and which. */
interface Ticket {
  readonly tenant: string;
  readonly job: string;
  /** The span of whoever enqueued it. */
  readonly trace?: TraceContext;
}

/** How soon a worker that is gone is missed, and looked for. */
export interface QueueOptions {
  /** Seconds without a sign of life after which a worker is thought to be gone. */
  readonly heartbeatSeconds?: number | undefined;
  /** Seconds that a job may take; the queue gives a job to somebody else some time after. */
  readonly jobSeconds: number;
}

/** What is to be told to a webhook: whose, and which delivery. */
interface DeliveryTicket {
  readonly tenant: string;
  readonly delivery: string;
}

/** Takes up tickets. What it throws is a fault of ours: the ticket is handed out again. */
export type Take = (ticket: Ticket, lost: AbortSignal) => Promise<void>;

const queue = "jobs";
const deliveryQueue = "deliveries";

/** A new job is announced; these seconds pass only until a job is noticed that is tried again, or was not announced. */
const polling = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 };

/** How often a job is taken over from workers that are gone, before it is thought to be what kills them. */
export const MOST_TAKEOVERS = 20;

/**
 * How often the queue hands a job out again. Workers may also be gone before they have taken it up, which is no fault of
 * the job: whether it has been taken over too often is for whoever takes it up to say, and the queue must not be tired first.
 */
const HANDED_OUT_AGAIN = 50 * MOST_TAKEOVERS;

/** pg-boss knows no shorter heartbeat. */
const HEARTBEAT_SECONDS = 10;

/** Seconds beyond the time of a job after which its worker, though alive, has forgotten it. */
const FORGOTTEN_SECONDS = 60;

/** Seconds after which a job that failed by itself is tried again. */
const RETRY_SECONDS = 1;

/** A delivery whose process is gone, or could not write down how it went, is made again: so often, after so many seconds. */
const deliveryRetries = { retryLimit: 20, retryDelay: 5, retryBackoff: true, expireInSeconds: 60 };

/** Where jobs wait for workers: in the same database, so that a job and its ticket are made together or not at all. */
export class JobQueue {
  readonly #boss: PgBoss;

  private constructor(boss: PgBoss) {
    this.#boss = boss;
  }

  static async open(
    { embedded, url }: Pick<Database, "embedded" | "url">,
    { heartbeatSeconds = HEARTBEAT_SECONDS, jobSeconds }: QueueOptions,
  ): Promise<JobQueue> {
    const lookEvery = Math.ceil(heartbeatSeconds / 3);
    const watching = { superviseIntervalSeconds: lookEvery, monitorIntervalSeconds: lookEvery };
    const common = { ...watching, schema: "jobs", schedule: false, useListenNotify: true };
    const boss = new PgBoss(
      embedded === undefined
        ? { ...common, ...(await connectionsTo(url!)) }
        : { ...common, db: fromPglite(embedded), backend: "pglite" },
    );
    // Without a listener an error would end the process; the queue tries again by itself.
    boss.on("error", () => {});
    await boss.start();
    const options = {
      retryLimit: HANDED_OUT_AGAIN,
      retryDelay: 0,
      heartbeatSeconds,
      expireInSeconds: jobSeconds + FORGOTTEN_SECONDS,
      notify: true,
    };
    await boss.createQueue(queue, options);
    await boss.updateQueue(queue, options);
    await boss.createQueue(deliveryQueue, { ...deliveryRetries, notify: true });
    return new JobQueue(boss);
  }

  /** Enqueues jobs of a tenant, in the transaction that makes them. */
  enqueueFor(tenant: string, { again = false } = {}): Enqueue {
    return async (transaction: Transaction<Tables>, job) => {
      await leaveTenant(transaction);
      const ticket: Ticket = { tenant, job, trace: presentTrace() };
      await this.#boss.send(queue, ticket, {
        db: fromKysely(transaction as never),
        ...(again && { startAfter: RETRY_SECONDS }),
      });
    };
  }

  /** Hands tickets out, so many at once. */
  async work(take: Take, { atOnce }: { readonly atOnce: number }): Promise<void> {
    await this.#handOut<Ticket>(queue, atOnce, ({ data, signal }) => take(data, signal));
  }

  /** Enqueues a delivery of a tenant to be made after some seconds, in the transaction that makes it. */
  enqueueDeliveryFor(tenant: string, seconds: number): Enqueue {
    return async (transaction: Transaction<Tables>, delivery) => {
      await leaveTenant(transaction);
      const ticket: DeliveryTicket = { tenant, delivery };
      await this.#boss.send(deliveryQueue, ticket, { db: fromKysely(transaction as never), startAfter: seconds });
    };
  }

  /** Hands deliveries out, so many at once. */
  async deliver(
    take: (ticket: DeliveryTicket) => Promise<void>,
    { atOnce }: { readonly atOnce: number },
  ): Promise<void> {
    await this.#handOut<DeliveryTicket>(deliveryQueue, atOnce, ({ data }) => take(data));
  }

  /** Whoever has done with one looks for the next at once; only who finds none waits for news, or the next look. */
  async #handOut<Data>(name: string, atOnce: number, take: (job: Job<Data>) => Promise<void>): Promise<void> {
    for (let each = 0; each < atOnce; each += 1) {
      let taker = "";
      taker = await this.#boss.work<Data>(name, { batchSize: 1, ...polling }, async ([job]: Job<Data>[]) => {
        if (job === undefined) return;
        try {
          await take(job);
        } finally {
          this.#boss.notifyWorker(taker);
        }
      });
    }
  }

  /** Waits for tickets that are out, and closes. */
  async close(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 20_000, close: true });
  }
}

/** How the queue connects to a server. What makes its connections it hands on to pg, unread. */
async function connectionsTo(connectionString: string) {
  const { PreparingClient } = await import("../store/preparing-client.ts");
  return { connectionString, max: 4, Client: PreparingClient };
}
