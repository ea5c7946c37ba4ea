import type { FastifyPluginCallback } from "fastify";
import type { Registry } from "prom-client";
import type { JobNews } from "./jobs/job-news.ts";
import type { JobQueue } from "./jobs/queue.ts";
import type { TokenIssuer } from "./plugins/tokens.ts";
import type { Store } from "./store/store.ts";
import type { Threads } from "./threads/threads.ts";
import type { Targets } from "./webhooks/targets.ts";

/** What routes have at hand. */
export interface Services {
  readonly store: Store;
  readonly queue: Pick<JobQueue, "enqueueFor">;
  readonly threads: Pick<Threads, "answer">;
  readonly news: JobNews;
  /** What this process measures. */
  readonly registry: Registry;
  /** Makes a span of each request, if somebody collects them. */
  readonly traceRequests?: FastifyPluginCallback | undefined;
  /** Aborts when the service is about to close. */
  readonly closing: AbortSignal;
  /** Jobs of one tenant that may wait or run. */
  readonly jobsPerTenant: number;
  readonly requestsPerMinute: number;
  readonly bodyMegabytes: number;
  /** Where webhooks may go. */
  readonly webhookTargets: Targets;
  /** Whose tokens let in besides keys; undefined: nobody's. */
  readonly tokens: TokenIssuer | undefined;
  /** Name of the tenant of whoever starts the service, and of tokens that name none. */
  readonly firstTenant: string;
  /** Where the service is found from outside; undefined: where it is asked. */
  readonly publicUrl: string | undefined;
  /** Web pages of which addresses may ask. */
  readonly origins: readonly string[];
  /** An office and a roster problem to try things with, as the texts of their files. */
  readonly demo: Readonly<Record<"scenario" | "roster" | "template" | "week", string>>;
}
