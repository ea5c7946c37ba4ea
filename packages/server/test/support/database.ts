import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { inject } from "vitest";
import { JobQueue } from "../../src/jobs/queue.ts";
import { connect, type Database, databaseOn, openDatabase } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrations.ts";

const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
const cache = fileURLToPath(new URL("../../node_modules/.cache/praxis/", import.meta.url));

/** A database with all tables and nothing in them: in memory, or where tests run on a PostgreSQL, a new one there. */
export async function freshDatabase(): Promise<Database> {
  const server = inject("postgres");
  if (server === undefined) return databaseOn(await PGlite.create({ loadDataDir: await snapshot() }));
  return await newOnServer(server, openDatabase);
}

/** A database with nothing at all, no tables either. */
export async function bareDatabase(): Promise<Database> {
  const server = inject("postgres");
  return server === undefined ? databaseOn(await PGlite.create()) : await newOnServer(server, connect);
}

async function newOnServer(server: string, open: typeof connect): Promise<Database> {
  const name = `praxis_test_${randomUUID().replaceAll("-", "")}`;
  const maintenance = new pg.Client({ connectionString: server });
  await maintenance.connect();
  await maintenance.query(`create database ${name}`);
  const database = await open({ url: Object.assign(new URL(server), { pathname: `/${name}` }).href });
  return {
    ...database,
    close: async () => {
      await database.close();
      await maintenance.query(`drop database ${name} with (force)`);
      await maintenance.end();
    },
  };
}

/** Puts such a database into a folder, where a service finds it. */
export async function freshFolder(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const lite = await PGlite.create({ dataDir: `${folder}/database`, loadDataDir: await snapshot() });
  await lite.close();
}

/** Making a database takes five seconds; loading one that was made takes less than one. */
async function snapshot(): Promise<Blob> {
  const name = `${fingerprint()}.tar`;
  if (existsSync(cache + name)) return new Blob([readFileSync(cache + name)]);
  const lite = await PGlite.create();
  const database = databaseOn(lite);
  await migrate(database.kysely);
  const queue = await JobQueue.open(database, { jobSeconds: 60 });
  await queue.close();
  const dump = await lite.dumpDataDir("none");
  await database.close();
  keep(name, Buffer.from(await dump.arrayBuffer()));
  return dump;
}

/** Other files of tests may be making the same snapshot, and reading it: it is there as a whole or not at all. */
function keep(name: string, bytes: Buffer): void {
  mkdirSync(cache, { recursive: true });
  // Those that are older fit nothing any more.
  for (const other of readdirSync(cache)) {
    if (!other.startsWith(name)) rmSync(cache + other, { force: true });
  }
  writeFileSync(`${cache}${name}.${process.pid}`, bytes);
  renameSync(`${cache}${name}.${process.pid}`, cache + name);
}

/** Changes with whatever the snapshot is made of. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const migrations = readdirSync(source("store/migrations")).map((name) => source(`store/migrations/${name}`));
  for (const file of [...migrations, source("jobs/queue.ts")]) hash.update(readFileSync(file));
  const require = createRequire(import.meta.url);
  for (const name of ["@electric-sql/pglite", "pg-boss"]) hash.update(versionOf(require.resolve(name)));
  return hash.digest("hex").slice(0, 16);
}

/** The folder of an installed package names its version. */
function versionOf(path: string): string {
  return /\.pnpm\/([^/]+)/.exec(path)?.[1] ?? path;
}
