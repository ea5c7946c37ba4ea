import type { Task } from "@praxis/engine";
import { describe, expect, it } from "vitest";
import { Batches } from "./batches.ts";

function task(to: number): Task {
  return { scenario: {} as Task["scenario"], seed: 1, measures: ["wait"], from: 0, to };
}

/** Takes batches until there is none, each of which takes so many seconds for a replication. */
function taken(batches: Batches, seconds: number): [scenario: number, from: number, to: number][] {
  const found: [number, number, number][] = [];
  for (let batch = batches.next(); batch !== undefined; batch = batches.next()) {
    found.push([batch.scenario, batch.task.from, batch.task.to]);
    batches.done(batch, seconds * (batch.task.to - batch.task.from));
  }
  return found;
}

describe("batches", () => {
  it("begin with one replication, and then last two seconds", () => {
    expect(taken(new Batches([task(10)]), 0.5)).toEqual([
      [0, 0, 1],
      [0, 1, 5],
      [0, 5, 9],
      [0, 9, 10],
    ]);
  });

  it("hold one replication when that alone takes longer", () => {
    expect(taken(new Batches([task(3)]), 60).map(([, from, to]) => to - from)).toEqual([1, 1, 1]);
  });

  it("bring all scenarios forward together", () => {
    const order = taken(new Batches([task(3), task(3)]), 60);
    expect(order.map(([scenario, from]) => `${scenario}:${from}`)).toEqual(["0:0", "1:0", "0:1", "1:1", "0:2", "1:2"]);
  });

  it("count what is known of all scenarios without gaps, in whatever order they come back", () => {
    const batches = new Batches([task(2), task(2)]);
    const [a0, b0, a1, b1] = [batches.next()!, batches.next()!, batches.next()!, batches.next()!];
    expect(batches.done(a1, 1)).toBe(0);
    expect(batches.done(b1, 1)).toBe(0);
    expect(batches.done(a0, 1)).toBe(0);
    expect(batches.done(b0, 1)).toBe(2);
  });
});
