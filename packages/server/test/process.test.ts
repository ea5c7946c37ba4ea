import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshFolder } from "./support/database.ts";
import { office } from "./support/service.ts";

const praxis = fileURLToPath(new URL("../../cli/bin/praxis.js", import.meta.url));
const place = mkdtempSync(join(tmpdir(), "praxis-"));
const folder = join(place, "data");
beforeAll(async () => await freshFolder(folder));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Starts the built command line, which `pnpm test:local` has built beforehand. */
function start(words: readonly string[]) {
  if (!existsSync(praxis)) throw new Error("packages/cli/dist is missing; `pnpm build:ts` builds it");
  const child = spawn(process.execPath, [praxis, ...words], {
    cwd: place,
    env: { ...process.env, PRAXIS_THREADS: "1" },
  });
  const exited = once(child, "exit");
  let told = "";
  child.stderr.on("data", (text) => {
    told += text;
  });
  return {
    child,
    exitCode: async () => (await exited)[0] as number | null,
    told: () => told,
    async firstLine(): Promise<string> {
      for await (const line of createInterface(child.stdout)) return line;
      throw new Error(`it ended before it said anything: ${told}`);
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

const serve = ["serve", "--port", "0", "--data", folder, "--format", "json"];

interface Ready {
  readonly url: string;
  readonly key: string | null;
}

interface JobSeen {
  readonly self: string;
  readonly best: unknown;
  readonly finishedAt: string | null;
}

describe("praxis serve", () => {
  it("says where it answers and with which key, computes, and does not lose a job when it is killed", {
    timeout: 180_000,
  }, async () => {
    await using first = start(serve);
    const { url, key } = JSON.parse(await first.firstLine()) as Ready;
    expect(key).toMatch(/^praxis_/);
    expect(readFileSync(join(folder, "praxis.lock"), "utf8").trim()).toBe(String(first.child.pid));
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };

    await using second = start(serve);
    expect(await second.exitCode()).toBe(2);
    expect(second.told()).toContain("is in use by process");

    const body = JSON.stringify({ scenario: office, replications: 4_000, measures: ["wait"] });
    const made = await fetch(`${url}/v1/simulations`, { method: "POST", headers, body });
    const { self } = (await made.json()) as JobSeen;
    const job = async (at: string) => (await (await fetch(at + self, { headers })).json()) as JobSeen;
    while ((await job(url)).best === null) await delay(50);
    first.child.kill("SIGKILL");
    await first.exitCode();

    await using third = start(serve);
    const ready = JSON.parse(await third.firstLine()) as Ready;
    expect(ready.key).toBeNull();
    let found = await job(ready.url);
    while (found.finishedAt === null) {
      await delay(200);
      found = await job(ready.url);
    }
    expect(found).toMatchObject({ state: "succeeded", takeovers: 1, failures: 0, result: { replications: 4_000 } });

    third.child.kill("SIGTERM");
    expect(await third.exitCode()).toBe(0);
    expect(existsSync(join(folder, "praxis.lock"))).toBe(false);
  });
});

it("praxis worker needs a database that others can share", async () => {
  await using worker = start(["worker"]);
  expect(await worker.exitCode()).toBe(2);
  expect(worker.told()).toContain("PRAXIS_DATABASE_URL");
});
