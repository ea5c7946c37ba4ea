/**
 * Starting the service, or a worker.
 *
 * Threads take as long to load what they need as everything else does, so they are asked to begin before it is loaded.
 *
 * @module
 */

import type { Configuration } from "./configuration.ts";
import type { Services } from "./services.ts";
import { Threads } from "./threads/threads.ts";

/** A service that answers. */
export interface RunningService {
  /** Where it answers: http://127.0.0.1:3000 */
  readonly url: string;
  /** A key that opens everything: at the first start, and when a new one is asked for. It is told here and never again. */
  readonly key: string | undefined;
  /** Closes with grace: requests under way are finished, jobs are put back. */
  close(): Promise<void>;
}

/** A worker that computes jobs. */
export type RunningWorker = Pick<RunningService, "close">;

/** What a service is started with besides its configuration. */
export interface ServeOptions {
  readonly demo: Services["demo"];
  /** Makes another key that opens everything. */
  readonly newKey?: boolean;
}

/** Threads that have been asked to begin. */
export interface Begun {
  readonly threads: Threads;
  /** Resolves when the first of them have begun. */
  readonly warm: Promise<void>;
  /** Whether this process answers requests. */
  readonly answers: boolean;
}

/**
 * Starts the service, with its database and, unless it has no threads for it, with a worker.
 *
 * @throws {FolderInUse} when another process has the folder of the database
 */
export async function serve(configuration: Configuration, options: ServeOptions): Promise<RunningService> {
  const begun = begin(configuration, { answers: true });
  const { serveWith } = await import("./running.ts");
  return await serveWith(begun, configuration, options);
}

/** Starts a worker beside services that share its database. */
export async function work(configuration: Configuration): Promise<RunningWorker> {
  const begun = begin(configuration, { answers: false });
  const { workWith } = await import("./running.ts");
  return await workWith(begun, configuration);
}

function begin(
  { threads: size, threadMegabytes: memoryMegabytes }: Configuration,
  { answers }: { answers: boolean },
): Begun {
  const threads = new Threads({ size, memoryMegabytes, answers });
  return { threads, warm: threads.warmUp(), answers };
}
