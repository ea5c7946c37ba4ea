/** Both roads against what theory expects of queues. */

import {
  blockingProbability,
  constant,
  type Distribution,
  erlang,
  erlangA,
  erlangC,
  exponential,
  finiteQueue,
  gamma,
  lognormal,
  nonPreemptivePriority,
  pollaczekKhinchine,
  preemptivePriority,
  quantile,
  sojournQuantile,
  uniform,
  waitTail,
} from "@praxis/engine";
import { describe, expect, it } from "vitest";
import { observeCompiled } from "./compiled-queue.ts";
import { expectNear } from "./expect-near.ts";
import { observeFreeHand } from "./free-hand-queue.ts";
import type { Observed, Patients, Replication } from "./queue.ts";

const minute = exponential({ mean: 1 });

describe.each([
  ["the free-hand road", observeFreeHand],
  ["the compiled road", observeCompiled],
])("%s", (_, observe) => {
  /** Runs a queue several times, and gives what `measure` finds in each replication. */
  function replicate(servers: number, classes: readonly Patients[], arrivals: number) {
    const runs = Array.from({ length: 20 }, (_, replication) => observe(servers, classes, arrivals, replication));
    return {
      all: (measure: (run: Replication) => number) => runs.map(measure),
      /** Of one class of patients, the first unless told otherwise. */
      of: (measure: (seen: Observed) => number, index = 0) => runs.map((run) => measure(run.classes[index]!)),
    };
  }

  it("M/M/1: waits of 9 minutes at nine tenths of what one physician can do", () => {
    const queue = { arrivalRate: 0.9, serviceRate: 1, servers: 1 };
    const { wait, sojourn, waiting, utilisation } = erlangC(queue);
    expect([wait, sojourn, waiting]).toEqual([expect.closeTo(9, 9), expect.closeTo(10, 9), expect.closeTo(8.1, 9)]);
    expect(waitTail(queue, 10)).toBeCloseTo(0.331091, 6);
    expect(sojournQuantile(queue, 0.95)).toBeCloseTo(29.9573, 4);
    const { all, of } = replicate(1, [{ arrivalRate: 0.9, service: minute }], 50_000);
    expectNear(
      of((seen) => seen.wait),
      wait,
      1,
    );
    expectNear(
      of((seen) => seen.sojourn),
      sojourn,
      1,
    );
    expectNear(
      all((run) => run.queue),
      waiting,
      1,
    );
    expectNear(
      all((run) => run.busy),
      utilisation,
      0.01,
    );
    expectNear(
      of((seen) => seen.waitedOver(10)),
      waitTail(queue, 10),
      0.03,
    );
    expectNear(
      of((seen) => quantile(seen.sojourns, 0.95)),
      sojournQuantile(queue, 0.95),
      3.5,
    );
  });

  it("M/M/4: who has to wait, how long, and how many at a time", () => {
    const queue = { arrivalRate: 3.6, serviceRate: 1, servers: 4 };
    const { waitingProbability, wait, waiting } = erlangC(queue);
    expect([waitingProbability, wait, waiting, waitTail(queue, 2)]).toEqual(
      [0.787753, 1.969383, 7.089779, 0.35396].map((value) => expect.closeTo(value, 6)),
    );
    const { all, of } = replicate(4, [{ arrivalRate: 3.6, service: minute }], 50_000);
    expectNear(
      of((seen) => seen.waitedOver(0)),
      waitingProbability,
      0.02,
    );
    expectNear(
      of((seen) => seen.wait),
      wait,
      0.25,
    );
    expectNear(
      all((run) => run.queue),
      waiting,
      0.9,
    );
    expectNear(
      of((seen) => seen.waitedOver(2)),
      waitTail(queue, 2),
      0.03,
    );
  });

  it.each<[string, Distribution, number]>([
    ["constant", constant({ value: 1 }), 2],
    ["uniform", uniform({ min: 0, max: 2 }), 2.666667],
    ["lognormal, cv 0.4", lognormal({ mean: 1, sd: 0.4 }), 2.32],
    ["Erlang-2", erlang({ mean: 1, shape: 2 }), 3],
    ["exponential", minute, 4],
    ["gamma of shape 0.5", gamma({ mean: 1, shape: 0.5 }), 6],
    ["lognormal, cv 1.5", lognormal({ mean: 1, sd: 1.5 }), 6.5],
  ])("M/G/1: services that are %s", (_, service, expected) => {
    const { wait } = pollaczekKhinchine({ arrivalRate: 0.8, service });
    expect(wait).toBeCloseTo(expected, 5);
    const { of } = replicate(1, [{ arrivalRate: 0.8, service }], 40_000);
    expectNear(
      of((seen) => seen.wait),
      wait,
      0.25 * wait,
    );
  });

  it("priorities without pre-emption: 2 and 6 minutes in the office", () => {
    const classes = [
      { arrivalRate: 0.2, service: minute, asking: { priority: 1 } },
      { arrivalRate: 0.6, service: minute, asking: { priority: 2 } },
    ];
    const [first, second] = nonPreemptivePriority({ classes: inTheory(classes) });
    expect([first!.sojourn, second!.sojourn]).toEqual([expect.closeTo(2, 9), expect.closeTo(6, 9)]);
    const { of } = replicate(1, classes, 40_000);
    expectNear(
      of((seen) => seen.sojourn),
      first!.sojourn,
      0.05,
    );
    expectNear(
      of((seen) => seen.sojourn, 1),
      second!.sojourn,
      0.5,
    );
  });

  it("priorities with pre-emption: 1.25 and 6.25 minutes in the office", () => {
    const asking = { preempt: "resume" } as const;
    const classes = [
      { arrivalRate: 0.2, service: minute, asking: { ...asking, priority: 1 } },
      { arrivalRate: 0.6, service: minute, asking: { ...asking, priority: 2 } },
    ];
    const [first, second] = preemptivePriority(inTheory(classes));
    expect([first!.sojourn, second!.sojourn]).toEqual([expect.closeTo(1.25, 9), expect.closeTo(6.25, 9)]);
    const { of } = replicate(1, classes, 40_000);
    expectNear(
      of((seen) => seen.sojourn),
      first!.sojourn,
      0.04,
    );
    expectNear(
      of((seen) => seen.sojourn, 1),
      second!.sojourn,
      0.6,
    );
  });

  it("M/M/3 with priorities: who is first waits a third of a minute", () => {
    const classes = [
      { arrivalRate: 1, service: minute, asking: { priority: 1 } },
      { arrivalRate: 1.4, service: minute, asking: { priority: 2 } },
    ];
    const [first, second] = nonPreemptivePriority({ classes: inTheory(classes), servers: 3 });
    expect([first!.wait, second!.wait]).toEqual([expect.closeTo(0.323596, 6), expect.closeTo(1.617978, 6)]);
    const { of } = replicate(3, classes, 40_000);
    expectNear(
      of((seen) => seen.wait),
      first!.wait,
      0.02,
    );
    expectNear(
      of((seen) => seen.wait, 1),
      second!.wait,
      0.15,
    );
  });

  it.each([
    [2, 1, 0.2],
    [5, 3, 0.110054],
    [10, 8, 0.121661],
    [20, 15, 0.045593],
  ])("Erlang B: on %d lines, under %d erlangs, a share of %d is turned away", (servers, load, expected) => {
    expect(blockingProbability({ load, servers })).toBeCloseTo(expected, 6);
    const { of } = replicate(servers, [{ arrivalRate: load, service: minute, limit: 0 }], 20_000);
    expectNear(
      of((seen) => seen.turnedAway),
      expected,
      0.006,
    );
  });

  it("M/M/2/3: one may wait", () => {
    const { blocked, present, shares, waiting } = finiteQueue({
      arrivalRate: 3,
      serviceRate: 4,
      servers: 2,
      places: 3,
    });
    expect([present, blocked, ...shares]).toEqual(
      [0.76234, 0.04936, 0.468007, 0.351005, 0.131627, 0.04936].map((value) => expect.closeTo(value, 6)),
    );
    const { all, of } = replicate(2, [{ arrivalRate: 3, service: exponential({ mean: 1 / 4 }), limit: 1 }], 30_000);
    expectNear(
      of((seen) => seen.turnedAway),
      blocked,
      0.005,
    );
    expectNear(
      all((run) => run.busy + run.queue),
      present,
      0.015,
    );
    // All three places are taken just as long as somebody waits; and two are busy then, or when nobody waits yet.
    expectNear(
      all((run) => run.queue),
      waiting,
      0.004,
    );
    expect(waiting).toBeCloseTo(shares[3]!, 12);
    expectNear(
      of((seen) => seen.waitedOver(0)),
      shares[2]!,
      0.008,
    );
    expectNear(
      all((run) => run.busy),
      shares[1]! + 2 * (shares[2]! + shares[3]!),
      0.012,
    );
  });

  it("Erlang A: an eighth gives up when ten serve ten", () => {
    const queue = { arrivalRate: 10, serviceRate: 1, servers: 10, abandonmentRate: 1 };
    const { waitingProbability, abandonmentProbability, wait } = erlangA(queue);
    expect([waitingProbability, abandonmentProbability, wait]).toEqual(
      [0.54207, 0.12511, 0.12511].map((value) => expect.closeTo(value, 6)),
    );
    const { of } = replicate(10, [{ arrivalRate: 10, service: minute, patience: minute }], 40_000);
    expectNear(
      of((seen) => seen.gaveUp),
      abandonmentProbability,
      0.01,
    );
    expectNear(
      of((seen) => seen.wait),
      wait,
      0.01,
    );
    expectNear(
      of((seen) => seen.waitedOver(0)),
      waitingProbability,
      0.02,
    );
  });
});

/** The classes as formulas take them. */
function inTheory(classes: readonly Patients[]) {
  return classes.map(({ arrivalRate, service }) => ({ arrivalRate, serviceRate: 1 / service.mean }));
}
