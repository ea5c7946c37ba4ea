import type { FastifyBaseLogger } from "fastify";
import type { JobQueue } from "../jobs/queue.ts";
import type { Store } from "../store/store.ts";
import { type PostOptions, post } from "./post.ts";
import { signedHeaders } from "./signature.ts";

/** Receivers that one process waits for at once: a slow one must not keep the others from being told. */
const AT_ONCE = 8;

/** What a deliverer works with. */
export interface DelivererOptions extends Pick<PostOptions, "targets"> {
  readonly store: Store;
  readonly queue: Pick<JobQueue, "deliver">;
  readonly log: Pick<FastifyBaseLogger, "info">;
}

/** Lets a process tell webhooks what they wait for, at least once each. */
export async function startDelivering({ store, queue, log, targets }: DelivererOptions): Promise<void> {
  await queue.deliver(
    async ({ tenant, delivery }) => {
      const { webhooks } = store.tenant(tenant);
      const due = await webhooks.due(delivery);
      if (due === undefined) return;
      const { url, body, secrets } = due;
      const headers = signedHeaders({ id: delivery, at: new Date(), body }, secrets);
      const attempt = await post({ url, headers, body }, { targets });
      await webhooks.noteAttempt(delivery, attempt);
      const { outcome, status, milliseconds } = attempt;
      log.info({ delivery, outcome, status, milliseconds }, "a webhook was told");
    },
    { atOnce: AT_ONCE },
  );
}
