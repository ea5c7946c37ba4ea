import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshFolder } from "./support/database.ts";
import { praxis, type Ready, startPraxis } from "./support/process.ts";
import { office } from "./support/service.ts";

const place = mkdtempSync(join(tmpdir(), "praxis-"));
const folder = join(place, "data");
beforeAll(async () => await freshFolder(folder));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const start = (words: readonly string[]) => startPraxis(words, { cwd: place, env: { PRAXIS_THREADS: "1" } });

const serve = ["serve", "--port", "0", "--data", folder, "--format", "json"];

interface JobSeen {
  readonly self: string;
  readonly best: unknown;
  readonly finishedAt: string | null;
}

describe("praxis serve", () => {
  it("says where it answers and with which key, computes, does not lose a job when it is killed, and lives on from a backup", {
    timeout: 2150_000,
  }, async () => {
    await using first = start(serve);
    const { url, key } = JSON.parse(await first.firstLine()) as Ready;
    expect(key).toMatch(/^praxis_/);
    expect(readFileSync(join(folder, "praxis.lock"), "utf8").trim()).toBe(String(first.child.pid));
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };

    await using second = start(serve);
    expect(await second.exitCode()).toBe(2);
    expect(second.told()).toContain("is in use by process");

    const body = JSON.stringify({ scenario: office, replications: 150_000, measures: ["wait"] });
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
    expect(found).toMatchObject({ state: "succeeded", takeovers: 1, failures: 0, result: { replications: 150_000 } });

    await using early = start(["backup", "early.gz", "--data", folder]);
    expect(await early.exitCode()).toBe(2);
    expect(early.told()).toContain("is in use by process");

    third.child.kill("SIGTERM");
    expect(await third.exitCode()).toBe(0);
    expect(existsSync(join(folder, "praxis.lock"))).toBe(false);

    await using backup = start(["backup", "praxis.gz", "--data", folder]);
    expect([await backup.exitCode(), backup.told()]).toEqual([0, ""]);
    expect(statSync(join(place, "praxis.gz")).mode & 0o777).toBe(0o600);
    await using again = start(["backup", "praxis.gz", "--data", folder]);
    expect([await again.exitCode(), again.told()]).toEqual([2, expect.stringContaining("exists already")]);
    await using restored = start(["restore", "praxis.gz", "--data", "restored"]);
    expect([await restored.exitCode(), restored.told()]).toEqual([0, ""]);
    await using over = start(["restore", "praxis.gz", "--data", "restored"]);
    expect([await over.exitCode(), over.told()]).toEqual([2, expect.stringContaining("holds data already")]);
    // What was begun and given up has left nothing.
    expect(readdirSync(place).toSorted()).toEqual(["data", "praxis.gz", "restored"]);

    await using fourth = start(["serve", "--port", "0", "--data", "restored", "--format", "json"]);
    expect(await job((JSON.parse(await fourth.firstLine()) as Ready).url)).toEqual(found);
  });
});

it.each([
  [["backup", "x.gz", "--data", "nowhere"], "cannot back up nowhere: it holds nothing of Praxis"],
  [["backup", "nowhere/x.gz"], "cannot write nowhere/x.gz: its folder does not exist"],
  [["backup"], "a file is missing"],
  [["restore", "nowhere.gz", "--data", "new"], "cannot read nowhere.gz: no such file"],
  [["restore", praxis, "--data", "new"], "it is no backup of Praxis"],
])("praxis %j says what would be right, and leaves nothing", async (words, message) => {
  const before = readdirSync(place);
  await using command = start(words);
  expect([await command.exitCode(), command.told()]).toEqual([2, expect.stringContaining(message)]);
  expect(readdirSync(place)).toEqual(before);
});

it("praxis worker needs a database that others can share", async () => {
  await using worker = start(["worker"]);
  expect(await worker.exitCode()).toBe(2);
  expect(worker.told()).toContain("PRAXIS_DATABASE_URL");
});
