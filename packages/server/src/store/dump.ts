import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { isMigration, type MigrationName, migrate, newestMigration } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/** A dump that cannot be made or loaded. The message says what it is about, and what would be right. */
export class DumpError extends Error {
  override readonly name = "DumpError";
}

/** How many rows there are of each table. */
type RowCounts = Readonly<Partial<Record<keyof Tables, number>>>;

/** All tables, each after those that it refers to; not parts of jobs, which are computed anew with their job. */
export const dumpedTables = [
  "tenant",
  "api_key",
  "scenario",
  "scenario_version",
  "job",
  "job_event",
  "audit_entry",
  "idempotent_request",
  "webhook",
  "webhook_delivery",
  "feed",
] as const satisfies readonly (keyof Tables)[];

/** Rows that are read at once: one may be of several megabytes. */
const ROWS_READ = 16;

/** Characters of rows that are written at once. */
const CHARACTERS_WRITTEN = 1_000_000;

/** The first line: what it is, and which tables the rows belong to. */
const head = z.object({ praxisBackup: z.literal(1), migration: z.string(), at: z.iso.datetime() });

/** The line before the rows of a table. */
const tableLine = z.tuple([z.enum(dumpedTables)]);

/** The last line, with the number of rows before it. */
const lastLine = z.tuple([z.literal("end"), z.int()]);

/**
 * All rows of all tables as lines of JSON, as they were at one moment, whoever writes meanwhile.
 *
 * The first line says what it is; a line with a name alone begins a table, each other line is a row of it, and the last
 * one counts them. The tickets of the queue are not among them: loading makes new ones.
 *
 * @throws {DumpError} when there is nothing of Praxis in the database
 */
export async function* dump(kysely: Kysely<Tables>): AsyncGenerator<string> {
  const migration = await newestMigration(kysely);
  if (migration === undefined) throw new DumpError("it holds nothing of Praxis");
  const transaction = await kysely.startTransaction().execute();
  try {
    await sql`set transaction isolation level repeatable read, read only`.execute(transaction);
    yield JSON.stringify({ praxisBackup: 1, migration, at: new Date().toISOString() } satisfies z.infer<typeof head>);
    const present = new Set((await transaction.introspection.getTables()).map(({ name }) => name));
    let count = 0;
    for (const table of dumpedTables) {
      if (!present.has(table)) continue;
      yield JSON.stringify([table]);
      for await (const row of rowsOf(transaction, table)) {
        count += 1;
        yield row;
      }
    }
    yield JSON.stringify(["end", count]);
  } finally {
    await transaction.rollback().execute();
  }
}

async function* rowsOf(transaction: Kysely<Tables>, table: string): AsyncGenerator<string> {
  const name = sql.table(table);
  await sql`declare dumped no scroll cursor for select row_to_json(${name})::text as row from ${name}`.execute(
    transaction,
  );
  const next = sql<{ row: string }>`fetch ${sql.lit(ROWS_READ)} from dumped`;
  for (;;) {
    const { rows } = await next.execute(transaction);
    // Within JSON a break of lines is a space; those of texts are written as \n.
    for (const { row } of rows) yield row.replaceAll("\n", " ");
    if (rows.length < ROWS_READ) break;
  }
  await sql`close dumped`.execute(transaction);
}

/** What a dump says of itself. */
export interface DumpSummary {
  readonly migration: MigrationName;
  /** When it was made. */
  readonly at: string;
  readonly rows: RowCounts;
}

/**
 * Reads a dump to its end.
 *
 * @throws {DumpError} when it is none, is not whole, or comes from a newer Praxis
 */
export async function summarise(lines: AsyncIterable<string>): Promise<DumpSummary> {
  const counts = new Map<keyof Tables, number>();
  let first: Pick<DumpSummary, "migration" | "at"> | undefined;
  for await (const line of read(lines)) {
    if (line.is === "head") first = line;
    else counts.set(line.table, (counts.get(line.table) ?? 0) + (line.is === "row" ? 1 : 0));
  }
  if (first === undefined) throw new DumpError("it is empty, and so no backup of Praxis");
  return { migration: first.migration, at: first.at, rows: Object.fromEntries(counts) };
}

/**
 * Loads a dump into a database that holds nothing yet, all of it or nothing; then brings the tables up to date.
 *
 * @throws {DumpError} when the dump is not good, or there is something in the database
 */
export async function load(
  kysely: Kysely<Tables>,
  { migration }: Pick<DumpSummary, "migration">,
  lines: AsyncIterable<string>,
): Promise<void> {
  await requireEmpty(kysely, migration);
  await migrate(kysely, migration);
  await kysely.transaction().execute(async (transaction) => {
    let batch: string[] = [];
    let characters = 0;
    let current: keyof Tables | undefined;
    const write = async () => {
      if (current !== undefined && batch.length > 0) await insert(transaction, current, batch);
      batch = [];
      characters = 0;
    };
    for await (const line of read(lines)) {
      if (line.is === "table") {
        await write();
        current = line.table;
      } else if (line.is === "row") {
        batch.push(line.text);
        characters += line.text.length;
        if (characters > CHARACTERS_WRITTEN) await write();
      }
    }
    await write();
    await countOn(transaction);
  });
  await migrate(kysely);
}

async function requireEmpty(kysely: Kysely<Tables>, migration: MigrationName): Promise<void> {
  const newest = await newestMigration(kysely);
  if (newest === undefined) return;
  const tenant = await kysely.selectFrom("tenant").select("id").limit(1).executeTakeFirst();
  if (tenant !== undefined) throw new DumpError("it holds data already; a backup is restored into a new one");
  if (newest !== migration) {
    throw new DumpError(`its tables are newer than the backup (${newest}, not ${migration}); use a new one`);
  }
}

async function insert(transaction: Kysely<Tables>, table: keyof Tables, rows: readonly string[]): Promise<void> {
  const name = sql.table(table);
  await sql`insert into ${name} overriding system value
    select * from json_populate_recordset(null::${name}, ${`[${rows.join(",")}]`}::json)`.execute(transaction);
}

/** Lets what the database numbers by itself go on after the highest number there is. */
async function countOn(transaction: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where is_identity = 'YES' and table_schema = current_schema()
      and table_name = any(${[...dumpedTables]})`.execute(transaction);
  for (const { table, column } of rows) {
    const highest = sql`(select max(${sql.ref(column)}) from ${sql.table(table)})`;
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${highest}) where ${highest} is not null`.execute(
      transaction,
    );
  }
}

type Line =
  | { readonly is: "head"; readonly migration: MigrationName; readonly at: string }
  | { readonly is: "table"; readonly table: keyof Tables }
  | { readonly is: "row"; readonly table: keyof Tables; readonly text: string };

/** Tells what lines are, and that none is missing. */
async function* read(lines: AsyncIterable<string>): AsyncGenerator<Line> {
  let table: keyof Tables | undefined;
  let count = 0;
  let ended = false;
  let place = 0;
  for await (const line of lines) {
    place += 1;
    if (place === 1) {
      yield { is: "head", ...headOf(line) };
    } else if (line.startsWith("{") && table !== undefined && !ended) {
      count += 1;
      yield { is: "row", table, text: line };
    } else {
      const given = dataOf(line);
      const last = lastLine.safeParse(given);
      const next = tableLine.safeParse(given);
      if (ended || !(last.success || next.success)) throw new DumpError(`line ${place} is nothing that Praxis writes`);
      if (next.success) {
        [table] = next.data;
        yield { is: "table", table };
      } else if (last.success) {
        ended = true;
        const [, rows] = last.data;
        if (rows !== count) throw new DumpError(`of ${rows} rows ${count} are there; it has been changed`);
      }
    }
  }
  if (place > 0 && !ended) throw new DumpError("its end is missing; take another one");
}

function headOf(line: string): Pick<DumpSummary, "migration" | "at"> {
  const { success, data } = head.safeParse(dataOf(line));
  if (!success) throw new DumpError("it is no backup of Praxis; `praxis backup` makes one");
  const { migration, at } = data;
  if (!isMigration(migration)) {
    throw new DumpError(`it was made by a newer Praxis (${migration}); restore it with that one`);
  }
  return { migration, at };
}

function dataOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
