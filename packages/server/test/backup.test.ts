import { Readable, Writable } from "node:stream";
import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { backUp, inspect } from "../src/backup.ts";
import type { Database } from "../src/store/database.ts";
import { dump, dumpedTables, load, summarise } from "../src/store/dump.ts";
import { migrate, newestMigration } from "../src/store/migrations.ts";
import { Store } from "../src/store/store.ts";
import { bareDatabase, freshDatabase } from "./support/database.ts";
import { office, type TestService, testService } from "./support/service.ts";

let service: TestService;
let lines: string[];
/** A job that was cancelled, and one that waits. */
let ended: string;
let waiting: string;

beforeAll(async () => {
  service = await testService();
  const hard = { ...office, name: 'Zahnärzte "Süd" \\ 💉 \u2028 Mitte' };
  const { id } = (await service.post("/v1/scenarios", hard)).json();
  await service.post("/v1/scenarios", { ...hard, description: "two\nlines" });
  const idempotent = { "idempotency-key": "once" };
  ended = (await service.post("/v1/simulations", { scenarioId: id }, idempotent)).json().self;
  await service.delete(ended);
  const webhook = (await service.post("/v1/webhooks", { url: "http://127.0.0.1:1", events: ["job.failed"] })).json();
  await service.post(`/v1/webhooks/${webhook.id}/ping`, {});
  waiting = (await service.post("/v1/simulations", { scenario: office })).json().id;
  const theirs = await service.headers(["read"], "another office");
  await service.get("/v1/scenarios", theirs);
  lines = await all(dump(service.database.kysely));
});
afterAll(async () => await service.close());

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

async function* asDump(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function loaded(lines: readonly string[]): Promise<Database> {
  const database = await freshDatabase();
  await load(database.kysely, await summarise(asDump(lines)), asDump(lines));
  return database;
}

describe("a backup", () => {
  it("brings everything back as it was", async () => {
    expect(lines.length).toBeGreaterThan(20);
    const database = await loaded(lines);
    try {
      const [, ...again] = await all(dump(database.kysely));
      expect(again).toEqual(lines.slice(1));
    } finally {
      await database.close();
    }
  });

  it("lets numbers go on where they were, and what had not ended", async () => {
    const database = await loaded(lines);
    const enqueued: string[][] = [];
    const note = (what: string) => (tenant: string) => async (_: unknown, id: string) => {
      enqueued.push([what, tenant, id]);
    };
    try {
      const queue = { enqueueFor: note("job"), enqueueDeliveryFor: note("delivery") };
      const store = new Store(database, queue);
      expect(await store.enqueueUnfinished(queue)).toEqual({ jobs: 1, deliveries: 1 });
      const { id } = await store.tenantNamed("office");
      expect(enqueued).toEqual([
        ["job", id, waiting],
        ["delivery", id, expect.any(String)],
      ]);
      const { jobs } = store.tenant(id);
      const made = await jobs.create({ kind: "simulation", title: "the next", input: {} }, async () => {});
      const { items } = await jobs.list({ kind: "simulation", limit: 10 });
      expect(items.map((job) => job.id)).toEqual([made.id, waiting, ended.split("/").at(-1)]);
    } finally {
      await database.close();
    }
  });

  // Nobody else can write to PGlite meanwhile: it has one connection.
  it.runIf(inject("postgres"))("on PostgreSQL shows one moment, whatever is written meanwhile", async () => {
    const reading = dump(service.database.kysely);
    // The moment is that of the first rows.
    const beginning = [await reading.next(), await reading.next()].map(({ value }) => value);
    const { jobs } = service.tenant;
    const made = await jobs.create({ kind: "simulation", title: "too late", input: {} }, async () => {});
    const rest = await all(reading);
    expect(beginning[1]).toBe('["tenant"]');
    expect(rest).toEqual(lines.slice(2));
    await jobs.cancel(made.id);
    expect(await all(dump(service.database.kysely))).toHaveLength(lines.length + 3);
  });

  it("holds every table that Praxis has", async () => {
    const found = await service.database.kysely.introspection.getTables();
    const ours = found.filter(({ schema, name }) => schema !== "jobs" && !name.startsWith("kysely_"));
    expect(ours.map(({ name }) => name).toSorted()).toEqual([...dumpedTables, "job_part"].toSorted());
  });

  it("of an older Praxis is brought up to date", { timeout: 60_000 }, async () => {
    const [older, newer] = [await bareDatabase(), await bareDatabase()];
    try {
      await migrate(older.kysely, "0001-begin");
      await sql`insert into tenant (id, name) values (gen_random_uuid(), 'office')`.execute(older.kysely);
      const old = await all(dump(older.kysely));
      await load(newer.kysely, await summarise(asDump(old)), asDump(old));
      expect(await newer.kysely.selectFrom("tenant").select("name").execute()).toEqual([{ name: "office" }]);
      expect(await newestMigration(newer.kysely)).toBe(await newestMigration(service.database.kysely));
    } finally {
      await older.close();
      await newer.close();
    }
  });

  it("is not restored over data", async () => {
    const restoring = load(service.database.kysely, await summarise(asDump(lines)), asDump(lines));
    await expect(restoring).rejects.toThrow("it holds data already; a backup is restored into a new one");
  });

  it("is restored as a whole or not at all", async () => {
    const database = await freshDatabase();
    const twice = lines.flatMap((line) => (line.includes('"another office"') ? [line, line] : [line]));
    const counted = [...twice.slice(0, -1), JSON.stringify(["end", JSON.parse(lines.at(-1)!)[1] + 1])];
    try {
      await expect(load(database.kysely, await summarise(asDump(counted)), asDump(counted))).rejects.toThrow(
        "duplicate",
      );
      expect(await database.kysely.selectFrom("tenant").selectAll().execute()).toEqual([]);
    } finally {
      await database.close();
    }
  });

  it.each<[name: string, change: (lines: readonly string[]) => readonly string[], message: string]>([
    ["nothing", () => [], "it is empty"],
    ["some other text", () => ["praxis: 1"], "it is no backup of Praxis"],
    ["other JSON", () => ["{}"], "it is no backup of Praxis"],
    ["no end", (lines) => lines.slice(0, -1), "its end is missing"],
    ["a row too few", (lines) => lines.filter((line) => !line.includes('"another office"')), "it has been changed"],
    ["more after its end", (lines) => [...lines, "{}"], "is nothing that Praxis writes"],
    ["a row of no table", (lines) => [lines[0]!, "{}"], "line 2 is nothing that Praxis writes"],
    ["an unknown table", (lines) => [lines[0]!, '["pg_authid"]'], "line 2 is nothing that Praxis writes"],
    ["a newer Praxis", ([head, ...rest]) => [head!.replace(/\d{4}-/, "9999-"), ...rest], "by a newer Praxis (9999-"],
  ])("with %s is refused, and says why", async (_, change, message) => {
    await expect(summarise(asDump(change(lines)))).rejects.toThrow(message);
  });
});

describe("the file of a backup", () => {
  const opening = (bytes: Uint8Array) => () => Readable.from([bytes.subarray(0, 500), bytes.subarray(500)]);
  const file = () => gzipSync(`${lines.join("\n")}\n`);

  it("tells what is in it", async () => {
    const { rows, at } = await inspect(opening(file()));
    expect(rows).toMatchObject({ tenant: 2, scenario: 2, scenario_version: 2, job: 2, webhook: 1 });
    expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
  });

  it("that was cut off, or is none, is refused", async () => {
    const refusal = "it is no backup of Praxis, or has been cut off or changed";
    await expect(inspect(opening(file().subarray(0, -200)))).rejects.toThrow(refusal);
    await expect(inspect(opening(Buffer.from("praxis: 1")))).rejects.toThrow(refusal);
    await expect(inspect(opening(gzipSync("praxis: 1")))).rejects.toThrow("it is no backup of Praxis; `praxis backup`");
  });

  it("is not made of a folder without data", async () => {
    const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
    const backingUp = backUp({ database: { folder: "/nowhere/praxis" } }, sink);
    await expect(backingUp).rejects.toThrow("it holds nothing of Praxis");
  });
});
