/**
 * Bodies that are made to break whatever reads them.
 *
 * @module
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshFolder } from "../support/database.ts";
import { type PraxisProcess, type Ready, startPraxis } from "../support/process.ts";
import { mondays, office, session, week } from "../support/service.ts";
import { atSize } from "../support/size.ts";

/** How many bodies, and the number after which memory does not grow any more; few show nothing of memory. */
const { bodies, first } = atSize({ usual: { bodies: 200, first: 200 }, full: { bodies: 10_000, first: 2000 } });

/** Megabytes that memory may still differ by. */
const LEEWAY = 50;

/** Clients that send at once. */
const CLIENTS = 4;

const place = mkdtempSync(join(tmpdir(), "praxis-hostile-"));
let service: PraxisProcess;
let ready: Ready;

beforeAll(async () => {
  await freshFolder(join(place, "data"));
  const settings = { PRAXIS_FOLDER: join(place, "data"), PRAXIS_THREADS: "1", PRAXIS_REQUESTS_PER_MINUTE: "1000000" };
  service = startPraxis(["serve", "--port", "0", "--format", "json"], { cwd: place, env: settings });
  ready = JSON.parse(await service.firstLine()) as Ready;
});
afterAll(async () => {
  await service.kill();
  rmSync(place, { recursive: true, force: true });
});

interface Hostile {
  readonly what: string;
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer> | string;
  readonly encoding?: string;
}

const json = "application/json";
const yaml = "application/yaml";

/** Aliases of aliases: as data, a billion values. */
const laughs = (levels: number, each: number) => {
  const lines = Array.from({ length: levels }, (_, at) => {
    const item = at === 0 ? "lol" : `*a${at - 1}`;
    return `a${at}: &a${at} [${Array(each).fill(item).join(", ")}]`;
  });
  return `praxis: 1\n${lines.join("\n")}\n`;
};

/** Puts a text in place of some value of a document. */
const damaged = (document: object, at: number, text: string) => {
  const whole = JSON.stringify(document);
  const values = [...whole.matchAll(/:("[^"]*"|\d+)/g)];
  const { index, 0: old } = values[at % values.length]!;
  return `${whole.slice(0, index)}:${text}${whole.slice(index + old.length)}`;
};

const requests = [
  { path: "scenarios", wrap: (document: string) => document, document: office },
  { path: "simulations", wrap: (document: string) => `{"scenario":${document}}`, document: office },
  { path: "rosters", wrap: (document: string) => `{"problem":${document}}`, document: week },
  { path: "templates", wrap: (document: string) => `{"problem":${document}}`, document: session },
  { path: "weeks", wrap: (document: string) => `{"problem":${document}}`, document: mondays },
];

/** No value of a document of ours is like any of these. */
const wrong = [
  "1e400",
  "-1e308",
  "{}",
  "[[[]]]",
  "null",
  '"\\u0000"',
  '"\\ud800"',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{}}}',
  `"${"9".repeat(400)} min"`,
  `${"9".repeat(4000)}`,
  `"${"a".repeat(100_000)}"`,
];

type Make = (request: (typeof requests)[number]) => Hostile;

const hostile: fc.Arbitrary<Make> = fc.oneof(
  fc.tuple(fc.nat(100), fc.constantFrom(...wrong)).map(
    ([at, text]): Make =>
      ({ wrap, document }) => ({
        what: `value ${at} is ${text.slice(0, 40)}`,
        type: json,
        body: wrap(damaged(document, at, text)),
      }),
  ),
  fc.integer({ min: 101, max: 100_000 }).map((depth) => () => ({
    what: `${depth} levels`,
    type: json,
    body: `${'{"a":['.repeat(depth)}${"]}".repeat(depth)}`,
  })),
  fc.tuple(fc.integer({ min: 4, max: 30 }), fc.integer({ min: 10, max: 40 })).map(([levels, each]) => () => ({
    what: `${levels} levels of ${each} aliases`,
    type: yaml,
    body: laughs(levels, each),
  })),
  fc.integer({ min: 200, max: 20_000 }).map((depth) => () => ({
    what: `YAML of ${depth} levels`,
    type: yaml,
    body: `praxis: 1\nname: ${"[".repeat(depth)}${"]".repeat(depth)}\n`,
  })),
  fc.uint8Array({ minLength: 1, maxLength: 2000 }).map((bytes) => () => ({
    what: "bytes by chance",
    type: bytes.length % 2 === 0 ? json : yaml,
    body: Uint8Array.from([0xff, 0xfe, ...bytes]),
  })),
  fc.integer({ min: 1, max: 50 }).map((megabytes) => () => ({
    what: `gzip of ${megabytes} MB`,
    type: json,
    body: Uint8Array.from(gzipSync(Buffer.alloc(megabytes * 1_000_000, 0x20))),
    encoding: "gzip",
  })),
  fc.integer({ min: 200_001, max: 1_000_000 }).map((count) => () => ({
    what: `${count} values`,
    type: json,
    body: `[${"1,".repeat(count)}1]`,
  })),
  fc.jsonValue().map((value) => () => ({ what: "JSON by chance", type: json, body: JSON.stringify([value]) })),
  fc.tuple(fc.nat(100), fc.string({ minLength: 1 })).map(
    ([at, text]): Make =>
      ({ document }) => ({
        what: `YAML with ${text} in it`,
        type: yaml,
        body: damaged(document, at, `{{${text}`),
      }),
  ),
);

it("bodies that are made to break things get an answer of 4xx each, and leave no memory behind", {
  timeout: 3_600_000,
}, async () => {
  const makers = fc.sample(hostile, { numRuns: bodies, seed: 1 });
  await sendAll(makers.slice(0, first), 0);
  if (first === bodies) return;
  const before = await settledMegabytes();
  await sendAll(makers.slice(first), first);
  const after = await settledMegabytes();
  console.info(`${bodies} bodies, ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after`);
  expect(after - before).toBeLessThan(LEEWAY);
});

async function sendAll(makers: readonly Make[], from: number): Promise<void> {
  const waiting = makers.map((make, at) => ({ ...requests[(from + at) % requests.length]!, make }));
  const client = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { what, type, body, encoding } = next.make(next);
      const headers = { authorization: `Bearer ${ready.key}`, "content-type": type };
      const answer = await fetch(`${ready.url}/v1/${next.path}`, {
        method: "POST",
        headers: { ...headers, ...(encoding === undefined ? {} : { "content-encoding": encoding }) },
        body,
      });
      const text = await answer.text();
      expect(answer.status, `${next.path}: ${what}: ${text.slice(0, 300)}`).toBeGreaterThanOrEqual(400);
      expect(answer.status, `${next.path}: ${what}: ${text.slice(0, 300)}`).toBeLessThan(500);
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

/** Memory of the service when it has come to rest. */
async function settledMegabytes(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 10; look += 1) {
    await delay(500);
    const metrics = await (await fetch(`${ready.url}/metrics`)).text();
    const [, bytes] = /^process_resident_memory_bytes (\S+)$/m.exec(metrics)!;
    least = Math.min(least, Number(bytes) / 1e6);
  }
  return least;
}
