import { setTimeout as delay } from "node:timers/promises";
import { jobChannel } from "./migrations/0003-job-news.ts";
import { cancelChannel } from "./migrations/0006-cancel-news.ts";

/** Milliseconds after which a broken connection is made again. Meanwhile others look by themselves. */
const AGAIN_MILLISECONDS = 1000;

/** What is listened to: all that happens to jobs, or that somebody wants them to end. */
const channels = { everything: jobChannel, cancelling: cancelChannel };

/**
 * Listens to what processes do to jobs, over a connection of its own.
 *
 * @param heard is told the id of each job to which something happened
 * @returns what ends it
 */
export function listenToJobs(
  url: string,
  what: keyof typeof channels,
  heard: (job: string) => void,
): () => Promise<void> {
  const over = new AbortController();
  const listening = listen({ url, channel: channels[what], heard }, over.signal);
  return async () => {
    over.abort();
    await listening;
  };
}

interface Listening {
  readonly url: string;
  readonly channel: string;
  readonly heard: (job: string) => void;
}

async function listen({ url, channel, heard }: Listening, over: AbortSignal): Promise<void> {
  const { default: pg } = await import("pg");
  while (!over.aborted) {
    const client = new pg.Client({ connectionString: url, keepAlive: true });
    const broken = new Promise<void>((resolve) => {
      client.on("error", () => resolve());
      client.on("end", () => resolve());
      over.addEventListener("abort", () => resolve(), { once: true });
    });
    client.on("notification", ({ payload = "" }) => heard(payload));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      await broken;
    } catch {
      // It is tried again.
    }
    await client.end().catch(() => {});
    await delay(AGAIN_MILLISECONDS, undefined, { signal: over }).catch(() => {});
  }
}
