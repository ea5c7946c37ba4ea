import { setTimeout as delay } from "node:timers/promises";
import type { Task } from "@praxis/engine";
import { describe, expect, it } from "vitest";
import { type Batch, Batches } from "./batches.ts";
import { type PartExchange, SharedBatches } from "./shared-batches.ts";

/** Sixty replications of a second each, as far as is known. */
function batchesOfMinute(): Batches {
  const batches = new Batches([{ scenario: {} as Task["scenario"], seed: 1, measures: ["wait"], from: 0, to: 61 }]);
  batches.done(batches.next()!, 1);
  return batches;
}

interface Offered {
  readonly number: number;
  readonly task: unknown;
}

/** Others, as a test wants them to be. */
class Others implements PartExchange {
  open: Offered[] = [];
  done: { number: number; result: Uint8Array }[] = [];
  cleared = false;
  offer = async (parts: readonly Offered[]) => void this.open.push(...parts);
  takeBack = async () => this.open.shift()?.number;
  collect = async () => ({ done: this.done.splice(0), open: this.open.length });
  clear = async () => {
    this.cleared = true;
  };

  /** Takes a part, and does it. */
  work(): void {
    const { number, task } = this.open.shift()!;
    const { from, to } = task as Task;
    const values = Float64Array.from({ length: to - from }, (_, index) => from + index);
    // As a database hands them over: somewhere within a larger piece of memory.
    const result = Uint8Array.from([0, 0, 0, ...new Uint8Array(values.buffer)]).subarray(3);
    this.done.push({ number, result });
  }
}

/** Runs all batches: here, each takes no time; others do what they do meanwhile. */
async function runAll(others: Others, meanwhile: () => void, overdueMilliseconds = 20_000) {
  const batches = batchesOfMinute();
  const values = new Float64Array(61);
  const here: Batch[] = [];
  const note = ({ task }: Batch, found: Float64Array) => {
    values.set(found, task.from);
    batches.done({ scenario: 0, task });
  };
  const shared = new SharedBatches(batches, others, { note, aloneMilliseconds: 0, overdueMilliseconds });
  const { signal } = new AbortController();
  const tending = shared.tend();
  // Others have time to take some.
  await delay(400);
  for (let batch = await shared.next(signal); batch !== undefined; batch = await shared.next(signal)) {
    const { from, to } = batch.task;
    here.push(batch);
    note(
      batch,
      Float64Array.from({ length: to - from }, (_, index) => from + index),
    );
    meanwhile();
  }
  await shared.close();
  await tending;
  return { values: [...values], here };
}

const all = Array.from({ length: 61 }, (_, index) => index);

describe("shared batches", () => {
  it("are all done once, whoever does them", async () => {
    const others = new Others();
    let helped = 0;
    const { values, here } = await runAll(others, () => {
      if (others.open.length === 0) return;
      others.work();
      helped += 1;
    });
    expect(values).toEqual(all);
    expect(helped).toBeGreaterThan(0);
    // Batches are of two seconds, so of two replications.
    expect(here.length + helped).toBe(30);
    expect(others.cleared).toBe(true);
  });

  it("are done here when nobody takes them", async () => {
    const { values, here } = await runAll(new Others(), () => {});
    expect(values).toEqual(all);
    expect(here).toHaveLength(30);
  });

  it("are done here when whoever has taken them is gone", async () => {
    const others = new Others();
    let lost = 0;
    const { values, here } = await runAll(others, () => (lost += others.open.splice(0, 1).length), 200);
    expect(values).toEqual(all);
    expect(lost).toBeGreaterThan(0);
    expect(here).toHaveLength(30);
  });

  it("are done here when others cannot be reached", async () => {
    const others = new Others();
    const { values } = await runAll(others, () => {
      const fail = async () => await Promise.reject(new Error("the database is away"));
      others.collect = fail;
      others.takeBack = fail;
    });
    expect(values).toEqual(all);
  });

  it("are offered to nobody while nobody knows how long they take, or that they will last", async () => {
    const others = new Others();
    const shared = new SharedBatches(batchesOfMinute(), others, { note: () => {}, aloneMilliseconds: 800 });
    const tending = shared.tend();
    await delay(700);
    expect(others.open).toEqual([]);
    await delay(700);
    expect(others.open).toHaveLength(2);
    await shared.close();
    await tending;
  });

  it("are offered to more when all that was offered has been taken", async () => {
    const others = new Others();
    const batches = batchesOfMinute();
    const shared = new SharedBatches(batches, others, {
      note: (batch) => void batches.done(batch),
      aloneMilliseconds: 0,
    });
    const tending = shared.tend();
    const offered: number[] = [];
    for (let look = 0; look < 3; look++) {
      await delay(350);
      offered.push(others.open.length);
      while (others.open.length > 0) others.work();
    }
    await shared.close();
    await tending;
    expect(offered[0]).toBe(2);
    expect(offered[1]).toBe(4);
    expect(offered[2]).toBe(8);
  });

  it("end at once with their job", async () => {
    const others = new Others();
    const batches = batchesOfMinute();
    const shared = new SharedBatches(batches, others, { note: () => {}, aloneMilliseconds: 0 });
    const tending = shared.tend();
    await delay(400);
    others.open = [];
    const end = new AbortController();
    const here = (async () => {
      while ((await shared.next(end.signal)) !== undefined);
    })();
    setTimeout(() => end.abort(new Error("cancelled")), 50);
    await expect(here).rejects.toThrow("cancelled");
    await shared.close();
    await tending;
    expect(others.cleared).toBe(true);
  });
});
