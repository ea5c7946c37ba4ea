import { setTimeout as delay } from "node:timers/promises";
import { jobChannel } from "./migrations/0003-job-news.ts";

/** Milliseconds after which a broken connection is made again. Meanwhile others look by themselves. */
const AGAIN_MILLISECONDS = 1000;

/**
 * Listens to what processes do to jobs, over a connection of its own.
 *
 * @param heard is told the id of each job to which something happened
 * @returns what ends it
 */
export function listenToJobs(url: string, heard: (job: string) => void): () => Promise<void> {
  const over = new AbortController();
  const listening = listen(url, heard, over.signal);
  return async () => {
    over.abort();
    await listening;
  };
}

async function listen(url: string, heard: (job: string) => void, over: AbortSignal): Promise<void> {
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
      await client.query(`listen ${jobChannel}`);
      await broken;
    } catch {
      // It is tried again.
    }
    await client.end().catch(() => {});
    await delay(AGAIN_MILLISECONDS, undefined, { signal: over }).catch(() => {});
  }
}
