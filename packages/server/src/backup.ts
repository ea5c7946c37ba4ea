import { existsSync, rmSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { Configuration } from "./configuration.ts";
import { JobQueue } from "./jobs/queue.ts";
import { connect, type Database, databaseIn } from "./store/database.ts";
import { DumpError, type DumpSummary, dump, load, summarise } from "./store/dump.ts";
import { Store } from "./store/store.ts";

export { DumpError, type DumpSummary };

/** What a service had not done yet when the backup was made, and what the next one goes on with. */
export interface Unfinished {
  readonly jobs: number;
  /** Messages to webhooks. */
  readonly deliveries: number;
}

/** Opens a backup to read it from its beginning. */
export type OpenBackup = () => Readable;

/**
 * Writes all data of a service as it is at one moment. Services with a PostgreSQL may go on meanwhile.
 *
 * @throws {FolderInUse} when a service has the folder
 * @throws {DumpError} when there is no data
 */
export async function backUp({ database: place }: Pick<Configuration, "database">, sink: Writable): Promise<void> {
  if ("folder" in place && !existsSync(databaseIn(place.folder))) throw new DumpError("it holds nothing of Praxis");
  const database = await connect(place);
  try {
    await pipeline(dump(database.kysely), ended, createGzip(), sink);
  } finally {
    await database.close();
  }
}

/**
 * Reads a backup to its end, and says what is in it.
 *
 * @throws {DumpError} when it is none, or is not whole
 */
export async function inspect(open: OpenBackup): Promise<DumpSummary> {
  return await reading(open, summarise);
}

/**
 * Brings the data of a backup into a folder or database that holds nothing of Praxis yet: all of it, or nothing.
 *
 * @throws {FolderInUse} when a service has the folder
 * @throws {DumpError} when the backup is not good, or there is data already
 */
export async function restore(
  { database: place, jobSeconds, heartbeatSeconds }: Configuration,
  open: OpenBackup,
): Promise<Unfinished> {
  // What is not whole is found before anything is touched.
  const summary = await inspect(open);
  const isNew = "folder" in place && !existsSync(databaseIn(place.folder));
  const database = await connect(place);
  let isDone = false;
  try {
    await reading(open, (lines) => load(database.kysely, summary, lines));
    const unfinished = await enqueueAgain(database, { jobSeconds, heartbeatSeconds });
    isDone = true;
    return unfinished;
  } finally {
    await database.close();
    if (isNew && !isDone) rmSync(databaseIn(place.folder), { recursive: true, force: true });
  }
}

/** The queue's tickets are not in a backup: whatever has not ended gets a new one. */
async function enqueueAgain(
  database: Database,
  options: Pick<Configuration, "jobSeconds" | "heartbeatSeconds">,
): Promise<Unfinished> {
  const queue = await JobQueue.open(database, options);
  try {
    return await new Store(database, queue).enqueueUnfinished(queue);
  } finally {
    await queue.close();
  }
}

async function reading<Result>(
  open: OpenBackup,
  consume: (lines: AsyncIterable<string>) => Promise<Result>,
): Promise<Result> {
  let trouble: unknown;
  const consuming = async (bytes: AsyncIterable<Uint8Array>) => {
    try {
      return await consume(linesIn(bytes));
    } catch (error) {
      trouble = error;
      throw error;
    }
  };
  try {
    return await pipeline(open(), createGunzip(), consuming);
  } catch (error) {
    // Whoever stops reading aborts what reads; that is not what is wrong.
    if (!isZipTrouble(error)) throw trouble ?? error;
    throw new DumpError("it is no backup of Praxis, or has been cut off or changed", { cause: error });
  }
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of bytes) {
    const [first = "", ...others] = decoder.decode(chunk, { stream: true }).split("\n");
    rest += first;
    for (const line of others) {
      yield rest;
      rest = line;
    }
  }
  if (rest !== "") yield rest;
}

function isZipTrouble(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
