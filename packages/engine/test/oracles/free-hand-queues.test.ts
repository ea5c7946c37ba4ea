/** Processes written by hand against what theory expects of queues. */

import {
  blockingProbability,
  constant,
  type Distribution,
  erlangA,
  erlangC,
  estimate,
  exponential,
  finiteQueue,
  type Process,
  pollaczekKhinchine,
  type QueueOptions,
  Resource,
  Simulation,
  Streams,
  sampler,
} from "@praxis/engine";
import { expect, it } from "vitest";

interface Patients {
  readonly arrivalRate: number;
  readonly service: Distribution;
  readonly asking?: QueueOptions;
  readonly limit?: number;
  readonly patience?: Distribution;
}

/** What one replication observed of one class of patients. */
interface Observed {
  readonly wait: number;
  readonly sojourn: number;
  readonly waiting: number;
  readonly gaveUp: number;
  readonly turnedAway: number;
}

/** Runs a queue for so many arrivals of every class together, of which the first tenth is not counted. */
function observe(servers: number, classes: readonly Patients[], arrivals: number, replication: number): Observed[] {
  const streams = new Streams({ seed: "oracles", replication });
  const simulation = new Simulation();
  const physician = new Resource(simulation, { name: "physician", capacity: servers });
  const rate = classes.reduce((sum, { arrivalRate }) => sum + arrivalRate, 0);
  const warmUp = arrivals / rate / 10;

  const observed = classes.map(({ arrivalRate, service, asking = {}, limit, patience }, index) => {
    const gap = sampler(exponential({ mean: 1 / arrivalRate }), streams.of("gap", index));
    const minutes = sampler(service, streams.of("service", index));
    const tolerance = patience && sampler(patience, streams.of("patience", index));
    const sums = { arrived: 0, wait: 0, sojourn: 0, waiting: 0, gaveUp: 0, turnedAway: 0, served: 0 };

    function* source(): Process {
      for (;;) {
        yield* simulation.delay(gap());
        simulation.start(patient());
      }
    }

    function* patient(): Process {
      const arrived = simulation.now;
      const answer = yield* physician.seize({
        ...asking,
        ...(limit === undefined ? {} : { limit }),
        ...(tolerance === undefined ? {} : { patience: tolerance() }),
      });
      const wait = simulation.now - arrived;
      const counts = arrived >= warmUp ? 1 : 0;
      sums.arrived += counts;
      sums.wait += counts * wait;
      if (wait > 0) sums.waiting += counts;
      if (answer === "gave up") sums.gaveUp += counts;
      else if (answer === "turned away") sums.turnedAway += counts;
      else {
        using unit = answer;
        yield* unit.work(minutes());
        sums.served += counts;
        sums.sojourn += counts * (simulation.now - arrived);
      }
    }

    simulation.start(source());
    return sums;
  });

  simulation.run({ until: arrivals / rate });
  return observed.map(({ arrived, wait, sojourn, waiting, gaveUp, turnedAway, served }) => ({
    wait: wait / arrived,
    sojourn: sojourn / served,
    waiting: waiting / arrived,
    gaveUp: gaveUp / arrived,
    turnedAway: turnedAway / arrived,
  }));
}

/** What several replications observed, in the order of the classes. */
function replicate(servers: number, classes: readonly Patients[], arrivals: number): Observed[][] {
  return Array.from({ length: 20 }, (_, replication) => observe(servers, classes, arrivals, replication));
}

/** Theory lies within the 99.9 % interval, and that is narrow. */
function expectNear(values: readonly number[], expected: number, widest: number): void {
  const { mean, halfWidth } = estimate(values, { confidence: 0.999 });
  expect(Math.abs(mean - expected), `mean ${mean}, expected ${expected}, ±${halfWidth}`).toBeLessThan(halfWidth);
  expect(halfWidth).toBeLessThan(widest);
}

const minute = exponential({ mean: 1 });

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

it("M/D/1: constant services halve the wait", () => {
  const runs = replicate(1, [{ arrivalRate: 0.8, service: constant({ value: 1 }) }], 40_000);
  const { wait } = pollaczekKhinchine({ arrivalRate: 0.8, service: { mean: 1, sd: 0 } });
  expect(wait).toBeCloseTo(2, 9);
  expectNear(
    runs.map(([all]) => all!.wait),
    wait,
    0.1,
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
