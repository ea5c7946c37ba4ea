/** Both roads against what theory expects of queues. */

import {
  blockingProbability,
  constant,
  erlang,
  erlangA,
  erlangC,
  estimate,
  exponential,
  finiteQueue,
  gamma,
  lognormal,
  pollaczekKhinchine,
  uniform,
} from "@praxis/engine";
import { describe, expect, it } from "vitest";
import { observeCompiled } from "./compiled-queue.ts";
import { observeFreeHand } from "./free-hand-queue.ts";
import type { Observed, Patients } from "./queue.ts";

const minute = exponential({ mean: 1 });

/** Theory lies within the 99.9 % interval, and that is narrow. */
function expectNear(values: readonly number[], expected: number, widest: number): void {
  const { mean, halfWidth } = estimate(values, { confidence: 0.999 });
  expect(Math.abs(mean - expected), `mean ${mean}, expected ${expected}, ±${halfWidth}`).toBeLessThan(halfWidth);
  expect(halfWidth).toBeLessThan(widest);
}

describe.each([
  ["the free-hand road", observeFreeHand],
  ["the compiled road", observeCompiled],
])("%s", (_, observe) => {
  /** What several replications observed, in the order of the classes. */
  function replicate(servers: number, classes: readonly Patients[], arrivals: number): Observed[][] {
    return Array.from({ length: 20 }, (_, replication) => observe(servers, classes, arrivals, replication));
  }

  it("M/M/1: waits of 9 minutes at nine tenths of what one physician can do", () => {
    const runs = replicate(1, [{ arrivalRate: 0.9, service: minute }], 50_000);
    const { wait, sojourn } = erlangC({ arrivalRate: 0.9, serviceRate: 1, servers: 1 });
    expect([wait, sojourn]).toEqual([expect.closeTo(9, 9), expect.closeTo(10, 9)]);
    expectNear(
      runs.map(([all]) => all!.wait),
      wait,
      1,
    );
    expectNear(
      runs.map(([all]) => all!.sojourn),
      sojourn,
      1,
    );
  });

  it("M/M/4: who has to wait, and how long", () => {
    const runs = replicate(4, [{ arrivalRate: 3.6, service: minute }], 50_000);
    expectNear(
      runs.map(([all]) => all!.wait),
      erlangC({ arrivalRate: 3.6, serviceRate: 1, servers: 4 }).wait,
      0.25,
    );
    expectNear(
      runs.map(([all]) => all!.waiting),
      0.787753,
      0.02,
    );
  });

  it.each([
    ["constant", constant({ value: 1 }), 2],
    ["uniform", uniform({ min: 0, max: 2 }), 2.666667],
    ["lognormal, cv 0.4", lognormal({ mean: 1, sd: 0.4 }), 2.32],
    ["Erlang-2", erlang({ mean: 1, shape: 2 }), 3],
    ["exponential", minute, 4],
    ["gamma of shape 0.5", gamma({ mean: 1, shape: 0.5 }), 6],
    ["lognormal, cv 1.5", lognormal({ mean: 1, sd: 1.5 }), 6.5],
  ] as const)("M/G/1: services that are %s", (_, service, expected) => {
    const runs = replicate(1, [{ arrivalRate: 0.8, service }], 40_000);
    const { wait } = pollaczekKhinchine({ arrivalRate: 0.8, service });
    expect(wait).toBeCloseTo(expected, 5);
    expectNear(
      runs.map(([all]) => all!.wait),
      wait,
      0.25 * wait,
    );
  });

  it("priorities without pre-emption: 2 and 6 minutes in the office", () => {
    const classes = [
      { arrivalRate: 0.2, service: minute, asking: { priority: 1 } },
      { arrivalRate: 0.6, service: minute, asking: { priority: 2 } },
    ];
    const runs = replicate(1, classes, 40_000);
    expectNear(
      runs.map(([first]) => first!.sojourn),
      2,
      0.05,
    );
    expectNear(
      runs.map(([, second]) => second!.sojourn),
      6,
      0.5,
    );
  });

  it("priorities with pre-emption: 1.25 and 6.25 minutes in the office", () => {
    const asking = { preempt: "resume" } as const;
    const classes = [
      { arrivalRate: 0.2, service: minute, asking: { ...asking, priority: 1 } },
      { arrivalRate: 0.6, service: minute, asking: { ...asking, priority: 2 } },
    ];
    const runs = replicate(1, classes, 40_000);
    expectNear(
      runs.map(([first]) => first!.sojourn),
      1.25,
      0.04,
    );
    expectNear(
      runs.map(([, second]) => second!.sojourn),
      6.25,
      0.6,
    );
  });

  it("M/M/3 with priorities: who is first waits a third of a minute", () => {
    const classes = [
      { arrivalRate: 1, service: minute, asking: { priority: 1 } },
      { arrivalRate: 1.4, service: minute, asking: { priority: 2 } },
    ];
    const runs = replicate(3, classes, 40_000);
    expectNear(
      runs.map(([first]) => first!.wait),
      0.323596,
      0.02,
    );
    expectNear(
      runs.map(([, second]) => second!.wait),
      1.617978,
      0.15,
    );
  });

  it("Erlang B: every ninth caller is lost when five lines are for three erlangs", () => {
    const runs = replicate(5, [{ arrivalRate: 3, service: minute, limit: 0 }], 30_000);
    const expected = blockingProbability({ load: 3, servers: 5 });
    expect(expected).toBeCloseTo(0.110054, 6);
    expectNear(
      runs.map(([all]) => all!.turnedAway),
      expected,
      0.005,
    );
  });

  it("M/M/2/3: one may wait", () => {
    const runs = replicate(2, [{ arrivalRate: 3, service: exponential({ mean: 1 / 4 }), limit: 1 }], 30_000);
    const { blocked } = finiteQueue({ arrivalRate: 3, serviceRate: 4, servers: 2, places: 3 });
    expect(blocked).toBeCloseTo(0.04936, 5);
    expectNear(
      runs.map(([all]) => all!.turnedAway),
      blocked,
      0.005,
    );
  });

  it("Erlang A: an eighth gives up when ten serve ten", () => {
    const runs = replicate(10, [{ arrivalRate: 10, service: minute, patience: minute }], 40_000);
    const expected = erlangA({ arrivalRate: 10, serviceRate: 1, servers: 10, abandonmentRate: 1 });
    expect(expected).toMatchObject({
      abandonmentProbability: expect.closeTo(0.12511, 6),
      wait: expect.closeTo(0.12511, 6),
    });
    expectNear(
      runs.map(([all]) => all!.gaveUp),
      expected.abandonmentProbability,
      0.01,
    );
    expectNear(
      runs.map(([all]) => all!.wait),
      expected.wait,
      0.01,
    );
    expectNear(
      runs.map(([all]) => all!.waiting),
      expected.waitingProbability,
      0.02,
    );
  });
});
