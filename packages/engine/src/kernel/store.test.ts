import { describe, expect, it } from "vitest";
import { Simulation } from "./simulation.ts";
import { Store } from "./store.ts";
import type { Process } from "./wait.ts";

describe("a store", () => {
  it("gives the oldest item first, to takers by priority and then by arrival", () => {
    const simulation = new Simulation();
    const charts = new Store<string>(simulation, { name: "charts" });
    const log: string[] = [];
    function* taker(name: string, priority: number): Process {
      log.push(`${name} takes ${yield* charts.take({ priority })} at ${simulation.now}`);
    }
    function* clerk(): Process {
      charts.put("chart 1");
      charts.put("chart 2");
      yield* simulation.delay(10);
      charts.put("chart 3");
      charts.put("chart 4");
      charts.put("chart 5");
    }
    simulation.start(taker("early", 9));
    simulation.start(clerk());
    simulation.start(taker("a", 1), { at: 1 });
    simulation.start(taker("b", 1), { at: 2 });
    simulation.start(taker("c", 1), { at: 3 });
    simulation.start(taker("urgent", 0), { at: 4 });
    simulation.run();
    expect(log).toEqual([
      "early takes chart 1 at 0",
      "a takes chart 2 at 1",
      "urgent takes chart 3 at 10",
      "b takes chart 4 at 10",
      "c takes chart 5 at 10",
    ]);
    expect(charts.items).toEqual([]);
    expect(charts.waiting).toBe(0);
  });

  it("gives each taker only what suits", () => {
    const simulation = new Simulation();
    const inbox = new Store<{ kind: string; number: number }>(simulation, { name: "inbox" });
    function* taker(kind: string): Process<number> {
      return (yield* inbox.take({ where: (message) => message.kind === kind })).number;
    }
    inbox.put({ kind: "form", number: 1 });
    inbox.put({ kind: "refill", number: 2 });
    const takers = ["refill", "refill", "call", "form"].map((kind) => simulation.start(taker(kind)));
    simulation.run({ until: 5 });
    expect(inbox.waiting).toBe(2);
    inbox.put({ kind: "call", number: 3 });
    inbox.put({ kind: "form", number: 4 });
    inbox.put({ kind: "refill", number: 5 });
    simulation.run();
    expect(takers.map(({ value }) => value)).toEqual([2, 5, 3, 1]);
    expect(inbox.items).toEqual([{ kind: "form", number: 4 }]);
  });

  it("takes an item back as the oldest from who gave up in the minute of getting it", () => {
    const simulation = new Simulation();
    const inbox = new Store<string>(simulation, { name: "inbox" });
    function* taker(): Process<string> {
      return yield* inbox.take();
    }
    const first = simulation.start(taker());
    const second = simulation.start(taker());
    simulation.run({ until: 1 });
    inbox.put("a");
    simulation.interrupt(first);
    simulation.run();
    expect(second.value).toBe("a");
    const third = simulation.start(taker());
    simulation.run({ until: 2 });
    inbox.put("b");
    inbox.put("c");
    simulation.interrupt(third);
    simulation.run();
    expect(inbox.items).toEqual(["b", "c"]);
    expect(inbox.statistics()).toMatchObject({ put: 3, taken: 1 });
  });

  it("keeps its levels over time", () => {
    const simulation = new Simulation();
    const inbox = new Store<string>(simulation, { name: "inbox" });
    function* nurse(): Process {
      yield* simulation.delay(10);
      yield* inbox.take();
      yield* inbox.take();
      yield* simulation.firstOf({ message: inbox.take(), late: simulation.delay(5) });
    }
    function* clerk(): Process {
      yield* simulation.delay(4);
      inbox.put("a");
      yield* simulation.delay(16);
      inbox.put("b");
    }
    simulation.start(nurse());
    simulation.start(clerk());
    simulation.run({ until: 40 });
    // One item lies there from 4 to 10; somebody waits from 10 to 20, and then again until they give up at 25.
    expect(inbox.statistics()).toEqual({
      minutes: 40,
      storedTime: 6,
      waitingTime: 15,
      meanStored: 6 / 40,
      meanWaiting: 15 / 40,
      put: 2,
      taken: 2,
    });
    inbox.resetStatistics();
    inbox.put("c");
    simulation.run({ until: 50 });
    expect(inbox.statistics()).toMatchObject({ minutes: 10, storedTime: 10, waitingTime: 0, put: 1, taken: 0 });
  });

  it("refuses a priority that is no number", () => {
    const inbox = new Store<string>(new Simulation(), { name: "inbox" });
    expect(() => inbox.take({ priority: Number.NaN })).toThrow("a priority must be a finite number, got NaN");
  });
});
