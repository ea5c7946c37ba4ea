import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect } from "kysely";
import { eagerPool } from "./eager-pool.ts";
import { lockFolder } from "./folder-lock.ts";
import { migrate } from "./migrations.ts";
import { pglitePool } from "./pglite-pool.ts";
import type { Tables } from "./tables.ts";

/** Where the data is: a folder of this machine, or a PostgreSQL server. */
export type DatabasePlace = { readonly folder: string } | { readonly url: string };

/** A database that is open and up to date. */
export interface Database {
  readonly kysely: Kysely<Tables>;
  /** The embedded database, when it is one: whoever else needs it has to share it. */
  readonly embedded: PGlite | undefined;
  /** The address of the server, when it is one. */
  readonly url: string | undefined;
  close(): Promise<void>;
}

/** Connections to a server that one process holds at most, besides those of the queue. */
const MOST_CONNECTIONS = 10;

/**
 * Opens the database, and brings it up to date.
 *
 * @throws {FolderInUse} when another process has the folder
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const database = await connect(place);
  try {
    await migrate(database.kysely);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Opens the database as it is; a folder without one gets an empty one.
 *
 * @throws {FolderInUse} when another process has the folder
 */
export async function connect(place: DatabasePlace): Promise<Database> {
  return "url" in place ? await connectServer(place.url) : await openFolder(place.folder);
}

/** Where in a folder the database is. */
export function databaseIn(folder: string): string {
  return `${folder}/database`;
}

async function connectServer(url: string): Promise<Database> {
  const [{ default: pg }, { PreparingClient }] = await Promise.all([import("pg"), import("./preparing-client.ts")]);
  const pool = new pg.Pool({ connectionString: url, max: MOST_CONNECTIONS, pipeline: true, Client: PreparingClient });
  // A connection that breaks while nobody uses it is replaced; without a listener it would end the process.
  pool.on("error", () => {});
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: eagerPool(pool) }) });
  return { kysely, embedded: undefined, url, close: () => kysely.destroy() };
}

async function openFolder(folder: string): Promise<Database> {
  const unlock = lockFolder(folder);
  try {
    const { PGlite } = await import("@electric-sql/pglite");
    const database = databaseOn(await PGlite.create({ dataDir: databaseIn(folder) }));
    return {
      ...database,
      close: async () => {
        await database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Messages of pg, without a code, when a connection breaks or there is none. */
const brokenConnection = /^(Connection terminated|Client (has encountered|was closed)|timeout exceeded when trying)/;

/** Codes of the system when the server of a database cannot be reached. */
const unreachable = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EHOSTUNREACH"];

/** Whether an error says that a connection remembers a statement for a table as it no longer is: a newer version has opened the database. */
export function isOutdated(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("cached plan must not change result type");
}

/**
 * Whether an error says that the database is away, perhaps for moments only, rather than that something was wrong.
 *
 * PostgreSQL says so by the classes 08 and 53 of its codes, and by 57P01 to 57P03 while it stops and starts.
 */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (/^(08|53|57P0[123])/.test(code) || unreachable.includes(code)) return true;
  return brokenConnection.test(error.message) || isOutdated(error);
}

/** An embedded database that is open, as it is. */
export function databaseOn(lite: PGlite): Database {
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pglitePool(lite) }) });
  return { kysely, embedded: lite, url: undefined, close: () => kysely.destroy() };
}
